using System.Collections.Immutable;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Lines;

namespace PiiDocs.Typesetting.Pages;

/// <summary>What of a row stands on one page: slices from <paramref name="First"/> up to <paramref name="End"/>.</summary>
/// <param name="IsRepeated">A header seen before: decoration to whoever reads the file's structure.</param>
internal readonly record struct RowPart(int Row, int First, int End, bool IsRepeated = false);

/// <summary>Puts rows of tables on a page, with their rules.</summary>
internal sealed class TableSetter(Flow flow, LineSetters setters, Length left, Length width)
{
    private const string RuleColor = "000000";
    private const int Decoration = -1;

    // The table whose row was set last on this page; -1 for none: its rows share their rules.
    private int _open = -1;

    // Where cells of the row set last go on below it, and its lower edge: no rule is there unless the page ends.
    private readonly List<FlowCell> _openBelow = [];
    private Length _bottom;

    public void EndPage(OpenPage page)
    {
        if (_open >= 0)
        {
            _openBelow.ForEach(cell => page.Items.Add(new Rule(left + cell.Left, _bottom, left + cell.Left + cell.Width, _bottom, flow.Tables[_open].Style.Border, RuleColor)));
        }

        _openBelow.Clear();
        _open = -1;
    }

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
            if (cell.IsVertical)
            {
                SetColumns(part, cell, top, page);
            }
            else
            {
                SetCell(part, cell, top, page);
            }
        }

        var bottom = top + HeightOf(row, part.First, part.End);
        Draw(part, top, bottom, page.Items);
        _open = row.Table;
        return bottom;
    }

    private void SetCell(in RowPart part, FlowCell cell, Length top, OpenPage page)
    {
        var row = flow.Rows[part.Row];
        var style = flow.Tables[row.Table].Style;
        if (cell.Rows > 1 && part.First > 0)
        {
            return;
        }

        var isWhole = cell.Rows > 1 || (part.First == 0 && part.End == row.SliceHeights.Length);
        var end = cell.Rows > 1 ? cell.Lines.Length : Math.Min(part.End, cell.Lines.Length);
        var y = top + (part.First == 0 ? style.PaddingVertical : Length.Zero);
        if (isWhole)
        {
            var spare = HeightOf(part.Row, cell.Rows) - (style.PaddingVertical * 2) - cell.Height;
            y += new Length(Math.Max(0, spare.Millipoints / 2));
        }

        for (var i = part.First; i < end; i++)
        {
            var (index, line) = cell.Lines[i];
            var paragraph = flow.Paragraphs[index];
            var isFirst = line == 0;
            setters.Lines.Set(
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

    // A column does not go on on the next page: what of the row is on this one has room for it.
    private void SetColumns(in RowPart part, FlowCell cell, Length top, OpenPage page)
    {
        if (part.First > 0)
        {
            return;
        }

        var row = flow.Rows[part.Row];
        var style = flow.Tables[row.Table].Style;
        var height = cell.Rows > 1 ? HeightOf(part.Row, cell.Rows) : HeightOf(row, 0, part.End);
        var total = new Length(cell.Lines.Sum(line => flow.Paragraphs[line.Paragraph].Format.LinePitch.Millipoints));
        var x = left + cell.Left + new Length((cell.Width + total).Millipoints / 2);
        foreach (var (index, line) in cell.Lines)
        {
            var paragraph = flow.Paragraphs[index];
            var indent = paragraph.Measure.Indent(line == 0);
            var pitch = paragraph.Format.LinePitch;
            setters.Columns.Set(
                flow.Lines[paragraph.FirstLine + line],
                paragraph.Format,
                new(
                    x - new Length(pitch.Millipoints / 2),
                    top + style.PaddingVertical + indent,
                    height - (style.PaddingVertical * 2) - indent,
                    part.IsRepeated ? Decoration : cell.Element),
                page);
            x -= pitch;
        }
    }

    // Of rows that are on one page.
    private Length HeightOf(int row, int count)
    {
        var height = Length.Zero;
        for (var i = row; i < row + count; i++)
        {
            height += flow.Rows[i].Height;
        }

        return height;
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

    private void Draw(in RowPart part, Length top, Length bottom, List<PageItem> items)
    {
        var row = flow.Rows[part.Row];
        _bottom = bottom;
        _openBelow.Clear();
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

        DrawBelow(part.End == row.SliceHeights.Length ? row.Cells : [], (left, right), thickness, items);
        items.Add(new Rule(right, top, right, bottom, thickness, RuleColor));
        foreach (var cell in row.Cells)
        {
            items.Add(new Rule(left + cell.Left, top, left + cell.Left, bottom, thickness, RuleColor));
        }
    }

    // One rule under all, but for the cells that go on below.
    private void DrawBelow(ImmutableArray<FlowCell> cells, (Length Left, Length Right) edges, Length thickness, List<PageItem> items)
    {
        var start = edges.Left;
        foreach (var cell in cells.Where(cell => cell.IsOpenBelow))
        {
            _openBelow.Add(cell);
            if (left + cell.Left > start)
            {
                items.Add(new Rule(start, _bottom, left + cell.Left, _bottom, thickness, RuleColor));
            }

            start = left + cell.Left + cell.Width;
        }

        if (start < edges.Right)
        {
            items.Add(new Rule(start, _bottom, edges.Right, _bottom, thickness, RuleColor));
        }
    }
}
