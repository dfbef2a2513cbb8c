using System.Text;
using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Unit.Fonts;

/// <summary>Small fonts built in memory, with every feature the readers and subsetters know.</summary>
/// <remarks>
/// Glyphs: 0 .notdef, 1 文 (a box), 2 书 (a composite of 1, or a drawing by subroutines), 3 𠮷 (supplementary plane),
/// 4 a (half an em), 5 the space, 6 the variant of 文 that U+E0100 asks for, and its form in vertical text.
/// </remarks>
internal static class TestFont
{
    public const int GlyphCount = 7;
    public const int UnitsPerEm = 1000;

    public static readonly Rune Wen = new('文');
    public static readonly Rune Shu = new('书');
    public static readonly Rune Ji = new(0x20BB7);
    public static readonly Rune Selector = new(0xE0100);

    public static readonly int[] Advances = [1000, 1000, 1000, 1000, 500, 250, 1000];

    public static byte[] TrueType(string family = "Test Song") =>
        Sfnt(0x00010000, [.. CommonTables(family), ("glyf", Glyf().Glyf), ("loca", Glyf().Loca)]);

    public static byte[] NameKeyedCff(string family = "Test Fang") =>
        Sfnt(0x4F54544F, [.. CommonTables(family), ("CFF ", TestCff.NameKeyed()), ("VORG", Vorg())]);

    public static byte[] CidKeyedCff(string family = "Test Kai") =>
        Sfnt(0x4F54544F, [.. CommonTables(family), ("CFF ", TestCff.CidKeyed())]);

    /// <summary>A font with some tables in place of its own, or without them where the bytes are null.</summary>
    public static byte[] TrueTypeWith(params (string Tag, byte[]? Bytes)[] replaced)
    {
        (string Tag, byte[] Bytes)[] own = [.. CommonTables("Test Song"), ("glyf", Glyf().Glyf), ("loca", Glyf().Loca)];
        var kept = own.Where(table => replaced.All(each => each.Tag != table.Tag));
        return Sfnt(0x00010000, [.. kept, .. from each in replaced where each.Bytes is not null select (each.Tag, each.Bytes)]);
    }

    /// <summary>Several fonts in one file.</summary>
    public static byte[] Collection(params byte[][] fonts)
    {
        var file = new BigEndian().Tag("ttcf").U32(0x00010000, fonts.Length);
        var offset = 12 + (4 * fonts.Length);
        var starts = new List<int>();
        foreach (var font in fonts)
        {
            starts.Add(offset);
            file.U32(offset);
            offset += font.Length;
        }

        foreach (var (font, start) in fonts.Zip(starts))
        {
            file.Bytes(Moved(font, start));
        }

        return file.ToArray();
    }

    public static OpenTypeFace Open(byte[] font) => OpenTypeFace.Open(FontFile.ReadAll(FontSource.FromBytes("test.ttf", font))[0]);

    public static byte[] Name(string family, string style, string full) => new BigEndian()
        .U16(0, 4, 6 + (4 * 12))
        .U16(3, 1, 0x0409, 1, 2 * family.Length, 0)
        .U16(3, 1, 0x0409, 2, 2 * style.Length, 2 * family.Length)
        .U16(3, 1, 0x0409, 4, 2 * full.Length, 2 * (family + style).Length)
        .U16(3, 1, 0x0804, 1, 4, 2 * (family + style + full).Length)
        .Bytes(Encoding.BigEndianUnicode.GetBytes(family + style + full + "测试"))
        .ToArray();

    public static byte[] Os2(int weight = 400, int type = 0) =>
        new BigEndian().U16(4, 500, weight, 5, type).Bytes(new byte[78]).U16(700).Bytes(new byte[6]).ToArray();

    public static byte[] Hhea(int measured) =>
        new BigEndian().U32(0x00010000).U16(880, -120, 0, 1000).Bytes(new byte[22]).U16(measured).ToArray();

    public static byte[] CmapFormat4() => Cmap((3, 1, Format4()));

    public static byte[] Cmap(params (int Platform, int Encoding, byte[] Table)[] tables)
    {
        var cmap = new BigEndian().U16(0, tables.Length);
        var offset = 4 + (8 * tables.Length);
        foreach (var (platform, encoding, table) in tables)
        {
            cmap.U16(platform, encoding).U32(offset);
            offset += table.Length;
        }

        return tables.Aggregate(cmap, (output, table) => output.Bytes(table.Table)).ToArray();
    }

    public static byte[] Format12(params (int First, int Last, int Glyph)[] groups) =>
        groups.Aggregate(
            new BigEndian().U16(12, 0).U32(16 + (12 * groups.Length), 0, groups.Length),
            (output, group) => output.U32(group.First, group.Last, group.Glyph)).ToArray();

    public static byte[] Vhea(int measured) =>
        new BigEndian().U32(0x00011000).U16(500, -500, 0, 1000).Bytes(new byte[22]).U16(measured).ToArray();

    /// <summary>Heights of the first three glyphs, and bearings of all: 文 1000 and 80, 书 900 and 70.</summary>
    public static byte[] Vmtx() => new BigEndian().U16(1000, 0, 1000, 80, 900, 70).U16(60, 50, 0, 80).ToArray();

