using System.Text;
using static PiiDocs.Unit.Privacy.Scanning.PdfBuilder;

namespace PiiDocs.Unit.Privacy.Scanning;

/// <summary>Every place of a PDF file that can hold a text, and every way its bytes may be wrapped.</summary>
internal static class PdfPlaces
{
    private static readonly byte[] Plain = Show("一页文字");

    public static readonly IReadOnlyDictionary<string, Func<string, byte[]>> All = new Dictionary<string, Func<string, byte[]>>
    {
        ["page"] = text => new PdfBuilder().Frame().AddStream(5, Show(text)).Save().ToArray(),
        ["Flate"] = text => new PdfBuilder().Frame().AddFlate(5, Show(text)).Save().ToArray(),
        ["predictor"] = text => new PdfBuilder().Frame().AddStream(5, Flate(Predicted(Show(text))), "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>").Save().ToArray(),
        ["ASCII hex"] = text => new PdfBuilder().Frame().AddStream(5, Encoding.ASCII.GetBytes(Convert.ToHexString(Show(text)) + ">"), "/Filter/ASCIIHexDecode").Save().ToArray(),
        ["ASCII 85 of Flate"] = text => new PdfBuilder().Frame().AddStream(5, Ascii85(Flate(Show(text))), "/Filter[/ASCII85Decode/FlateDecode]").Save().ToArray(),
        ["run length"] = text => new PdfBuilder().Frame().AddStream(5, RunLength(Show(text)), "/Filter/RunLengthDecode").Save().ToArray(),
        ["LZW"] = text => new PdfBuilder().Frame().AddStream(5, Lzw(Show(text)), "/Filter/LZWDecode").Save().ToArray(),
        ["glyph by glyph"] = text => new PdfBuilder().Frame().AddStream(5, Glyphs(text)).Save().ToArray(),
        ["glyphs in disorder"] = text => new PdfBuilder().Frame().AddStream(5, Glyphs(text, backwards: true)).Save().ToArray(),
        ["kerned"] = text => new PdfBuilder().Frame().AddStream(5, Kerned(text)).Save().ToArray(),
        ["two content streams"] = TwoStreams,
        ["invisible"] = text => new PdfBuilder().Frame().AddStream(5, Show(text, "3 Tr")).Save().ToArray(),
        ["ToUnicode"] = WithMap,
        ["glyph names"] = WithNames,
        ["embedded TrueType map"] = WithFont,
        ["GBK codes"] = WithGbk,
        ["ActualText"] = text => new PdfBuilder().Frame().AddStream(5, [.. Encoding.ASCII.GetBytes($"/Span <</ActualText {Text(text)}>> BDC "), .. Plain, .. " EMC"u8]).Save().ToArray(),
        ["form XObject"] = text => new PdfBuilder().Frame("/X 1").Add(3, "<</Type/Page/Parent 2 0 R/Resources<</XObject<</X1 6 0 R>>>>/Contents 5 0 R>>")
            .AddStream(5, "q 1 0 0 1 0 0 cm /X1 Do Q"u8.ToArray()).AddStream(6, Show(text), "/Type/XObject/Subtype/Form/Resources<</Font<</F1 4 0 R>>>>").Save().ToArray(),
        ["appearance of a note"] = text => Page(builder => builder.Add(6, "<</Type/Annot/Subtype/FreeText/AP<</N 7 0 R>>>>").AddStream(7, Show(text), "/Subtype/Form")),
        ["note"] = text => Page(builder => builder.Add(6, $"<</Type/Annot/Subtype/Text/Contents {Text(text)}>>")),
        ["note's author"] = text => Page(builder => builder.Add(6, $"<</Type/Annot/Subtype/Text/T {Text(text)}>>")),
        ["form field"] = text => Page(builder => builder.Add(6, $"<</FT/Tx/T(a)/V {Text(text)}>>")),
        ["outline"] = text => Page(builder => builder.Add(6, $"<</Title {Text(text)}/Parent 7 0 R>>")),
        ["Info"] = text => new PdfBuilder().Frame().AddStream(5, Plain).Add(6, $"<</Author {Text(text)}>>").Save("/Root 1 0 R/Info 6 0 R").ToArray(),
        ["Info in UTF-8"] = text => new PdfBuilder().Frame().AddStream(5, Plain).Raw($"6 0 obj\n<</Author ({text})>>\nendobj\n").Save().ToArray(),
        ["XMP"] = text => Page(builder => builder.AddStream(6, Package.Bytes($"<x:xmpmeta xmlns:x=\"x\" xmlns:d=\"d\"><d:creator>{Package.Xml(text)}</d:creator></x:xmpmeta>"), "/Type/Metadata/Subtype/XML")),
        ["attachment"] = text => Page(builder => builder.AddFlate(6, Package.Bytes(text), "/Type/EmbeddedFile")),
        ["attached Word file"] = text => Page(builder => builder.AddFlate(6, Package.Docx(DocxPlaces.Paragraph(text)), "/Type/EmbeddedFile")),
        ["attachment's name"] = text => Page(builder => builder.Add(6, $"<</Type/Filespec/UF {Text(text)}>>")),
        ["JavaScript"] = text => Page(builder => builder.Add(6, $"<</S/JavaScript/JS {Text(text)}>>")),
        ["JavaScript stream"] = text => Page(builder => builder.AddFlate(6, Package.Bytes($"app.alert('{text}')"))),
        ["link"] = text => Page(builder => builder.Add(6, $"<</S/URI/URI(http://example.com/{Uri.EscapeDataString(text)})>>")),
        ["alternative text"] = text => Page(builder => builder.Add(6, $"<</Type/StructElem/S/Figure/Alt {Text(text)}>>")),
        ["layer's name"] = text => Page(builder => builder.Add(6, $"<</Type/OCG/Name {Text(text)}>>")),
        ["key"] = text => Page(builder => builder.Add(6, $"<</{string.Concat(Package.Bytes(text).Select(value => $"#{value:X2}"))} 1>>")),
        ["object stream"] = text => Page(builder => builder.AddFlate(8, Encoding.Latin1.GetBytes($"6 0 <</Author {Text(text)}>>"), "/Type/ObjStm/N 1/First 4")),
        ["overwritten object"] = text => new PdfBuilder().Frame().AddStream(5, Plain).Add(6, $"<</Author {Text(text)}>>").Save().Add(6, "<</Author(x)>>").Save("/Root 1 0 R/Prev 0").ToArray(),
        ["overwritten page"] = text => new PdfBuilder().Frame().AddFlate(5, Show(text)).Save().AddFlate(5, Plain).Save("/Root 1 0 R/Prev 0").ToArray(),
        ["removed page"] = text => new PdfBuilder().Frame().AddFlate(5, Show(text)).Save().Add(2, "<</Type/Pages/Kids[]/Count 0>>").Save("/Root 1 0 R/Prev 0").ToArray(),
        ["unreferenced object"] = text => Page(builder => builder.Add(99, $"({string.Concat(Package.Bytes(text).Select(value => $"\\{Convert.ToString(value, 8).PadLeft(3, '0')}"))})")),
        ["behind the end"] = text => new PdfBuilder().Frame().AddStream(5, Plain).Save().Raw($"\n% {text.Replace('\n', ' ')}\n").ToArray(),
        ["behind a string without end"] = text => new PdfBuilder().Frame().AddStream(5, Plain).Raw("6 0 obj\n<</Author (without end>>\nendobj\n")
            .Add(7, $"<</Author {Text(text)}>>").Save().ToArray(),
        ["no cross-reference"] = text => new PdfBuilder().Frame().AddFlate(5, Show(text)).ToArray(),
    };

    private static byte[] Page(Action<PdfBuilder> add)
    {
        var builder = new PdfBuilder().Frame().AddStream(5, Plain);
        add(builder);
        return builder.Save().ToArray();
    }

    private static byte[] Glyphs(string text, bool backwards = false)
    {
        var shown = text.Replace("\n", "", StringComparison.Ordinal).Select((unit, index) => $"1 0 0 1 {72 + (index * 12)} 700 Tm <{Hex(unit.ToString())}> Tj");
        return Encoding.ASCII.GetBytes($"BT /F1 12 Tf {string.Join(' ', backwards ? shown.Reverse() : shown)} ET");
    }

    private static byte[] Kerned(string text) =>
        Encoding.ASCII.GetBytes($"BT /F1 12 Tf 72 700 Td [{string.Join(" -40 ", text.Replace("\n", "", StringComparison.Ordinal).Select(unit => $"<{Hex(unit.ToString())}>"))}] TJ ET");

    private static byte[] TwoStreams(string text) =>
        new PdfBuilder().Frame().Add(3, "<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 4 0 R>>>>/Contents[5 0 R 6 0 R]>>")
            .AddStream(5, Encoding.ASCII.GetBytes($"BT /F1 12 Tf 72 700 Td <{Hex(text[..2])}> Tj"))
            .AddStream(6, Encoding.ASCII.GetBytes($"<{Hex(text[2..].Replace("\n", "", StringComparison.Ordinal))}> Tj ET"))
            .Save().ToArray();

    /// <summary>Glyph numbers that only the font's map explains.</summary>
    private static byte[] WithMap(string text)
    {
        var units = text.Distinct().ToList();
        var map = $"1 begincodespacerange <0000> <FFFF> endcodespacerange {units.Count} beginbfchar "
            + $"{string.Join(' ', units.Select((unit, index) => $"<{index + 1:X4}> <{(int)unit:X4}>"))} endbfchar";
        return new PdfBuilder().Frame()
            .Add(4, "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[<</Subtype/CIDFontType2/DW 1000>>]>>")
            .AddFlate(5, Encoding.ASCII.GetBytes($"BT /F1 12 Tf <{string.Concat(text.Select(unit => $"{units.IndexOf(unit) + 1:X4}"))}> Tj ET"))
            .AddFlate(6, Encoding.ASCII.GetBytes(map)).Save().ToArray();
    }

    private static byte[] WithNames(string text)
    {
        var units = text.Distinct().ToList();
        return new PdfBuilder().Frame()
            .Add(4, $"<</Type/Font/Subtype/Type1/BaseFont/A/Encoding<</Differences[1 {string.Concat(units.Select(unit => $"/uni{(int)unit:X4}"))}]>>>>")
            .AddFlate(5, Encoding.ASCII.GetBytes($"BT /F1 12 Tf <{string.Concat(text.Select(unit => $"{units.IndexOf(unit) + 1:X2}"))}> Tj ET")).Save().ToArray();
    }

    /// <summary>Glyph numbers that only the embedded font explains: a map of format 12, one group a character.</summary>
    private static byte[] WithFont(string text)
    {
        var units = text.Distinct().ToList();
        byte[] groups = [.. units.SelectMany((unit, index) => new[] { (int)unit, unit, index + 1 }).SelectMany(Big)];
        byte[] map = [0, 0, 0, 1, 0, 3, 0, 10, .. Big(12), 0, 12, 0, 0, .. Big(16 + groups.Length), .. Big(0), .. Big(units.Count), .. groups];
        byte[] font = [0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, .. "cmap"u8, .. Big(0), .. Big(28), .. Big(map.Length), .. map];
        return new PdfBuilder().Frame()
            .Add(4, "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[<</Subtype/CIDFontType2/FontDescriptor<</FontFile2 6 0 R>>>>]>>")
            .AddFlate(5, Encoding.ASCII.GetBytes($"BT /F1 12 Tf <{string.Concat(text.Select(unit => $"{units.IndexOf(unit) + 1:X4}"))}> Tj ET"))
            .AddFlate(6, font, "/Length1 1").Save().ToArray();
    }

    private static byte[] Big(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    private static byte[] WithGbk(string text)
    {
        var codes = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!.GetBytes(text);
        return new PdfBuilder().Frame()
            .Add(4, "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/GBK-EUC-H/DescendantFonts[<</Subtype/CIDFontType0/DW 1000>>]>>")
            .AddFlate(5, Encoding.ASCII.GetBytes($"BT /F1 12 Tf <{Convert.ToHexString(codes)}> Tj ET")).Save().ToArray();
    }

    /// <summary>PNG predictor "up" over rows of four bytes.</summary>
    private static byte[] Predicted(byte[] content)
    {
        byte[] padded = [.. content, .. Enumerable.Repeat((byte)' ', (4 - (content.Length % 4)) % 4)];
        return [.. Enumerable.Range(0, padded.Length / 4).SelectMany(row => Enumerable.Range(0, 4)
            .Select(x => (byte)(padded[(row * 4) + x] - (row == 0 ? 0 : padded[((row - 1) * 4) + x])))
            .Prepend((byte)2))];
    }

    private static byte[] RunLength(byte[] content) =>
        [.. content.Chunk(100).SelectMany(chunk => chunk.Prepend((byte)(chunk.Length - 1))), 128];

    private static byte[] Ascii85(byte[] content)
    {
        var text = new StringBuilder();
        foreach (var chunk in content.Chunk(4))
        {
            byte[] whole = [.. chunk, .. new byte[4 - chunk.Length]];
            var number = ((uint)whole[0] << 24) | ((uint)whole[1] << 16) | ((uint)whole[2] << 8) | whole[3];
            var digits = new char[5];
            for (var i = 4; i >= 0; i--, number /= 85)
            {
                digits[i] = (char)('!' + (number % 85));
            }

            text.Append(digits, 0, chunk.Length + 1);
        }

        return Encoding.ASCII.GetBytes(text + "~>");
    }

    /// <summary>Codes of nine bits only: the table is cleared before it needs ten.</summary>
    private static byte[] Lzw(byte[] content)
    {
        var bits = new List<bool>();
        foreach (var chunk in content.Chunk(200))
        {
            foreach (var code in chunk.Select(value => (int)value).Prepend(256))
            {
                bits.AddRange(Enumerable.Range(0, 9).Select(i => ((code >> (8 - i)) & 1) == 1));
            }
        }

        bits.AddRange(Enumerable.Range(0, 9).Select(i => ((257 >> (8 - i)) & 1) == 1));
        return [.. bits.Chunk(8).Select(chunk => (byte)chunk.Select((bit, index) => bit ? 128 >> index : 0).Sum())];
    }
}
