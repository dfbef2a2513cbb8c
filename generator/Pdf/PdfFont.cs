using System.Buffers;
using PiiDocs.Core;
using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Pdf;

/// <summary>The glyphs a document uses of one face, numbered anew in order of first use.</summary>
/// <remarks>
/// A glyph that stands for two different texts (文 and a radical drawn alike) gets a number for each, so that what is
/// copied or searched is always what was written.
/// </remarks>
internal sealed class PdfFont
{
    // Tables go back as clean as they came: a face has up to 65,535 glyphs, a document uses some hundreds.
    private static readonly ArrayPool<ushort> CleanTables = ArrayPool<ushort>.Create(ushort.MaxValue + 1, 16);

    private readonly int _glyphCount;
    private ushort[] _codeOfGlyph;
    private readonly Dictionary<(ushort Glyph, string Text), ushort> _otherCodes = [];
    private readonly List<ushort> _glyphs = [0];
    private readonly List<string> _texts = [""];
    private readonly List<ushort> _widths = [];

    public PdfFont(OpenTypeFace face, int index, PdfReference reference)
    {
        Face = face;
        ResourceName = $"F{index}";
        Reference = reference;
        _glyphCount = face.Metrics.GlyphCount;
        _codeOfGlyph = CleanTables.Rent(_glyphCount);
        _widths.Add(ThousandthsOf(0));
    }

    public OpenTypeFace Face { get; }

    /// <summary>As content streams call it: <c>F0</c>.</summary>
    public string ResourceName { get; }

    public PdfReference Reference { get; }

    /// <summary>The face's glyph of each code; code 0 is always .notdef.</summary>
    public IReadOnlyList<ushort> Glyphs => _glyphs;

    /// <summary>What each code says.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>Advance widths in thousandths of an em, as the file declares them.</summary>
    public IReadOnlyList<ushort> Widths => _widths;

    public int WidthOfCode(ushort code) => _widths[code];

    /// <summary>The same glyphs for text from top to bottom; null where a document has none of it.</summary>
    public PdfVerticalFont? Vertical { get; private set; }

    /// <summary>Makes the font one of vertical text as well.</summary>
    public PdfVerticalFont TurnOn(Func<PdfReference> reserve) =>
        Vertical ??= new(Face, "V" + ResourceName[1..], reserve());

    /// <summary>Gives the table back; nothing can be looked up any more.</summary>
    public void Release()
    {
        foreach (var glyph in _glyphs)
        {
            _codeOfGlyph[glyph] = 0;
        }

        CleanTables.Return(_codeOfGlyph);
        _codeOfGlyph = [];
    }

    /// <summary>The number a glyph has in the file.</summary>
    public ushort CodeOf(ushort glyph, ReadOnlySpan<char> text)
    {
        if (glyph >= _glyphCount)
        {
            return 0;
        }

        var code = _codeOfGlyph[glyph];
        if (code == 0)
        {
            return _codeOfGlyph[glyph] = Add(glyph, text.ToString());
        }

        return text.SequenceEqual(_texts[code]) ? code : OtherCodeOf(glyph, text.ToString());
    }

    private ushort OtherCodeOf(ushort glyph, string text)
    {
        if (!_otherCodes.TryGetValue((glyph, text), out var code))
        {
            code = Add(glyph, text);
            _otherCodes.Add((glyph, text), code);
        }

        return code;
    }

    private ushort Add(ushort glyph, string text)
    {
        if (_glyphs.Count > ushort.MaxValue)
        {
            return _codeOfGlyph[glyph];
        }

        _glyphs.Add(glyph);
        _texts.Add(text);
        _widths.Add(ThousandthsOf(glyph));
        return (ushort)(_glyphs.Count - 1);
    }

    private ushort ThousandthsOf(ushort glyph) =>
        (ushort)Math.Min(ushort.MaxValue, ((Face.AdvanceOf(glyph) * 1000) + (Face.UnitsPerEm / 2)) / Face.UnitsPerEm);
}

/// <summary>The font of a run.</summary>
/// <param name="Font">Its glyphs.</param>
/// <param name="Vertical">Where they stand one below the other.</param>
internal readonly record struct PdfFontForms(PdfFont Font, PdfVerticalFont? Vertical);

/// <summary>What a font adds to be one of vertical text: how high its glyphs are, and where they hang from.</summary>
internal sealed class PdfVerticalFont(OpenTypeFace face, string resourceName, PdfReference reference)
{
    private readonly SortedDictionary<ushort, (int Height, int Origin)> _measures = [];

    /// <summary>As content streams call it: <c>V0</c>.</summary>
    public string ResourceName => resourceName;

    public PdfReference Reference => reference;

    /// <summary>In thousandths of an em, by code, for every glyph set from top to bottom.</summary>
    public IEnumerable<KeyValuePair<ushort, (int Height, int Origin)>> Measures => _measures;

    public void Use(ushort code, ushort glyph) =>
        _measures.TryAdd(code, (Thousandths(face.VerticalAdvanceOf(glyph)), Thousandths(face.VerticalOriginOf(glyph))));

    public int HeightOfCode(ushort code) => _measures[code].Height;

    private int Thousandths(int units) => (int)Math.Round(units * 1000m / face.UnitsPerEm);
}

/// <summary>The fonts of a document, in order of first use.</summary>
internal sealed class PdfFonts(PdfFile file, DiagnosticBag diagnostics)
{
    private readonly Dictionary<FontFace, PdfFont?> _fonts = new(ReferenceEqualityComparer.Instance);

    public IEnumerable<PdfFont> All => _fonts.Values.OfType<PdfFont>();

    /// <summary>Gives back what the fonts had borrowed: the file is written.</summary>
    public void Release()
    {
        foreach (var font in All)
        {
            font.Release();
        }
    }

    /// <summary>The vertical form of a font of this document.</summary>
    public PdfVerticalFont VerticalOf(PdfFont font) => font.TurnOn(file.Reserve);

    /// <summary>The font of a face; null, with an error, for a face that has no file.</summary>
    public PdfFont? Of(FontFace face)
    {
        if (!_fonts.TryGetValue(face, out var font))
        {
            font = face is OpenTypeFace open ? new(open, _fonts.Count, file.Reserve()) : null;
            _fonts.Add(face, font);
            if (font is null)
            {
                diagnostics.Add(PdfErrors.NotEmbeddable(face.Name));
            }
        }

        return font;
    }
}
