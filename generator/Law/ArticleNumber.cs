using System.Globalization;
using System.Text.RegularExpressions;

namespace PiiDocs.Law;

/// <summary>The address of a provision: article, 之几, paragraph 款, item 项.</summary>
/// <param name="Article">第五十八条 is 58.</param>
/// <param name="Branch">The 一 of 第二百五十三条之一; 0 where there is none.</param>
/// <param name="Paragraph">0 for the whole article.</param>
/// <param name="Item">0 for the whole paragraph; an item without a paragraph belongs to an article of one paragraph.</param>
public sealed record ArticleNumber(int Article, int Branch = 0, int Paragraph = 0, int Item = 0)
    : IComparable<ArticleNumber>
{
    /// <summary>The article alone, without paragraph and item.</summary>
    public ArticleNumber Whole => new(Article, Branch);

    public static bool operator <(ArticleNumber left, ArticleNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(ArticleNumber left, ArticleNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(ArticleNumber left, ArticleNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ArticleNumber left, ArticleNumber right) => left.CompareTo(right) >= 0;

    /// <summary>Reads the short form of data files (<c>253-1(2)[3]</c>) or the form of documents (第二百五十三条之一第二款第三项).</summary>
    public static ArticleNumber? Parse(string text) =>
        ArticleForms.Short().Match(text) is { Success: true } written ? Of(written, ReadFigures)
        : ArticleForms.Words().Match(text) is { Success: true } words && words.Length == text.Length ? Of(words, ChineseNumerals.ReadWords)
        : null;

    /// <summary>As documents write it: 第二百五十三条之一第二款第三项.</summary>
    public override string ToString() => ArticleText + Below;

    /// <summary>As data files write it: <c>253-1(2)[3]</c>.</summary>
    public string ToShortText() =>
        string.Create(CultureInfo.InvariantCulture, $"{Article}")
        + (Branch > 0 ? $"-{Branch}" : "")
        + (Paragraph > 0 ? $"({Paragraph})" : "")
        + (Item > 0 ? $"[{Item}]" : "");

    public int CompareTo(ArticleNumber? other) => other is null ? 1 :
        (Article, Branch, Paragraph, Item).CompareTo((other.Article, other.Branch, other.Paragraph, other.Item));

    /// <summary>Whether this provision is part of another: 第五十八条第二款 of 第五十八条.</summary>
    internal bool IsWithin(ArticleNumber other) =>
        this != other && Whole == other.Whole && (other.Paragraph == 0 || other.Paragraph == Paragraph) && other.Item == 0;

    internal string ArticleText =>
        $"第{ChineseNumerals.Words(Article)}条{(Branch > 0 ? $"之{ChineseNumerals.Words(Branch)}" : "")}";

    /// <summary>Paragraph and item, for a second mention after the same article.</summary>
    internal string Below =>
        (Paragraph > 0 ? $"第{ChineseNumerals.Words(Paragraph)}款" : "")
        + (Item > 0 ? $"第{ChineseNumerals.Words(Item)}项" : "");

    /// <summary>From a match of either form; null where a number is not one.</summary>
    internal static ArticleNumber? Of(Match match, Func<string, long?> read)
    {
        return Part("article") is > 0 and var article && Part("branch") is { } branch && Part("paragraph") is { } paragraph && Part("item") is { } item
            ? new(article, branch, paragraph, item)
            : null;

        int? Part(string name) =>
            match.Groups[name] is not { Success: true } written ? 0
            : read(written.Value) is <= 9999 and var number ? (int)number
            : null;
    }

    private static long? ReadFigures(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>The two ways a provision is written.</summary>
internal static partial class ArticleForms
{
    [GeneratedRegex(
        @"^(?<article>[1-9][0-9]{0,3})(-(?<branch>[1-9][0-9]?))?(\((?<paragraph>[1-9][0-9]?)\))?(\[(?<item>[1-9][0-9]?)\])?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    public static partial Regex Short();

    /// <summary>Anywhere in a text; also with 第（三）项 for 第三项.</summary>
    [GeneratedRegex(
        "第(?<article>[一二三四五六七八九十百千零]+)条(之(?<branch>[一二三四五六七八九十]+))?"
        + "(第(?<paragraph>[一二三四五六七八九十]+)款)?(第（?(?<item>[一二三四五六七八九十]+)）?项)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    public static partial Regex Words();
}
