using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Unit.Fonts;

/// <summary>What fonts say about text set from top to bottom.</summary>
public sealed class VerticalFontTests
{
    private const ushort Wen = 1, Shu = 2, Letter = 4, Space = 5;

    [Fact]
    public void Heights_come_from_vmtx_and_the_last_is_that_of_all_glyphs_after_it()
    {
        var face = TestFont.Open(TestFont.TrueType());

        Assert.Equal([1000, 900, 900], new[] { Wen, Shu, Letter }.Select(face.VerticalAdvanceOf));
    }

    [Theory]
    [InlineData("TrueType", 880, 870, 880)] // The upper edge of the drawing and its bearing; a space has no edge.
    [InlineData("NameKeyedCff", 880, 850, 880)] // VORG.
    [InlineData("CidKeyedCff", 880, 880, 880)] // Neither: the top of the em.
    public void A_glyph_hangs_from_where_its_font_says(string kind, int wen, int shu, int space)
    {
        var face = TestFont.Open(OpenTypeFaceTests.FontOf(kind));

        Assert.Equal([wen, shu, space], new[] { Wen, Shu, Space }.Select(face.VerticalOriginOf));
    }

    [Fact]
    public void Vertical_text_takes_the_forms_of_the_vert_feature_and_of_no_other()
    {
        var face = TestFont.Open(TestFont.TrueType());

        Assert.Equal([6, 3, 4], new[] { Wen, Shu, Letter }.Select(face.VerticalFormOf));
        Assert.Null(face.VerticalProblem);
    }

    [Fact]
    public void A_font_without_these_tables_sets_every_glyph_an_em_high()
    {
        var face = TestFont.Open(TestFont.TrueTypeWith(("GSUB", null), ("vhea", null), ("vmtx", null)));

        Assert.Equal((1000, 880, Wen), (face.VerticalAdvanceOf(Wen), face.VerticalOriginOf(Wen), face.VerticalFormOf(Wen)));
        Assert.Null(face.VerticalProblem);
    }

    [Fact]
    public void The_em_is_where_OS2_says_and_else_in_the_middle_of_the_line()
    {
        var typographic = new BigEndian().U16(4, 500, 400, 5, 0).Bytes(new byte[58]).U16(750, -250).Bytes(new byte[24]).ToArray();
        var tall = new BigEndian().U32(0x00010000).U16(1160, -288, 0, 1000).Bytes(new byte[22]).U16(TestFont.GlyphCount).ToArray();

        Assert.Equal(750, TestFont.Open(TestFont.TrueTypeWith(("OS/2", typographic))).Metrics.EmTop);
        Assert.Equal(1160 - 224, TestFont.Open(TestFont.TrueTypeWith(("hhea", tall))).Metrics.EmTop);
    }

    [Theory]
    [InlineData("vmtx")]
    [InlineData("vhea")]
    [InlineData("GSUB")]
    [InlineData("VORG")]
    public void Broken_tables_are_named_and_horizontal_text_goes_on(string tag)
    {
        var face = TestFont.Open(TestFont.TrueTypeWith((tag, [0, 1, 0, 0, 0, 10, 0xFF, 0xFF, 0, 10])));

        Assert.NotNull(face.VerticalProblem);
        Assert.Equal((1000, 880, Wen), (face.VerticalAdvanceOf(Wen), face.VerticalOriginOf(Wen), face.VerticalFormOf(Wen)));
        Assert.Equal(1000, face.AdvanceOf(Wen));
    }

    // A thousand features over the same list of thirty thousand lookups.
    [Fact]
    public void Lists_that_share_their_bytes_are_stopped()
    {
        var gsub = new BigEndian().U32(0x00010000).U16(10, 12, 10).U16(0, 1000);
        for (var feature = 0; feature < 1000; feature++)
        {
            gsub.Tag("vert").U16(6002);
        }

        gsub.U16(0, 30000).Bytes(new byte[60000]);

        Assert.NotNull(TestFont.Open(TestFont.TrueTypeWith(("GSUB", gsub.ToArray()))).VerticalProblem);
    }
}
