using System.Collections.Immutable;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>Writes tables.</summary>
internal sealed class TableWriter(PartWriter xml, InlineWriter inlines, StyleSheet styles)
{
    private const string W = WordNames.Main;

    private readonly PropertyWriter _properties = new(xml);
    private readonly PlainParagraphs _paragraphs = new(xml, inlines);

    // A table or a row without cells would make Word offer a repair; there is nothing to show, so nothing is written.
    // The last row goes to the next page with the names below it.
    public void Write(Table table, bool isBeforeNames)
    {
        var rows = table.Rows.Where(row => !row.Cells.IsEmpty).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        var widths = ColumnWidths.Of(table, styles);
        var edges = EdgesOf(widths);
        xml.WriteStartElement("tbl", W);
        xml.WriteStartElement("tblPr", W);
        _properties.Value("tblStyle", WordNames.TableStyle);
        _properties.Width("tblW", edges[^1], "dxa");
        if (table.IsUnruled)
        {
            WriteNoBorders();
        }

        xml.WriteStartElement("tblLayout", W);
        xml.WriteAttributeString("type", W, "fixed");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("tblGrid", W);
        for (var column = 0; column < table.Columns.Length; column++)
        {
            xml.WriteStartElement("gridCol", W);
            xml.WriteAttributeString("w", W, PropertyWriter.Text(edges[column + 1] - edges[column]));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        var spans = RowSpans.Of(table);
        var vertical = new VerticalHeights(styles, widths).Of(table, spans);
        for (var i = 0; i < table.Rows.Length; i++)
        {
            if (!table.Rows[i].Cells.IsEmpty)
            {
                WriteRow(table, i, new(edges, vertical[i], spans), isBeforeNames && ReferenceEquals(table.Rows[i], rows[^1]));
            }
        }

        xml.WriteEndElement();
    }

    // Edges, not widths, are rounded: the sum of the columns is then the width of the table, to the twip.
    private static int[] EdgesOf(ImmutableArray<Length> widths)
    {
        var edges = new int[widths.Length + 1];
        var position = Length.Zero;
        for (var i = 0; i < widths.Length; i++)
        {
            position += widths[i];
            edges[i + 1] = position.Twips;
        }

        return edges;
    }

    private void WriteNoBorders()
    {
        xml.WriteStartElement("tblBorders", W);
        foreach (var side in new[] { "top", "left", "bottom", "right", "insideH", "insideV" })
        {
            _properties.Value(side, "nil");
        }

        xml.WriteEndElement();
    }

    private void WriteRow(Table table, int index, in RowPlace place, bool keepWithNext)
    {
        xml.WriteStartElement("tr", W);
        var (row, edges) = (table.Rows[index], place.Edges);
        var height = HeightOf(table, row, place.Vertical);
        if (row.IsHeader || height > 0 || !styles.Tables.RowsMaySplit)
        {
            xml.WriteStartElement("trPr", W);
            if (!styles.Tables.RowsMaySplit || place.Vertical > Length.Zero)
            {
                _properties.Flag("cantSplit");
            }

            if (height > 0)
            {
                xml.WriteStartElement("trHeight", W);
                xml.WriteAttributeString("val", W, PropertyWriter.Text(height));
                xml.WriteAttributeString("hRule", W, "atLeast");
                xml.WriteEndElement();
            }

            if (row.IsHeader)
            {
                _properties.Flag("tblHeader");
            }

            xml.WriteEndElement();
        }

        var column = 0;
        inlines.BeginRow();
        for (var i = 0; i < row.Cells.Length; i++)
        {
            var cell = row.Cells[i];
            WriteCell(cell, new(table.Columns[column], edges[column + cell.ColumnSpan] - edges[column], row.IsHeader, keepWithNext) { RowSpan = place.Spans[index][i] });
            column += cell.ColumnSpan;
        }

        inlines.EndRow();
        xml.WriteEndElement();
    }

    // At least what a form leaves to write in, and what a label that stands is high: not every program makes a row grow with it.
    private int HeightOf(Table table, TableRow row, Length vertical)
    {
        var form = table.IsForm && !row.IsHeader ? styles.Tables.FormRow.Twips : 0;

        // The height of a form's rows is how a form is known again.
        var label = vertical.Twips == styles.Tables.FormRow.Twips ? vertical.Twips + 1 : vertical.Twips;
        return Math.Max(Math.Max(form, row.LeastHeight.Twips), label);
    }

    private void WriteCell(TableCell cell, CellPlace place)
    {
        xml.WriteStartElement("tc", W);
        xml.WriteStartElement("tcPr", W);

        // The width of a column that fits its content is ours to work out again when the file comes back.
        var fitsContent = place.Column.Share == 0 && cell.ColumnSpan == 1;
        _properties.Width("tcW", fitsContent ? 0 : place.Width, fitsContent ? "auto" : "dxa");
        if (cell.ColumnSpan > 1)
        {
            _properties.Value("gridSpan", PropertyWriter.Text(cell.ColumnSpan));
        }

        if (place.RowSpan != 1)
        {
            _properties.Value("vMerge", place.RowSpan == 0 ? "continue" : "restart");
        }

        if (cell.IsVertical)
        {
            _properties.Value("textDirection", "tbRlV");
        }

        _properties.Value("vAlign", "center");
        xml.WriteEndElement();
        foreach (var paragraph in cell.Paragraphs)
        {
            var isPlain = !place.IsHeader && paragraph.Style == styles.Tables.CellStyle;
            var style = isPlain ? DocxStyles.CellStyleId(styles, place.Column.Alignment) : paragraph.Style;
            _paragraphs.Write(paragraph, style, place.KeepWithNext);
        }

        if (cell.Paragraphs.IsEmpty)
        {
            _paragraphs.Write(new(styles.Tables.CellStyle, []), styles.Tables.CellStyle, place.KeepWithNext);
        }

        xml.WriteEndElement();
    }

    private readonly record struct RowPlace(int[] Edges, Length Vertical, ImmutableArray<int[]> Spans);

    private readonly record struct CellPlace(TableColumn Column, int Width, bool IsHeader, bool KeepWithNext)
    {
        /// <summary>Rows it covers; 0 where it is part of a cell above.</summary>
        public int RowSpan { get; init; } = 1;
    }
}
