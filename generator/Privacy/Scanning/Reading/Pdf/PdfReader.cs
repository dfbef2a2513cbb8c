using System.Text;
using System.Text.RegularExpressions;
using PiiDocs.Privacy.Scanning.Matching;

namespace PiiDocs.Privacy.Scanning.Reading.Pdf;

/// <summary>Reads PDF files: the text of pages, every string of every object of every revision, attachments, metadata.</summary>
internal sealed partial class PdfReader
{
    private readonly PdfObjects _objects;
    private readonly ScannedFile _file;
    private readonly ScanSession _session;
    private readonly PdfPages _pages;

    private PdfReader(PdfObjects objects, ScannedFile file, ScanSession session)
    {
        (_objects, _file, _session) = (objects, file, session);
        _pages = new(objects, file, session);
    }

    public static void Read(ScannedFile file, ScanSession session)
    {
        var objects = PdfObjects.Read(file, session);
        if (objects.IsEncrypted)
        {
            session.Report(file.PartName(""), ObstacleReason.Encrypted);
            return;
        }

        if (!objects.All.Exists(each => each.Dictionary.Name("Type") is "Page" or "Catalog" or "Pages"))
        {
            session.Report(file.PartName(""), ObstacleReason.Corrupt);
        }

        new PdfReader(objects, file, session).Read();
    }

    private void Read()
    {
        _pages.Read();
        ReadStrings();
        foreach (var stream in _objects.All.Where(each => each.Raw is not null))
        {
            ReadStream(stream);
        }

        foreach (var between in _objects.Between)
        {
            ReadBetween(between);
        }
    }

    private void ReadStrings()
    {
        var strings = new PdfStrings(_objects, _file.PartName(""));
        foreach (var each in _objects.All)
        {
            strings.Read(each);
            _session.Search(strings.Texts, isLast: false);
            _session.Search(strings.Names, isLast: false);
        }

        foreach (var trailer in _objects.Trailers)
        {
            strings.Read(trailer);
        }

        _session.Search(strings.Texts, isLast: true);
        _session.Search(strings.Names, isLast: true);
    }

    private void ReadStream(PdfObject stream)
    {
        var (type, subtype) = (stream.Dictionary.Name("Type"), stream.Dictionary.Name("Subtype"));
        if (type is "ObjStm" or "XRef" || _pages.HasRead(stream))
        {
            return;
        }

        if (subtype == "Image")
        {
            ReadPicture(stream);
            return;
        }

        if (_objects.Content(stream) is not { Length: > 0 } content)
        {
            return;
        }

        var part = _file.PartName($"{stream.Number} 0 obj");
        var inner = new ScannedFile(content, "", part, _file.Depth + 1);
        if (type == "Metadata" || subtype == "XML")
        {
            new OfficeXmlReader(_session, part) { OwnKind = PartKind.Metadata }.Read(content);
        }
        else if (type == "EmbeddedFile")
        {
            FileReader.Read(inner, _session);
        }
        else if (!PdfFontPrograms.IsFont(stream, content) && !_pages.TryReadContent(stream, content))
        {
            // JavaScript, style sheets, forms in XML, and what no one refers to.
            ReadUnknown(inner);
        }
    }

    private void ReadUnknown(ScannedFile inner)
    {
        if (TextDecoder.Decode(inner.Content.Span) is { } text)
        {
            ReadUnknownText(text, inner);
        }
        else if (Signatures.KindOf(inner.Content.Span) is not FileKind.Text)
        {
            FileReader.Read(inner, _session);
        }
    }

    private void ReadUnknownText(string text, ScannedFile inner)
    {
        // Outlines of glyphs and drawings are numbers that mean nothing.
        if (text.Count(character => char.IsAsciiDigit(character) || character is ' ' or '.' or '-' or '\n' or '\r') * 10 < text.Length * 6)
        {
            PlainText.Read(text, inner, _session);
            return;
        }

        var drawn = new TextPart(inner.PartName("")) { Scope = PatternScope.None };
        drawn.Add(text, PartKind.Binary, PlaceUnit.Whole);
        _session.Search(drawn, isLast: true);
    }

    private void ReadPicture(PdfObject stream)
    {
        // The bytes of a JPEG stand in the file as they are, with what its camera wrote.
        if (_objects.Filters(stream) is [("DCTDecode" or "DCT", _)])
        {
            ImageMetadata.ReadMetadata(new(stream.Raw!.Value, "", _file.PartName($"{stream.Number} 0 obj"), _file.Depth + 1), _session);
        }
    }

    private void ReadBetween(ReadOnlyMemory<byte> between)
    {
        var text = TextDecoder.Decode(between.Span) ?? Encoding.Latin1.GetString(between.Span);
        _session.Search(_file.PartName(""), CrossReferences().Replace(text, " "), PartKind.Binary);
    }

    /// <summary>The tables of offsets, whose digits mean nothing.</summary>
    [GeneratedRegex(@"[0-9]{10} [0-9]{5} [nf]|startxref\s{1,4}[0-9]{1,12}|[0-9]{1,10} [0-9]{1,10} {0,2}[\r\n]", RegexOptions.CultureInvariant)]
    private static partial Regex CrossReferences();
}
