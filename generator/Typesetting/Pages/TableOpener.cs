using System.Collections.Immutable;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Lines;

namespace PiiDocs.Typesetting.Pages;

/// <summary>What all cells of a table share.</summary>
/// <param name="Table">The table.</param>
/// <param name="Style">Of the table: without a border where it has no rules.</param>
/// <param name="Columns">Their widths.</param>
internal readonly record struct TableFrame(Table Table, TableStyle Style, ImmutableArray<Length> Columns);

/// <summary>Shapes the cells of a table, and gives them their places in its structure and across its width.</summary>
internal sealed class TableOpener(Flow flow, Formats formats, ParagraphLayouter paragraphs)
{
    private const int Decoration = -1;

    public OpenCell[][] Open(in TableFrame frame)
    {
        var table = frame.Table;
        var element = flow.Structure.AddTable();
        var spans = RowSpans.Of(table);
        var rows = new OpenCell[table.Rows.Length][];
        for (var row = 0; row < rows.Length; row++)
        {
            var rowElement = flow.Structure.AddRow(element);
            var (cells, isHeader, column) = (table.Rows[row].Cells, table.Rows[row].IsHeader, 0);
            rows[row] = new OpenCell[cells.Length];
            for (var i = 0; i < cells.Length; i++)
            {
                var span = spans[row][i];
                var place = new CellPlace(row, column, span)
                {
                    Element = span == 0 ? Decoration : flow.Structure.AddCell(rowElement, isHeader, cells[i].ColumnSpan, span),
                    Alignment = isHeader ? null : table.Columns[Math.Min(column, table.Columns.Length - 1)].Alignment,
                };
                rows[row][i] = OpenOne(cells[i], place, frame);
                column += cells[i].ColumnSpan;
            }
        }

        MarkOpenBelow(rows);
        return rows;
    }

    /// <summary>Breaks the text of a cell into lines.</summary>
    public void Lay(OpenCell cell, TableStyle style)
    {
        var lines = ImmutableArray.CreateBuilder<CellLine>();
        var height = Length.Zero;
        for (var i = 0; i < cell.Clusters.Length; i++)
        {
            var index = paragraphs.Break(cell.Clusters[i], cell.Formats[i], cell.Width - (style.PaddingHorizontal * 2), cell.Element);
            for (var line = 0; line < flow.Paragraphs[index].LineCount; line++)
            {
                lines.Add(new(index, line));
                height += cell.Formats[i].LinePitch;
            }
        }

        (cell.Lines, cell.Height) = (lines.DrainToImmutable(), height);
    }

    /// <summary>Makes a vertical cell one of lines, which may go on on the next page as columns cannot.</summary>
    public void LayUnturned(OpenCell cell, TableStyle style)
    {
        (cell.IsVertical, cell.Rows) = (false, 1);
        cell.Clusters = Shaped(cell.Cell, cell.Formats, isVertical: false);
        Lay(cell, style);
    }

    // What is part of a cell above has no text of its own to show.
    private OpenCell OpenOne(TableCell cell, in CellPlace place, in TableFrame frame)
    {
        var (isPart, alignment, style) = (place.Span == 0, place.Alignment, frame.Style);
        var formatted = isPart ? [] : cell.Paragraphs.Select(paragraph => FormatOf(paragraph, alignment, style)).ToImmutableArray();
        return new()
        {
            Cell = cell,
            Row = place.Row,
            Left = Sum(frame.Columns, 0, place.Column),
            Width = Sum(frame.Columns, place.Column, place.Column + cell.ColumnSpan),
            IsPart = isPart,
            Rows = Math.Max(1, place.Span),
            Element = place.Element,
            Formats = formatted,
            Clusters = Shaped(cell, formatted, cell.IsVertical),
            IsVertical = cell.IsVertical && !isPart,
        };
    }

    private Range[] Shaped(TableCell cell, ImmutableArray<ParagraphFormat> formatted, bool isVertical)
    {
        var shaped = new Range[formatted.Length];
        for (var i = 0; i < shaped.Length; i++)
        {
            var inlines = cell.Paragraphs[i].Inlines;
            shaped[i] = isVertical ? paragraphs.ShapeVertical(inlines, formatted[i]) : paragraphs.Shape(inlines, formatted[i]);
        }

        return shaped;
    }

    // A header keeps the alignment of its own style; a body cell takes the column's.
    private ParagraphFormat FormatOf(Paragraph paragraph, TextAlignment? alignment, TableStyle style)
    {
        var name = paragraph.Style.Length > 0 ? paragraph.Style : alignment is null ? style.HeaderStyle : style.CellStyle;
        var format = formats.Of(name, paragraph.Origin);
        return alignment is { } wanted ? format.AlignedAs(wanted) : format;
    }

    private static void MarkOpenBelow(OpenCell[][] rows)
    {
        for (var row = 1; row < rows.Length; row++)
        {
            foreach (var part in rows[row].Where(cell => cell.IsPart))
            {
                rows[row - 1].First(above => above.Left == part.Left && above.Cell.ColumnSpan == part.Cell.ColumnSpan).IsOpenBelow = true;
            }
        }
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

    private readonly record struct CellPlace(int Row, int Column, int Span)
    {
        public required int Element { get; init; }

        /// <summary>Null in a header.</summary>
        public required TextAlignment? Alignment { get; init; }
    }
}
