using System.Collections.Immutable;
using System.Text;

namespace PiiDocs.Law;

/// <summary>Writes provisions as one citation: by instrument in order of citation, articles in their order.</summary>
internal static class Citation
{
    private const string Mark = "、";

    public static string Write(IEnumerable<Provision> provisions, bool shortNames) =>
        string.Join(Mark,
            from provision in provisions
            group provision by provision.Instrument into same
            orderby same.Key.Rank
            select same.Key.NameIn(shortNames) + WriteArticles([.. same.SelectMany(provision => provision.Articles).Distinct().Order()]));

    /// <summary>A second provision of one article is written without the article: 第二十六条第一款、第四款.</summary>
    private static string WriteArticles(ImmutableArray<ArticleNumber> articles)
    {
        var text = new StringBuilder();
        ArticleNumber? last = null;
        foreach (var article in articles.Where(article => !articles.Any(article.IsWithin)))
        {
            text.Append(text.Length > 0 ? Mark : "");
            text.Append(last is not null && article.Whole == last.Whole ? WriteAgain(article, last) : article.ToString());
            last = article;
        }

        return text.ToString();
    }

    private static string WriteAgain(ArticleNumber article, ArticleNumber last) =>
        article.Paragraph == last.Paragraph ? (article with { Paragraph = 0 }).Below : article.Below;
}
