namespace PiiDocs.Privacy.Scanning.Reading.Pdf;

/// <summary>Tells font programs, character maps and colour profiles, which hold no text of the document.</summary>
internal static class PdfFontPrograms
{
    public static bool IsFont(PdfObject stream, ReadOnlySpan<byte> content) =>
        stream.Dictionary.Find("Length1") is not null
        || stream.Dictionary.Name("Subtype") is "Type1C" or "CIDFontType0C" or "OpenType"
        || stream.Dictionary.Find("CMapName") is not null
        || (stream.Dictionary.Find("N") is not null && content.Length > 40 && content[36..40].SequenceEqual("acsp"u8))
        || content.StartsWith("%!PS-AdobeFont"u8)
        || content.IndexOf("begincmap"u8) >= 0;
}
