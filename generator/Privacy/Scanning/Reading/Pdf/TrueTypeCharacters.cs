using System.Buffers.Binary;

namespace PiiDocs.Privacy.Scanning.Reading.Pdf;

/// <summary>What the glyphs of an embedded TrueType font are, where the font still has its character map (formats 4 and 12).</summary>
internal static class TrueTypeCharacters
{
    private const int MostTables = 64;
    private const int MostGlyphs = 70_000;
    private const int MostSteps = 4 * MostGlyphs;

    /// <summary>Characters by glyph; empty where the font has no map that can be read.</summary>
    public static Dictionary<int, string?> Read(ReadOnlySpan<byte> font)
    {
        var characters = new Dictionary<int, string?>();
        if (Table(font, "cmap"u8) is not { } at || at + 4 > font.Length)
        {
            return characters;
        }

        var count = Math.Min((int)Number(font, at + 2, 2), MostTables);
        for (var i = 0; i < count; i++)
        {
            var subtable = at + Number(font, at + 4 + (i * 8) + 4, 4);
            if (subtable < 0 || subtable + 16 > font.Length)
            {
                continue;
            }

            switch (Number(font, (int)subtable, 2))
            {
                case 4:
                    ReadSegments(font, (int)subtable, characters);
                    break;
                case 12:
                    ReadGroups(font, (int)subtable, characters);
                    break;
                default:
                    break;
            }
        }

        return characters;
    }

    private static int? Table(ReadOnlySpan<byte> font, ReadOnlySpan<byte> tag)
    {
        var count = Math.Min((int)Number(font, 4, 2), MostTables);
        for (var i = 0; i < count; i++)
        {
            var record = 12 + (i * 16);
            if (record + 16 <= font.Length && font.Slice(record, 4).SequenceEqual(tag))
            {
                var at = Number(font, record + 8, 4);
                return at < font.Length ? (int)at : null;
            }
        }

        return null;
    }

    private static void ReadSegments(ReadOnlySpan<byte> font, int at, Dictionary<int, string?> characters)
    {
        var segments = (int)Number(font, at + 6, 2) / 2;
        var steps = 0;
        for (var i = 0; i < segments; i++)
        {
            var end = (int)Number(font, at + 14 + (i * 2), 2);
            var start = (int)Number(font, at + 16 + (segments * 2) + (i * 2), 2);
            var delta = (int)Number(font, at + 16 + (segments * 4) + (i * 2), 2);
            var rangeAt = at + 16 + (segments * 6) + (i * 2);
            var range = (int)Number(font, rangeAt, 2);
            for (var code = start; code <= end && code < 0xFFFF && ++steps < MostSteps; code++)
            {
                var glyph = range == 0 ? (code + delta) & 0xFFFF : (int)Number(font, rangeAt + range + ((code - start) * 2), 2);
                if (glyph != 0)
                {
                    characters.TryAdd(range == 0 ? glyph : (glyph + delta) & 0xFFFF, ((char)code).ToString());
                }
            }
        }
    }

    private static void ReadGroups(ReadOnlySpan<byte> font, int at, Dictionary<int, string?> characters)
    {
        var groups = Math.Min(Number(font, at + 12, 4), MostGlyphs);
        var steps = 0;
        for (var i = 0; i < groups; i++)
        {
            var group = at + 16 + (i * 12);
            var (start, end, glyph) = (Number(font, group, 4), Number(font, group + 4, 4), Number(font, group + 8, 4));
            for (var code = start; code <= end && code < 0x110000 && ++steps < MostSteps; code++)
            {
                if (code is < 0xD800 or > 0xDFFF)
                {
                    characters.TryAdd((int)(glyph + code - start), char.ConvertFromUtf32((int)code));
                }
            }
        }
    }

    /// <summary>A number of the file; 0 where the file has ended.</summary>
    private static long Number(ReadOnlySpan<byte> font, int at, int size) =>
        at < 0 || at + size > font.Length ? 0
        : size == 2 ? BinaryPrimitives.ReadUInt16BigEndian(font[at..])
        : BinaryPrimitives.ReadUInt32BigEndian(font[at..]);
}
