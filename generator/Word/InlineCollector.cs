using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>Gathers the text of one paragraph; what a page break or a figure parts becomes paragraphs of their own.</summary>
internal sealed class InlineCollector(DocxContext context)
{
    private readonly List<List<Inline>> _parts = [[]];

    // Fields nest: the instruction of one may hold another.
    private readonly Stack<OpenField> _fields = new();

    private readonly List<Block> _between = [];

    /// <summary>Page breaks and figures: one between each two parts.</summary>
    public IReadOnlyList<Block> Between => _between;

    /// <summary>The inlines before, between and after the page breaks and figures.</summary>
    public IReadOnlyList<ImmutableArray<Inline>> Parts => [.. _parts.Select(part => part.ToImmutableArray())];

    /// <summary>Adds what Word writes before an item of a list.</summary>
    public void AddLabel(string label) => AddText(label, new("", Bold: false, Underline: false) { Origin = Origin.None });

    public void Read(XElement parent, Origin origin)
    {
        var current = origin;
        foreach (var child in parent.Elements())
        {
            if (child.Name.Namespace != Xml.W)
            {
                context.CannotRepresent("公式或扩展内容", "a formula or extension");
                continue;
            }

            switch (child.Name.LocalName)
            {
                case "r":
                    ReadRun(child, current);
                    break;
                case "sdt" when MeltedInto(child, origin) is { } next:
                    current = next;
                    break;
                case "sdt":
                    ReadControl(child, current);
                    break;
                case "fldSimple":
                    ReadSimpleField(child, current);
                    break;
                case "ins" or "del" or "moveFrom" or "moveTo":
                    if (context.Keeps(child))
                    {
                        Read(child, current);
                    }

                    break;
                case "hyperlink" or "smartTag" or "customXml" or "bdo" or "dir" or "rubyBase":
                    Read(child, current);
                    break;
                default:
                    break; // Marks around text: bookmarks, comments, spelling, permissions.
            }
        }
    }

    // As MeltedControls: an editor ran two controls together, and what follows the inner one is its text.
    private Origin? MeltedInto(XElement control, Origin host) =>
        !host.IsFixedText && !control.Descendants().Any(each => each.Name.LocalName is "t" or "delText" or "br" or "sym" or "fldChar")
            ? context.OriginOf(control)
            : null;

    private void ReadControl(XElement control, Origin origin)
    {
        var properties = control.Element(Xml.W + "sdtPr");
        if (control.Element(Xml.W + "sdtContent") is { } content && !Xml.IsOn(properties?.Element(Xml.W + "showingPlcHdr")))
        {
            Read(content, context.OriginOf(control) ?? origin);
        }
    }

    private void ReadSimpleField(XElement field, Origin origin)
    {
        if (PageNumberOf(Xml.Value(field, "instr") ?? "") is { } number)
        {
            Add(number with { Origin = origin });
        }
        else
        {
            Read(field, origin);
        }
    }

    private void ReadRun(XElement run, Origin origin)
    {
        var properties = run.Element(Xml.W + "rPr");
        var look = new TextRun(
            "",
            Xml.IsOn(properties?.Element(Xml.W + "b")),
            Xml.IsOn(properties?.Element(Xml.W + "u"))) { Origin = origin };
        context.NoticeLooks(properties);
        var isHidden = Xml.IsOn(properties?.Element(Xml.W + "vanish"));
        if (isHidden)
        {
            context.CannotRepresent("隐藏文字", "hidden text");
        }

        // Marks of fields count also where they are hidden; text that nobody sees is not part of the document.
        foreach (var child in run.Elements().Where(each => !isHidden || each.Name.LocalName is "fldChar" or "instrText"))
        {
            ReadRunChild(child, look);
        }
    }

