using System.Xml;
using PiiDocs.Privacy.Scanning.Matching;

namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>Reads any XML part of an office file, and any other XML: texts by paragraph, and every attribute.</summary>
internal sealed class OfficeXmlReader(ScanSession session, string partName)
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreProcessingInstructions = false,
        CheckCharacters = false,
    };

    private readonly TextPart _texts = new(partName);
    private readonly TextPart _attributes = new(partName) { Scope = PatternScope.None };
    private readonly TextPart _values = new(partName) { Scope = PatternScope.Whole };
    private readonly Stack<ParagraphText> _paragraphs = new();
    private readonly Stack<Frame> _frames = new();
    private readonly BoxedCharacters _boxes = new();
    private int _count;

    /// <summary>What a text of this part is where its element does not say.</summary>
    public required PartKind OwnKind { get; init; }

    /// <summary>The values of cells are read elsewhere.</summary>
    public bool SkipsCells { get; init; }

    /// <summary>Characters a reader of the page would see.</summary>
    public int Visible { get; private set; }

    private PlaceUnit Unit => new(UnitKind.Paragraph, _count);

    /// <summary>Reads XML; what is not well-formed is read again as tags and text.</summary>
    public void ReadOrStrip(string xml)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml.TrimStart('\uFEFF', ' ', '\n', '\r', '\t')), Settings);
            Read(reader);
        }
        catch (XmlException)
        {
            session.Search(_texts, isLast: true);
            session.Report(partName, ObstacleReason.Corrupt);
            new HtmlReader(new(ReadOnlyMemory<byte>.Empty, "", partName, 0), session).Read(xml);
        }
    }

    public void Read(Stream stream)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        Read(memory.GetBuffer().AsMemory(0, (int)memory.Length));
    }

    public void Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content.ToArray(), writable: false), Settings);
            Read(reader);
        }
        catch (XmlException)
        {
            session.Search(_texts, isLast: true);
            session.Report(partName, ObstacleReason.Corrupt);
            if (TextDecoder.Decode(content.Span) is { } text)
            {
                new HtmlReader(new(content, "", partName, 0), session).Read(text);
            }
        }
    }

    private void Read(XmlReader reader)
    {
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Open(reader);
                    break;
                case XmlNodeType.EndElement:
                    Close(reader.LocalName);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    AddText(reader.Value);
                    break;
                case XmlNodeType.Whitespace when _frames.TryPeek(out var frame) && OfficeWords.IsRunText(frame.Name):
                    AddText(reader.Value);
                    break;
                case XmlNodeType.Comment or XmlNodeType.ProcessingInstruction:
                    _texts.Add(reader.Value, PartKind.Comment, Unit);
                    break;
                default:
                    break;
            }

            session.Search(_texts, isLast: false);
            session.Search(_attributes, isLast: false);
            session.Search(_values, isLast: false);
        }

        _boxes.End(_texts);
        session.Search(_texts, isLast: true);
        session.Search(_attributes, isLast: true);
        session.Search(_values, isLast: true);
    }

    private void Open(XmlReader reader)
    {
        var name = reader.LocalName;
        var isEmpty = reader.IsEmptyElement;
        var outer = _frames.TryPeek(out var frame) ? frame : new("", OwnKind, IsDeleted: false, IsInserted: false);
        if (OfficeWords.IsParagraph(name))
        {
            _count++;
            _paragraphs.Push(new(Unit));
        }

        OpenInline(name, reader, outer);
        AddAttributes(reader);
        if (!isEmpty)
        {
            _frames.Push(OfficeWords.FrameFor(name, outer));
        }
        else if (OfficeWords.IsParagraph(name))
        {
            EndParagraph();
        }
    }

    private void OpenInline(string name, XmlReader reader, Frame outer)
    {
        if (!_paragraphs.TryPeek(out var paragraph))
        {
            return;
        }

        switch (name)
        {
            case "tab" when outer.Name is "r":
                paragraph.Append("\t", outer);
                break;
            case "br" or "cr":
                paragraph.Append("\n", outer);
                break;
            case "noBreakHyphen":
                paragraph.Append("-", outer);
                break;
            case "r":
                paragraph.IsHidden = false;
                break;
            case "vanish" or "webHidden" or "specVanish" when outer.Name is "rPr":
                paragraph.IsHidden = reader.GetAttribute("w:val") is not ("0" or "false" or "off");
                break;
            default:
                break;
        }
    }

    private void Close(string name)
    {
        if (_frames.Count > 0)
        {
            _frames.Pop();
        }

        if (OfficeWords.IsParagraph(name) && _paragraphs.Count > 0)
        {
            EndParagraph();
        }
    }

    private void EndParagraph()
    {
        var paragraph = _paragraphs.Pop();
        Visible += paragraph.Length;
        paragraph.WriteTo(_texts);
        _boxes.Take(paragraph.Shown, Unit, _texts);
    }

    private void AddText(string text)
    {
        var frame = _frames.TryPeek(out var top) ? top : new("", OwnKind, IsDeleted: false, IsInserted: false);
        if (_paragraphs.TryPeek(out var paragraph) && OfficeWords.IsRunText(frame.Name))
        {
            paragraph.Append(text, frame);
            return;
        }

        if (!SkipsCells || frame.Name is not ("v" or "t"))
        {
            _texts.Add(text, frame.Kind, Unit);
        }
    }

    private void AddAttributes(XmlReader reader)
    {
        var element = reader.LocalName;
        if (!reader.MoveToFirstAttribute())
        {
            return;
        }

        do
        {
            if (reader.Prefix == "xmlns" || reader.Name == "xmlns" || reader.Value.Length < 2)
            {
                continue;
            }

            if (OfficeWords.KindOfAttribute(element, reader.LocalName, OwnKind) is { } kind)
            {
                _values.Add(kind == PartKind.Hyperlink ? Uri.UnescapeDataString(reader.Value) : reader.Value, kind, Unit);
            }
            else
            {
                _attributes.Add(reader.Value, PartKind.Attribute, Unit);
            }
        }
        while (reader.MoveToNextAttribute());
        reader.MoveToElement();
    }
}
