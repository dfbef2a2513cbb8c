using System.Collections.Immutable;
using System.Text;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Pdf;
using PiiDocs.Typesetting;
using PiiDocs.Typesetting.Fonts;
using PiiDocs.Unit.Fonts;

namespace PiiDocs.Unit.Pdf;

public sealed class PdfWriterTests
{
    private static readonly OpenTypeFace Song = TestFont.Open(TestFont.TrueType());
    private static readonly OpenTypeFace Fang = TestFont.Open(TestFont.NameKeyedCff());

    [Fact]
    public void The_same_pages_give_the_same_bytes() =>
        Assert.Equal(Write(TestPages.Of(Song, "文书𠮷a")), Write(TestPages.Of(TestFont.Open(TestFont.TrueType()), "文书𠮷a")));

    [Fact]
    public void Different_pages_have_different_identifiers()
    {
        static string Identifier(string text) => new PdfReading(Write(TestPages.Of(Song, text))).Text.Split("/ID[<")[1][..32];

        Assert.NotEqual(Identifier("文书"), Identifier("书文"));
    }

    [Theory]
    [InlineData("文书𠮷a 文")]
    [InlineData("a")]
    public void Every_code_says_the_text_it_stands_for(string text)
    {
        var file = Read(TestPages.Of(Song, text));

        Assert.Equal(text.EnumerateRunes().Distinct().Select(rune => rune.ToString()), file.Unicode().Skip(1));
    }

