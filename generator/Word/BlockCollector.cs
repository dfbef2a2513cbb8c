using System.Collections.Immutable;
using System.Xml.Linq;
using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>Gathers the blocks of a body or a cell.</summary>
internal sealed class BlockCollector(DocxContext context, StyleSheet sheet)
{
    private static readonly string[] Changes = ["ins", "moveTo", "del", "moveFrom"];

    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();

    // A paragraph whose end a tracked change took away, waiting for the one it ran into.
    private InlineCollector? _unended;
    private StyleMatch _unendedStyle = new("body");

    /// <summary>The alignment that the style of the first paragraph asks of a table's column.</summary>
    public TextAlignment? Alignment { get; private set; }

    /// <summary>Reads all of a body or cell.</summary>
    public ImmutableArray<Block> ReadAll(XElement parent, Origin origin)
    {
        Read(parent, origin);
        if (_unended is not null)
        {
            AddParts(_unendedStyle, _unended);
            _unended = null;
        }

        return _blocks.ToImmutable();
    }

    private void Read(XElement parent, Origin origin)
    {
        foreach (var child in parent.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "p":
                    ReadParagraph(child, origin);
                    break;
                case "tbl":
                    if (new DocxTableReader(context, sheet).Read(child, origin) is { Rows.IsEmpty: false } table)
                    {
                        _blocks.Add(table);
                    }

                    break;
                case "sdt" when child.Element(Xml.W + "sdtContent") is { } content:
                    Read(content, context.OriginOf(child) ?? origin);
                    break;
                case "ins" or "del" or "moveFrom" or "moveTo":
                    if (context.Keeps(child))
                    {
                        Read(child, origin);
                    }

                    break;
                case "customXml" or "smartTag":
                    Read(child, origin);
                    break;
                case "altChunk":
                    context.CannotRepresent("嵌入的其他文档", "an embedded document");
                    break;
                default:
                    break; // The section, properties of the cell, marks around blocks.
            }
        }
    }

    private void ReadParagraph(XElement paragraph, Origin origin)
    {
        context.BeginParagraph();
        var properties = paragraph.Element(Xml.W + "pPr");
        var style = context.StyleOf(Xml.Value(properties?.Element(Xml.W + "pStyle"), "val"));
        var inlines = _unended ?? new InlineCollector(context);
        _unended = null;
        inlines.Read(paragraph, origin);
        if (EndIsTakenAway(properties))
        {
            (_unended, _unendedStyle) = (inlines, style);
            return;
        }

        Notice(properties, style.Style);
        Alignment ??= style.Alignment;
        var section = properties?.Element(Xml.W + "sectPr");
        if (Xml.IsOn(properties?.Element(Xml.W + "pageBreakBefore")))
        {
            _blocks.Add(new PageBreak());
        }

        AddParts(style, inlines);
        if (section is not null && Xml.Value(section.Element(Xml.W + "type"), "val") != "continuous")
        {
            _blocks.Add(new PageBreak());
        }
    }

    private bool EndIsTakenAway(XElement? properties) =>
        properties?.Element(Xml.W + "rPr") is { } mark
        && Changes.Select(name => mark.Element(Xml.W + name)).FirstOrDefault(change => change is not null) is { } found
        && !context.Keeps(found);

    private void Notice(XElement? properties, string style)
    {
        // Indents of names, date and seal follow from what they say, and are worked out again.
        var isOfSignature = sheet.Paragraphs.TryGetValue(style, out var found) && SignatureBlock.Holds(found);
        context.NoticeLayout(isOfSignature ? properties?.Elements().Where(each => each.Name != Xml.W + "ind") : properties?.Elements());
        if (properties?.Element(Xml.W + "numPr") is { } numbering && Xml.Value(numbering.Element(Xml.W + "numId"), "val") != "0")
        {
            context.CannotRepresent("自动编号", "automatic numbering");
        }
    }

    // An empty part beside a page break is the break itself, not an empty line; likewise beside a figure.
    private void AddParts(StyleMatch style, InlineCollector inlines)
    {
        var parts = inlines.Parts;
        if (style.IsSeparator && parts is [{ IsEmpty: true }])
        {
            return;
        }

        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
            {
                _blocks.Add(inlines.Between[i - 1]);
            }

            if (parts.Count == 1 || !parts[i].IsEmpty)
            {
                _blocks.Add(new Paragraph(style.Style, parts[i]) { Origin = context.Place });
            }
        }
    }
}
