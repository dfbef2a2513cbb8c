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
    public void Add(Table table, StyleSheet sheet, in TableEntry entry)
    {
        if (table.Rows.IsEmpty || table.Columns.IsEmpty)
        {
            return;
        }

        var shaped = ShapeCells(table, sheet.Tables);
        var columns = ColumnWidths.Of(table, sheet);
        var firstRow = flow.Rows.Count;
        LayRows(table, shaped, columns, sheet.Tables);
        AddTable(firstRow, sheet);
        AddBoxes(table, firstRow, sheet, entry);
    }

    private ShapedCell[][] ShapeCells(Table table, TableStyle style)
    {
        var rows = new ShapedCell[table.Rows.Length][];
        for (var row = 0; row < rows.Length; row++)
        {
            var column = 0;
            rows[row] = new ShapedCell[table.Rows[row].Cells.Length];
            for (var i = 0; i < rows[row].Length; i++)
            {
                var cell = table.Rows[row].Cells[i];
                var alignment = table.Columns[Math.Min(column, table.Columns.Length - 1)].Alignment;
                rows[row][i] = ShapeCell(cell, column, table.Rows[row].IsHeader ? null : alignment, style);
                column += cell.ColumnSpan;
            }
        }

        return rows;
    }

    // A header keeps the alignment of its own style; a body cell takes the column's.
    private ShapedCell ShapeCell(TableCell cell, int column, TextAlignment? alignment, TableStyle style)
    {
        var parts = ImmutableArray.CreateBuilder<(Range, ParagraphFormat)>(cell.Paragraphs.Length);
        foreach (var paragraph in cell.Paragraphs)
        {
            var name = paragraph.Style.Length > 0 ? paragraph.Style : alignment is null ? style.HeaderStyle : style.CellStyle;
            var format = formats.Of(name, paragraph.Origin);
            format = alignment is { } wanted ? format.AlignedAs(wanted) : format;
            parts.Add((paragraphs.Shape(paragraph.Inlines, format), format));
        }

        return new(column, cell.ColumnSpan, parts.DrainToImmutable());
    }

    private void LayRows(Table table, ShapedCell[][] shaped, ImmutableArray<Length> columns, TableStyle style)
    {
        var element = flow.Structure.AddTable();
        for (var row = 0; row < shaped.Length; row++)
        {
            var rowElement = flow.Structure.AddRow(element);
            var isHeader = table.Rows[row].IsHeader;
            var cells = ImmutableArray.CreateBuilder<FlowCell>(shaped[row].Length);
            foreach (var cell in shaped[row])
            {
                cells.Add(LayCell(cell, columns, style, flow.Structure.AddCell(rowElement, isHeader, cell.Span)));
            }

            var laid = cells.DrainToImmutable();
            flow.Rows.Add(new(flow.Tables.Count, isHeader, laid, SliceHeights(laid, style, table.IsForm && !isHeader ? style.FormRow : Length.Zero)));
        }
    }

    private FlowCell LayCell(ShapedCell cell, ImmutableArray<Length> columns, TableStyle style, int element)
    {
        var left = Sum(columns, 0, cell.Column);
        var width = Sum(columns, cell.Column, cell.Column + cell.Span);
        var lines = ImmutableArray.CreateBuilder<CellLine>();
        var height = Length.Zero;
        foreach (var (clusters, format) in cell.Parts)
        {
            var index = paragraphs.Break(clusters, format, width - (style.PaddingHorizontal * 2), element);
            for (var line = 0; line < flow.Paragraphs[index].LineCount; line++)
            {
                lines.Add(new(index, line));
                height += format.LinePitch;
            }
        }

        return new(left, width, lines.DrainToImmutable(), element) { Height = height };
    }

    private static Length Sum(ImmutableArray<Length> columns, int start, int end)
    {
        var sum = Length.Zero;
        for (var i = start; i < Math.Min(end, columns.Length); i++)
        {
            sum += columns[i];
        }

        return sum;
    }

    // A slice is as high as the highest of the lines that stand side by side in it.
    private ImmutableArray<Length> SliceHeights(ImmutableArray<FlowCell> cells, TableStyle style, Length least)
    {
        var heights = new Length[Math.Max(1, cells.IsEmpty ? 0 : cells.Max(cell => cell.Lines.Length))];
        foreach (var cell in cells)
        {
            for (var i = 0; i < cell.Lines.Length; i++)
            {
                heights[i] = Length.Max(heights[i], flow.Paragraphs[cell.Lines[i].Paragraph].Format.LinePitch);
            }
        }

        heights[0] += style.PaddingVertical;
        heights[^1] += style.PaddingVertical;
        heights[^1] += Length.Max(Length.Zero, least - new Length(heights.Sum(height => height.Millipoints)));
        return [.. heights];
    }

    // Headers that would fill half a page are not worth repeating.
    private void AddTable(int firstRow, StyleSheet sheet)
    {
        var headers = Enumerable.Range(firstRow, flow.Rows.Count - firstRow)
            .TakeWhile(row => flow.Rows[row].IsHeader)
            .ToImmutableArray();
        var height = new Length(headers.Sum(row => flow.Rows[row].Height.Millipoints));
        flow.Tables.Add(height.Millipoints * 2L > PageArea.HeightOf(sheet.Page).Millipoints
            ? new(sheet.Tables, [], Length.Zero)
            : new(sheet.Tables, headers, height));
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
                var kept = slice == 0
                    ? row > firstRow && flow.Rows[row - 1].IsHeader
                    : !(sheet.Tables.RowsMaySplit || isTooTall) || slice < 2 || laid.SliceHeights.Length - slice < 2;
                flow.Boxes.Add(new(
                    BoxKind.RowSlice,
                    row,
                    slice,
                    laid.SliceHeights[slice],
                    isFirst ? entry.Before : Length.Zero,
                    Length.Zero,
                    isFirst ? entry.Break : kept ? BoxBreak.Avoid : BoxBreak.Allowed));
            }
        }
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

    private readonly record struct ShapedCell(
        int Column,
        int Span,
        ImmutableArray<(Range Clusters, ParagraphFormat Format)> Parts);
}
