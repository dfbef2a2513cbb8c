using System.Collections.Immutable;
using System.Diagnostics;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>Writes the main part: blocks, and the section with page and grid.</summary>
internal sealed class BodyWriter(PartWriter xml, InlineWriter inlines, WordFigures pictures, Document document)
{
    private const string W = WordNames.Main;

    private readonly StyleSheet _styles = document.Styles;
    private readonly FigureWriter _figures = new(new(xml), pictures, document.Styles);
    private readonly StampWriter _stamps = new(new(xml), document);
    private readonly PropertyWriter _properties = new(xml);
    private readonly PlainParagraphs _plain = new(xml, inlines);
    private readonly TableWriter _tables = new(xml, inlines, document.Styles);

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
                _tables.Write(table, IsBeforeNames(index));
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
        _properties.Value("pStyle", paragraph.Style);
        if ((paragraph.Announces || IsBeforeNames(index)) && _styles.Paragraphs.GetValueOrDefault(paragraph.Style) is not { KeepWithNext: true })
        {
            _properties.Flag("keepNext");
        }

        if (startsPage)
        {
            _properties.Flag("pageBreakBefore");
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
            _properties.Numbers(
                "ind", ("rightChars", (int)decimal.Round(indent * 100)), ("right", (_styles.Page.CharacterPitch * indent).Twips));
        }
    }

    private void WriteEmpty(string style) => _plain.Write(new(style, []), style);

    private void WritePageBreak()
    {
        xml.WriteStartElement("p", W);
        xml.WriteStartElement("pPr", W);
        _properties.Value("pStyle", WordNames.PageBreakStyle);
        xml.WriteEndElement();
        xml.WriteStartElement("r", W);
        xml.WriteStartElement("br", W);
        xml.WriteAttributeString("type", W, "page");
        xml.WriteEndElement();
        xml.WriteEndElement();
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

        _properties.Numbers("pgSz", ("w", page.Width.Twips), ("h", page.Height.Twips));
        _properties.Numbers(
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
        xml.WriteAttributeString("linePitch", W, PropertyWriter.Text(page.LinePitch.Twips));

        // What the grid adds to a character of body text, in 4096ths of a point; −848 for 28 of 16 pt in 156 mm.
        var added = (page.CharacterPitch - _styles.Body.Size).Points * 4096;
        xml.WriteAttributeString("charSpace", W, PropertyWriter.Text((int)decimal.Round(added)));
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
}
