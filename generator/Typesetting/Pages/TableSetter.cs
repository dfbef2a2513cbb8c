using PiiDocs.Documents;
using PiiDocs.Typesetting.Lines;

namespace PiiDocs.Typesetting.Pages;

/// <summary>What of a row stands on one page: slices from <paramref name="First"/> up to <paramref name="End"/>.</summary>
/// <param name="IsRepeated">A header seen before: decoration to whoever reads the file's structure.</param>
internal readonly record struct RowPart(int Row, int First, int End, bool IsRepeated = false);

/// <summary>Puts rows of tables on a page, with their rules.</summary>
internal sealed class TableSetter(Flow flow, LineSetter lines, Length left, Length width)
{
    private const string RuleColor = "000000";
    private const int Decoration = -1;

    // The table whose row was set last on this page; -1 for none: its rows share their rules.
    private int _open = -1;

    public void EndPage() => _open = -1;

    /// <returns>The lower edge.</returns>
    public Length RepeatHeader(int table, Length top, OpenPage page)
    {
        foreach (var row in flow.Tables[table].HeaderRows)
        {
            top = Set(new(row, 0, flow.Rows[row].SliceHeights.Length, IsRepeated: true), top, page);
        }

        return top;
    }

    /// <returns>The lower edge.</returns>
    public Length Set(in RowPart part, Length top, OpenPage page)
    {
        var row = flow.Rows[part.Row];
        foreach (var cell in row.Cells)
        {
            SetCell(part, cell, top, page);
        }

        var bottom = top + HeightOf(row, part.First, part.End);
        Draw(row, top, bottom, page.Items);
        _open = row.Table;
        return bottom;
    }

    private void SetCell(in RowPart part, FlowCell cell, Length top, OpenPage page)
    {
        var row = flow.Rows[part.Row];
        var style = flow.Tables[row.Table].Style;
        var isWhole = part.First == 0 && part.End == row.SliceHeights.Length;
        var y = top + (part.First == 0 ? style.PaddingVertical : Length.Zero);
        if (isWhole)
        {
            var spare = row.Height - (style.PaddingVertical * 2) - cell.Height;
            y += new Length(Math.Max(0, spare.Millipoints / 2));
        }

        for (var i = part.First; i < Math.Min(part.End, cell.Lines.Length); i++)
        {
            var (index, line) = cell.Lines[i];
            var paragraph = flow.Paragraphs[index];
            var isFirst = line == 0;
            lines.Set(
                flow.Lines[paragraph.FirstLine + line],
                paragraph.Format,
                new(
                    left + cell.Left + style.PaddingHorizontal + paragraph.Measure.Indent(isFirst),
                    paragraph.Measure.Room(isFirst),
                    y + paragraph.Format.Ascent,
                    part.IsRepeated ? Decoration : cell.Element),
                page);
            y += isWhole ? paragraph.Format.LinePitch : SliceContent(row, i, style);
        }
    }

    private static Length SliceContent(FlowRow row, int slice, TableStyle style)
    {
        var height = row.SliceHeights[slice];
        height -= slice == 0 ? style.PaddingVertical : Length.Zero;
        return height - (slice == row.SliceHeights.Length - 1 ? style.PaddingVertical : Length.Zero);
    }

    private static Length HeightOf(FlowRow row, int first, int end)
    {
        var height = Length.Zero;
        for (var i = first; i < end; i++)
        {
            height += row.SliceHeights[i];
        }

        return height;
    }

    private void Draw(FlowRow row, Length top, Length bottom, List<PageItem> items)
    {
        var thickness = flow.Tables[row.Table].Style.Border;
        if (thickness <= Length.Zero)
        {
            return;
        }

        var right = left + width;
        if (_open != row.Table)
        {
            items.Add(new Rule(left, top, right, top, thickness, RuleColor));
        }

        items.Add(new Rule(left, bottom, right, bottom, thickness, RuleColor));
        items.Add(new Rule(right, top, right, bottom, thickness, RuleColor));
        foreach (var cell in row.Cells)
        {
            items.Add(new Rule(left + cell.Left, top, left + cell.Left, bottom, thickness, RuleColor));
        }
    }
}
