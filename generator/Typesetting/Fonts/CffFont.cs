using System.Collections.Immutable;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>CFF outlines, name-keyed or CID-keyed (Adobe Technical Note 5176).</summary>
public sealed class CffFont : FontOutlines
{
    private readonly FontMetrics _metrics;
    private readonly CffIndex _charStrings;
    private readonly CffIndex _globalSubroutines;
    private readonly ImmutableArray<CffIndex> _localSubroutines;
    private readonly ReadOnlyMemory<byte> _fontDictOfGlyph;

    private CffFont(CffTables tables, FontMetrics metrics)
        : base(tables.CharStrings.Count)
    {
        Top = tables.Top;
        FontDicts = tables.FontDicts;
        _metrics = metrics;
        _charStrings = tables.CharStrings;
        _globalSubroutines = tables.GlobalSubroutines;
        _localSubroutines = tables.LocalSubroutines;
        _fontDictOfGlyph = tables.FontDictOfGlyph;
    }

    /// <summary>The settings of the font as a whole.</summary>
    public CffDict Top { get; }

    /// <summary>Hinting settings of each group of glyphs; a name-keyed font has one group.</summary>
    public ImmutableArray<CffFontDict> FontDicts { get; }

    /// <exception cref="FontFormatException">A list or dictionary is broken.</exception>
    public static CffFont Read(ReadOnlyMemory<byte> table, FontMetrics metrics)
    {
        var names = CffIndex.Read(table, new FontReader(table.Span).UInt8(2));
        var tops = CffIndex.Read(table, names.End);
        var strings = CffIndex.Read(table, tops.End);
        var top = CffDict.Read(tops[0]);
        if (top.Number(CffDict.CharStringType, 2) != 2)
        {
            throw new FontFormatException("CFF charstrings of an old type");
        }

        var charStrings = CffIndex.Read(table, top.Number(CffDict.CharStrings, -1));
        var dicts = FontDictsOf(table, top);
        return new(
            new(
                top,
                charStrings,
                CffIndex.Read(table, strings.End),
                [.. dicts.Select(dict => new CffFontDict(dict, PrivateOf(table, dict)))],
                [.. dicts.Select(dict => LocalSubroutinesOf(table, dict))],
                top.Has(CffDict.FontDictOfGlyph) ? table[Within(table, top.Number(CffDict.FontDictOfGlyph, 0))..] : default),
            metrics);
    }

    /// <summary>Which of <see cref="FontDicts"/> a glyph belongs to.</summary>
    /// <exception cref="FontFormatException">The list of groups is broken.</exception>
    public int FontDictOf(ushort glyph)
    {
        if (_fontDictOfGlyph.IsEmpty)
        {
            return 0;
        }

        var reader = new FontReader(_fontDictOfGlyph.Span);
        var dict = reader.UInt8(0) switch
        {
            0 => reader.UInt8(1 + glyph),
            3 => FontDictInRanges(reader, glyph),
            var format => throw new FontFormatException($"FDSelect format {format}"),
        };
        return dict < FontDicts.Length ? dict : throw new FontFormatException($"font dict {dict} of {FontDicts.Length}");
    }

    /// <summary>
    /// A glyph's drawing with its subroutines written out, so that it needs no other part of the font; its width is
    /// that of hmtx, left out where it is one em.
    /// </summary>
    /// <exception cref="FontFormatException">The drawing cannot be read.</exception>
    public byte[] CharString(ushort glyph)
    {
        var width = _metrics.AdvanceOf(glyph);
        var flattener = new CharStringFlattener(_globalSubroutines, _localSubroutines[FontDictOf(glyph)]);
        return flattener.Flatten(_charStrings[glyph].Span, width == _metrics.UnitsPerEm ? null : width);
    }

    /// <summary>The drawings with their subroutine calls, as they stand in the file.</summary>
    internal IEnumerable<byte[]> CharStringsAsTheyStand() =>
        Enumerable.Range(0, _charStrings.Count).Select(glyph => _charStrings[glyph].ToArray());

    private protected override ReadOnlyMemory<byte> Drawing(ushort glyph) => CharString(glyph);

    private static ImmutableArray<CffDict> FontDictsOf(ReadOnlyMemory<byte> table, CffDict top)
    {
        if (!top.Has(CffDict.RegistryOrderingSupplement))
        {
            return [top];
        }

        var dicts = CffIndex.Read(table, top.Number(CffDict.FontDicts, -1));
        if (dicts.Count is 0 or > 256)
        {
            throw new FontFormatException($"{dicts.Count} CFF font dicts");
        }

        return [.. Enumerable.Range(0, dicts.Count).Select(index => CffDict.Read(dicts[index]))];
    }

    private static CffDict PrivateOf(ReadOnlyMemory<byte> table, CffDict dict)
    {
        var (size, offset) = PrivatePlace(table, dict);
        return CffDict.Read(table.Slice(offset, size));
    }

    private static CffIndex LocalSubroutinesOf(ReadOnlyMemory<byte> table, CffDict dict)
    {
        var start = PrivateOf(table, dict).Number(CffDict.Subroutines, 0);
        return start == 0 ? default : CffIndex.Read(table, Within(table, PrivatePlace(table, dict).Offset + start));
    }

    private static (int Size, int Offset) PrivatePlace(ReadOnlyMemory<byte> table, CffDict dict)
    {
        if (dict.Numbers(CffDict.Private) is not [var size, var offset])
        {
            throw new FontFormatException("a CFF font without private dict");
        }

        new FontReader(table.Span).Slice(offset, size);
        return (size, offset);
    }

    private static int Within(ReadOnlyMemory<byte> table, int offset)
    {
        new FontReader(table.Span).UInt8(offset);
        return offset;
    }

    private static int FontDictInRanges(FontReader reader, ushort glyph)
    {
        var (low, high) = (0, reader.UInt16(1) - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (reader.UInt16(3 + (middle * 3)) <= glyph)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return reader.UInt8(5 + (low * 3));
    }

    private sealed record CffTables(
        CffDict Top,
        CffIndex CharStrings,
        CffIndex GlobalSubroutines,
        ImmutableArray<CffFontDict> FontDicts,
        ImmutableArray<CffIndex> LocalSubroutines,
        ReadOnlyMemory<byte> FontDictOfGlyph);
}

/// <param name="Dict">The group's own settings; the font's, where it is name-keyed.</param>
/// <param name="Private">Alignment zones and stem widths.</param>
public sealed record CffFontDict(CffDict Dict, CffDict Private);
