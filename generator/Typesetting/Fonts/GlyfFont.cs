namespace PiiDocs.Typesetting.Fonts;

/// <summary>TrueType outlines: the glyf and loca tables.</summary>
public sealed class GlyfFont : FontOutlines
{
    private const int MoreComponents = 0x0020;
    private const int WordArguments = 0x0001;
    private const int OneScale = 0x0008;
    private const int TwoScales = 0x0040;
    private const int Matrix = 0x0080;

    // A glyph of more parts than this is an attack: the richest fonts use a dozen.
    private const int MostComponents = 256;

    private readonly ReadOnlyMemory<byte> _glyf;
    private readonly ReadOnlyMemory<byte> _loca;
    private readonly bool _longLocations;
    private readonly int _glyphCount;

    private GlyfFont(ReadOnlyMemory<byte> glyf, ReadOnlyMemory<byte> loca, FontMetrics metrics)
        : base(metrics.GlyphCount)
    {
        _glyf = glyf;
        _loca = loca;
        _longLocations = metrics.HasLongLocations;
        _glyphCount = metrics.GlyphCount;
    }

    /// <summary>Programs every hinted glyph calls: cvt, fpgm and prep, where the face has them.</summary>
    public required ReadOnlyMemory<byte> ControlValues { get; init; }

    public required ReadOnlyMemory<byte> FontProgram { get; init; }

    public required ReadOnlyMemory<byte> ControlProgram { get; init; }

    /// <summary>The maxp table: limits a rasteriser sets its memory by.</summary>
    public required ReadOnlyMemory<byte> Limits { get; init; }

    /// <summary>The head table.</summary>
    public required ReadOnlyMemory<byte> Head { get; init; }

    /// <summary>The hhea table.</summary>
    public required ReadOnlyMemory<byte> HorizontalHeader { get; init; }

    /// <exception cref="FontFormatException">A table is missing or too short.</exception>
    public static GlyfFont Read(FontFile file, FontMetrics metrics)
    {
        var loca = file.Table("loca");
        var limits = file.Table("maxp");
        if (loca.Length < (metrics.GlyphCount + 1) * (metrics.HasLongLocations ? 4 : 2) || limits.Length < 32)
        {
            throw new FontFormatException("the loca or maxp table is too short");
        }

        return new(file.Table("glyf"), loca, metrics)
        {
            ControlValues = file.Has("cvt ") ? file.Table("cvt ") : default,
            FontProgram = file.Has("fpgm") ? file.Table("fpgm") : default,
            ControlProgram = file.Has("prep") ? file.Table("prep") : default,
            Limits = limits,
            Head = file.Table("head"),
            HorizontalHeader = file.Table("hhea"),
        };
    }

    /// <summary>A glyph's drawing; empty for a space.</summary>
    /// <exception cref="FontFormatException">The drawing lies outside the table.</exception>
    public ReadOnlyMemory<byte> Outline(ushort glyph)
    {
        if (glyph >= _glyphCount)
        {
            throw new FontFormatException($"glyph {glyph} of {_glyphCount}");
        }

        var (start, end) = (LocationOf(glyph), LocationOf(glyph + 1));
        if (start > end || end > _glyf.Length)
        {
            throw new FontFormatException($"glyph {glyph} lies outside the glyf table");
        }

        return _glyf[(int)start..(int)end];
    }

    /// <summary>The upper edge of a glyph's drawing, in design units; null for a space.</summary>
    /// <exception cref="FontFormatException">The drawing lies outside the table.</exception>
    public int? TopOf(ushort glyph) => Outline(glyph) is { IsEmpty: false } outline ? new FontReader(outline.Span).Int16(8) : null;

    /// <summary>Where in an outline the numbers of its component glyphs stand; empty for a simple glyph.</summary>
    /// <exception cref="FontFormatException">The list of components does not end.</exception>
    public static IReadOnlyList<int> ComponentOffsets(ReadOnlySpan<byte> outline)
    {
        var reader = new FontReader(outline);
        if (outline.IsEmpty || reader.Int16(0) >= 0)
        {
            return [];
        }

        var offsets = new List<int>();
        for (var at = 10; ;)
        {
            var flags = reader.UInt16(at);
            reader.UInt16(at + 2);
            offsets.Add(at + 2);
            if (offsets.Count > MostComponents)
            {
                throw new FontFormatException("a glyph of too many components");
            }

            if ((flags & MoreComponents) == 0)
            {
                return offsets;
            }

            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2) + TransformLength(flags);
        }
    }

    /// <summary>The drawing with zeroes after it up to a multiple of four bytes, where the next one may begin.</summary>
    public static ReadOnlyMemory<byte> Padded(ReadOnlyMemory<byte> outline)
    {
        if (outline.Length % 4 == 0)
        {
            return outline;
        }

        var padded = new byte[(outline.Length + 3) & ~3];
        outline.Span.CopyTo(padded);
        return padded;
    }

    private protected override ReadOnlyMemory<byte> Drawing(ushort glyph) => Padded(Outline(glyph));

    private static int TransformLength(int flags) =>
        (flags & OneScale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0;

    private long LocationOf(int glyph)
    {
        var reader = new FontReader(_loca.Span);
        return _longLocations ? reader.UInt32(glyph * 4) : reader.UInt16(glyph * 2) * 2L;
    }
}
