using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Pdf;

/// <summary>Writes a CID-keyed CFF font of some glyphs of another, renumbered (Adobe Technical Note 5176).</summary>
/// <remarks>
/// Name-keyed fonts become CID-keyed too: one way to number glyphs, and what every checker of archives understands.
/// Subroutines are written out in each glyph (<see cref="CffFont.CharString"/>), so none are left to prune. The list of
/// drawings comes last: they are joined to the rest only as packed bits.
/// </remarks>
internal static class CffSubsetter
{
    private const int FirstOwnString = 391;
    private const byte Escape = 12;
    private const int EscapedOperators = 1200;
    private static readonly byte[] EmptyGlyph = [14];

    public static FontProgram Write(CffFont font, int unitsPerEm, SubsetRequest request)
    {
        var glyphs = new PackedBytes[request.Glyphs.Count];
        var groups = new int[request.Glyphs.Count];
        for (var code = 0; code < glyphs.Length; code++)
        {
            (glyphs[code], groups[code]) = ReadGlyph(font, code, request);
        }

        var layout = new Layout(font, unitsPerEm, request.Name, [.. groups.Distinct()]);
        var head = new PdfBuffer(4096);
        WriteHead(head, layout, groups, glyphs);
        var packed = font.Code.Pack(head.Written);
        head.Release();
        return new(font.Code, packed, glyphs);
    }

    private static (PackedBytes Drawing, int Group) ReadGlyph(CffFont font, int code, SubsetRequest request)
    {
        try
        {
            return (font.Packed(request.Glyphs[code]), font.FontDictOf(request.Glyphs[code]));
        }
        catch (FontFormatException exception)
        {
            request.Broken(code, exception);
            return (font.Code.Pack(EmptyGlyph), 0);
        }
    }

    private static void WriteHead(PdfBuffer output, Layout layout, int[] groups, PackedBytes[] glyphs)
    {
        output.Write([1, 0, 4, 4]);
        WriteIndex(output, System.Text.Encoding.ASCII.GetBytes(layout.Name));

        // The top dict points behind itself: its length does not depend on the offsets, all written in five bytes.
        var charset = output.Length + IndexLength(TopDict(layout, glyphs.Length, default).Length) + StringsLength + EmptyIndexLength;
        var groupOfGlyph = charset + CharsetLength(glyphs.Length);
        var runs = RunsOf(groups);
        var fontDicts = groupOfGlyph + 5 + (3 * runs.Count);
        var privates = fontDicts + FontDictsLength(layout);
        var charStrings = privates + layout.Groups.Sum(group => PrivateDict(layout, group).Length);

        WriteIndex(output, TopDict(layout, glyphs.Length, new(charset, groupOfGlyph, fontDicts, charStrings)).Written);
        WriteIndex(output, "Adobe"u8.ToArray(), "Identity"u8.ToArray());
        output.UInt16(0);
        WriteCharset(output, glyphs.Length);
        WriteGroups(output, layout, runs, glyphs.Length);
        WriteFontDicts(output, layout, privates);
        foreach (var group in layout.Groups)
        {
            output.Write(PrivateDict(layout, group).Written);
        }

        WriteOffsets(output, glyphs);
    }

    private const int EmptyIndexLength = 2;

    private static readonly int StringsLength = 3 + 3 + "AdobeIdentity".Length;

    private static PdfBuffer TopDict(Layout layout, int glyphCount, Places places)
    {
        var dict = new PdfBuffer(128);
        Number(dict, FirstOwnString);
        Number(dict, FirstOwnString + 1);
        Number(dict, 0);
        Operator(dict, EscapedOperators + 30); // ROS comes first.
        CopyEntries(dict, layout.Font.Top, 5, EscapedOperators + 7); // FontBBox, FontMatrix
        Number(dict, glyphCount);
        Operator(dict, EscapedOperators + 34);
        Number(dict, places.Charset);
        Operator(dict, 15);
        Number(dict, places.GroupOfGlyph);
        Operator(dict, EscapedOperators + 37);
        Number(dict, places.CharStrings);
        Operator(dict, 17);
        Number(dict, places.FontDicts);
        Operator(dict, EscapedOperators + 36);
        return dict;
    }

    private static PdfBuffer FontDict(Layout layout, int group, int privateAt)
    {
        var dict = new PdfBuffer(32);
        var source = layout.Font.FontDicts[group].Dict;
        if (!ReferenceEquals(source, layout.Font.Top))
        {
            CopyEntries(dict, source, EscapedOperators + 7);
        }

        Number(dict, PrivateDict(layout, group).Length);
        Number(dict, privateAt);
        Operator(dict, 18);
        return dict;
    }

