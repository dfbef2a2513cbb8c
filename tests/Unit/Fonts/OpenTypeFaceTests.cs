using System.Text;
using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Unit.Fonts;

public sealed class OpenTypeFaceTests
{
    public static TheoryData<string> Kinds => ["TrueType", "NameKeyedCff", "CidKeyedCff"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_face_knows_its_characters_and_their_widths(string kind)
    {
        var face = TestFont.Open(FontOf(kind));

        Assert.Equal(1000, face.UnitsPerEm);
        Assert.Equal((880, 120), (face.Ascent, face.Descent));
        Assert.Equal((1, 1000), (GlyphOf(face, TestFont.Wen), face.AdvanceOf(1)));
        Assert.Equal((2, 1000), (GlyphOf(face, TestFont.Shu), face.AdvanceOf(2)));
        Assert.Equal(3, GlyphOf(face, TestFont.Ji));
        Assert.Equal((4, 500), (GlyphOf(face, new Rune('a')), face.AdvanceOf(4)));
        Assert.False(face.TryGetGlyph(new Rune('缺'), out _));
    }

    [Fact]
    public void Without_the_richer_table_the_basic_plane_is_read_from_format_4()
    {
        var face = TestFont.Open(TestFont.TrueTypeWith(("cmap", TestFont.CmapFormat4())));

        Assert.Equal([5, 4, 2, 1], [.. new[] { ' ', 'a', '书', '文' }.Select(c => GlyphOf(face, new Rune(c)))]);
        Assert.False(face.TryGetGlyph(TestFont.Ji, out _));
    }

    [Fact]
    public void A_variation_selector_picks_its_form_and_an_unknown_one_none()
    {
        var face = TestFont.Open(TestFont.TrueType());

        Assert.True(face.TryGetVariant(TestFont.Wen, TestFont.Selector, out var glyph));
        Assert.Equal(6, glyph);
        Assert.False(face.TryGetVariant(TestFont.Shu, TestFont.Selector, out _));
    }

    [Fact]
    public void The_last_measured_width_is_that_of_all_glyphs_after_it()
    {
        byte[] widths = [.. new BigEndian().U16(250, 1, 600, 2, 3, 4).ToArray()];
        var metrics = TestFont.Open(TestFont.TrueTypeWith(("hhea", TestFont.Hhea(2)), ("hmtx", widths))).Metrics;

        Assert.Equal([250, 600, 600, 600, 600], Enumerable.Range(0, 5).Select(glyph => metrics.AdvanceOf((ushort)glyph)));
        Assert.Equal([1, 2, 3, 4, 0], Enumerable.Range(0, 5).Select(glyph => metrics.LeftBearingOf((ushort)glyph)));
        Assert.Equal(0, metrics.AdvanceOf(TestFont.GlyphCount));
    }

    [Fact]
    public void Names_are_known_in_every_language()
    {
        var names = FontNames.Read(FontFile.ReadAll(FontSource.FromBytes("a.ttf", TestFont.TrueType()))[0]);

        Assert.Equal("Test Song|测试", string.Join('|', names.Families));
        Assert.Equal("Test Song Regular", Assert.Single(names.FullNames));
        Assert.Equal((400, false, true), (names.Weight, names.IsBold, names.MayBeEmbedded));
    }

    [Fact]
    public void A_collection_holds_several_faces()
    {
        var files = FontFile.ReadAll(FontSource.FromBytes("a.ttc", TestFont.Collection(TestFont.TrueType("One"), TestFont.TrueType("Two"))));

        Assert.Equal(["One", "Two"], files.Select(file => FontNames.Read(file).Families[0]));
        Assert.Equal([0, 1], files.Select(file => file.Index));
        Assert.Equal(1, GlyphOf(OpenTypeFace.Open(files[1]), TestFont.Wen));
    }

    [Theory]
    [InlineData("NameKeyedCff")]
    [InlineData("CidKeyedCff")]
    public void Charstrings_come_without_subroutines_and_with_the_width_of_hmtx(string kind)
    {
        var outlines = Assert.IsType<CffFont>(TestFont.Open(FontOf(kind)).Outlines);

        Assert.Equal(
            TestCff.FlatGlyphs.Select(Convert.ToHexString),
            Enumerable.Range(0, TestFont.GlyphCount).Select(glyph => Convert.ToHexString(outlines.CharString((ushort)glyph))));
    }

    [Fact]
    public void Glyphs_of_a_CID_keyed_font_know_their_font_dict()
    {
        var outlines = Assert.IsType<CffFont>(TestFont.Open(TestFont.CidKeyedCff()).Outlines);

        Assert.Equal(2, outlines.FontDicts.Length);
        Assert.Equal([0, 0, 0, 0, 1, 1, 1], Enumerable.Range(0, 7).Select(glyph => outlines.FontDictOf((ushort)glyph)));
    }

    [Fact]
    public void Composite_glyphs_name_their_parts()
    {
        var outlines = Assert.IsType<GlyfFont>(TestFont.Open(TestFont.TrueType()).Outlines);

        Assert.Equal(2, GlyfFont.ComponentOffsets(outlines.Outline(2).Span).Count);
        Assert.Empty(GlyfFont.ComponentOffsets(outlines.Outline(1).Span));
        Assert.True(outlines.Outline(5).IsEmpty);
    }

    [Theory]
    [InlineData("cmap")]
    [InlineData("head")]
    [InlineData("hhea")]
    [InlineData("hmtx")]
    [InlineData("maxp")]
    [InlineData("name")]
    [InlineData("glyf")]
    public void A_face_without_a_needed_table_is_no_font(string tag) =>
        Assert.Throws<FontFormatException>(() => TestFont.Open(TestFont.TrueTypeWith((tag, null))));

    internal static byte[] FontOf(string kind) => kind switch
    {
        "TrueType" => TestFont.TrueType(),
        "NameKeyedCff" => TestFont.NameKeyedCff(),
        _ => TestFont.CidKeyedCff(),
    };

    private static int GlyphOf(FontFace face, Rune character) => face.TryGetGlyph(character, out var glyph) ? glyph : -1;
}
