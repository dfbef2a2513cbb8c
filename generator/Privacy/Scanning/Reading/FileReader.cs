using System.Xml;

namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>Gives a file to the reader of its kind, by its first bytes and, where they do not tell, by its name.</summary>
internal static class FileReader
{
    public static void Read(ScannedFile file, ScanSession session)
    {
        var part = file.PartName("");
        if (file.Depth > session.Limits.Depth)
        {
            session.Report(part, ObstacleReason.Limit);
            return;
        }

        try
        {
            Dispatch(file, session);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or EndOfStreamException or IOException or NotSupportedException)
        {
            session.Report(part, ObstacleReason.Corrupt);
            BinaryText.Read(file, session);
        }
    }

    private static void Dispatch(ScannedFile file, ScanSession session)
    {
        var content = file.Content.Span;
        if (content.IsEmpty)
        {
            return;
        }

        switch (Signatures.KindOf(content))
        {
            case FileKind.Zip:
                ZipReader.Read(file, session);
                break;
            case FileKind.Pdf:
                Pdf.PdfReader.Read(file, session);
                break;
            case FileKind.Compound:
                CompoundReader.Read(file, session);
                break;
            case FileKind.Image:
                ImageMetadata.Read(file, session);
                break;
            case FileKind.Rtf:
                RtfReader.Read(file, session);
                break;
            case FileKind.Archive:
                session.Report(file.PartName(""), ObstacleReason.UnknownKind);
                break;
            default:
                ReadText(file, session);
                break;
        }
    }

    private static void ReadText(ScannedFile file, ScanSession session)
    {
        if (TextDecoder.Decode(file.Content.Span) is not { } text)
        {
            if (!file.IsPart)
            {
                session.Report(file.PartName(""), ObstacleReason.UnknownKind);
            }

            BinaryText.Read(file, session);
            return;
        }

        if (file.Extension is ".html" or ".htm" or ".xhtml" or ".shtml" or ".mht" || HtmlReader.IsHtml(text))
        {
            new HtmlReader(file, session).Read(text);
            return;
        }

        if (text.TrimStart('\uFEFF', ' ', '\n', '\r', '\t').StartsWith("<?xml", StringComparison.Ordinal) || file.Extension is ".xml" or ".svg" or ".rels")
        {
            new OfficeXmlReader(session, file.PartName("")) { OwnKind = PartKind.Body }.ReadOrStrip(text);
            return;
        }

        PlainText.Read(text, file, session);
    }
}
