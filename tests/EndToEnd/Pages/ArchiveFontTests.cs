using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PiiDocs.EndToEnd.Pages;

/// <summary>The fonts inside our files: all there, all cut down, as wide as they say, and readable back as text.</summary>
public sealed partial class ArchiveFontTests(SampleFiles samples) : IClassFixture<SampleFiles>
{
    [Fact]
    public void Every_font_is_a_subset_inside_the_file() => Each((file, font) =>
    {
        var inner = InnerOf(file, font);
        var descriptor = file.Get(inner, "/FontDescriptor")!.Value;

        Assert.True(file.Is(font, "/Subtype", "/Type0") && file.Is(font, "/Encoding", "/Identity-H"));
        Assert.Matches("^/[A-Z]{6}\\+", font.GetProperty("/BaseFont").GetString());
        Assert.Equal(descriptor.GetProperty("/FontName").GetString(), inner.GetProperty("/BaseFont").GetString());
        var isTrueType = file.Is(inner, "/Subtype", "/CIDFontType2");
        Assert.True(isTrueType ? descriptor.TryGetProperty("/FontFile2", out _) : descriptor.TryGetProperty("/FontFile3", out _));
        Assert.True(!isTrueType || inner.TryGetProperty("/CIDToGIDMap", out _));
    });

    [Fact]
    public void Every_code_on_every_page_says_its_characters() => Assert.All(samples.Documents, document =>
    {
        var file = samples.Objects(document);
        foreach (var (_, page) in file.Pages)
        {
            var fonts = file.Get(file.Get(page, "/Resources")!.Value, "/Font")!.Value;
            var known = fonts.EnumerateObject().ToDictionary(each => each.Name, each => CodesOf(file, file.Follow(each.Value)), StringComparer.Ordinal);
            foreach (var (font, code) in Shown(file.Content(page)))
            {
                Assert.True(known[font].ContainsKey(code), $"{document.Name}: code {code:X4} of {font} says nothing");
                Assert.NotEqual("FFFD", known[font][code]);
            }
        }
    });

    [Fact]
    public void Widths_of_TrueType_fonts_are_those_of_their_glyphs() => Each((file, font) =>
    {
        var inner = InnerOf(file, font);
        if (!file.Is(inner, "/Subtype", "/CIDFontType2"))
        {
            return;
        }

        var program = file.Stream(file.Get(inner, "/FontDescriptor")!.Value, "/FontFile2");
        var told = WidthsOf(file, inner);
        var usual = file.Get(inner, "/DW") is { } width ? width.GetInt32() : 1000;
        var map = file.Get(inner, "/CIDToGIDMap")!.Value.ValueKind == JsonValueKind.String ? null : file.Stream(inner, "/CIDToGIDMap");
        foreach (var code in CodesOf(file, font).Keys)
        {
            var glyph = map is null ? code : BinaryPrimitives.ReadUInt16BigEndian(map.AsSpan(2 * code));
            Assert.InRange(told.GetValueOrDefault(code, usual) - AdvanceOf(program, glyph), -1m, 1m);
        }
    });

    private static JsonElement InnerOf(PdfObjects file, JsonElement font) =>
        file.Follow(Assert.Single(file.Get(font, "/DescendantFonts")!.Value.EnumerateArray()));

    private static Dictionary<int, string> CodesOf(PdfObjects file, JsonElement font)
    {
        var map = Encoding.ASCII.GetString(file.Stream(font, "/ToUnicode"));
        var codes = new Dictionary<int, string>();
        foreach (Match range in Ranges().Matches(map))
        {
            var texts = Texts().Matches(range.Groups[3].Value);
            Assert.Equal(Hex(range.Groups[2].Value) - Hex(range.Groups[1].Value) + 1, texts.Count);
            for (var i = 0; i < texts.Count; i++)
            {
                codes.Add(Hex(range.Groups[1].Value) + i, texts[i].Groups[1].Value);
            }
        }

        Assert.NotEmpty(codes);
        return codes;
    }

    private static IEnumerable<(string Font, int Code)> Shown(IEnumerable<string> tokens)
    {
        var (font, name) = ("", "");
        foreach (var token in tokens)
        {
            if (token.StartsWith('/'))
            {
                name = token;
            }
            else if (token == "Tf")
            {
                font = name;
            }
            else if (token.StartsWith('('))
            {
                var bytes = Escapes().Replace(token[1..^1], escape => escape.Value == "\\r" ? "\r" : escape.Value[1..]);
                for (var i = 0; i + 1 < bytes.Length; i += 2)
                {
                    yield return (font, bytes[i] << 8 | bytes[i + 1]);
                }
            }
        }
    }

    private static Dictionary<int, decimal> WidthsOf(PdfObjects file, JsonElement inner)
    {
        var widths = new Dictionary<int, decimal>();
        var array = file.Get(inner, "/W") is { } found ? found.EnumerateArray().ToList() : [];
        for (var i = 0; i < array.Count;)
        {
            var first = array[i].GetInt32();
            if (array[i + 1].ValueKind == JsonValueKind.Array)
            {
                var each = array[i + 1].EnumerateArray().ToList();
                for (var j = 0; j < each.Count; j++)
                {
                    widths[first + j] = each[j].GetDecimal();
                }

                i += 2;
            }
            else
            {
                for (var code = first; code <= array[i + 1].GetInt32(); code++)
                {
                    widths[code] = array[i + 2].GetDecimal();
                }

                i += 3;
            }
        }

        return widths;
    }

    // In thousandths of an em, from hmtx: four bytes a glyph, up to the last one measured.
    private static decimal AdvanceOf(byte[] program, int glyph)
    {
        int Word(int at) => BinaryPrimitives.ReadUInt16BigEndian(program.AsSpan(at));
        int Table(string tag)
        {
            for (var record = 12; record < 12 + (16 * Word(4)); record += 16)
            {
                if (Encoding.ASCII.GetString(program, record, 4) == tag)
                {
                    return (int)BinaryPrimitives.ReadUInt32BigEndian(program.AsSpan(record + 8));
                }
            }

            throw new InvalidOperationException($"the font has no {tag}");
        }

        var measured = Word(Table("hhea") + 34);
        return Word(Table("hmtx") + (4 * Math.Min(glyph, measured - 1))) * 1000m / Word(Table("head") + 18);
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^<([0-9A-F]{4})><([0-9A-F]{4})>\[([^\]]*)\]$", RegexOptions.Multiline)]
    private static partial Regex Ranges();

    [GeneratedRegex(@"\\.", RegexOptions.Singleline)]
    private static partial Regex Escapes();

    [GeneratedRegex("<([0-9A-F]+)>")]
    private static partial Regex Texts();

    private void Each(Action<PdfObjects, JsonElement> check) => Assert.All(samples.Documents, document =>
    {
        var file = samples.Objects(document);
        var fonts = file.All.Where(each => file.Is(each, "/Type", "/Font") && file.Is(each, "/Subtype", "/Type0")).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => check(file, font));
    });
}
