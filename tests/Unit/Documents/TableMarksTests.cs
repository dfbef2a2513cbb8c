using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Unit.Documents;

/// <summary>Tables whose cells stand, cover rows, or have no rules: in markup and back.</summary>
public sealed class TableMarksTests
{
    [Fact]
    public void A_column_stands_where_its_ruler_says_so_but_for_its_head_and_wide_cells()
    {
        var table = Read("""
            | 项目 | 内容 |
            |v:-:|--|
            | 受送达人 | 某公司 |
            | 合计 ||
            """);

        Assert.Equal([false, false, true, false, false], table.Rows.SelectMany(row => row.Cells).Select(cell => cell.IsVertical));
        Assert.Equal([TextAlignment.Centre, TextAlignment.Left], table.Columns.Select(column => column.Alignment));
    }

    [Fact]
    public void A_letter_in_a_cell_is_no_ruler()
    {
        var table = Read("""
            | v | -- |
            | 甲 | 乙 |
            """);

        Assert.Equal(2, table.Rows.Length);
    }

    [Fact]
    public void A_cell_may_be_part_of_the_one_above()
    {
        var table = Read("""
            |v--|--|
            | 受送达人 | 姓名 |
            | ^^ | 住址 |
            | ^^ | ^^ |
            """);

        Assert.Equal(["3 1", "0 2", "0 0"], RowSpans.Of(table).Select(row => string.Join(' ', row)));
    }

    [Fact]
    public void A_cell_over_other_columns_or_in_another_kind_of_row_is_no_part()
    {
        var table = Read("""
            | 甲 | 乙 |
            |--|--|
            | ^^ | 丙 |
            | ^^ ||
            """);

        Assert.Equal(["1 1", "1 1", "1"], RowSpans.Of(table).Select(row => string.Join(' ', row)));
    }

    [Fact]
    public void Waves_draw_no_rules()
    {
        var table = Read("""
            |~~|~~|
            | 甲 | 乙 |
            """);

        Assert.True(table.IsUnruled);
        Assert.False(table.IsForm);
    }

    [Fact]
    public void Data_is_never_one_of_these_marks()
    {
        var text = TracedTexts.Of("""
            |--|--|
            | 甲 | 乙 |
            | {0} | {1} |
            """, "^^", "<vertical>");
        var table = Assert.IsType<Table>(Assert.Single(MarkupReader.Read(text, Sheets.Plain, new DiagnosticBag())));

        Assert.All(table.Rows[1].Cells, cell => Assert.False(cell.ContinuesAbove || cell.IsVertical));
    }

    [Theory]
    [InlineData("| 甲 | 乙 |\n|v:--:|--|\n| 丙 | 丁 |\n| ^^ | 戊 |\n")]
    [InlineData("|--|--|\n| <vertical>甲 | 乙 |\n| 丙 | <vertical>丁 |\n")]
    [InlineData("| <vertical>甲 | 乙 |\n|v--|--|\n| 丙 | 丁 |\n")]
    [InlineData("|~~|~~|\n| 甲 | 乙 |\n")]
    [InlineData("|--|--|\n| \\^^ | 乙 |\n")]
    public void What_is_printed_is_read_again(string markup)
    {
        var table = Read(markup);

        Assert.Equal(markup, DocumentPrinter.Print(new(new("", "", "", "", default), Sheets.Plain, [table])));
    }

    private static Table Read(string markup)
    {
        var diagnostics = new DiagnosticBag();
        var blocks = MarkupReader.Read(TracedTexts.Of(markup), Sheets.Plain, diagnostics);
        Assert.Empty(diagnostics.Items);
        return Assert.IsType<Table>(Assert.Single(blocks));
    }
}
