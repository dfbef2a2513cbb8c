using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>Writes the main part: blocks, and the section with page and grid.</summary>
internal sealed class BodyWriter(PartWriter xml, InlineWriter inlines, WordFigures pictures, Document document)
{
    private const string W = WordNames.Main;

    private readonly StyleSheet _styles = document.Styles;
    private readonly FigureWriter _figures = new(new(xml), pictures, document.Styles);
    private readonly StampWriter _stamps = new(new(xml), document);

    public void Write()
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("w", "document", W);
        xml.Declare("r", WordNames.Relationships);
        xml.Declare("mc", WordNames.Compatibility);
        xml.Declare("w15", WordNames.Word2012);
        xml.WriteAttributeString("Ignorable", WordNames.Compatibility, "w15");
        xml.WriteStartElement("body", W);
        for (var i = 0; i < document.Blocks.Length; i++)
        {
            WriteBlock(document.Blocks, ref i);
        }

        WriteSection();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteBlock(ImmutableArray<Block> blocks, ref int index)
    {
        var next = index + 1 < blocks.Length ? blocks[index + 1] : null;
        switch (blocks[index])
        {
            case Paragraph paragraph:
                WriteParagraph(paragraph, index, startsPage: false);
                break;
            case Table table:
                WriteTable(table, IsBeforeNames(index));
                if (next is null or Table)
                {
                    WriteEmpty(WordNames.SeparatorStyle);
                }

                break;
            case Diagram diagram:
                _figures.Write(diagram);
                break;
            case PageBreak when next is Paragraph paragraph:
                WriteParagraph(paragraph, ++index, startsPage: true);
                break;
            case PageBreak:
                WritePageBreak();
                break;
            default:
                throw new UnreachableException($"no Word form for {blocks[index].GetType().Name}");
        }
    }

    /// <summary>A paragraph of the text itself, the block at <paramref name="index"/>.</summary>
    private void WriteParagraph(Paragraph paragraph, int index, bool startsPage)
    {
        xml.WriteStartElement("p", W);
        xml.WriteStartElement("pPr", W);
        WriteValue("pStyle", paragraph.Style);
        if ((paragraph.Announces || IsBeforeNames(index)) && _styles.Paragraphs.GetValueOrDefault(paragraph.Style) is not { KeepWithNext: true })
        {
            WriteFlag("keepNext");
        }

        if (startsPage)
        {
            WriteFlag("pageBreakBefore");
        }

        WriteIndent(paragraph, index);
        xml.WriteEndElement();
        inlines.Write(paragraph.Inlines);
        _stamps.Write(index);
        xml.WriteEndElement();
    }

    // Names and seal are never on a page of their own (GB/T 9704-2012, 7.3.5.5).
    private bool IsBeforeNames(int index) =>
        index + 1 < document.Blocks.Length
        && document.Blocks[index + 1] is Paragraph next
        && _styles.Paragraphs.GetValueOrDefault(next.Style) is { Role: ParagraphRole.Signature };

    // Where a line of the signature stands depends on what it and the date say: beyond what a style can hold.
    private void WriteIndent(Paragraph paragraph, int index)
    {
        if (!_styles.Paragraphs.TryGetValue(paragraph.Style, out var style) || !SignatureBlock.Holds(style))
        {
            return;
        }

        var indent = SignatureBlock.RightIndentAt(document.Blocks, index, _styles);
        indent = indent == style.RightIndent ? indent : Math.Max(0, indent - SignatureBlock.BlankAtEnd(paragraph));
        if (indent != style.RightIndent)
        {
            WriteNumbers(
                "ind", ("rightChars", (int)decimal.Round(indent * 100)), ("right", (_styles.Page.CharacterPitch * indent).Twips));
        }
    }

    private void WriteParagraph(Paragraph paragraph, string style, bool keepWithNext = false)
    {
        xml.WriteStartElement("p", W);
        xml.WriteStartElement("pPr", W);
        WriteValue("pStyle", style);
        if (keepWithNext)
        {
            WriteFlag("keepNext");
        }

        xml.WriteEndElement();
        inlines.Write(paragraph.Inlines);
        xml.WriteEndElement();
    }

    private void WriteEmpty(string style) => WriteParagraph(new(style, []), style);

