using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Unit.Documents;

public sealed class MarkupReaderTests
{
    [Theory]
    [InlineData("# 公告", "title|公告")]
    [InlineData("#公告", "title|公告")]
    [InlineData("## 一、诉讼请求", "heading|一、诉讼请求")]
    [InlineData("### （一）事实", "heading2|（一）事实")]
    [InlineData(":signature 某检察院", "signature|某检察院")]
    [InlineData(":signature", "signature|")]
    [InlineData("正文一\n\n正文二", "body|正文一", "body|正文二")]
    [InlineData("正文\n接着\n\n\n", "body|正文接着")]
    [InlineData("one\ntwo", "body|one two")]
    [InlineData("  缩进的行  ", "body|缩进的行")]
    [InlineData("甲  \n乙", "body|甲↵乙")]
    [InlineData("# 某检察院  \n起诉书", "title|某检察院↵起诉书")]
    [InlineData("甲<br>乙", "body|甲↵乙")]
    [InlineData(":addressee 某法院：\n正文", "addressee|某法院：", "body|正文")]
    [InlineData("正文\n## 标题\r\n正文", "body|正文", "heading|标题", "body|正文")]
    [InlineData("\\# 不是标题", "body|# 不是标题")]
    [InlineData("：全角冒号", "body|：全角冒号")]
    [InlineData(": 半角冒号", "body|: 半角冒号")]
    [InlineData("甲\n:page-break\n乙", "body|甲", "---", "body|乙")]
    [InlineData("", new string[0])]
    [InlineData("**粗**与__线__", "body|[粗]与_线_")]
    [InlineData("**粗__线__**", "body|[粗][_线_]")]
    [InlineData("____年__月\\__日__", "body|____年_月__日_")]
    [InlineData("1990********", "body|1990********")]
    [InlineData(@"C:\工作\*", @"body|C:\工作*")]
    public void A_line_becomes_a_paragraph(string markup, params string[] expected) =>
        Assert.Equal(expected, Show(markup));

    [Fact]
    public void Data_is_text_whatever_it_looks_like()
    {
        string[] nasty = ["# 1 Holdings", "| a | b |", ":signature x", "**粗**", "__线__", "\\", "<br>", ":page-break", "  甲  "];
        foreach (var value in nasty)
        {
            Assert.Equal(["body|" + value], Show("{0}", value));
            Assert.Equal(["title|" + value], Show("# {0}", value));
        }
    }

