using System.Collections.Immutable;
using System.Diagnostics;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Lines;

namespace PiiDocs.Typesetting.Pages;

/// <summary>What pages hold beside running text and tables.</summary>
/// <param name="Numbers">Null where pages have none.</param>
internal sealed record PageExtras(FigureSetter Figures, PageNumberSetter? Numbers);

/// <summary>Cuts the flow into pages and puts everything in its place.</summary>
internal sealed class PageBuilder(Flow flow, PageGeometry page, LineSetters setters, PageExtras extras)
{
    private readonly OpenPage _open = new();
    private readonly TableSetter _tables = new(flow, setters, page.Left, page.TextWidth);
    private readonly Length _height = PageArea.HeightOf(page);

    public ImmutableArray<Page> Build()
    {
        var pages = ImmutableArray.CreateBuilder<Page>();
        var start = 0;
        do
        {
            var end = EndOfPage(start);
            SetPage(start, end);
            extras.Numbers?.Set(_open);
            pages.Add(new(page.Width, page.Height, [.. _open.Items]));
            _open.Turn();
            start = end;
        }
        while (start < flow.Boxes.Count);

        return pages.DrainToImmutable();
    }

    private int EndOfPage(int start)
    {
        var used = RepeatedHeight(start);
        for (var i = start; i < flow.Boxes.Count; i++)
        {
            var box = flow.Boxes[i];
            if (i > start && box.Break == BoxBreak.Must)
            {
                return i;
            }

            used += SpaceAbove(i, start) + box.Height;
            if (used > _height)
            {
                return Retreat(start, i);
            }
        }

        return flow.Boxes.Count;
    }

    // Back to a place where a page may begin; what is kept together but taller than a page is cut where it ends.
    private int Retreat(int start, int overflow)
    {
        var (end, possible) = (overflow, overflow);
        while (end > start && flow.Boxes[end].Break is BoxBreak.Avoid or BoxBreak.Never)
        {
            possible = flow.Boxes[possible].Break == BoxBreak.Never ? possible - 1 : possible;
            end--;
        }

        return end > start ? end : possible > start ? possible : Math.Max(overflow, start + 1);
    }

    private void SetPage(int start, int end)
    {
        var y = page.Top;
        if (RepeatedHeight(start) > Length.Zero)
        {
            y = _tables.RepeatHeader(flow.Rows[flow.Boxes[start].Owner].Table, y, _open);
        }

        for (var i = start; i < end;)
        {
            y += SpaceAbove(i, start);
            (i, y) = SetBox(i, end, y);
        }

        _tables.EndPage(_open);
    }

    /// <returns>The next box, and where it begins.</returns>
    private (int Next, Length Y) SetBox(int index, int end, Length y)
    {
        var box = flow.Boxes[index];
        switch (box.Kind)
        {
            case BoxKind.Line:
                SetLine(box, y);
                return (index + 1, y + box.Height);
            case BoxKind.Figure:
                extras.Figures.Set(flow.Figures[box.Owner], page.Left, y, _open);
                return (index + 1, y + box.Height);
            case BoxKind.Stamp:
                SetStamp(flow.Stamps[box.Owner], y);
                return (index + 1, y);
            case BoxKind.RowSlice:
                var slices = SlicesOfRow(index, end);
                return (index + slices, _tables.Set(new(box.Owner, box.Index, box.Index + slices), y, _open));
            default:
                throw new UnreachableException($"no place for {box.Kind}");
        }
    }

    private void SetLine(in FlowBox box, Length y)
    {
        var paragraph = flow.Paragraphs[box.Owner];
        var isFirst = box.Index == 0;
        setters.Lines.Set(
            flow.Lines[paragraph.FirstLine + box.Index],
            paragraph.Format,
            new(
                page.Left + paragraph.Measure.Indent(isFirst),
                paragraph.Measure.Room(isFirst),
                y + paragraph.Format.Ascent,
                paragraph.Element),
            _open);
    }

    private void SetStamp(in FlowStamp stamp, Length y)
    {
        var (x, middle) = (page.Left + stamp.X, y - stamp.Above);
        foreach (var (x1, y1, x2, y2) in stamp.Style.Dashes())
        {
            _open.Items.Add(new Rule(x + x1, middle + y1, x + x2, middle + y2, SealStyle.Thickness, stamp.Style.Color));
        }
    }

    private int SlicesOfRow(int first, int end)
    {
        var count = 1;
        while (first + count < end && flow.Boxes[first + count] is { Kind: BoxKind.RowSlice, Index: > 0 })
        {
            count++;
        }

        return count;
    }

    // Space above is for things that follow each other: at the top of a page only what its author put there stays.
    private Length SpaceAbove(int index, int start)
    {
        var box = flow.Boxes[index];
        if (index > start)
        {
            return box.Before;
        }

        return index == 0 || box.Break == BoxBreak.Must ? box.BeforeAtTop : Length.Zero;
    }

    private Length RepeatedHeight(int start)
    {
        if (start >= flow.Boxes.Count || flow.Boxes[start].Kind != BoxKind.RowSlice)
        {
            return Length.Zero;
        }

        var row = flow.Rows[flow.Boxes[start].Owner];
        return row.IsHeader ? Length.Zero : flow.Tables[row.Table].HeaderHeight;
    }
}
