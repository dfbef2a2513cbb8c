using PiiDocs.Documents;
using PiiDocs.Typesetting;

namespace PiiDocs.Unit.Typesetting;

/// <summary>Large and hostile input gives correct pages, in time and memory that grow with it and no faster.</summary>
public class LargeInputTests
{
    [Fact]
    public void A_paragraph_of_100_000_characters_is_set_whole()
    {
        var text = string.Concat(Enumerable.Repeat("检察机关依法提起公益诉讼，维护社会公共利益。", 4546))[..100_000];

        var paged = Paged.Layout(Sheets.Official, Sheets.Paragraph(text));

        Assert.Equal(text, paged.Text());
        Assert.All(paged.Pages.SkipLast(2), page => Assert.Equal(22, page.Lines().Count));
    }

    [Fact]
    public void A_document_of_2_000_pages_is_set_whole()
    {
        var paragraphs = Enumerable.Range(0, 2_000).Select(i => new Block[] { Sheets.Paragraph($"第{i}页"), new PageBreak() });

        var paged = Paged.Layout(Sheets.Official, [.. paragraphs.SelectMany(blocks => blocks)]);

        Assert.Equal(2_000, paged.Pages.Length);
        Assert.Equal("第1999页", paged.Pages[^1].Lines()[0].Text);
    }

    [Fact]
    public void A_word_of_500_letters_is_broken_at_full_lines()
    {
        var lines = Paged.Layout(Sheets.WithLine(20), Sheets.Paragraph("网址" + new string('w', 500) + "止", "plain")).Lines();

        Assert.StartsWith("网址w", lines[0].Text, StringComparison.Ordinal);
        Assert.All(lines.Skip(1).SkipLast(1), line => Assert.Equal(39, line.Text.Length));
    }

    [Theory]
    [InlineData("，")]
    [InlineData("（")]
    [InlineData("“”")]
    [InlineData("a\u0301")]
    [InlineData("第")]
    [InlineData("——")]
    [InlineData(" ")]
    [InlineData("1年")]
    [InlineData("\u2060")]
    [InlineData("https://")]
    [InlineData("（2024）")]
    public void Any_piece_10_000_times_over_comes_to_an_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 10_000));

        var paged = Paged.Layout(Sheets.Official, Sheets.Paragraph(text));

        Assert.Equal(
            text.Replace("\u2060", "", StringComparison.Ordinal),
            paged.Text().Replace("\u2060", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Indents_wider_than_the_page_give_way()
    {
        var wide = new ParagraphStyle("plain", "宽", "仿宋", Length.FromPoints(16)) { LeftIndent = 40, RightIndent = 40 };
        var sheet = Sheets.Official with { Paragraphs = Sheets.Official.Paragraphs.SetItem("plain", wide) };

        Assert.Equal(28, Paged.Layout(sheet, Sheets.Paragraph(new string('检', 56), "plain")).Lines()[0].Text.Length);
    }

    [Fact]
    public void An_empty_document_is_an_empty_page() =>
        Assert.Empty(Assert.Single(Paged.Layout(Sheets.Official).Pages).Items);

    [Fact]
    public void A_table_of_columns_narrower_than_a_character_is_set_inside_the_page()
    {
        var columns = Enumerable.Repeat(new TableColumn(1, TextAlignment.Left), 60);
        var cells = Enumerable.Repeat(new TableCell([Sheets.Paragraph("检", "table-cell")]), 60);

        var page = Paged.Layout(Sheets.Official, new Table([.. columns], [new([.. cells], false)])).Pages[0];

        Assert.Equal(60, page.Items.OfType<GlyphRun>().Count());
        Assert.True(page.Items.OfType<Rule>().Max(rule => rule.X2) <= Sheets.A4.Width - Sheets.A4.Right);
    }
}