    [Fact]
    public void Random_data_never_changes_the_structure()
    {
        var pieces = Gen.Elements("#", "|", "**", "__", "\n", "\r\n", ":", "signature", " ", "\\", "<br>", "|--|", "甲", "𬱖", "\u0007");
        var values = pieces.ArrayOf().Select(string.Concat).ToArbitrary();
        const string Markup = "# {0}\n\n{0}\n\n:signature {0}\n\n| 甲 | 乙 |\n|--|--|\n| {0} |{0}|\n";

        Prop.ForAll(values, value =>
        {
            var blocks = MarkupReader.Read(TracedTexts.Of(Markup, value), Sheets.Plain, new());
            var styles = blocks.OfType<Paragraph>().Select(paragraph => paragraph.Style);
            var isEmpty = value.Length == 0;
            var cells = Assert.IsType<Table>(blocks[^1]).Rows[1].Cells;
            return styles.SequenceEqual(isEmpty ? ["title", "signature"] : ["title", "body", "signature"])
                && cells.Length == 2
                && cells.All(cell => Text(cell.Paragraphs[0].Inlines) == Expected(value))
                && blocks.OfType<Paragraph>().All(paragraph => Text(paragraph.Inlines) == Expected(value));
        }).QuickCheckThrowOnFailure();

        static string Text(IEnumerable<Inline> inlines) =>
            string.Concat(inlines.Select(inline => inline is TextRun { Bold: false, Underline: false } run ? run.Text : "\n"));

        static string Expected(string value) =>
            value.Replace("\u0007", "", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_end_inside_data_breaks_the_line_and_not_the_paragraph() =>
        Assert.Equal(["signature|甲↵乙↵↵丙"], Show(":signature {0}", "甲\n乙\r\n\n丙"));

    [Fact]
    public void Every_piece_keeps_its_origin()
    {
        var blocks = Read("住址：{0}，电话{1}", out _, "甲路\n1号", "000-1");

        var inlines = Assert.IsType<Paragraph>(Assert.Single(blocks)).Inlines;
        Assert.Equal(
            [("住址：", ""), ("甲路", "$.v0"), ("↵", "$.v0"), ("1号", "$.v0"), ("，电话", ""), ("000-1", "$.v1")],
            inlines.Select(inline => (
                inline is TextRun run ? run.Text : "↵",
                string.Concat(inline.Origin.Fields.Select(field => field.Value)))));
    }

    [Fact]
    public void A_table_takes_widths_and_alignment_from_its_ruler()
    {
        var table = ReadTable("| 被告 | 金额 | 备注 |\n|--|----:|:-:|\n| 甲 | 1 | |\n| 合计 || 1 |\n");

        Assert.Equal([new(2, TextAlignment.Left), new(4, TextAlignment.Right), new(0, TextAlignment.Centre)], table.Columns.ToList());
        Assert.Equal([true, false, false], table.Rows.Select(row => row.IsHeader));
        Assert.Equal([2, 1], table.Rows[2].Cells.Select(cell => cell.ColumnSpan));
        Assert.Equal("table-header", table.Rows[0].Cells[0].Paragraphs[0].Style);
        Assert.Equal("table-cell", table.Rows[1].Cells[0].Paragraphs[0].Style);
    }

    [Fact]
    public void A_loop_may_leave_empty_lines_between_rows()
    {
        var blocks = Read("| 甲 |\n|--|\n\n| 1 |\n\n| 2 |\n\n| 新 |\n|--|\n| 3 |\n", out _);

        Assert.Equal([3, 2], blocks.Cast<Table>().Select(table => table.Rows.Length));
    }

    [Fact]
    public void An_empty_value_between_bars_is_an_empty_cell() =>
        Assert.Equal([1, 1, 1], ReadTable("|甲|乙|丙|\n|{0}|{0}|{0}|", "").Rows[1].Cells.Select(cell => cell.ColumnSpan));

    [Fact]
    public void A_table_whose_loop_ran_never_keeps_its_header() =>
        Assert.Single(ReadTable("| 甲 | 乙 |\n|--|--|\n\n\n").Rows);

    [Theory]
    [InlineData("甲\n\n:signatrue 乙", "t.sbn(3,1): PD3001 did you mean 'signature'?")]
    [InlineData("| 甲 | 乙 |\n|--|--|\n  | 1 |", "t.sbn(3,3): PD3002 ")]
    [InlineData("| 甲 |\n|--|\n| 1 |\n|--|", "t.sbn(4,1): PD3006 ")]
    [InlineData("甲**乙\n\n丙", "t.sbn(1,2): PD3003 close it with '**' in the same paragraph")]
    [InlineData("| __甲 | 乙__ |", "t.sbn(1,3): PD3003 close it with '__' in the same paragraph", "t.sbn(1,10): PD3003 close it with '__' in the same paragraph")]
    [InlineData("#### 四级", "t.sbn(1,1): PD3004 ")]
    [InlineData("甲\u0007乙", "t.sbn(1,2): PD3005 ")]
    public void A_mistake_is_shown_where_it_stands(string markup, params string[] expected)
    {
        Read(markup, out var diagnostics);

        Assert.Equal(expected, diagnostics.Select(each => $"{each.Location}: {each.Code} {each.Hint?.English}"));
    }

    [Fact]
    public void A_character_no_document_can_show_is_named_with_its_field()
    {
        Read("姓名：{0}", out var diagnostics, "张\u0000三\uD800");

        Assert.Equal(["PD3005 $.v0", "PD3005 $.v0"], diagnostics.Select(each => $"{each.Code} {each.Field}"));
    }

    [Fact]
    public void Ten_thousand_paragraphs_are_read_in_one_pass()
    {
        var markup = string.Concat(Enumerable.Repeat("第一段{0}，**重**。\n\n", 10_000));

        Assert.Equal(10_000, Read(markup, out _, "张三").Length);
    }

    private static ImmutableArray<Block> Read(string markup, out IReadOnlyList<Diagnostic> found, params string[] values)
    {
        var diagnostics = new DiagnosticBag();
        var blocks = MarkupReader.Read(TracedTexts.Of(markup, values), Sheets.Plain, diagnostics);
        found = diagnostics.Items;
        return blocks;
    }

    private static Table ReadTable(string markup, params string[] values) =>
        Assert.IsType<Table>(Assert.Single(Read(markup, out _, values)));

    private static IEnumerable<string> Show(string markup, params string[] values)
    {
        var blocks = Read(markup, out var diagnostics, values);
        Assert.Empty(diagnostics);
        return blocks.Select(block => block is Paragraph paragraph ? $"{paragraph.Style}|{Show(paragraph)}" : "---");
    }

    private static string Show(Paragraph paragraph) =>
        string.Concat(paragraph.Inlines.Select(inline => inline switch
        {
            TextRun { Bold: true, Underline: true } run => $"[_{run.Text}_]",
            TextRun { Bold: true } run => $"[{run.Text}]",
            TextRun { Underline: true } run => $"_{run.Text}_",
            TextRun run => run.Text,
            _ => "↵",
        }));
}
