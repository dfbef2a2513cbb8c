namespace PiiDocs.Privacy.Scanning.Reading;

internal enum FileKind
{
    Text,
    Zip,
    Pdf,
    Compound,
    Image,
    Rtf,

    /// <summary>An archive that is not opened here: rar, 7z, gzip.</summary>
    Archive,
}

/// <summary>Tells kinds of files by their first bytes.</summary>
internal static class Signatures
{
    private const int PdfHeaderWithin = 1024;

    public static FileKind KindOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("PK\u0003\u0004"u8) || content.StartsWith("PK\u0005\u0006"u8))
        {
            return FileKind.Zip;
        }

        if (content[..Math.Min(PdfHeaderWithin, content.Length)].IndexOf("%PDF-"u8) >= 0)
        {
            return FileKind.Pdf;
        }

        if (content is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..])
        {
            return FileKind.Compound;
        }

        if (content.StartsWith("{\\rtf"u8))
        {
            return FileKind.Rtf;
        }

        if (content.StartsWith("Rar!"u8) || content is [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] || content is [0x1F, 0x8B, ..])
        {
            return FileKind.Archive;
        }

        return IsImage(content) ? FileKind.Image : FileKind.Text;
    }

    public static bool IsJpeg(ReadOnlySpan<byte> content) => content is [0xFF, 0xD8, 0xFF, ..];

    public static bool IsPng(ReadOnlySpan<byte> content) => content is [0x89, (byte)'P', (byte)'N', (byte)'G', ..];

    public static bool IsTiff(ReadOnlySpan<byte> content) => content.StartsWith("II*\0"u8) || content.StartsWith("MM\0*"u8);

    private static bool IsImage(ReadOnlySpan<byte> content) =>
        IsJpeg(content) || IsPng(content) || IsTiff(content) || content.StartsWith("GIF8"u8)
        || (content.StartsWith("BM"u8) && content.Length > 26 && content[14] is 12 or 40 or 108 or 124)
        || (content.StartsWith("RIFF"u8) && content.Length > 12 && content[8..12].SequenceEqual("WEBP"u8))
        || (content is [1, 0, 0, 0, ..] && content.Length > 44 && content[40..44].SequenceEqual(" EMF"u8))
        || content is [0xD7, 0xCD, 0xC6, 0x9A, ..];
}
