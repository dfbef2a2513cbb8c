using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Typesetting;

namespace PiiDocs.Unit.Typesetting;

public class PageTests
{
    [Fact]
    public void A_page_has_exactly_22_lines_of_28_characters()
    {
        var pages = Paged.Layout(Sheets.Official, Sheets.Paragraph(new string('检', 28 * 22 * 2), "plain")).Pages;

        Assert.Equal(2, pages.Length);
        Assert.All(pages, page => Assert.Equal(22, page.Lines().Count));
        Assert.All(pages[0].Lines(), line => Assert.Equal(28, line.Text.Length));
        Assert.All(pages[0].Lines(), line => Assert.Equal(
            Enumerable.Range(0, 28).Select(i => Sheets.A4.Left + (Sheets.A4.CharacterPitch * i)), line.Places));
    }

    [Fact]
    public void Base_lines_are_one_pitch_apart()
    {
        var lines = Paged.Layout(Sheets.Official, Sheets.Paragraph(new string('检', 200))).Pages[0].Lines();

        Assert.All(lines.Zip(lines.Skip(1)), pair =>
            Assert.Equal(Sheets.A4.LinePitch, pair.Second.Baseline - pair.First.Baseline));
    }

    [Theory]
    [InlineData("body", "32 0 0")]
    [InlineData("list", "32 64 64")]
    public void Indents_are_in_characters(string style, string expected)
    {
        var lines = Paged.Layout(Sheets.Official, Sheets.Paragraph(new string('检', 70), style)).Lines();

        Assert.Equal(expected, string.Join(' ', lines.Select(line =>
            (line.Left - Sheets.A4.Left).Millipoints * 16L / Sheets.A4.CharacterPitch.Millipoints)));
    }

    [Fact]
    public void A_date_ends_four_characters_from_the_right()
    {
        var line = Paged.Layout(Sheets.Official, Sheets.Paragraph("检察院", "signature")).Lines()[0];

        Assert.Equal(
            Sheets.A4.Width - Sheets.A4.Right - (Sheets.A4.CharacterPitch * 5), line.Places[^1]);
    }

    [Fact]
    public void No_single_line_is_left_at_the_foot_or_the_head_of_a_page()
    {
        var before = Lines(20);

        var three = Paged.Layout(Sheets.Official, [.. before, Sheets.Paragraph(new string('尾', 80), "plain")]);
        var four = Paged.Layout(Sheets.Official, [.. Lines(19), Sheets.Paragraph(new string('尾', 110), "plain")]);

        Assert.Equal((20, 3), (three.Pages[0].Lines().Count, three.Pages[1].Lines().Count));
        Assert.Equal((21, 2), (four.Pages[0].Lines().Count, four.Pages[1].Lines().Count));
    }

    [Fact]
    public void A_heading_goes_with_the_text_below_it()
    {
        var pages = Paged.Layout(
            Sheets.Official, [.. Lines(21), Sheets.Paragraph("一、事实", "heading"), Sheets.Paragraph("经查")]).Pages;

        Assert.Equal("一、事实", pages[1].Lines()[0].Text);
    }

    [Fact]
    public void A_line_that_announces_goes_with_what_it_announces()
    {
        var pages = Paged.Layout(Sheets.Official, [.. Lines(21), Sheets.Paragraph("经审理查明："), Sheets.Paragraph("某年")]).Pages;

        Assert.Equal(22, Paged.Layout(Sheets.Official, [.. Lines(21), Sheets.Paragraph("经审理查明。"), Sheets.Paragraph("某年")]).Pages[0].Lines().Count);
        Assert.Equal("经审理查明：", pages[1].Lines()[0].Text);
    }