    private void ReadRunChild(XElement child, TextRun look)
    {
        switch (child.Name.LocalName)
        {
            case "t" or "delText":
                AddText(TextOf(child), look);
                break;
            case "tab" or "ptab":
                AddText("\t", look);
                break;
            case "noBreakHyphen":
                AddText("\u2011", look);
                break;
            case "sym":
                AddSymbol(child, look);
                break;
            case "br" when Xml.Value(child, "type") is "page" or "column":
                Part(new PageBreak());
                break;
            case "br" or "cr":
                Add(new LineBreak { Origin = look.Origin });
                break;
            case "fldChar":
                ReadFieldMark(Xml.Value(child, "fldCharType"), look.Origin);
                break;
            case "instrText" when _fields.TryPeek(out var field):
                field.Instruction.Append(child.Value);
                break;
            case "ruby" when child.Element(Xml.W + "rubyBase") is { } text:
                Read(text, look.Origin);
                break;
            case "footnoteReference" or "endnoteReference":
                context.CannotRepresent("脚注或尾注", "a footnote or endnote");
                break;
            case "drawing" when context.Figures.DiagramOf(child) is { } diagram:
                Part(diagram);
                break;
            case "AlternateContent" when DocxFigures.IsStamp(child):
                break; // Ours; drawn again where it is wanted.
            case "drawing" or "pict" or "object" or "AlternateContent":
                context.CannotRepresent("图形、文本框或嵌入对象", "a picture, text box or embedded object");
                break;
            default:
                break; // Properties, comment references, places of former page breaks.
        }
    }

    private void ReadFieldMark(string? kind, Origin origin)
    {
        if (kind == "begin")
        {
            _fields.Push(new(new()));
        }
        else if (_fields.TryPeek(out var field) && kind == "separate")
        {
            field.IsPageNumber = PageNumberOf(field.Instruction.ToString()) is not null;
            field.ShowsResult = true;
        }
        else if (kind == "end" && _fields.TryPop(out var ended) && PageNumberOf(ended.Instruction.ToString()) is { } number)
        {
            Add(number with { Origin = origin });
        }
    }

    private void AddSymbol(XElement symbol, TextRun look)
    {
        if (SymbolOf(symbol) is { } text)
        {
            AddText(text, look);
        }
        else
        {
            context.CannotRepresent("符号字体的字符", "a character of a symbol font");
        }
    }

    private void AddText(string text, TextRun look)
    {
        if (text.Length == 0 || _fields.Any(field => !field.ShowsResult || field.IsPageNumber))
        {
            return;
        }

        // Word cuts runs where nobody sees it: spelling, revisions, input methods.
        var part = _parts[^1];
        if (part.LastOrDefault() is TextRun last
            && last.Bold == look.Bold && last.Underline == look.Underline && last.Origin.Equals(look.Origin))
        {
            part[^1] = last with { Text = last.Text + text };
        }
        else
        {
            part.Add(look with { Text = text });
        }
    }

    private void Part(Block block)
    {
        _between.Add(block);
        _parts.Add([]);
    }

    private void Add(Inline inline)
    {
        if (_fields.All(field => field.ShowsResult && !field.IsPageNumber))
        {
            _parts[^1].Add(inline);
        }
    }

    /// <summary>The text of a symbol; null in the private use area, which holds pictures of a symbol font.</summary>
    public static string? SymbolOf(XElement symbol) =>
        int.TryParse(Xml.Value(symbol, "char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var character)
        && character is > 0x20 and < 0xD800
            ? ((char)character).ToString()
            : null;

    // Line ends inside w:t are spaces to Word; spaces at its ends count only where the file says so.
    public static string TextOf(XElement text)
    {
        var value = text.Value.Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
        return (string?)text.Attribute(XNamespace.Xml + "space") == "preserve" ? value : value.Trim(' ');
    }

    public static PageNumber? PageNumberOf(string instruction) =>
        instruction.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()?.ToUpperInvariant() switch
        {
            "PAGE" => new(),
            "NUMPAGES" => new(Total: true),
            _ => null,
        };

    private sealed record OpenField(StringBuilder Instruction)
    {
        public bool ShowsResult { get; set; }

        public bool IsPageNumber { get; set; }
    }
}
