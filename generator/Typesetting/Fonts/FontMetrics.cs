using System.Buffers.Binary;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>Measures of a face, in design units: head, hhea, hmtx, maxp, OS/2 and post.</summary>
public sealed class FontMetrics
{
    private const int MacBold = 1;

    private readonly ReadOnlyMemory<byte> _hmtx;

    // The last measured advance stands for all glyphs after it: faces of one width store it once.
    private readonly int _measured;

    private FontMetrics(ReadOnlyMemory<byte> hmtx, int measured)
    {
        _hmtx = hmtx;
        _measured = measured;
    }

    public required int UnitsPerEm { get; init; }

    public required int Ascent { get; init; }

    /// <summary>Positive below the base line.</summary>
    public required int Descent { get; init; }

    public required int CapHeight { get; init; }

    /// <summary>The top of the em over the base line: vertical text hangs from it where the face says no more.</summary>
    public required int EmTop { get; init; }

    public required FontBox Box { get; init; }

    /// <summary>Degrees, counter-clockwise: 0 for upright faces.</summary>
    public required int ItalicAngle { get; init; }

    public required bool IsBold { get; init; }

    public required int GlyphCount { get; init; }

    /// <summary>Entries of the glyf table's index are four bytes wide instead of two.</summary>
    public required bool HasLongLocations { get; init; }

    /// <exception cref="FontFormatException">A table is missing or broken.</exception>
    public static FontMetrics Read(FontFile file)
    {
        var head = new FontReader(file.Table("head").Span);
        var hhea = new FontReader(file.Table("hhea").Span);
        var units = head.UInt16(18);
        if (units is < 16 or > 16384)
        {
            throw new FontFormatException($"{units} units to the em");
        }

        var glyphCount = new FontReader(file.Table("maxp").Span).UInt16(4);
        var os2 = file.Has("OS/2") ? file.Table("OS/2") : default;
        var post = file.Has("post") ? file.Table("post") : default;
        var hmtx = file.Table("hmtx");
        var measured = Math.Min(hhea.UInt16(34), glyphCount);
        if (measured == 0 || hmtx.Length < measured * 4)
        {
            throw new FontFormatException($"widths of {measured} glyphs in {hmtx.Length} bytes");
        }

        return new(hmtx, measured)
        {
            UnitsPerEm = units,
            Ascent = hhea.Int16(4),
            Descent = -hhea.Int16(6),
            CapHeight = os2.Length >= 90 ? new FontReader(os2.Span).Int16(88) : hhea.Int16(4) * 7 / 8,
            EmTop = EmTopOf(units, os2, (hhea.Int16(4), -hhea.Int16(6))),
            Box = new(head.Int16(36), head.Int16(38), head.Int16(40), head.Int16(42)),
            ItalicAngle = post.Length >= 8 ? new FontReader(post.Span).Int16(4) : 0,
            IsBold = (head.UInt16(44) & MacBold) != 0,
            GlyphCount = glyphCount,
            HasLongLocations = head.Int16(50) != 0,
        };
    }

    // By the typographic measures of OS/2 where they make an em; else the em stands in the middle of the line.
    private static int EmTopOf(int units, ReadOnlyMemory<byte> os2, (int Ascent, int Descent) line)
    {
        var reader = new FontReader(os2.Span);
        return os2.Length >= 72 && reader.Int16(68) - reader.Int16(70) == units
            ? reader.Int16(68)
            : line.Ascent - ((line.Ascent + line.Descent - units) / 2);
    }

    public int AdvanceOf(ushort glyph) =>
        glyph < GlyphCount ? BinaryPrimitives.ReadUInt16BigEndian(_hmtx.Span[(Math.Min(glyph, _measured - 1) * 4)..]) : 0;

    /// <summary>From a glyph's origin to the left edge of its drawing.</summary>
    public int LeftBearingOf(ushort glyph)
    {
        var at = glyph < _measured ? (glyph * 4) + 2 : (_measured * 4) + ((glyph - _measured) * 2);

        // Some makers leave the last bearings out; rasterisers take them for 0.
        return at + 2 <= _hmtx.Length ? BinaryPrimitives.ReadInt16BigEndian(_hmtx.Span[at..]) : 0;
    }
}

/// <summary>The box that holds every glyph of a face, in design units.</summary>
public readonly record struct FontBox(int Left, int Bottom, int Right, int Top);
