using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Lines;

namespace PiiDocs.Typesetting.Pages;

/// <summary>What a table meets above it.</summary>
internal readonly record struct TableEntry(Length Before, BoxBreak Break);

/// <summary>Lays a table into the flow, a slice of a row at a time.</summary>
internal sealed class TableLayouter(Flow flow, Formats formats, ParagraphLayouter paragraphs, DiagnosticBag diagnostics)
{
    private readonly TableOpener _opener = new(flow, formats, paragraphs);

    public void Add(Table table, StyleSheet sheet, in TableEntry entry)
    {
        if (table.Rows.IsEmpty || table.Columns.IsEmpty)
        {
            return;
        }

        var style = table.IsUnruled ? sheet.Tables with { Border = Length.Zero } : sheet.Tables;
        var firstRow = flow.Rows.Count;
        LayRows(new(table, style, ColumnWidths.Of(table, sheet)), sheet.Page);
        AddTable(firstRow, style, sheet.Page);
        AddBoxes(table, firstRow, sheet, entry);
    }

    private void LayRows(in TableFrame frame, PageGeometry page)
    {
        var rows = _opener.Open(frame);
        var style = frame.Style;
        foreach (var row in rows)
        {
            foreach (var cell in row)
            {
                if (!cell.IsVertical)
                {
                    _opener.Lay(cell, style);
                }
            }
        }

        // Below the head, which may be repeated above every page.
        var headers = frame.Table.Rows.TakeWhile(row => row.IsHeader).Count();
        var room = PageArea.HeightOf(page);
        var head = Measure(frame, rows, ..headers, room);
        var headHeight = head.HeightOf(0, headers);
        var below = IsRepeated(headHeight, page) ? room - headHeight : room;
        var body = Measure(frame, rows, headers.., below);
        AddRows(rows[..headers], head, room, isHeader: true);
        AddRows(rows[headers..], body, below, isHeader: false);
    }

    private RowHeights Measure(in TableFrame frame, OpenCell[][] rows, Range part, Length room)
    {
        var (table, style) = (frame.Table, frame.Style);
        var (first, count) = part.GetOffsetAndLength(rows.Length);
        var least = new Length[count];
        for (var i = 0; i < count; i++)
        {
            var row = table.Rows[first + i];
            least[i] = Length.Max(table.IsForm && !row.IsHeader ? style.FormRow : Length.Zero, Length.Min(row.LeastHeight, room));
        }

        var fitter = new VerticalFitter(flow, paragraphs, style, room, cell =>
        {
            diagnostics.Add(TypesettingErrors.ColumnTallerThanPage(cell.Row + 1, OriginOf(cell.Cell)));
            _opener.LayUnturned(cell, style);
        });
        var heights = new RowHeights(rows[part], first, style, least, fitter, line => flow.Paragraphs[line.Paragraph].Format.LinePitch);
        heights.Measure(room);
        return heights;
    }

    private void AddRows(OpenCell[][] rows, RowHeights heights, Length room, bool isHeader)
    {
        var joined = heights.Joined();
        for (var row = 0; row < rows.Length; row++)
        {
            var slices = heights.SlicesOf(row);
            var isShared = joined[row] || (row + 1 < rows.Length && joined[row + 1]);
            var cells = Array.ConvertAll(rows[row], cell => new FlowCell(cell.Left, cell.Width, cell.Lines, cell.Element)
            {
                Height = cell.Height,
                Rows = cell.Rows,
                IsVertical = cell.IsVertical,
                IsOpenBelow = cell.IsOpenBelow,
            });
            flow.Rows.Add(new(flow.Tables.Count, isHeader, [.. cells], [.. slices])
            {
                StaysWithAbove = joined[row],
                WholeSlices = isShared ? slices.Length : heights.WholeSlicesOf(row, room),
            });
        }
    }

    private static bool IsRepeated(Length headers, PageGeometry page) => headers.Millipoints * 2L <= PageArea.HeightOf(page).Millipoints;

    // Headers that would fill half a page are not worth repeating.
    private void AddTable(int firstRow, TableStyle style, PageGeometry page)
    {
        var headers = Enumerable.Range(firstRow, flow.Rows.Count - firstRow)
            .TakeWhile(row => flow.Rows[row].IsHeader)
            .ToImmutableArray();
        var height = new Length(headers.Sum(row => flow.Rows[row].Height.Millipoints));
        flow.Tables.Add(IsRepeated(height, page) ? new(style, headers, height) : new(style, [], Length.Zero));
    }

    private void AddBoxes(Table table, int firstRow, StyleSheet sheet, in TableEntry entry)
    {
        var room = PageArea.HeightOf(sheet.Page) - flow.Tables[^1].HeaderHeight;
        for (var row = firstRow; row < flow.Rows.Count; row++)
        {
            var laid = flow.Rows[row];
            var isTooTall = laid.Height > room;
            if (isTooTall)
            {
                ReportTallRow(table, row - firstRow, laid, room);
            }

            for (var slice = 0; slice < laid.SliceHeights.Length; slice++)
            {
                var isFirst = row == firstRow && slice == 0;
                flow.Boxes.Add(new(
                    BoxKind.RowSlice,
                    row,
                    slice,
                    laid.SliceHeights[slice],
                    isFirst ? entry.Before : Length.Zero,
                    Length.Zero,
                    isFirst ? entry.Break : BreakBefore(row, slice, sheet.Tables.RowsMaySplit || isTooTall)));
            }
        }
    }

    private BoxBreak BreakBefore(int row, int slice, bool maySplit)
    {
        var laid = flow.Rows[row];
        if (slice == 0)
        {
            return laid.StaysWithAbove ? BoxBreak.Never
                : flow.Rows[row - 1].IsHeader && flow.Rows[row - 1].Table == laid.Table ? BoxBreak.Avoid
                : BoxBreak.Allowed;
        }

        return slice < laid.WholeSlices ? BoxBreak.Never
            : !maySplit || slice < 2 || laid.SliceHeights.Length - slice < 2 ? BoxBreak.Avoid
            : BoxBreak.Allowed;
    }

    private void ReportTallRow(Table table, int row, FlowRow laid, Length room)
    {
        var tallest = 0;
        for (var i = 1; i < laid.Cells.Length; i++)
        {
            tallest = laid.Cells[i].Height > laid.Cells[tallest].Height ? i : tallest;
        }

        var lines = laid.Cells[tallest].Lines;
        var pitch = flow.Paragraphs[lines[0].Paragraph].Format.LinePitch;
        diagnostics.Add(TypesettingErrors.RowTallerThanPage(
            (row + 1, tallest + 1),
            (lines.Length, room.Millipoints / Math.Max(1, pitch.Millipoints)),
            OriginOf(table.Rows[row].Cells[tallest])));
    }

    private static Origin OriginOf(TableCell cell) =>
        cell.Paragraphs.SelectMany(paragraph => paragraph.Inlines)
            .Select(inline => inline.Origin)
            .FirstOrDefault(origin => !origin.IsFixedText, cell.Paragraphs[0].Origin);
}
