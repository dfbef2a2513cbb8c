using System.Text.Json;
using PiiDocs.Documents;
using PiiDocs.Unit.Documents;
using PiiDocs.Unit.Word;
using PiiDocs.Web;

namespace PiiDocs.Unit.Web;

/// <summary>Documents as web pages, articles, column text and data: the same words, and nothing that runs or is fetched.</summary>
public sealed class WebTests
{
    private static readonly Document Sample = Read("""
        # 公告 <标题>

        ## 一、事实

        正文“甲&乙”<script>。**强调**

        | 项目 | 数额 |
        |--|--:|
        | 赔偿 | 3,900 |
        """);

    [Fact]
    public void A_page_is_one_file_that_fetches_and_runs_nothing()
    {
        var html = HtmlWriter.Write(Sample);

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">", html, StringComparison.Ordinal);
        Assert.All(["<script", "src=", "href=", "url(", "@import", "http"], word => Assert.DoesNotContain(word, html, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_document_says_is_never_markup()
    {
        var html = HtmlWriter.Write(Sample);

        Assert.Contains("公告 &lt;标题&gt;</h1>", html, StringComparison.Ordinal);
        Assert.Contains("“甲&amp;乙”&lt;script&gt;。<strong>强调</strong></p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_has_header_cells_with_their_scope()
    {
        var html = HtmlWriter.Write(Sample);

        Assert.Contains("<th scope=\"col\"", html, StringComparison.Ordinal);
        Assert.Contains("text-align:right\">3,900</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_stand_cover_rows_and_go_without_lines()
    {
        TableCell label = new([new("table-cell", [new TextRun("标")])]) { IsVertical = true };
        TableCell plain = new([new("table-cell", [new TextRun("甲")])]);
        TableCell part = new([new("table-cell", [])]) { ContinuesAbove = true };
        var table = new Table([new(1, TextAlignment.Centre), new(1, TextAlignment.Right)], [new([label, plain], false), new([part, plain], false)]) { IsUnruled = true };

        var html = HtmlWriter.Write(Sample with { Blocks = [table] });

        Assert.Contains("<td rowspan=\"2\" style=\"text-align:center;writing-mode:vertical-rl;min-width:0;border:none\">标</td>", html, StringComparison.Ordinal);
        Assert.Contains("<tr><td style=\"text-align:right;border:none\">甲</td></tr>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_article_needs_no_style_sheet()
    {
        var html = HtmlWriter.WriteArticle(Sample);

        Assert.DoesNotContain("class=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
        Assert.All(html.Split('\n').Where(line => line.StartsWith("<p", StringComparison.Ordinal)), line => Assert.Contains("style=\"font-family", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Column_text_counts_what_a_newspaper_charges_for()
    {
        var column = ColumnText.Of(Read("一二三四五六，七八九十。12"), width: 6);

        // Twelve and two half-width digits, with the indent of body text: fifteen; the comma goes along with the sixth character.
        Assert.Equal("　　一二三四五六，七八九十。12\n", column.Text);
        Assert.Equal((15, 3), (column.Characters, column.Lines));
    }

    [Fact]
    public void An_app_notice_is_data_with_all_the_words()
    {
        var notice = JsonDocument.Parse(AppNotice.Write(Sample)).RootElement;

        Assert.Equal("公告 <标题>", notice.GetProperty("paragraphs")[0].GetProperty("text").GetString());
        Assert.Equal("3,900", notice.GetProperty("tables")[0][1][1].GetString());
        Assert.Equal(HtmlWriter.WriteArticle(Sample), notice.GetProperty("html").GetString());
    }

    private static Document Read(string markup) => Samples.FromMarkup(markup, StyleFiles.Procuratorial);
}
