using PiiDocs.Documents;
using PiiDocs.Typesetting;
using PiiDocs.Unit.Documents;

namespace PiiDocs.Unit.Typesetting;

public class SealTests
{
    private static readonly StyleSheet Sheet = StyleFiles.Procuratorial;

    [Fact]
    public void A_draft_shows_a_circle_of_the_seal_s_size_over_the_middle_of_name_and_date()
    {
        var page = Draft().Pages[0];
        var (date, circle) = (LineOf(page, "2024年10月28日"), Circle(page));

        Assert.InRange((circle.Right - circle.Left - Length.FromMillimetres(42)).Millipoints, -500, 500);
        Assert.InRange((circle.Middle - ((date.Places[0] + date.Places[^1] + Sheet.Page.CharacterPitch) * 0.5m)).Millipoints, -3000, 3000);
        Assert.True(circle.Top < LineOf(page, "某市人民检察院").Baseline - Sheet.Page.LinePitch);
        Assert.True(circle.Bottom > LineOf(page, "（院印）").Baseline - Length.FromPoints(8));
    }

    [Fact]
    public void The_circle_begins_within_a_line_of_the_text()
    {
        var page = Draft().Pages[0];
        var bottomOfText = LineOf(page, "正文").Baseline + (Sheet.Body.Size * 0.14m);

        Assert.InRange((Circle(page).Top - bottomOfText).Millipoints, 0, Sheet.Page.LinePitch.Millipoints);
    }

    [Fact]
    public void The_words_of_the_seal_stand_below_the_middle_of_the_date()
    {
        var page = Draft().Pages[0];
        var (date, seal) = (LineOf(page, "2024年10月28日"), LineOf(page, "（院印）"));

        // Between the inner edges of the brackets.
        var middle = (seal.Places[1] + seal.Places[^1]) * 0.5m;
        Assert.InRange((middle - ((date.Places[0] + date.Places[^1] + Sheet.Page.CharacterPitch) * 0.5m)).Millipoints, -4000, 4000);
    }

    [Fact]
    public void The_circle_is_decoration_and_a_filing_has_none()
    {
        Assert.All(Draft().Pages[0].Items.OfType<Rule>(), rule => Assert.Equal(-1, rule.Element));
        Assert.Empty(Pages(isDraft: false, 1).Pages[0].Items.OfType<Rule>());
    }

    [Fact]
    public void The_circle_goes_with_the_names_to_the_next_page()
    {
        var pages = Pages(isDraft: true, 19).Pages;

        Assert.Equal(2, pages.Length);
        Assert.Empty(pages[0].Items.OfType<Rule>());
        Assert.NotEmpty(pages[1].Items.OfType<Rule>());
        Assert.StartsWith("正文", pages[1].Lines()[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_name_is_one_line_whatever_its_indent()
    {
        var name = $"公益诉讼起诉人：某某省{new string('某', 8)}人民检察院（盖章）";

        var line = Paged.Layout(Sheet with { Numbers = null }, Sheets.Paragraph(name, "signature")).Lines();

        Assert.Equal(name, Assert.Single(line).Text);
    }

    private static PagedDocument Draft() => Pages(isDraft: true, 1);

    private static PagedDocument Pages(bool isDraft, int lines)
    {
        var document = Sheets.Document(
            Sheet with { Numbers = null },
            [
                .. Enumerable.Repeat(Sheets.Paragraph("正文"), lines),
                Sheets.Paragraph("某市人民检察院", "signature"),
                Sheets.Paragraph("2024年10月28日", "date"),
                Sheets.Paragraph("（院印）", "seal"),
            ]);
        return Paged.Layout(document with { Info = document.Info with { IsDraft = isDraft } }, new());
    }

    private static PagedLine LineOf(Page page, string text) => page.Lines().Last(line => line.Text == text);

    private static (Length Left, Length Right, Length Top, Length Bottom, Length Middle) Circle(Page page)
    {
        var dashes = page.Items.OfType<Rule>().ToList();
        var (left, right) = (dashes.Min(dash => dash.X1), dashes.Max(dash => dash.X1));
        return (left, right, dashes.Min(dash => dash.Y1), dashes.Max(dash => dash.Y1), (left + right) * 0.5m);
    }
}
