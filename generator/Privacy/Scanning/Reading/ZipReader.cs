using System.IO.Compression;

namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>Reads zip files: office packages part by part, other archives file by file.</summary>
internal static class ZipReader
{
    private const int FewCharacters = 20;
    private const int EndLength = 22;

    private static ReadOnlySpan<byte> EndOfDirectory => "PK\u0005\u0006"u8;

    public static void Read(ScannedFile file, ScanSession session)
    {
        using var archive = new ZipArchive(
            new MemoryStream(file.Content.ToArray(), writable: false), ZipArchiveMode.Read, leaveOpen: false, TextDecoder.Gb18030);
        if (archive.Comment.Length > 0)
        {
            session.Search(file.PartName(""), CommentOf(file.Content.Span) ?? archive.Comment, PartKind.Metadata);
        }

        var isPackage = archive.GetEntry("[Content_Types].xml") is not null || archive.GetEntry("mimetype") is not null || archive.GetEntry("OFD.xml") is not null;
        var workbook = isPackage && archive.GetEntry("xl/workbook.xml") is not null ? WorkbookStrings.Read(archive, session) : null;
        var (visible, pictures) = (0, 0);
        foreach (var entry in archive.Entries)
        {
            if (entry.Length == 0 && entry.FullName.EndsWith('/'))
            {
                session.Search(file.PartName(session.Shown(entry.FullName)), entry.FullName, PartKind.FileName);
                continue;
            }

            var part = new PackagePart(file, session.Shown(entry.FullName), entry.FullName, isPackage);
            session.Search(part.PartName, entry.FullName, PartKind.FileName);
            if (ReadBytes(entry, part.PartName, session) is not { } content)
            {
                continue;
            }

            pictures += part.IsPicture ? 1 : 0;
            visible += ReadPart(part, content, workbook, session);
        }

        if (workbook is not null)
        {
            var forgotten = new TextPart(file.PartName(WorkbookStrings.PartName));
            foreach (var text in workbook.Forgotten)
            {
                forgotten.Add(text, PartKind.Cell, PlaceUnit.Whole);
            }

            session.Search(forgotten, isLast: true);
        }

        if (isPackage && pictures > 0 && visible < FewCharacters && archive.GetEntry("word/document.xml") is not null)
        {
            session.Report(file.PartName(""), ObstacleReason.Picture);
        }
    }

    /// <summary>The comment on the archive, in whatever encoding it was written: the format does not say.</summary>
    private static string? CommentOf(ReadOnlySpan<byte> content) =>
        content.LastIndexOf(EndOfDirectory) is >= 0 and var at && at + EndLength <= content.Length ? TextDecoder.Decode(content[(at + EndLength)..]) : null;

    /// <returns>How many characters of it can be seen.</returns>
    private static int ReadPart(PackagePart part, ReadOnlyMemory<byte> content, WorkbookStrings? workbook, ScanSession session)
    {
        var sheet = workbook?.NumberOfSheet(part.Name);
        if (sheet is { } number)
        {
            new SheetReader(session, part.PartName, workbook!).Read(content, number);
        }

        if (workbook is not null && part.Name == WorkbookStrings.PartName)
        {
            return 0; // Its texts are read with the cells that show them.
        }

        if (!part.IsXml)
        {
            // A picture of a document is looked at with the page it is on, not by itself.
            var inner = new ScannedFile(content, Path.GetFileName(part.Name), part.PartName, part.Container.Depth + 1) { IsPart = part.IsPackage };
            if (part.IsPackage && part.IsPicture)
            {
                ImageMetadata.ReadMetadata(inner, session);
            }
            else
            {
                FileReader.Read(inner, session);
            }

            return 0;
        }

        var reader = new OfficeXmlReader(session, part.PartName) { OwnKind = OfficeWords.KindOfPart(part.Name), SkipsCells = sheet is not null };
        reader.Read(content);
        return reader.Visible;
    }

    private static ReadOnlyMemory<byte>? ReadBytes(ZipArchiveEntry entry, string part, ScanSession session)
    {
        if (entry.IsEncrypted)
        {
            session.Report(part, ObstacleReason.Encrypted);
            return null;
        }

        try
        {
            using var stream = entry.Open();
            return BoundedStream.ReadAll(stream, part, session);
        }
        catch (InvalidDataException)
        {
            session.Report(part, ObstacleReason.Corrupt);
            return null;
        }
    }

    private sealed record PackagePart(ScannedFile Container, string ShownName, string Name, bool IsPackage)
    {
        public string PartName => Container.PartName(ShownName);

        public bool IsXml => IsPackage && (Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
            || Name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase));

        public bool IsPicture => Path.GetExtension(Name).ToLowerInvariant()
            is ".png" or ".jpg" or ".jpeg" or ".gif" or ".bmp" or ".tif" or ".tiff" or ".emf" or ".wmf" or ".webp";
    }
}
