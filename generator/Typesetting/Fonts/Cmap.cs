using System.Runtime.CompilerServices;
using System.Text;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>From characters to glyphs: cmap formats 4, 12 and 14.</summary>
/// <remarks>The basic plane is a flat table, since layout asks it once for every character set.</remarks>
internal sealed class Cmap
{
    private const int PlaneSize = 0x10000;

    private readonly ushort[] _basicPlane = new ushort[PlaneSize];
    private readonly List<Group> _beyond = [];
    private readonly Dictionary<(int Character, int Selector), ushort> _variants = [];
    private readonly int _glyphCount;

    private Cmap(int glyphCount) => _glyphCount = glyphCount;

    /// <summary>Reads the richest Unicode table there is.</summary>
    /// <exception cref="FontFormatException">There is none, or it is broken.</exception>
    public static Cmap Read(ReadOnlyMemory<byte> table, int glyphCount)
    {
        var reader = new FontReader(table.Span);
        var cmap = new Cmap(glyphCount);
        var (best, bestRank) = (0, 0);
        for (var record = 4; record < 4 + (reader.UInt16(2) * 8); record += 8)
        {
            var offset = reader.Offset32(record + 4);
            var rank = RankOf(reader.UInt16(record), reader.UInt16(record + 2), reader.UInt16(offset));
            if (rank > bestRank)
            {
                (best, bestRank) = (offset, rank);
            }

            if (reader.UInt16(record) == 0 && reader.UInt16(record + 2) == 5)
            {
                cmap.ReadVariants(new(reader.Slice(offset, reader.Length - offset)));
            }
        }

        cmap.ReadCharacters(bestRank, new(reader.Slice(best, reader.Length - best)));
        return cmap;
    }

    public bool TryGetGlyph(Rune character, out ushort glyph)
    {
        glyph = character.IsBmp ? _basicPlane[character.Value] : FindBeyond(character.Value);
        return glyph != 0;
    }

    /// <summary>The form of a character that a variation selector asks for; only where it differs from the usual one.</summary>
    public bool TryGetVariant(Rune character, Rune selector, out ushort glyph) =>
        _variants.TryGetValue((character.Value, selector.Value), out glyph);

    // 2: format 12, all planes; 1: format 4, the basic plane; 0: not Unicode, or a format no Unicode table needs.
    private static int RankOf(int platform, int encoding, int format) => (platform, encoding, format) switch
    {
        (3, 10, 12) or (0, >= 3, 12) => 2,
        (3, 1, 4) or (0, < 5, 4) => 1,
        _ => 0,
    };

    private void ReadCharacters(int rank, FontReader reader)
    {
        switch (rank)
        {
            case 2:
                ReadGroups(reader);
                break;
            case 1:
                ReadSegments(reader);
                break;
            default:
                throw new FontFormatException("the cmap table has no Unicode characters");
        }
    }

    // A loop over a whole plane, run once a face: not worth a slow first round.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadGroups(FontReader reader)
    {
        long next = 0;
        var end = 16 + (reader.Offset32(12) * 12L);
        for (var at = 16; at < end; at += 12)
        {
            var group = new Group(reader.UInt32(at), reader.UInt32(at + 4), reader.UInt32(at + 8));

            // Ordered groups cannot overlap: a hostile file is read in one pass over the planes at most.
            if (group.First < next || group.Last < group.First || group.Last > 0x10FFFF)
            {
                throw new FontFormatException("cmap groups out of order");
            }

            next = group.Last + 1L;
            if (group.Last >= PlaneSize)
            {
                _beyond.Add(group);
            }

            for (var character = group.First; character <= group.Last && character < PlaneSize; character++)
            {
                _basicPlane[character] = Known(group.Glyph + (long)(character - group.First));
            }
        }
    }

    private void ReadSegments(FontReader reader)
    {
        var doubled = reader.UInt16(6) & ~1;
        var next = 0;
        for (var segment = 0; segment < doubled; segment += 2)
        {
            var last = reader.UInt16(14 + segment);
            var first = reader.UInt16(16 + doubled + segment);
            if (first < next || last < first)
            {
                throw new FontFormatException("cmap segments out of order");
            }

            next = last + 1;
            ReadSegment(reader, 16 + doubled + segment, doubled, (first, last));
        }
    }

    private void ReadSegment(FontReader reader, int startAt, int doubled, (int First, int Last) characters)
    {
        var delta = reader.UInt16(startAt + doubled);
        var rangeAt = startAt + (2 * doubled);
        var range = reader.UInt16(rangeAt);
        for (var character = characters.First; character <= characters.Last; character++)
        {
            if (range is 0 or 0xFFFF)
            {
                _basicPlane[character] = range == 0 ? Known((character + delta) & 0xFFFF) : (ushort)0;
                continue;
            }

            var place = rangeAt + range + (2 * (character - characters.First));
            var glyph = place <= reader.Length - 2 ? reader.UInt16(place) : 0;
            _basicPlane[character] = glyph == 0 ? (ushort)0 : Known((glyph + delta) & 0xFFFF);
        }
    }

    private void ReadVariants(FontReader reader)
    {
        var selectors = reader.Offset32(6);
        for (var at = 10; at < 10 + (selectors * 11L); at += 11)
        {
            var table = reader.Offset32(at + 7);
            if (table == 0)
            {
                continue;
            }

            var end = table + 4 + (reader.Offset32(table) * 5L);
            for (var mapping = table + 4; mapping < end; mapping += 5)
            {
                _variants.TryAdd((reader.UInt24(mapping), reader.UInt24(at)), Known(reader.UInt16(mapping + 3)));
            }

            if (_variants.Count > PlaneSize * 4)
            {
                throw new FontFormatException("more variants than any font has");
            }
        }
    }

    private ushort FindBeyond(int character)
    {
        var (low, high) = (0, _beyond.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var group = _beyond[middle];
            if (character < group.First)
            {
                high = middle - 1;
            }
            else if (character > group.Last)
            {
                low = middle + 1;
            }
            else
            {
                return Known(group.Glyph + (long)(character - group.First));
            }
        }

        return 0;
    }

    private ushort Known(long glyph) => glyph < _glyphCount ? (ushort)glyph : (ushort)0;

    private readonly record struct Group(uint First, uint Last, uint Glyph);
}
