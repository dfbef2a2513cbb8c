namespace PiiDocs.Unit.Fonts;

/// <summary>Small CFF tables: one keyed by names, one by CID with two font dicts.</summary>
internal static class TestCff
{
    // Charstring numbers of one byte: n is written n + 139.
    private const int Zero = 139;
    private const byte HStem = 1, RLineTo = 5, HLineTo = 6, CallLocal = 10, Return = 11, EndChar = 14;
    private const byte HStemMasked = 18, HintMask = 19, RMoveTo = 21, CallGlobal = 29;

    /// <summary>Draws a box of 50 units; called by other charstrings as local subroutine 0 (bias 107).</summary>
    public static readonly byte[] BoxSubroutine = [N(50), N(50), N(-50), HLineTo, Return];

    /// <summary>Calls the box and ends the glyph; global subroutine 0.</summary>
    public static readonly byte[] EndSubroutine = [N(-107), CallLocal, EndChar];

    public static readonly byte[][] Glyphs =
    [
        [EndChar],
        [N(10), N(20), RMoveTo, N(30), N(0), RLineTo, EndChar],
        [N(1), N(2), HStem, N(10), N(20), RMoveTo, N(-107), CallGlobal],
        [N(99), N(10), N(20), RMoveTo, N(-107), CallLocal, EndChar], // A width first.
        [N(99), N(1), N(2), HStemMasked, N(3), N(4), HintMask, 0xC0, N(5), N(6), RMoveTo, N(-107), CallLocal, EndChar],
        [EndChar],
        [N(10), N(20), RMoveTo, N(-107), CallLocal, N(-107), CallLocal, EndChar],
    ];

    /// <summary>What <see cref="Glyphs"/> are without their subroutines, the width of TestFont in front.</summary>
    public static readonly byte[][] FlatGlyphs =
    [
        [EndChar],
        [N(10), N(20), RMoveTo, N(30), N(0), RLineTo, EndChar],
        [N(1), N(2), HStem, N(10), N(20), RMoveTo, N(50), N(50), N(-50), HLineTo, EndChar],
        [N(10), N(20), RMoveTo, N(50), N(50), N(-50), HLineTo, EndChar],
        [248, 136, N(1), N(2), HStemMasked, N(3), N(4), HintMask, 0xC0, N(5), N(6), RMoveTo, N(50), N(50), N(-50), HLineTo, EndChar],
        [247, 142, EndChar],
        [N(10), N(20), RMoveTo, N(50), N(50), N(-50), HLineTo, N(50), N(50), N(-50), HLineTo, EndChar],
    ];

    public static byte[] NameKeyed(byte[][]? glyphs = null)
    {
        var start = new BigEndian().U8(1, 0, 4, 4).Bytes(Index("Test"u8.ToArray())).Length;
        var top = 2 + 1 + 2 + (5 + 5 + 1 + 5 + 1);
        var globals = Index(EndSubroutine);
        var charStrings = start + top + 2 + globals.Length;
        var drawings = Index(glyphs ?? Glyphs);
        var privateAt = charStrings + drawings.Length;
        var privateDict = new BigEndian().U8(N(-5), N(10), 6).Bytes(Number(9)).U8(19).ToArray();
        return new BigEndian().U8(1, 0, 4, 4).Bytes(Index("Test"u8.ToArray()))
            .Bytes(Index([.. Number(privateDict.Length), .. Number(privateAt), 18, .. Number(charStrings), 17]))
            .U16(0)
            .Bytes(globals)
            .Bytes(drawings)
            .Bytes(privateDict)
            .Bytes(Index(BoxSubroutine))
            .ToArray();
    }

    public static byte[] CidKeyed()
    {
        var start = new BigEndian().U8(1, 0, 4, 4).Bytes(Index("Test"u8.ToArray())).Length;
        var top = 2 + 1 + 2 + ((5 + 2) + (5 + 2) + (5 + 2) + (5 + 1));
        var strings = Index("Adobe"u8.ToArray(), "GB1"u8.ToArray());
        var globals = Index(EndSubroutine);
        var drawings = Index(Glyphs);
        byte[] select = [3, 0, 2, 0, 0, 0, 0, 4, 1, 0, TestFont.GlyphCount];
        var charStrings = start + top + strings.Length + globals.Length;
        var selectAt = charStrings + drawings.Length;
        var dictsAt = selectAt + select.Length;
        var privateDict = new BigEndian().U8(N(-5), N(10), 6).Bytes(Number(9)).U8(19).ToArray();
        var privateLength = privateDict.Length + Index(BoxSubroutine).Length;
        var privateAt = dictsAt + Index(FontDict(0, 0), FontDict(0, 0)).Length;
        return new BigEndian().U8(1, 0, 4, 4).Bytes(Index("Test"u8.ToArray()))
            .Bytes(Index([248, 27, 248, 28, N(0), 12, 30, .. Number(dictsAt), 12, 36, .. Number(selectAt), 12, 37, .. Number(charStrings), 17]))
            .Bytes(strings)
            .Bytes(globals)
            .Bytes(drawings)
            .Bytes(select)
            .Bytes(Index(FontDict(privateDict.Length, privateAt), FontDict(privateDict.Length, privateAt + privateLength)))
            .Bytes(privateDict).Bytes(Index(BoxSubroutine))
            .Bytes(privateDict).Bytes(Index(BoxSubroutine))
            .ToArray();
    }

    private static byte[] FontDict(int length, int offset) => [.. Number(length), .. Number(offset), 18];

    private static byte N(int number) => (byte)(number + Zero);

    private static byte[] Number(int number) => new BigEndian().U8(29).U32(number).ToArray();

    private static byte[] Index(params byte[][] items)
    {
        var index = new BigEndian().U16(items.Length).U8(1);
        var offset = 1;
        index.U8(offset);
        foreach (var item in items)
        {
            index.U8(offset += item.Length);
        }

        return items.Aggregate(index, (output, item) => output.Bytes(item)).ToArray();
    }
}
