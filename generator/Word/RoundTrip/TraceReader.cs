using System.Text;
using System.Xml.Linq;
using PiiDocs.Documents.RoundTrip;

namespace PiiDocs.Word.RoundTrip;

/// <summary>Walks a part of a file and finds our controls, what they show, and the text around them.</summary>
/// <remarks>Tracked changes count as accepted. Text boxes are walked where they are anchored.</remarks>
/// <param name="fields">What the controls stand for.</param>
/// <param name="occurrences">How many controls of each tag were found so far, in this part and those before.</param>
internal sealed class TraceReader(DocxFields fields, Dictionary<string, int> occurrences)
{
    // Nobody nests controls so; a file made to cost memory would.
    private const int DeepestNesting = 8;

    private readonly List<FoundControl> _controls = [];
    private readonly List<TracedParagraph> _paragraphs = [];
    private readonly List<(int Number, XElement Paragraph)> _elements = [];
    private readonly Stack<FoundControl> _open = new();
    private readonly Stack<FieldMark> _marks = new();
    private readonly Skeleton _skeleton = new();
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _outside = new();
    private readonly Dictionary<string, string> _keys = fields.Written.Controls.ToDictionary(each => each.Tag, each => each.Key, StringComparer.Ordinal);

    private FoundControl? _last;
    private int _paragraph;
    private bool _isBody;
    private bool _endIsTakenAway;

    public IReadOnlyList<FoundControl> Controls => _controls;

    public IReadOnlyList<TracedParagraph> Paragraphs => _paragraphs;

    /// <summary>Every paragraph of the body, those that show nothing too.</summary>
    public IReadOnlyList<(int Number, XElement Paragraph)> Elements => _elements;

    public void Read(XElement root, bool isBody)
    {
        _isBody = isBody;
        ReadBlocks(root);
        EndParagraph();
    }

