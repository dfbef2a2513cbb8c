using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>V16: what the case cites, in fields and in free text, is in force on its date and under the number of that date.</summary>
internal static partial class CitationChecks
{
    public static IEnumerable<Finding> All(CheckInput input)
    {
        var dates = CaseCitations.DaysOf(input);
        if (dates.Count == 0)
        {
            return [];
        }

        return
        [
            .. Unknown(input),
            .. input.Citations.SelectMany(cited => Check(new(cited.Instrument, cited.Article.Whole, cited.Node), cited.Days, input.Law)),
            .. InTexts(input, dates, input.Case.TextsWith("《")),
        ];
    }

    /// <summary>What some texts cite, held against one day.</summary>
    public static IEnumerable<Finding> InTexts(CheckInput input, IReadOnlyList<DecidingDay> dates, IEnumerable<DataText> texts) =>
        texts.SelectMany(text => InText(input, dates, text));

    private static IEnumerable<Finding> Unknown(CheckInput input) =>
        from node in CaseCitations.Objects(input.Case.Data)
        where CaseCitations.IsCitation(node) && input.Law.FindInstrument(((DataText)node.Find("instrument")!).Value) is null
        select Finding.Of(node.Find("instrument"), "法律数据中没有这部规范，效力和条号未核对", "this instrument is not in the law data; force and article are unchecked").AsWarning();

    private static IEnumerable<Finding> InText(CheckInput input, IReadOnlyList<DecidingDay> dates, DataText text)
    {
        foreach (Match match in Cited().Matches(text.Value))
        {
            if (input.Law.FindInstrument(match.Groups["name"].Value) is { } instrument
                && ArticleNumber.Of(ArticleForms.Words().Match(match.Groups["where"].Value), ChineseNumerals.ReadWords) is { } article)
            {
                foreach (var finding in Check(new(instrument, article.Whole, text), dates, input.Law).Concat(SubjectChecks.Listed(input, new(instrument, article.Whole, text, dates))))
                {
                    yield return finding with { Words = match.Value };
                }
            }
        }
    }

    private static IEnumerable<Finding> Check(Cite cite, IReadOnlyList<DecidingDay> days, LawLibrary law)
    {
        var name = cite.Instrument.NameIn(shortForm: false);
        if (cite.Instrument.IsUnconfirmed)
        {
            yield return Finding.Of(cite.Node, $"{name}的条文、施行日期尚未核对，引用前核对公布文本", $"{cite.Instrument.Id} has not been confirmed against its published text").AsWarning();
        }

        if (cite.Instrument.IsDraft)
        {
            yield return Finding.Of(cite.Node, $"{name}是草案，不得引用", $"{cite.Instrument.Id} is a draft and must not be cited");
        }
        else if (!days.Any(day => cite.Instrument.IsInForceOn(day.Date)))
        {
            var instead = cite.Instrument.ReplacedBy is { } id && law.Instruments.TryGetValue(id, out var successor) && days.Any(day => successor.IsInForceOn(day.Date))
                ? $"，应引{successor.NameIn(shortForm: false)}"
                : "";
            yield return Finding.Of(cite.Node, $"{name}在应适用的日期不是现行有效{instead}", $"{cite.Instrument.Id} is not in force on the date that decides");
        }
        else if (days.All(day => IsStale(cite, day.Date, law)))
        {
            var now = days.Select(day => Current(cite, day.Date)).FirstOrDefault(article => article is not null);
            yield return Finding.Of(
                cite.Node,
                $"{name}{cite.Article}不是该日期的条号{(now is { } article ? $"，应为{article}" : "")}",
                $"{cite.Instrument.Id} {cite.Article.ToShortText()} is not the number of that date{(now is { } number ? $"; it is {number.ToShortText()}" : "")}");
        }
    }

    /// <summary>Known under this number at another time, and not under this number on the day.</summary>
    private static bool IsStale(Cite cite, DateOnly day, LawLibrary law)
    {
        var provisions = law.ProvisionsOf(cite.Instrument);
        var onDay = provisions.Where(each => each.Period.Contains(day)).SelectMany(each => each.Articles);
        var ever = provisions.SelectMany(each => each.Articles);
        return !onDay.Any(article => article.Whole == cite.Article) && ever.Any(article => article.Whole == cite.Article);
    }

    private static ArticleNumber? Current(Cite cite, DateOnly day)
    {
        foreach (var version in cite.Instrument.Versions)
        {
            foreach (var (old, later) in version.Renumbered)
            {
                if (version.Period.From <= day && old == cite.Article && later is not null)
                {
                    return later;
                }

                if (version.Period.From > day && later == cite.Article)
                {
                    return old;
                }
            }
        }

        return null;
    }

    [GeneratedRegex("《(?<name>[^《》]{2,60})》(（[^）]{1,20}）)?(?<where>第[一二三四五六七八九十百千零]+条(之[一二三四五六七八九十]+)?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Cited();

    private readonly record struct Cite(Instrument Instrument, ArticleNumber Article, DataNode Node);
}
