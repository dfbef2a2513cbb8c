using PiiDocs.Documents;
using PiiDocs.Typesetting;

namespace PiiDocs.Unit.Typesetting;

public class TableTests
{
    private static readonly TableColumn[] TwoColumns = [new(1, TextAlignment.Left), new(3, TextAlignment.Right)];

    [Fact]
    public void Shares_divide_the_width()
    {
        var page = Paged.Layout(Sheets.Official, Table(TwoColumns, Row("甲", "乙"))).Pages[0];

        var width = Sheets.A4.TextWidth;
        var edges = page.Items.OfType<Rule>().Where(rule => rule.X1 == rule.X2).Select(rule => rule.X1).Order();
        Assert.Equal(
            [Sheets.A4.Left, Sheets.A4.Left + new Length(width.Millipoints / 4), Sheets.A4.Left + width], edges);
    }

    [Fact]
    public void A_column_without_a_share_is_as_wide_as_its_longest_line_and_half_a_character()
    {
        var table = Table([new(0, TextAlignment.Left), new(1, TextAlignment.Left)], Row("四个字的", new string('长', 20)));

        var second = Paged.Layout(Sheets.Official, table).Pages[0].Lines()[0].Places[4];

        // Four and a half characters, the padding at both sides of the first column and at the left of the second.
        Assert.Equal(Sheets.A4.Left + Length.FromPoints((4.5m * 12) + (3 * 5)), second);
    }

    [Fact]
    public void Columns_without_shares_use_the_whole_width_and_no_more()
    {
        TableColumn[] columns = [new(0, TextAlignment.Left), new(0, TextAlignment.Left), new(0, TextAlignment.Left)];
        var table = Table(columns, Row(new string('长', 200), "短短", new string('w', 300)));

        var page = Paged.Layout(Sheets.Official, table).Pages[0];

        Assert.Equal(Sheets.A4.Left + Sheets.A4.TextWidth, page.Items.OfType<Rule>().Max(rule => rule.X2));
        Assert.Contains(page.Lines(), line => line.Text.Contains("短短", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cell_may_span_columns()
    {
        var spanning = new TableRow([new([Sheets.Paragraph("合计", "table-cell")], 2)], false);

        var page = Paged.Layout(Sheets.Official, Table(TwoColumns, Row("甲", "乙"), spanning)).Pages[0];

        var last = page.Items.OfType<Rule>().Max(rule => rule.Y1);
        Assert.Equal(2, page.Items.OfType<Rule>().Count(rule => rule.X1 == rule.X2 && rule.Y1 == last - RowHeight(1)));
    }

    [Fact]
    public void Cells_shorter_than_their_row_stand_in_its_middle()
    {
        var lines = Paged.Layout(Sheets.Official, Table(TwoColumns, Row(new string('长', 20), "短"))).Pages[0].Items
            .OfType<GlyphRun>().ToList();

        var tall = lines.Where(run => run.Text.Contains('长', StringComparison.Ordinal)).ToList();
        Assert.Equal(3, tall.Count);
        Assert.Equal(tall[1].Baseline, lines[^1].Baseline);
    }

    [Fact]
    public void Rows_of_a_form_leave_room_to_write_and_grow_with_their_text()
    {
        var row = Length.FromPoints(60);
        var sheet = Sheets.Official with { Tables = Sheets.Official.Tables with { FormRow = row } };
        var form = Table(TwoColumns, Row("甲", "乙"), Row("丙", new string('丁', 200))) with { IsForm = true };

        var edges = Paged.Layout(sheet, form).Pages[0].Items.OfType<Rule>().Where(rule => rule.Y1 == rule.Y2).Select(rule => rule.Y1).Distinct().Order().ToList();

        Assert.Equal(row, edges[1] - edges[0]);
        Assert.True(edges[2] - edges[1] > row);
    }

    [Fact]
    public void Headers_are_repeated_on_every_page_as_decoration()
    {
        var header = new TableRow([Cell("序号", "table-header"), Cell("名称", "table-header")], true);
        var rows = Enumerable.Range(1, 60).Select(i => Row($"{i}", "名"));

        var pages = Paged.Layout(Sheets.Official, Table(TwoColumns, [header, .. rows])).Pages;

        Assert.True(pages.Length > 2);
        Assert.All(pages, page => Assert.Equal("序号名称", page.Lines()[0].Text));
        Assert.NotEqual(-1, pages[0].Items.OfType<GlyphRun>().First().Element);
        Assert.Equal(-1, pages[1].Items.OfType<GlyphRun>().First().Element);
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public void Rows_are_split_only_where_the_style_allows_it(bool maySplit, int pageOfSecondRow)
    {
        var sheet = Sheets.Official with { Tables = Sheets.Official.Tables with { RowsMaySplit = maySplit } };
        var rows = Table(TwoColumns, Row("一", new string('甲', 400)), Row("二", new string('乙', 400)));

        var pages = Paged.Layout(sheet, rows).Pages;

        Assert.Contains('乙', string.Concat(pages[pageOfSecondRow - 1].Lines().Select(line => line.Text)));
        Assert.Equal(maySplit, pages[0].Lines().Any(line => line.Text.Contains('乙', StringComparison.Ordinal)));
    }

    [Fact]
    public void The_structure_names_rows_and_cells()
    {
        var header = new TableRow([Cell("序号", "table-header"), Cell("名称", "table-header")], true);

        var structure = Paged.Layout(Sheets.Official, Table(TwoColumns, header, Row("1", "甲"))).Structure;

        Assert.Equal(
            "Document/-1 Table/0 TableRow/1 TableHeaderCell/2 TableHeaderCell/2 TableRow/1 TableCell/5 TableCell/5",
            string.Join(' ', structure.Select(element => $"{element.Kind}/{element.Parent}")));
    }

    private static Length RowHeight(int lines) => Length.FromPoints((20 * lines) + 6);

    private static Table Table(TableColumn[] columns, params TableRow[] rows) => new([.. columns], [.. rows]);

    private static TableRow Row(params string[] texts) => new([.. texts.Select(text => Cell(text, "table-cell"))], false);

    private static TableCell Cell(string text, string style) => new([Sheets.Paragraph(text, style)]);
}