    [Fact]
    public void The_signature_takes_the_last_two_lines_of_text_along()
    {
        var pages = Paged.Layout(
            Sheets.Official,
            [
                .. Lines(18),
                Sheets.Paragraph(new string('末', 100), "plain"),
                Sheets.Paragraph("检察员", "signature"),
                Sheets.Paragraph("日期", "signature"),
            ]).Pages;

        Assert.Equal(4, pages[1].Lines().Count);
        Assert.StartsWith("末", pages[1].Lines()[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_kept_together_but_taller_than_a_page_goes_on()
    {
        var headings = Enumerable.Repeat(Sheets.Paragraph("题", "heading"), 50);

        var pages = Paged.Layout(Sheets.Official, [.. headings]).Pages;

        Assert.Equal([22, 22, 6], pages.Select(page => page.Lines().Count));
    }

    [Fact]
    public void A_page_begins_where_the_author_or_the_style_says_so()
    {
        var pages = Paged.Layout(
            Sheets.Official,
            Sheets.Paragraph("一"), new PageBreak(), Sheets.Paragraph("二"), Sheets.Paragraph("附件", "attachment-title"),
            new PageBreak());

        Assert.Equal(["一", "二", "附件"], pages.Pages.Select(page => page.Lines()[0].Text));
    }

    [Fact]
    public void Space_above_is_dropped_only_where_a_page_ends_by_itself()
    {
        var top = Paged.Layout(Sheets.Official, Sheets.Paragraph("署", "signature")).Lines()[0].Baseline;
        var broken = Paged.Layout(
            Sheets.Official, [.. Lines(22), Sheets.Paragraph("署", "left")]).Pages[1].Lines()[0].Baseline;

        Assert.Equal(Sheets.A4.LinePitch, top - broken);
    }

    [Fact]
    public void An_empty_paragraph_takes_a_line()
    {
        var lines = Paged.Layout(
            Sheets.Official, Sheets.Paragraph("一"), Sheets.Paragraph(""), Sheets.Paragraph("二")).Lines();

        Assert.Equal(Sheets.A4.LinePitch * 2, lines[1].Baseline - lines[0].Baseline);
    }

    [Fact]
    public void A_forced_line_end_neither_stretches_nor_indents()
    {
        var paragraph = new Paragraph("body", [new TextRun("甲"), new LineBreak(), new TextRun("乙")]);

        var lines = Paged.Layout(Sheets.Official, paragraph).Lines();

        Assert.Equal([Sheets.A4.Left + (Sheets.A4.CharacterPitch * 2), Sheets.A4.Left], lines.Select(line => line.Left));
    }

    [Fact]
    public void Page_numbers_stand_at_the_outer_edge()
    {
        var sheet = Sheets.Official with { Numbers = Sheets.Numbers };

        var pages = Paged.Layout(sheet, Sheets.Paragraph("一"), new PageBreak(), Sheets.Paragraph("二")).Pages;

        var (first, second) = (pages[0].Lines()[^1], pages[1].Lines()[^1]);
        Assert.Equal(("— 1 —", "— 2 —"), (first.Text, second.Text));
        Assert.Equal(Sheets.A4.Width - Sheets.A4.Right - Length.FromPoints(28), first.Places[^1]);
        Assert.Equal(Sheets.A4.Left + Length.FromPoints(14), second.Left);
        Assert.All([pages[0], pages[1]], page => Assert.Equal(-1, page.Items[^1].Element));
    }

    [Fact]
    public void A_text_that_tells_its_pages_tells_the_truth()
    {
        var totals = new Paragraph("plain", [new TextRun("共"), new PageNumber(Total: true), new TextRun("页")]);
        var own = new Paragraph("plain", [new TextRun("本页"), new PageNumber()]);

        var pages = Paged.Layout(Sheets.Official, [totals, .. Lines(30), own]);

        Assert.Equal("共2页", pages.Pages[0].Lines()[0].Text);
        Assert.Equal("本页2", pages.Pages[1].Lines()[^1].Text);
    }

    [Fact]
    public void Bold_and_underline_are_drawn()
    {
        var paragraph = new Paragraph("plain", [new TextRun("甲"), new TextRun("乙", Bold: true, Underline: true)]);

        var items = Paged.Layout(Sheets.Official, paragraph).Pages[0].Items;

        Assert.Equal([false, true], items.OfType<GlyphRun>().Select(run => run.IsEmboldened));
        var rule = Assert.Single(items.OfType<Rule>());
        Assert.Equal(Sheets.A4.Left + Sheets.A4.CharacterPitch, rule.X1);
        Assert.Equal(-1, rule.Element);
    }

    [Fact]
    public void Every_run_keeps_its_origin()
    {
        var field = Sheets.Field("张三", "$.defendants[0].name");

        var runs = Paged.Layout(Sheets.Official, new Paragraph("body", [new TextRun("被告人"), field])).Pages[0].Items
            .OfType<GlyphRun>();

        Assert.Equal([Origin.None, field.Origin], runs.Select(run => run.Origin));
    }

    [Fact]
    public void The_structure_follows_the_reading()
    {
        var structure = Paged.Layout(
            Sheets.Official,
            Sheets.Paragraph("起诉书", "title"),
            Sheets.Paragraph("一、", "heading"),
            Sheets.Paragraph("1.", "list"),
            Sheets.Paragraph("2.", "list")).Structure;

        Assert.Equal(
            "Document/-1 Title/0 Heading/0 List/0 ListItem/3 ListItem/3",
            string.Join(' ', structure.Select(element => $"{element.Kind}/{element.Parent}")));
        Assert.Equal(("起诉书", 1), (structure[1].OutlineTitle, structure[1].Level));
        Assert.Null(structure[4].OutlineTitle);
    }

    private static IEnumerable<Paragraph> Lines(int count) => Enumerable.Repeat(Sheets.Paragraph("行", "plain"), count);
}