    private void WritePageBreak()
    {
        xml.WriteStartElement("p", W);
        xml.WriteStartElement("pPr", W);
        WriteValue("pStyle", WordNames.PageBreakStyle);
        xml.WriteEndElement();
        xml.WriteStartElement("r", W);
        xml.WriteStartElement("br", W);
        xml.WriteAttributeString("type", W, "page");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // A table or a row without cells would make Word offer a repair; there is nothing to show, so nothing is written.
    // The last row goes to the next page with the names below it.
    private void WriteTable(Table table, bool isBeforeNames)
    {
        var rows = table.Rows.Where(row => !row.Cells.IsEmpty).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        var edges = ColumnEdges(table);
        xml.WriteStartElement("tbl", W);
        xml.WriteStartElement("tblPr", W);
        WriteValue("tblStyle", WordNames.TableStyle);
        WriteWidth("tblW", edges[^1], "dxa");
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
            xml.WriteAttributeString("w", W, Number(edges[column + 1] - edges[column]));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        var vertical = VerticalHeights.Of(table, _styles);
        var spans = RowSpans.Of(table);
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
    private int[] ColumnEdges(Table table)
    {
        var edges = new int[table.Columns.Length + 1];
        var position = Length.Zero;
        var widths = ColumnWidths.Of(table, _styles);
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
            WriteValue(side, "nil");
        }

        xml.WriteEndElement();
    }

    private void WriteRow(Table table, int index, in RowPlace place, bool keepWithNext)
    {
        xml.WriteStartElement("tr", W);
        var (row, edges) = (table.Rows[index], place.Edges);
        var height = HeightOf(table, row, place.Vertical);
        if (row.IsHeader || height > 0 || !_styles.Tables.RowsMaySplit)
        {
            xml.WriteStartElement("trPr", W);
            if (!_styles.Tables.RowsMaySplit || place.Vertical > Length.Zero)
            {
                WriteFlag("cantSplit");
            }

            if (height > 0)
            {
                xml.WriteStartElement("trHeight", W);
                xml.WriteAttributeString("val", W, Number(height));
                xml.WriteAttributeString("hRule", W, "atLeast");
                xml.WriteEndElement();
            }

            if (row.IsHeader)
            {
                WriteFlag("tblHeader");
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
        var form = table.IsForm && !row.IsHeader ? _styles.Tables.FormRow.Twips : 0;

        // The height of a form's rows is how a form is known again.
        var label = vertical.Twips == _styles.Tables.FormRow.Twips ? vertical.Twips + 1 : vertical.Twips;
        return Math.Max(form, label);
    }

    private void WriteCell(TableCell cell, CellPlace place)
    {
        xml.WriteStartElement("tc", W);
        xml.WriteStartElement("tcPr", W);

        // The width of a column that fits its content is ours to work out again when the file comes back.
        var fitsContent = place.Column.Share == 0 && cell.ColumnSpan == 1;
        WriteWidth("tcW", fitsContent ? 0 : place.Width, fitsContent ? "auto" : "dxa");
        if (cell.ColumnSpan > 1)
        {
            WriteValue("gridSpan", Number(cell.ColumnSpan));
        }

        if (place.RowSpan != 1)
        {
            WriteValue("vMerge", place.RowSpan == 0 ? "continue" : "restart");
        }

        if (cell.IsVertical)
        {
            WriteValue("textDirection", "tbRlV");
        }

        WriteValue("vAlign", "center");
        xml.WriteEndElement();
        foreach (var paragraph in cell.Paragraphs)
        {
            var isPlain = !place.IsHeader && paragraph.Style == _styles.Tables.CellStyle;
            var style = isPlain ? DocxStyles.CellStyleId(_styles, place.Column.Alignment) : paragraph.Style;
            WriteParagraph(paragraph, style, place.KeepWithNext);
        }

        if (cell.Paragraphs.IsEmpty)
        {
            WriteParagraph(new(_styles.Tables.CellStyle, []), _styles.Tables.CellStyle, place.KeepWithNext);
        }

        xml.WriteEndElement();
    }

    private void WriteSection()
    {
        var page = _styles.Page;
        xml.WriteStartElement("sectPr", W);
        var hasEven = _styles.Numbers?.Position == PageNumberPosition.Outside;
        if (_styles.Numbers is not null)
        {
            WriteFooter("default", DocxTemplate.FooterId);
        }

        if (hasEven)
        {
            WriteFooter("even", DocxTemplate.EvenFooterId);
        }

        WriteNumbers("pgSz", ("w", page.Width.Twips), ("h", page.Height.Twips));
        WriteNumbers(
            "pgMar",
            ("top", page.Top.Twips),
            ("right", page.Right.Twips),
            ("bottom", page.Bottom.Twips),
            ("left", page.Left.Twips),
            ("header", 851),
            ("footer", FooterDistance().Twips),
            ("gutter", 0));
        xml.WriteStartElement("docGrid", W);
        xml.WriteAttributeString("type", W, "linesAndChars");
        xml.WriteAttributeString("linePitch", W, Number(page.LinePitch.Twips));

        // What the grid adds to a character of body text, in 4096ths of a point; −848 for 28 of 16 pt in 156 mm.
        var added = (page.CharacterPitch - _styles.Body.Size).Points * 4096;
        xml.WriteAttributeString("charSpace", W, Number((int)decimal.Round(added)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // Word measures from the edge of the paper to the bottom of the footer's line, a fifth of the size below its base line.
    private Length FooterDistance() =>
        _styles.Numbers is { } numbers
            ? _styles.Page.Bottom - numbers.Distance - (numbers.Size * 0.2m)
            : _styles.Page.Bottom * 0.5m;

    private void WriteFooter(string type, string id)
    {
        xml.WriteStartElement("footerReference", W);
        xml.WriteAttributeString("type", W, type);
        xml.WriteAttributeString("id", WordNames.Relationships, id);
        xml.WriteEndElement();
    }

    private void WriteNumbers(string element, params ReadOnlySpan<(string Name, int Value)> numbers)
    {
        xml.WriteStartElement(element, W);
        foreach (var (name, value) in numbers)
        {
            xml.WriteAttributeString(name, W, Number(value));
        }

        xml.WriteEndElement();
    }

    private void WriteWidth(string element, int width, string type)
    {
        xml.WriteStartElement(element, W);
        xml.WriteAttributeString("w", W, Number(width));
        xml.WriteAttributeString("type", W, type);
        xml.WriteEndElement();
    }

    private void WriteValue(string element, string value)
    {
        xml.WriteStartElement(element, W);
        xml.WriteAttributeString("val", W, value);
        xml.WriteEndElement();
    }

    private void WriteFlag(string element)
    {
        xml.WriteStartElement(element, W);
        xml.WriteEndElement();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private readonly record struct RowPlace(int[] Edges, Length Vertical, ImmutableArray<int[]> Spans);

    private readonly record struct CellPlace(TableColumn Column, int Width, bool IsHeader, bool KeepWithNext)
    {
        /// <summary>Rows it covers; 0 where it is part of a cell above.</summary>
        public int RowSpan { get; init; } = 1;
    }
}
