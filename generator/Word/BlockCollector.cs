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

    /// <summary>The style of text of other origin in a cell; null in the body of the document.</summary>
    public string? Cell { get; init; }

    /// <summary>The alignment that the first paragraph asks of a table's column.</summary>
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
                case "sectPr":
                    NoticeSection(child);
                    break;
                default:
                    break; // Properties of the cell, marks around blocks.
            }
        }
    }

    private void ReadParagraph(XElement paragraph, Origin origin)
    {
        context.BeginParagraph();
        var properties = paragraph.Element(Xml.W + "pPr");
        var style = StyleOf(paragraph);
        var inlines = _unended ?? Begin(properties);
        _unended = null;
        inlines.Read(paragraph, origin);
        if (EndIsTakenAway(properties))
        {
            (_unended, _unendedStyle) = (inlines, style);
            return;
        }

        Notice(properties, style);
        var section = properties?.Element(Xml.W + "sectPr");
        NoticeSection(section);
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

    private void NoticeSection(XElement? section)
    {
        if (Xml.Value(section?.Element(Xml.W + "pgSz"), "orient") == "landscape")
        {
            context.CannotRepresent("横向页面", "a landscape page");
        }

        if (Xml.Value(section?.Element(Xml.W + "cols"), "num") is not (null or "0" or "1"))
        {
            context.CannotRepresent("分栏", "text in columns");
        }
    }

    private bool EndIsTakenAway(XElement? properties) =>
        properties?.Element(Xml.W + "rPr") is { } mark
        && Changes.Select(name => mark.Element(Xml.W + name)).FirstOrDefault(change => change is not null) is { } found
        && !context.Keeps(found);

    private StyleMatch StyleOf(XElement paragraph)
    {
        var style = context.StyleOf(Xml.Value(paragraph.Element(Xml.W + "pPr")?.Element(Xml.W + "pStyle"), "val"), Cell);
        var isPlain = context.IsForeign && Cell is null && style is { IsForeign: true, Style: "body" };
        return isPlain && ForeignLooks.StyleOf(paragraph, IsAbove()) is { } name && sheet.Paragraphs.ContainsKey(name) ? style with { Style = name } : style;
    }

    private bool IsAbove() => _blocks.All(each => each is Paragraph paragraph && (paragraph.Style == "title" || paragraph.Inlines.IsEmpty));

    private InlineCollector Begin(XElement? properties)
    {
        var inlines = new InlineCollector(context);
        var place = context.ListOf(properties);
        if (!ListNumbering.IsItem(place))
        {
            return inlines;
        }

        if (context.Lists.Next(place) is { } label)
        {
            inlines.AddLabel(label);
        }
        else
        {
            context.CannotRepresent("自动编号", "automatic numbering");
        }

        return inlines;
    }

    private void Notice(XElement? properties, StyleMatch match)
    {
        // Indents of names, date and seal follow from what they say, and are worked out again.
        var isOfSignature = sheet.Paragraphs.TryGetValue(match.Style, out var style) && SignatureBlock.Holds(style);
        context.NoticeLayout(isOfSignature ? properties?.Elements().Where(each => each.Name != Xml.W + "ind") : properties?.Elements());
        var byHand = ForeignLooks.AlignmentOf(properties);
        if (Cell is not null && match.IsForeign && Cell == match.Style)
        {
            Alignment ??= byHand;
        }
        else if (byHand is TextAlignment.Centre or TextAlignment.Right && byHand != style?.Alignment)
        {
            context.NoticeByHand();
        }

        Alignment ??= match.Alignment;
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
