using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace PiiDocs.Unit.Privacy.Scanning;

/// <summary>Writes PDF files object by object, so that each way of hiding a text in one can be tried.</summary>
internal sealed class PdfBuilder
{
    private readonly ArrayBufferWriter<byte> _file = new();
    private readonly Dictionary<int, int> _offsets = [];

    public PdfBuilder() => Write("%PDF-1.7\n%âãÏÓ\n");

    public PdfBuilder Add(int number, string value)
    {
        _offsets[number] = _file.WrittenCount;
        Write($"{number} 0 obj\n{value}\nendobj\n");
        return this;
    }

    public PdfBuilder AddStream(int number, byte[] content, string dictionary = "")
    {
        _offsets[number] = _file.WrittenCount;
        Write($"{number} 0 obj\n<<{dictionary}/Length {content.Length}>>\nstream\n");
        _file.Write(content);
        Write("\nendstream\nendobj\n");
        return this;
    }

    public PdfBuilder AddFlate(int number, byte[] content, string dictionary = "") => AddStream(number, Flate(content), $"{dictionary}/Filter/FlateDecode");

    /// <summary>Ends a saving; what is added afterwards is an incremental update.</summary>
    public PdfBuilder Save(string trailer = "/Root 1 0 R")
    {
        var start = _file.WrittenCount;
        Write("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, offset) in _offsets.OrderBy(each => each.Key))
        {
            Write($"{number} 1\n{offset.ToString("D10", CultureInfo.InvariantCulture)} 00000 n \n");
        }

        Write($"trailer\n<</Size {_offsets.Keys.Max() + 1}{trailer}>>\nstartxref\n{start}\n%%EOF\n");
        return this;
    }

    public PdfBuilder Raw(string text)
    {
        _file.Write(Encoding.UTF8.GetBytes(text));
        return this;
    }

    public byte[] ToArray() => _file.WrittenSpan.ToArray();

    /// <summary>Catalog, pages and one page with a font; 5 is left for its content.</summary>
    public PdfBuilder Frame(string page = "", string catalog = "") =>
        Add(1, $"<</Type/Catalog/Pages 2 0 R{catalog}>>")
            .Add(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
            .Add(3, $"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R{page}>>")
            .Add(4, "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/DW 1000>>]>>");

    public static byte[] Flate(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var packed = new ZLibStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            packed.Write(content);
        }

        return stream.ToArray();
    }

    /// <summary>Content that shows a text in UTF-16, line by line.</summary>
    public static byte[] Show(string text, string before = "") =>
        Encoding.ASCII.GetBytes($"BT /F1 12 Tf 14 TL 72 700 Td {before} {string.Join(" T* ", text.Split('\n').Select(line => $"<{Hex(line)}> Tj"))} ET");

    public static string Hex(string text) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));

    /// <summary>A text string of an object, in UTF-16 with its mark.</summary>
    public static string Text(string text) => $"<FEFF{Hex(text)}>";

    private void Write(string text) => _file.Write(Encoding.Latin1.GetBytes(text));
}
