using System.Text;

namespace PiiDocs.Privacy.Scanning.Reading.Pdf;

/// <summary>Turns the codes of a font into characters and widths.</summary>
internal sealed class PdfFont
{
    private readonly PdfCMap? _toUnicode;
    private readonly PdfCodes _codes;
    private readonly Dictionary<int, string?> _names;
    private readonly PdfWidths _widths;

    private PdfFont(PdfCodes codes, PdfCMap? toUnicode, Dictionary<int, string?> names, PdfWidths widths) =>
        (_codes, _toUnicode, _names, _widths) = (codes, toUnicode, names, widths);

    public static PdfFont Read(PdfDictionary font, PdfObjects objects, int revision)
    {
        var map = font.Find("ToUnicode") is PdfReference reference
            && objects.Find(reference.Number, revision) is { } stream && objects.Content(stream) is { } content
                ? PdfCMap.Read(content)
                : null;
        map = map is { IsEmpty: false } ? map : null;
        if (font.Name("Subtype") == "Type0")
        {
            var descendant = objects.Dictionary(objects.Items(font.Find("DescendantFonts"), revision).FirstOrDefault(), revision);
            var own = map is null ? OwnCharacters(descendant, objects, revision) : [];
            return new(PdfCodes.ForName(font.Name("Encoding")), map, own, PdfWidths.OfComposite(descendant, objects, revision));
        }

        return new(PdfCodes.Single, map, PdfGlyphNames.Differences(font, objects, revision), PdfWidths.OfSimple(font, objects, revision));
    }

    /// <summary>With codes that are glyph numbers, the embedded font may say what they are.</summary>
    private static Dictionary<int, string?> OwnCharacters(PdfDictionary descendant, PdfObjects objects, int revision) =>
        objects.Dictionary(descendant.Find("FontDescriptor"), revision).Find("FontFile2") is PdfReference reference
            && objects.Find(reference.Number, revision) is { } program && objects.Content(program) is { } content
                ? TrueTypeCharacters.Read(content)
                : [];

    /// <summary>The characters of a shown string, with the widths of their glyphs in thousandths of the size.</summary>
    public List<PdfGlyph> Decode(ReadOnlySpan<byte> bytes)
    {
        var glyphs = new List<PdfGlyph>(bytes.Length);
        for (var at = 0; at < bytes.Length;)
        {
            var length = Math.Clamp(_codes.LengthAt(bytes[at..], _toUnicode), 1, bytes.Length - at);
            var code = 0;
            for (var i = 0; i < length; i++)
            {
                code = (code << 8) | bytes[at + i];
            }

            var text = _toUnicode?.Text(code) ?? (_names.TryGetValue(code, out var named) ? named : _codes.Text(bytes.Slice(at, length)));
            glyphs.Add(new(text ?? "", _widths.Of(code), IsKnown: text is not null, IsSpace: length == 1 && code == 32));
            at += length;
        }

        return glyphs;
    }
}

/// <param name="Text">Its characters; empty where they are not known.</param>
/// <param name="Width">In thousandths of the font's size.</param>
/// <param name="IsKnown">The font says what it is.</param>
/// <param name="IsSpace">The single-byte code 32, to which word spacing applies.</param>
internal readonly record struct PdfGlyph(string Text, double Width, bool IsKnown, bool IsSpace);

/// <summary>How the bytes of a string part into codes, and what the codes are where no map says it.</summary>
internal sealed class PdfCodes
{
    private readonly Encoding? _encoding;
    private readonly Form _form;

    private PdfCodes(Form form, Encoding? encoding) => (_form, _encoding) = (form, encoding);

    /// <summary>Simple fonts: one byte a character, in Windows' Latin encoding where nothing else is said.</summary>
    public static PdfCodes Single { get; } = new(Form.Single, TextDecoder.CodePage(1252));

    /// <summary>The predefined maps of ISO 32000-1, table 118; any other is two bytes of unknown meaning.</summary>
    public static PdfCodes ForName(string name)
    {
        if (name.Contains("UTF16", StringComparison.Ordinal) || name.Contains("UCS2", StringComparison.Ordinal))
        {
            return new(Form.Wide, Encoding.BigEndianUnicode);
        }

        int? page = name switch
        {
            _ when name.StartsWith("GB", StringComparison.Ordinal) => 54936,
            _ when name.Contains("B5", StringComparison.Ordinal) || name.StartsWith("HKscs", StringComparison.Ordinal) || name.StartsWith("ETen", StringComparison.Ordinal) => 950,
            _ when name.Contains("RKSJ", StringComparison.Ordinal) => 932,
            _ when name.StartsWith("KSC", StringComparison.Ordinal) => 949,
            _ => null,
        };
        return page is { } number ? new(Form.Mixed, TextDecoder.CodePage(number)) : new(Form.Double, null);
    }

    public int LengthAt(ReadOnlySpan<byte> bytes, PdfCMap? map) => _form switch
    {
        Form.Single => 1,
        Form.Mixed => bytes[0] < 0x80 ? 1 : 2,
        Form.Wide => bytes[0] is >= 0xD8 and <= 0xDB ? 4 : 2,
        _ => map?.LengthAt(bytes) ?? 2,
    };

    public string? Text(ReadOnlySpan<byte> code) => _encoding?.GetString(code);

    private enum Form
    {
        Single,
        Double,
        Wide,
        Mixed,
    }
}
