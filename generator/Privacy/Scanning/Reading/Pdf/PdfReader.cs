using System.Text;
using System.Text.RegularExpressions;

namespace PiiDocs.Privacy.Scanning.Reading.Pdf;

/// <summary>Reads PDF files: the text of pages, every string of every object of every revision, attachments, metadata.</summary>
internal static partial class PdfReader
{
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

        var pages = new PdfPages(objects, file, session);
        pages.Read();
        ReadStrings(objects, file, session);
        foreach (var stream in objects.All.Where(each => each.Raw is not null))
        {
            ReadStream(stream, objects, file, session, pages);
        }

        foreach (var between in objects.Between)
        {
            ReadBetween(between, file, session);
        }
    }

    private static void ReadStrings(PdfObjects objects, ScannedFile file, ScanSession session)
    {
        var strings = new PdfStrings(objects, file.PartName(""));
        foreach (var each in objects.All)
        {
            strings.Read(each);
            session.Search(strings.Texts, isLast: false);
            session.Search(strings.Names, isLast: false);
        }

        foreach (var trailer in objects.Trailers)
        {
            strings.Read(trailer);
        }

        session.Search(strings.Texts, isLast: true);
        session.Search(strings.Names, isLast: true);
    }

    private static void ReadStream(PdfObject stream, PdfObjects objects, ScannedFile file, ScanSession session, PdfPages pages)
    {
        var (type, subtype) = (stream.Dictionary.Name("Type"), stream.Dictionary.Name("Subtype"));
        if (type is "ObjStm" or "XRef" || pages.HasRead(stream))
        {
            return;
        }

        if (subtype == "Image")
        {
            ReadPicture(stream, objects, file, session);
            return;
        }

        if (objects.Content(stream) is not { Length: > 0 } content)
        {
            return;
        }

        var part = file.PartName($"{stream.Number} 0 obj");
        var inner = new ScannedFile(content, "", part, file.Depth + 1);
        if (type == "Metadata" || subtype == "XML")
        {
            new OfficeXmlReader(session, part) { OwnKind = PartKind.Metadata }.Read(content);
        }
        else if (type == "EmbeddedFile")
        {
            FileReader.Read(inner, session);
        }
        else if (!PdfFontPrograms.IsFont(stream, content) && !pages.TryReadContent(stream, content))
        {
            // JavaScript, style sheets, forms in XML, and what no one refers to.
            ReadUnknown(inner, session);
        }
    }

    private static void ReadUnknown(ScannedFile inner, ScanSession session)
    {
        if (TextDecoder.Decode(inner.Content.Span) is { } text && !text.AsSpan(0, Math.Min(64, text.Length)).StartsWith("/CIDInit", StringComparison.Ordinal))
        {
            PlainText.Read(text, inner, session);
        }
        else if (Signatures.KindOf(inner.Content.Span) is not FileKind.Text)
        {
            FileReader.Read(inner, session);
        }
    }

    private static void ReadPicture(PdfObject stream, PdfObjects objects, ScannedFile file, ScanSession session)
    {
        // The bytes of a JPEG stand in the file as they are, with what its camera wrote.
        if (objects.Filters(stream) is [("DCTDecode" or "DCT", _)])
        {
            ImageMetadata.ReadMetadata(new(stream.Raw!.Value, "", file.PartName($"{stream.Number} 0 obj"), file.Depth + 1), session);
        }
    }

    private static void ReadBetween(ReadOnlyMemory<byte> between, ScannedFile file, ScanSession session)
    {
        var text = TextDecoder.Decode(between.Span) ?? Encoding.Latin1.GetString(between.Span);
        session.Search(file.PartName(""), CrossReferences().Replace(text, " "), PartKind.Binary);
    }

    /// <summary>The tables of offsets, whose digits mean nothing.</summary>
    [GeneratedRegex(@"[0-9]{10} [0-9]{5} [nf]|startxref\s{1,4}[0-9]{1,12}|[0-9]{1,10} [0-9]{1,10} {0,2}[\r\n]", RegexOptions.CultureInvariant)]
    private static partial Regex CrossReferences();
}
