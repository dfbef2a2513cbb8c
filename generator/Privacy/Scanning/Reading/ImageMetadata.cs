using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>Reads what pictures say in words: comments, Exif texts and positions, XMP, PNG text chunks. What they show only a person can see.</summary>
internal static class ImageMetadata
{
    /// <summary>A picture that is a file of its own.</summary>
    public static void Read(ScannedFile file, ScanSession session)
    {
        session.Report(file.PartName(""), ObstacleReason.Picture);
        ReadMetadata(file, session);
    }

    /// <summary>A picture in a document.</summary>
    public static void ReadMetadata(ScannedFile file, ScanSession session)
    {
        var part = new TextPart(file.PartName(""));
        var content = file.Content.Span;
        if (Signatures.IsJpeg(content))
        {
            ReadJpeg(content, part);
        }
        else if (Signatures.IsPng(content))
        {
            ReadPng(content, part);
        }
        else if (Signatures.IsTiff(content))
        {
            ExifTexts.Read(content, part);
        }

        session.Search(part, isLast: true);
        var xmp = content.IndexOf("<x:xmpmeta"u8);
        var end = content.LastIndexOf("</x:xmpmeta>"u8);
        if (xmp >= 0 && end > xmp)
        {
            new OfficeXmlReader(session, file.PartName("XMP")) { OwnKind = PartKind.Metadata }.ReadOrStrip(Encoding.UTF8.GetString(content[xmp..(end + 12)]));
        }

        if (content.Length > 44 && content[40..44].SequenceEqual(" EMF"u8))
        {
            BinaryText.Read(content, file.PartName(""), session);
        }
    }

    private static void ReadJpeg(ReadOnlySpan<byte> content, TextPart part)
    {
        var at = 2;
        while (at + 4 <= content.Length && content[at] == 0xFF && content[at + 1] is not (0xDA or 0xD9))
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            var segment = content[(at + 4)..Math.Clamp(at + 2 + length, at + 4, content.Length)];
            switch (content[at + 1])
            {
                case 0xE1 when segment.StartsWith("Exif\0\0"u8):
                    ExifTexts.Read(segment[6..], part);
                    break;
                case 0xFE or 0xED:
                    AddText(segment, part);
                    break;
                default:
                    break;
            }

            at += 2 + Math.Max(length, (ushort)2);
        }
    }

    private static void ReadPng(ReadOnlySpan<byte> content, TextPart part)
    {
        var at = 8;
        while (at + 12 <= content.Length)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(content[at..]);
            if (length < 0 || length > content.Length - at - 12)
            {
                return;
            }

            var chunk = content.Slice(at + 8, length);
            switch (Encoding.ASCII.GetString(content.Slice(at + 4, 4)))
            {
                case "tEXt":
                    AddText(chunk, part);
                    break;
                case "iTXt" or "zTXt":
                    AddText(chunk, part);
                    AddCompressed(chunk, part);
                    break;
                case "eXIf":
                    ExifTexts.Read(chunk, part);
                    break;
                default:
                    break;
            }

            at += 12 + length;
        }
    }

    private static void AddText(ReadOnlySpan<byte> bytes, TextPart part)
    {
        if (TextDecoder.Decode(bytes.ToArray().Select(value => value == 0 ? (byte)' ' : value).ToArray()) is { } text)
        {
            part.Add(text, PartKind.Metadata, PlaceUnit.Whole);
        }
    }

    /// <summary>The deflated text of a chunk begins with the header of a zlib stream, somewhere behind the keyword.</summary>
    private static void AddCompressed(ReadOnlySpan<byte> chunk, TextPart part)
    {
        var start = chunk.IndexOf((byte)0x78);
        if (start < 0)
        {
            return;
        }

        try
        {
            using var stream = new ZLibStream(new MemoryStream(chunk[start..].ToArray()), CompressionMode.Decompress);
            var buffer = new byte[64 * 1024];
            var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            AddText(buffer.AsSpan(0, length), part);
        }
        catch (InvalidDataException)
        {
            // Not compressed after all; the plain form has been searched.
        }
    }
}