    private void ReadBlocks(XElement parent)
    {
        foreach (var child in parent.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "p":
                    ReadParagraph(child);
                    break;
                case "tbl" or "tc" or "customXml" or "smartTag" or "sdtContent" or "ins" or "moveTo":
                    ReadBlocks(child);
                    break;
                case "tr" when child.Element(Xml.W + "trPr")?.Element(Xml.W + "del") is null:
                    ReadBlocks(child);
                    break;
                case "sdt":
                    ReadControl(child, ReadBlocks);
                    break;
                default:
                    break; // Properties, the section, what a tracked change took away.
            }
        }
    }

    private void ReadParagraph(XElement paragraph)
    {
        _paragraph++;
        if (_isBody)
        {
            _elements.Add((_paragraph, paragraph));
        }

        foreach (var control in _open.Where(each => each.Text.Length > 0))
        {
            control.Text.Append('\n');
            control.IsEntangled = true;
        }

        ReadInlines(paragraph);
        var mark = paragraph.Element(Xml.W + "pPr")?.Element(Xml.W + "rPr");
        _endIsTakenAway = mark?.Element(Xml.W + "del") is not null || mark?.Element(Xml.W + "moveFrom") is not null;
        if (!_endIsTakenAway)
        {
            EndParagraph();
        }
    }

    private void EndParagraph()
    {
        if (_skeleton.End() is { } hash && _isBody)
        {
            _paragraphs.Add(new(_paragraph, hash, _text.ToString()) { Outside = _outside.ToString() });
        }

        _text.Clear();
        _outside.Clear();
    }

    private void ReadInlines(XElement parent)
    {
        foreach (var child in parent.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "r":
                    ReadRun(child);
                    break;
                case "sdt":
                    ReadControl(child, ReadInlines);
                    break;
                case "fldSimple":
                    ReadSimpleField(child);
                    break;
                case "ins" or "moveTo":
                    Entangle();
                    ReadInlines(child);
                    break;
                case "del" or "moveFrom":
                    Entangle();
                    break;
                case "hyperlink" or "smartTag" or "customXml" or "bdo" or "dir" or "rubyBase" or "sdtContent":
                    ReadInlines(child);
                    break;
                default:
                    break; // Marks around text: bookmarks, comments, spelling, permissions.
            }
        }
    }

    // A control inside another of the same field is a copy that a paste left there: the outer one speaks for both.
    private void ReadControl(XElement control, Action<XElement> readContent)
    {
        if (control.Element(Xml.W + "sdtContent") is not { } content)
        {
            return;
        }

        if (fields.TagOf(control) is not { } tag || _open.Count == DeepestNesting || _open.Any(each => each.Tag == tag))
        {
            readContent(content);
            return;
        }

        Entangle();
        if (_open.Count == 0)
        {
            AddToSkeleton(tag);
        }

        var found = Open(tag, control, content);
        _open.Push(found);
        if (!Xml.IsOn(control.Element(Xml.W + "sdtPr")?.Element(Xml.W + "showingPlcHdr")))
        {
            readContent(content);
        }

        _open.Pop();
        _last = found;

        // One that an editor ran into its host stood beside it: see MeltedControls.
        if (found is { Host: not null, Text.Length: 0 })
        {
            AddToSkeleton(tag);
        }
    }

    private void AddToSkeleton(string tag)
    {
        _skeleton.AddControl(_keys.GetValueOrDefault(tag, tag));
        _outside.Append('\n');
    }

    private FoundControl Open(string tag, XElement control, XElement content)
    {
        var occurrence = occurrences.GetValueOrDefault(tag);
        occurrences[tag] = occurrence + 1;

        // A control around a paragraph begins before it.
        var paragraph = content.Element(Xml.W + "p") is null && content.Element(Xml.W + "tc") is null ? _paragraph : _paragraph + 1;
        var found = new FoundControl(tag, control, _isBody ? paragraph : 0)
        {
            Occurrence = occurrence,
            Host = _open.TryPeek(out var host) ? host : null,
            HostOffset = host?.Text.Length ?? 0,
            Before = _last?.Tag == tag && (!_isBody || paragraph - _last.Paragraph <= 1) ? _last : null,
            BeginsParagraph = _last is not null && paragraph != _last.Paragraph,
        };
        _controls.Add(found);
        return found;
    }

    private void ReadSimpleField(XElement field)
    {
        if (InlineCollector.PageNumberOf(Xml.Value(field, "instr") ?? "") is not null)
        {
            AddPageNumber();
            return;
        }

        Entangle();
        ReadInlines(field);
    }

    private void ReadRun(XElement run)
    {
        foreach (var child in run.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "t":
                    AddText(InlineCollector.TextOf(child));
                    break;
                case "tab" or "ptab":
                    AddText("\t");
                    break;
                case "noBreakHyphen":
                    AddText("\u2011");
                    break;
                case "sym" when InlineCollector.SymbolOf(child) is { } symbol:
                    AddText(symbol);
                    break;
                case "br" when Xml.Value(child, "type") is "page" or "column":
                    Entangle();
                    break;
                case "br" or "cr":
                    AddText("\n");
                    break;
                case "fldChar":
                    ReadFieldMark(Xml.Value(child, "fldCharType"));
                    break;
                case "instrText" when _marks.TryPeek(out var mark):
                    mark.Instruction.Append(child.Value);
                    break;
                case "rPr" or "lastRenderedPageBreak" or "softHyphen" or "commentReference" or "annotationRef":
                    break;
                default:
                    Entangle();
                    ReadTextBoxes(child);
                    break;
            }
        }
    }

    // A text box is a body of its own, and none of the document's paragraphs.
    private void ReadTextBoxes(XElement drawing)
    {
        foreach (var box in drawing.Descendants(Xml.W + "txbxContent").Where(each => IsOutermost(each, drawing)))
        {
            var inner = new TraceReader(fields, occurrences);
            inner.Read(box, isBody: false);
            _controls.AddRange(inner._controls);
        }
    }

    private static bool IsOutermost(XElement box, XElement drawing) =>
        !box.Ancestors().TakeWhile(each => each != drawing).Any(each => each.Name == box.Name);

    private void ReadFieldMark(string? kind)
    {
        Entangle();
        if (kind == "begin")
        {
            _marks.Push(new(new()));
        }
        else if (kind == "separate" && _marks.TryPeek(out var mark))
        {
            mark.ShowsResult = !mark.IsPageNumber;
        }
        else if (kind == "end" && _marks.TryPop(out var ended) && ended.IsPageNumber)
        {
            AddPageNumber();
        }
    }

    private void AddPageNumber()
    {
        Entangle();
        _last = null;
        if (_open.Count == 0 && _marks.All(mark => mark.ShowsResult))
        {
            _skeleton.AddPageNumber();
        }
    }

    private void AddText(string text)
    {
        if (text.Length == 0 || _marks.Any(mark => !mark.ShowsResult))
        {
            return;
        }

        _text.Append(text);
        foreach (var control in _open)
        {
            control.Text.Append(text);
        }

        if (_open.Count == 0)
        {
            _skeleton.AddText(text);
            _outside.Append(text);
            _last = null;
        }
    }

    private void Entangle()
    {
        foreach (var control in _open)
        {
            control.IsEntangled = true;
        }
    }

    private sealed record FieldMark(StringBuilder Instruction)
    {
        public bool ShowsResult { get; set; }

        public bool IsPageNumber => InlineCollector.PageNumberOf(Instruction.ToString()) is not null;
    }
}
