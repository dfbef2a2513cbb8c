using PiiDocs.Law;

namespace PiiDocs.Unit.Law;

public sealed class ArticleNumberTests
{
    [Theory]
    [InlineData("91", "第九十一条")]
    [InlineData("111", "第一百一十一条")]
    [InlineData("1182", "第一千一百八十二条")]
    [InlineData("58(2)", "第五十八条第二款")]
    [InlineData("253-1", "第二百五十三条之一")]
    [InlineData("253-1(2)[3]", "第二百五十三条之一第二款第三项")]
    [InlineData("78[5]", "第七十八条第五项")]
    [InlineData("17(1)[11]", "第十七条第一款第十一项")]
    public void Articles_are_read_in_both_forms(string written, string text)
    {
        var article = ArticleNumber.Parse(written)!;

        Assert.Equal(text, article.ToString());
        Assert.Equal(written, article.ToShortText());
        Assert.Equal(article, ArticleNumber.Parse(text));
    }

    [Fact]
    public void An_item_in_brackets_is_read_too() =>
        Assert.Equal(new ArticleNumber(91, Item: 3), ArticleNumber.Parse("第九十一条第（三）项"));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("58()")]
    [InlineData("058")]
    [InlineData("58-")]
    [InlineData("第58条")]
    [InlineData("第五十八条第二")]
    [InlineData("第一百十一条")]
    [InlineData("五十八条")]
    public void Other_texts_are_no_articles(string written) => Assert.Null(ArticleNumber.Parse(written));

    [Fact]
    public void Articles_sort_by_article_paragraph_and_item() =>
        Assert.Equal(
            ["58", "58(2)", "253", "253-1", "253-1(1)[3]", "1034"],
            new[] { "1034", "253-1(1)[3]", "253", "58(2)", "253-1", "58" }
                .Select(text => ArticleNumber.Parse(text)!).Order().Select(article => article.ToShortText()));
}
