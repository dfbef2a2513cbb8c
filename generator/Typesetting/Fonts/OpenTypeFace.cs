using System.Text;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>A face of a font file. Measures are read when it is opened, drawings when a page is first written.</summary>
public sealed class OpenTypeFace : FontFace
{
    private readonly FontFile _file;
    private readonly Cmap _characters;
    private readonly Lazy<FontOutlines> _outlines;
    private readonly Lazy<FontFace?> _bold;
    private readonly Lazy<(VerticalTables Tables, string? Problem)> _vertical;

    private OpenTypeFace(FontFile file, FontNames names, Func<FontFace?> findBold)
    {
        _file = file;
        Names = names;
        Metrics = FontMetrics.Read(file);
        _characters = Cmap.Read(file.Table("cmap"), Metrics.GlyphCount);
        _outlines = new(ReadOutlines);
        _bold = new(findBold);
        _vertical = new(ReadVertical);
    }

    public FontNames Names { get; }

    public FontMetrics Metrics { get; }

    /// <summary>The file it is in.</summary>
    public FontSource Source => _file.Source;

    /// <summary>Its number in that file; 0 unless the file is a collection.</summary>
    public int Index => _file.Index;

    /// <exception cref="FontFormatException">The drawings are broken.</exception>
    public FontOutlines Outlines => _outlines.Value;

    public override string Name => Names.FullNames.FirstOrDefault(Names.Families[0]);

    public override int UnitsPerEm => Metrics.UnitsPerEm;

    public override int Ascent => Metrics.Ascent;

    public override int Descent => Metrics.Descent;

    public override FontFace? Bold => Names.IsBold ? this : _bold.Value;

    /// <summary>Opens a face.</summary>
    /// <exception cref="FontFormatException">A table is missing or broken.</exception>
    public static OpenTypeFace Open(FontFile file) => Open(file, () => null);

    internal static OpenTypeFace Open(FontFile file, Func<FontFace?> findBold)
    {
        if (!file.Has("glyf") && !file.Has("CFF "))
        {
            throw new FontFormatException("the face has no outlines PDF can hold");
        }

        return new(file, FontNames.Read(file), findBold);
    }

    public override bool TryGetGlyph(Rune character, out ushort glyph) => _characters.TryGetGlyph(character, out glyph);

    public override bool TryGetVariant(Rune character, Rune selector, out ushort glyph) =>
        _characters.TryGetVariant(character, selector, out glyph);

    public override int AdvanceOf(ushort glyph) => Metrics.AdvanceOf(glyph);

    public override int VerticalAdvanceOf(ushort glyph) => _vertical.Value.Tables.AdvanceOf(glyph) ?? UnitsPerEm;

    // VORG where there is one; else the drawing's upper edge and its bearing; else the top of the em.
    public override int VerticalOriginOf(ushort glyph) =>
        _vertical.Value.Tables.OriginOf(glyph)
        ?? (_vertical.Value.Tables.TopBearingOf(glyph) is { } bearing && TopOf(glyph) is { } top ? top + bearing : Metrics.EmTop);

    public override ushort VerticalFormOf(ushort glyph) => _vertical.Value.Tables.FormOf(glyph);

    public override string? VerticalProblem => _vertical.Value.Problem;

    private int? TopOf(ushort glyph)
    {
        try
        {
            return Outlines is GlyfFont glyf ? glyf.TopOf(glyph) : null;
        }
        catch (FontFormatException)
        {
            return null; // Its drawing is reported by whoever draws it.
        }
    }

    // Horizontal text does without these tables, so a fault in them costs nothing but themselves.
    private (VerticalTables Tables, string? Problem) ReadVertical()
    {
        try
        {
            return (VerticalTables.Read(_file, Metrics), null);
        }
        catch (FontFormatException exception)
        {
            return (VerticalTables.None, exception.Message);
        }
    }

    private FontOutlines ReadOutlines() =>
        _file.Has("CFF ") ? CffFont.Read(_file.Table("CFF "), Metrics) : GlyfFont.Read(_file, Metrics);
}
