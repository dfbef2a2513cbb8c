using System.Globalization;
using System.Text;

namespace PiiDocs.Privacy.Scanning.Reading.Pdf;

/// <summary>A value of a PDF file.</summary>
internal abstract record PdfValue
{
    private protected PdfValue()
    {
    }
}

internal sealed record PdfNull : PdfValue
{
    public static readonly PdfNull Value = new();
}

internal sealed record PdfNumber(double Value) : PdfValue
{
    public int Whole => Value is > -2e9 and < 2e9 ? (int)Value : 0;
}

internal sealed record PdfName(string Value) : PdfValue;

/// <summary>true, false, or an operator of a content stream.</summary>
internal sealed record PdfWord(string Value) : PdfValue;

internal sealed record PdfString(ReadOnlyMemory<byte> Bytes) : PdfValue
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>A text string: UTF-16 or UTF-8 with their marks; else PDFDocEncoding, which for most characters is Latin 1.</summary>
    public string Text
    {
        get
        {
            var bytes = Bytes.Span;
            if (bytes is [0xFE, 0xFF, ..])
            {
                return Encoding.BigEndianUnicode.GetString(bytes[2..]);
            }

            if (bytes is [0xFF, 0xFE, ..])
            {
                return Encoding.Unicode.GetString(bytes[2..]);
            }

            return bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) < 0 ? Encoding.Latin1.GetString(bytes) : Unmarked(bytes);
        }
    }

    /// <summary>Careless programs write UTF-8 or GBK without a mark.</summary>
    private static string Unmarked(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            var text = TextDecoder.Gb18030.GetString(bytes);
            return text.Contains('\uFFFD', StringComparison.Ordinal) ? Encoding.Latin1.GetString(bytes) : text;
        }
    }
}

internal sealed record PdfArray(List<PdfValue> Items) : PdfValue;

internal sealed record PdfReference(int Number) : PdfValue;

internal sealed record PdfDictionary(Dictionary<string, PdfValue> Members) : PdfValue
{
    public static readonly PdfDictionary Empty = new([]);

    public PdfValue? Find(string key) => Members.GetValueOrDefault(key);

    public string Name(string key) => Find(key) is PdfName name ? name.Value : "";

    public int Whole(string key, int otherwise = 0) => Find(key) is PdfNumber number ? number.Whole : otherwise;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"<<{Members.Count}>>");
}
