using PiiDocs.Documents;
using PiiDocs.Typesetting;
using static PiiDocs.Unit.Typesetting.VerticalCellTests;

namespace PiiDocs.Unit.Typesetting;

/// <summary>Cells that cover several rows.</summary>
public sealed class RowSpanTests
{
    private static readonly TableCell Part = Cell("") with { ContinuesAbove = true };
    private static readonly Length OneLine = Length.FromPoints(26);

    [Fact]
    public void Text_stands_in_the_middle_of_its_rows()
    {
        var page = Paged.Layout(Sheets.Official, Table(Row(Cell("标"), Cell("一")), Row(Part, Cell("二")), Row(Part, Cell("三")))).Pages[0];

        var runs = page.Items.OfType<GlyphRun>().ToDictionary(run => run.Text, run => run.Baseline);
        Assert.Equal(runs["二"], runs["标"]);
        Assert.Equal([OneLine, OneLine], [runs["二"] - runs["一"], runs["三"] - runs["二"]]);
    }

    [Fact]
    public void There_is_no_rule_inside_of_it()
    {
        var page = Paged.Layout(Sheets.Official, Table(Row(Cell("标"), Cell("一")), Row(Part, Cell("二")))).Pages[0];

        var between = page.Items.OfType<Rule>().Where(rule => rule.Y1 == rule.Y2).GroupBy(rule => rule.Y1).OrderBy(group => group.Key).ElementAt(1);
        var rule = Assert.Single(between);
        Assert.Equal(Sheets.A4.Left + (Sheets.A4.TextWidth * 0.1m), rule.X1);
        Assert.Equal(Sheets.A4.Left + Sheets.A4.TextWidth, rule.X2);
    }

    [Fact]
    public void Its_last_row_grows_with_its_text()
    {
        var page = Paged.Layout(Sheets.Official, Table(Row(Vertical("送达文书以及份数"), Cell("一")), Row(Part, Cell("二")))).Pages[0];

        var edges = page.Items.OfType<Rule>().Where(rule => rule.Y1 == rule.Y2).Select(rule => rule.Y1).Distinct().Order().ToList();
        Assert.Equal(OneLine, edges[1] - edges[0]);
        Assert.Equal(Length.FromPoints((8 * 12) + 6), edges[2] - edges[0]);
    }

    [Fact]
    public void A_text_of_many_lines_runs_down_over_its_rows()
    {
        var text = new string('长', 12);
        var page = Paged.Layout(Sheets.Official, Table(Row(Cell(text), Cell("一")), Row(Part, Cell("二")), Row(Part, Cell("三")))).Pages[0];

        var lines = page.Items.OfType<GlyphRun>().Where(run => run.Text[0] == '长').ToList();
        Assert.Equal(text, string.Concat(lines.Select(run => run.Text)));
        Assert.Equal([Length.FromPoints(20)], lines.Zip(lines.Skip(1), (above, below) => below.Baseline - above.Baseline).Distinct());
        Assert.True(page.Items.OfType<Rule>().Max(rule => rule.Y2) > lines[^1].Baseline);
    }

