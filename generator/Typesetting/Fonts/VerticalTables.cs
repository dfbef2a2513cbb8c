using System.Buffers.Binary;
using System.Collections.Frozen;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>What a face says about text set from top to bottom: vhea, vmtx, VORG, and the forms of GSUB's <c>vert</c>.</summary>
/// <remarks>A face without these tables has none of it: its glyphs are an em high and hang from the top of the em.</remarks>
internal sealed class VerticalTables
{
    private readonly ReadOnlyMemory<byte> _vmtx;

    // The last measured advance stands for all glyphs after it, as in hmtx.
    private readonly int _measured;
    private readonly FrozenDictionary<ushort, short> _origins;
    private readonly int? _commonOrigin;
    private readonly FrozenDictionary<ushort, ushort> _forms;

    private VerticalTables(ReadOnlyMemory<byte> vmtx, int measured, OriginTable origins, FrozenDictionary<ushort, ushort> forms)
    {
        _vmtx = vmtx;
        _measured = measured;
        (_commonOrigin, _origins) = origins;
        _forms = forms;
    }

    public static VerticalTables None { get; } = new(default, 0, OriginTable.None, FrozenDictionary<ushort, ushort>.Empty);

    /// <exception cref="FontFormatException">A table is cut off, or leads out of itself.</exception>
    public static VerticalTables Read(FontFile file, FontMetrics metrics)
    {
        var (vmtx, measured) = file.Has("vhea") && file.Has("vmtx") ? ReadHeights(file, metrics) : (default, 0);
        var origins = file.Has("VORG") ? ReadOrigins(file.Table("VORG").Span) : OriginTable.None;
        var forms = file.Has("GSUB") ? VerticalForms.Read(file.Table("GSUB").Span, metrics.GlyphCount) : FrozenDictionary<ushort, ushort>.Empty;
        return new(vmtx, measured, origins, forms);
    }

    /// <summary>How far down a glyph takes the pen, in design units; null where the face does not say.</summary>
    public int? AdvanceOf(ushort glyph) =>
        _measured == 0 ? null : BinaryPrimitives.ReadUInt16BigEndian(_vmtx.Span[(Math.Min(glyph, _measured - 1) * 4)..]);

    /// <summary>From the top of a glyph's place to the upper edge of its drawing; null where the face does not say.</summary>
    public int? TopBearingOf(ushort glyph)
    {
        if (_measured == 0)
        {
            return null;
        }

        var at = glyph < _measured ? (glyph * 4) + 2 : (_measured * 4) + ((glyph - _measured) * 2);
        return at + 2 <= _vmtx.Length ? BinaryPrimitives.ReadInt16BigEndian(_vmtx.Span[at..]) : null;
    }

    /// <summary>Height of a glyph's vertical origin over its base line, by VORG; null where the face has no such table.</summary>
    public int? OriginOf(ushort glyph) => _origins.TryGetValue(glyph, out var origin) ? origin : _commonOrigin;

    /// <summary>The glyph that stands for this one in vertical text: a bracket turned, a comma moved to its corner.</summary>
    public ushort FormOf(ushort glyph) => _forms.GetValueOrDefault(glyph, glyph);

    private static (ReadOnlyMemory<byte> Vmtx, int Measured) ReadHeights(FontFile file, FontMetrics metrics)
    {
        var vmtx = file.Table("vmtx");
        var measured = Math.Min(new FontReader(file.Table("vhea").Span).UInt16(34), metrics.GlyphCount);
        return measured > 0 && vmtx.Length >= measured * 4
            ? (vmtx, measured)
            : throw new FontFormatException($"heights of {measured} glyphs in {vmtx.Length} bytes");
    }

    private static OriginTable ReadOrigins(ReadOnlySpan<byte> table)
    {
        var reader = new FontReader(table);
        var origins = new Dictionary<ushort, short>();
        for (var record = 0; record < reader.UInt16(6); record++)
        {
            origins[reader.UInt16(8 + (record * 4))] = reader.Int16(10 + (record * 4));
        }

        return new(reader.Int16(4), origins.ToFrozenDictionary());
    }

    private readonly record struct OriginTable(int? Common, FrozenDictionary<ushort, short> Own)
    {
        public static readonly OriginTable None = new(null, FrozenDictionary<ushort, short>.Empty);
    }
}