    // The font's own settings, but for its subroutines and widths: glyphs carry theirs, one em where they say nothing.
    private static PdfBuffer PrivateDict(Layout layout, int group)
    {
        var dict = new PdfBuffer(128);
        foreach (var (code, bytes) in layout.Font.FontDicts[group].Private.Entries)
        {
            if (code is not (19 or 20 or 21))
            {
                dict.Write(bytes.Span);
            }
        }

        Number(dict, layout.UnitsPerEm);
        Operator(dict, 20);
        return dict;
    }

    private static void CopyEntries(PdfBuffer output, CffDict source, params ReadOnlySpan<int> operators)
    {
        foreach (var (code, bytes) in source.Entries)
        {
            if (operators.Contains(code))
            {
                output.Write(bytes.Span);
            }
        }
    }

    private static int FontDictsLength(Layout layout) =>
        2 + 1 + (2 * (layout.Groups.Length + 1)) + layout.Groups.Sum(group => FontDict(layout, group, 0).Length);

    private static void WriteFontDicts(PdfBuffer output, Layout layout, int privates)
    {
        var dicts = new List<PdfBuffer>();
        foreach (var group in layout.Groups)
        {
            dicts.Add(FontDict(layout, group, privates));
            privates += PrivateDict(layout, group).Length;
        }

        output.UInt16(dicts.Count);
        output.Byte(2);
        var offset = 1;
        output.UInt16(offset);
        foreach (var dict in dicts)
        {
            output.UInt16(offset += dict.Length);
        }

        foreach (var dict in dicts)
        {
            output.Write(dict.Written);
        }
    }

    private static int CharsetLength(int glyphCount) => glyphCount > 1 ? 5 : 1;

    private static void WriteCharset(PdfBuffer output, int glyphCount)
    {
        // Format 2: one range, glyph n is character n. A font of .notdef alone: format 0, an empty list.
        output.Byte((byte)(glyphCount > 1 ? 2 : 0));
        if (glyphCount > 1)
        {
            output.UInt16(1);
            output.UInt16(glyphCount - 2);
        }
    }

    private static List<(int Start, int Group)> RunsOf(int[] groups)
    {
        var runs = new List<(int Start, int Group)>();
        for (var code = 0; code < groups.Length; code++)
        {
            if (code == 0 || groups[code] != groups[code - 1])
            {
                runs.Add((code, groups[code]));
            }
        }

        return runs;
    }

    private static void WriteGroups(PdfBuffer output, Layout layout, List<(int Start, int Group)> runs, int glyphCount)
    {
        output.Byte(3);
        output.UInt16(runs.Count);
        foreach (var (start, group) in runs)
        {
            output.UInt16(start);
            output.Byte((byte)Array.IndexOf(layout.Groups, group));
        }

        output.UInt16(glyphCount);
    }

    private static void WriteOffsets(PdfBuffer output, PackedBytes[] glyphs)
    {
        output.UInt16(glyphs.Length);
        output.Byte(4);
        var offset = 1u;
        output.UInt32(offset);
        foreach (var glyph in glyphs)
        {
            output.UInt32(offset += (uint)glyph.Length);
        }
    }

    private static int IndexLength(int itemLength) => 2 + 1 + (2 * 2) + itemLength;

    private static void WriteIndex(PdfBuffer output, ReadOnlySpan<byte> item)
    {
        output.UInt16(1);
        output.Byte(2);
        output.UInt16(1);
        output.UInt16(1 + item.Length);
        output.Write(item);
    }

    private static void WriteIndex(PdfBuffer output, byte[] first, byte[] second)
    {
        output.UInt16(2);
        output.Byte(1);
        output.Write([1, (byte)(1 + first.Length), (byte)(1 + first.Length + second.Length)]);
        output.Write(first);
        output.Write(second);
    }

    // Always five bytes, so that lengths are known before offsets are.
    private static void Number(PdfBuffer output, int value)
    {
        output.Byte(29);
        output.UInt32((uint)value);
    }

    private static void Operator(PdfBuffer output, int code)
    {
        if (code >= EscapedOperators)
        {
            output.Byte(Escape);
        }

        output.Byte((byte)(code % EscapedOperators));
    }

    private readonly record struct Places(int Charset, int GroupOfGlyph, int FontDicts, int CharStrings);

    private sealed record Layout(CffFont Font, int UnitsPerEm, string Name, int[] Groups);
}