    [Fact]
    public void Its_rows_stay_on_one_page_where_they_fit()
    {
        var before = Enumerable.Range(0, 22).Select(i => Row(Cell(""), Cell("前"))).ToArray();
        var pages = Paged.Layout(Sheets.Official, Table([.. before, Row(Cell("标"), Cell("一")), Row(Part, Cell("二")), Row(Part, Cell("三"))])).Pages;

        Assert.Equal(["标一二三"], pages.Skip(1).Select(page => string.Concat(page.Items.OfType<GlyphRun>().Select(run => run.Text))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_that_do_not_fit_a_page_share_an_open_cell_and_its_text_stands_once(bool isVertical)
    {
        var label = isVertical ? Vertical("证据材料") : Cell("证据");
        var rows = Enumerable.Range(1, 60).Select(i => Row(i == 1 ? label : Part, Cell($"{i}"))).ToArray();

        var pages = Paged.Layout(Sheets.Official, Table(rows)).Pages;

        Assert.True(pages.Length >= 3);
        var texts = pages.SelectMany(page => page.Items).OfType<GlyphRun>().Select(run => run.Text).ToList();
        Assert.Equal(isVertical ? "证据材料" : "证据", string.Concat(texts.Where(text => text[0] > 0x80)));
        Assert.Equal(Enumerable.Range(1, 60).Select(i => $"{i}"), texts.Where(text => text[0] < 0x80));
        Assert.All(pages, page =>
        {
            // Closed above and below on every page, and open inside.
            var across = page.Items.OfType<Rule>().Where(rule => rule.Y1 == rule.Y2).GroupBy(rule => rule.Y1).OrderBy(group => group.Key).ToList();
            Assert.Equal(Sheets.A4.Left, across[0].Min(rule => rule.X1));
            Assert.Equal(Sheets.A4.Left, across[^1].Min(rule => rule.X1));
            Assert.All(across[1..^1], inner => Assert.True(inner.Min(rule => rule.X1) > Sheets.A4.Left));
        });
    }

    [Fact]
    public void Heads_of_two_rows_are_repeated_with_what_they_share()
    {
        static TableCell Head(string text) => new([Sheets.Paragraph(text, "table-header")]);
        TableRow[] rows =
        [
            new([Head("序号"), Head("名称")], true),
            new([Head("") with { ContinuesAbove = true }, Head("全称")], true),
            .. Enumerable.Range(1, 50).Select(i => Row(Cell($"{i}"), Cell("名"))),
        ];

        var pages = Paged.Layout(Sheets.Official, Table(rows)).Pages;

        Assert.True(pages.Length > 1);
        Assert.All(pages, page => Assert.Single(page.Items.OfType<GlyphRun>(), run => run.Text == "序号"));
        Assert.All(pages, page => Assert.Equal("序号名称全称", string.Concat(page.Items.OfType<GlyphRun>().Where(run => run.Text is "序号" or "名称" or "全称").Select(run => run.Text))));
    }

    [Fact]
    public void The_structure_knows_how_many_rows_a_cell_covers()
    {
        var structure = Paged.Layout(Sheets.Official, Table(Row(Cell("标"), Cell("一")), Row(Part, Cell("二")))).Structure;

        Assert.Equal(
            "TableRow/1 TableCell/2 TableCell/1 TableRow/1 TableCell/1",
            string.Join(' ', structure.Skip(2).Select(element => $"{element.Kind}/{element.RowSpan}")));
    }

    [Fact]
    public void A_part_of_nothing_is_a_cell_of_its_own()
    {
        var wide = new TableRow([Cell("宽") with { ColumnSpan = 2 }], false);
        var page = Paged.Layout(Sheets.Official, Table(Row(Part, Cell("一")), wide, Row(Part, Cell("二")))).Pages[0];

        Assert.Equal(4, page.Items.OfType<Rule>().Count(rule => rule.Y1 == rule.Y2 && rule.X2 - rule.X1 == Sheets.A4.TextWidth));
    }

    [Fact]
    public void A_row_is_as_high_as_it_asks_to_be_and_no_higher_than_a_page()
    {
        var rows = new[] { 60, 5000 }.Select(points => Row(Cell("甲"), Cell("乙")) with { LeastHeight = Length.FromPoints(points) }).ToArray();

        var pages = Paged.Layout(Sheets.Official, Table(rows)).Pages;

        Assert.Equal(2, pages.Length);
        Assert.Equal(Sheets.A4.Top + Length.FromPoints(60), pages[0].Items.OfType<Rule>().Max(rule => rule.Y2));
        Assert.True(pages[1].Items.OfType<Rule>().Max(rule => rule.Y2) <= Sheets.A4.Height - Sheets.A4.Bottom + new Length(Sheets.A4.LinePitch.Millipoints / 4));
    }

    [Fact]
    public void A_table_without_rules_has_the_places_of_one_with_rules()
    {
        var table = Table(Row(Cell("甲"), Cell("乙")), Row(Cell("丙"), Cell("丁")));

        var (ruled, bare) = (Paged.Layout(Sheets.Official, table).Pages[0], Paged.Layout(Sheets.Official, table with { IsUnruled = true }).Pages[0]);

        Assert.Empty(bare.Items.OfType<Rule>());
        Assert.Equal(ruled.Items.OfType<GlyphRun>().Select(run => (run.X, run.Baseline)), bare.Items.OfType<GlyphRun>().Select(run => (run.X, run.Baseline)));
    }
}