    /// <summary>Glyphs hang from 880, 书 from 850.</summary>
    public static byte[] Vorg() => new BigEndian().U16(1, 0, 880, 1, 2, 850).ToArray();

    /// <summary>In vertical text glyph 6 stands for 文, by a list, and 𠮷 for 书, by an extension lookup and a distance.</summary>
    public static byte[] Gsub() => new BigEndian()
        .U32(0x00010000).U16(10, 30, 56)
        .U16(1).Tag("hani").U16(8, 4, 0, 0, 0xFFFF, 1, 1) // Its default language has feature 1 only.
        .U16(2).Tag("ccmp").U16(14).Tag("vert").U16(18, 0, 0, 0, 2, 0, 1)
        .U16(2, 6, 28)
        .U16(1, 0, 1, 8, 2, 8, 1, 6, 1, 1, 1) // List: coverage of one glyph, 文, and its form.
        .U16(7, 0, 1, 8, 1, 1).U32(8).U16(1, 6, 1, 2, 1, 2, 2, 0) // Distance of one over the range of 书 alone.
        .ToArray();

    private static byte[] Format4() => new BigEndian()
        .U16(4, 16 + (8 * 5), 0, 10, 8, 2, 2)
        .U16(' ', 'a', '书', '文', 0xFFFF, 0)
        .U16(' ', 'a', '书', '文', 0xFFFF)
        .U16(5 - ' ', 4 - 'a', 0, 1 - '文', 1)
        .U16(0, 0, 6, 0, 0) // 书 through the glyph array, three words on.
        .U16(2)
        .ToArray();

    private static byte[] Format14() => new BigEndian()
        .U16(14).U32(21 + 9, 1)
        .U8(0x0E, 0x01, 0x00).U32(0, 21)
        .U32(1).U8(0, 0x65, 0x87).U16(6)
        .ToArray();

    private static (string Tag, byte[] Bytes)[] CommonTables(string family) =>
    [
        ("GSUB", Gsub()),
        ("OS/2", Os2()),
        ("cmap", Cmap(
            (0, 5, Format14()),
            (3, 1, Format4()),
            (3, 10, Format12((' ', ' ', 5), ('a', 'a', 4), ('书', '书', 2), ('文', '文', 1), (0x20BB7, 0x20BB7, 3))))),
        ("head", new BigEndian().U32(0x00010000, 0x00010000, 0, 0x5F0F3CF5).U16(0, UnitsPerEm).Bytes(new byte[16])
            .U16(0, -120, 1000, 880, 0, 8, 2, 1, 0).ToArray()),
        ("hhea", Hhea(GlyphCount)),
        ("hmtx", Advances.Aggregate(new BigEndian(), (output, advance) => output.U16(advance, 10)).ToArray()),
        ("maxp", new BigEndian().U32(0x00010000).U16(GlyphCount).Bytes(new byte[26]).ToArray()),
        ("name", Name(family, "Regular", $"{family} Regular")),
        ("post", new BigEndian().U32(0x00030000, 0).Bytes(new byte[24]).ToArray()),
        ("vhea", Vhea(3)),
        ("vmtx", Vmtx()),
    ];

    private static (byte[] Glyf, byte[] Loca) Glyf()
    {
        byte[][] outlines = [Box(400), Box(800), Composite(1, 4), Box(600), Box(300), [], Box(700)];
        var glyf = new BigEndian();
        var loca = new BigEndian();
        foreach (var outline in outlines)
        {
            loca.U32(glyf.Length);
            glyf.Bytes(outline).Pad();
        }

        return (glyf.ToArray(), loca.U32(glyf.Length).ToArray());
    }

    public static byte[] Composite(params int[] parts)
    {
        var glyph = new BigEndian().U16(-1, 0, 0, 800, 800);
        for (var i = 0; i < parts.Length; i++)
        {
            glyph.U16(i + 1 < parts.Length ? 0x0023 : 0x0003, parts[i], 10 * i, 0);
        }

        return glyph.ToArray();
    }

    private static byte[] Box(int size) => new BigEndian()
        .U16(1, 10, 0, size, size, 3, 0)
        .U8(1, 1, 1, 1)
        .U16(10, 0, size, 0, 0, size, 0, -size)
        .ToArray();

    private static byte[] Sfnt(long version, (string Tag, byte[] Bytes)[] tables)
    {
        var file = new BigEndian().U32(version).U16(tables.Length, 0, 0, 0);
        var offset = 12 + (16 * tables.Length);
        foreach (var (tag, bytes) in tables)
        {
            file.Tag(tag).U32(0, offset, bytes.Length);
            offset += (bytes.Length + 3) & ~3;
        }

        return tables.Aggregate(file, (output, table) => output.Bytes(table.Bytes).Pad()).ToArray();
    }

    private static byte[] Moved(byte[] font, int start)
    {
        var copy = font.ToArray();
        for (var record = 12; record < 12 + (16 * ((copy[4] << 8) | copy[5])); record += 16)
        {
            var offset = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(copy.AsSpan(record + 8));
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(copy.AsSpan(record + 8), offset + (uint)start);
        }

        return copy;
    }
}