    [Fact]
    public void A_glyph_of_two_texts_gets_a_code_for_each()
    {
        var run = TestPages.Run(Song, "文文") with { Text = "文a" };
        var file = Read(TestPages.Of([run], []));

        Assert.Equal(["", "文", "a"], file.Unicode());
        Assert.Contains("(\0\u0001\0\u0002)", file.Contents().Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_glyph_of_several_characters_says_them_all()
    {
        var run = TestPages.Run(Song, "文") with { Text = "文\U000E0100", Glyphs = [new(6, Length.Zero, 0, 3)] };

        Assert.Equal("文\U000E0100", Read(TestPages.Of([run], [])).Unicode()[1]);
    }

    [Fact]
    public void Several_glyphs_of_one_character_carry_its_text_once()
    {
        var run = TestPages.Run(Song, "文") with { Glyphs = [new(1, Length.Zero, 0, 1), new(4, Length.FromPoints(16), 1, 0)] };
        var content = Read(TestPages.Of([run], [])).Contents().Single();

        Assert.Matches(@"/Span<</ActualText <FEFF6587>>>BDC\n\[\(\0\u0001\0\u0002\)\]TJ\nEMC", content);
    }

    [Fact]
    public void Glyphs_stand_where_they_were_set()
    {
        var run = TestPages.Run(Song, "文书文书a文");
        run = run with
        {
            // A pitch of 15.787 points, and a wider gap before the last glyph.
            Glyphs = [.. run.Glyphs.Select((glyph, i) => glyph with { Offset = new((15787 * i) + (i == 5 ? 3000 : 0)) })],
        };
        var (content, file) = (Read(TestPages.Of([run], [])).Contents().Single(), Read(TestPages.Of([run], [])));

        var placed = GlyphPositions.Read(content, file);
        Assert.Equal(run.Glyphs.Length, placed.Count);
        Assert.All(run.Glyphs.Zip(placed), pair =>
            Assert.InRange(pair.Second - (double)(run.X + pair.First.Offset).Points, -0.009, 0.009));
    }

    [Fact]
    public void An_even_pitch_is_written_as_character_spacing_and_plain_strings()
    {
        var run = TestPages.Run(Song, "文书文书");
        run = run with { Glyphs = [.. run.Glyphs.Select((glyph, i) => glyph with { Offset = new(15787 * i) })] };

        Assert.Contains("-0.213 Tc\n[(\0\u0001\0\u0002\0\u0001\0\u0002)]TJ", Read(TestPages.Of([run], [])).Contents().Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(12000, "12")]
    [InlineData(-500, "-0.5")]
    [InlineData(15787, "15.787")]
    [InlineData(1, "0.001")]
    [InlineData(-1020, "-1.02")]
    public void A_length_is_written_exactly(int millipoints, string expected)
    {
        var buffer = new PdfBuffer();
        buffer.Number(new Length(millipoints));

        Assert.Equal(expected, Encoding.ASCII.GetString(buffer.Written));
    }

    [Fact]
    public void A_TrueType_subset_holds_the_used_glyphs_and_their_parts_renumbered()
    {
        var file = Read(TestPages.Of(Song, "𠮷书"));
        var program = file.StreamOf(file.ObjectWith("/Type/FontDescriptor"), "FontFile2");
        var subset = FontFile.ReadAll(FontSource.FromBytes("subset", program))[0];
        var metrics = FontMetrics.Read(subset);
        var outlines = GlyfFont.Read(subset, metrics);
        var original = Assert.IsType<GlyfFont>(Song.Outlines);

        Assert.Equal(5, metrics.GlyphCount); // .notdef, 𠮷, 书, and its parts 文 and a.
        Assert.Equal([1000, 1000, 1000, 1000, 500], Enumerable.Range(0, 5).Select(glyph => metrics.AdvanceOf((ushort)glyph)));
        Assert.Equal(original.Outline(3).ToArray(), outlines.Outline(1).ToArray());
        Assert.Equal(TestFont.Composite(3, 4), outlines.Outline(2).ToArray()[..TestFont.Composite(3, 4).Length]);
        Assert.Equal(original.Outline(1).ToArray(), outlines.Outline(3).ToArray());
        Assert.Equal(0xB1B0AFBA, ChecksumOf(program));
    }

    [Theory]
    [InlineData("NameKeyedCff")]
    [InlineData("CidKeyedCff")]
    public void A_CFF_subset_is_keyed_by_CID_and_holds_the_used_glyphs_without_subroutines(string kind)
    {
        var face = TestFont.Open(OpenTypeFaceTests.FontOf(kind));
        var file = Read(TestPages.Of(face, "a书𠮷"));
        var program = file.StreamOf(file.ObjectWith("/Type/FontDescriptor"), "FontFile3");
        var subset = CffFont.Read(program, face.Metrics);

        Assert.True(subset.Top.Has(CffDict.RegistryOrderingSupplement));
        Assert.Equal(
            new[] { 0, 4, 2, 3 }.Select(glyph => Convert.ToHexString(TestCff.FlatGlyphs[glyph])),
            subset.CharStringsAsTheyStand().Select(Convert.ToHexString));
        Assert.Equal(kind == "CidKeyedCff" ? 2 : 1, subset.FontDicts.Length);
        Assert.Equal(1000, subset.FontDicts[0].Private.Number(CffDict.DefaultWidth, 0));
    }

    [Fact]
    public void Widths_are_told_where_they_are_not_one_em() =>
        Assert.Contains("/W[2[500 ]4[250 ]]", Read(TestPages.Of(Fang, "文a书 ")).ObjectWith("/Subtype/CIDFontType0/"), StringComparison.Ordinal);

    [Fact]
    public void A_face_without_a_file_is_an_error()
    {
        var diagnostics = new DiagnosticBag();
        PdfWriter.Write(TestPages.Of(new FilelessFace(), "文"), new(), Stream.Null, diagnostics);

        Assert.Equal("PD6002", Assert.Single(diagnostics.Items).Code);
    }

    [Fact]
    public void A_face_without_bold_is_thickened_and_the_next_text_is_not()
    {
        var plain = TestPages.Run(Song, "文");
        var content = Read(TestPages.Of([plain with { IsEmboldened = true }, plain], [])).Contents().Single();

        Assert.Matches(@"(?s)0\.533 w\n2 Tr\n.*TJ\n0 Tr\n", content);
    }

    private static byte[] Write(PagedDocument document)
    {
        var output = new MemoryStream();
        var diagnostics = new DiagnosticBag();
        PdfWriter.Write(document, new(), output, diagnostics);
        Assert.Empty(diagnostics.Items);
        return output.ToArray();
    }

    private static PdfReading Read(PagedDocument document) => new(Write(document));

    private static uint ChecksumOf(byte[] font) =>
        Enumerable.Range(0, font.Length / 4).Aggregate(0u, (sum, i) =>
            sum + System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(i * 4)));

    private sealed class FilelessFace : FontFace
    {
        public override string Name => "Square";

        public override int UnitsPerEm => 1000;

        public override int Ascent => 880;

        public override int Descent => 120;

        public override bool TryGetGlyph(Rune character, out ushort glyph)
        {
            glyph = 1;
            return true;
        }

        public override int AdvanceOf(ushort glyph) => 1000;
    }
}
