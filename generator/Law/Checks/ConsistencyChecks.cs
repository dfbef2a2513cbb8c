using System.Globalization;
using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>V15: numbers, sums and document numbers of one case agree.</summary>
internal static partial class ConsistencyChecks
{
    private const string Qualifiers = "余近约逾超";

    private static readonly string[] CountFields = ["information.total", "proceeds.total", "initiative.signatory_count"];
    private static readonly string[] MediumLevels = ["national", "provincial", "municipal"];

    public static IEnumerable<Finding> All(CheckInput input) =>
    [
        .. LiabilityChecks.All(input),
        .. Awarded(input),
        .. JudgmentChecks.All(input),
        .. Counts(input),
        .. NumberChecks.All(input),
        .. Stated(input),
        .. TextNumberChecks.All(input),
        .. NameChecks.All(input),
        .. InformationChecks.All(input),
        .. SpokenSumChecks.All(input),
        .. EvidenceChecks.All(input),
        .. Scopes(input),
        .. Media(input),
        .. Apology(input),
    ];

    /// <summary>A judgment that grants everything grants what was claimed.</summary>
    private static IEnumerable<Finding> Awarded(CheckInput input)
    {
        if (input.Case.Number("liability.total") is not { } total)
        {
            yield break;
        }

        var items = input.Case.List("decisions.civil_judgment.items").OfType<DataObject>()
            .Where(item => CaseFacts.TextOf(item.Find("kind")) == "compensate").ToList();
        var awarded = items.Sum(item => CaseFacts.NumberOf(item.Find("amount")) ?? 0);
        if (items.Count > 0 && awarded != total)
        {
            yield return Finding.Of(
                items[0].Find("amount") ?? items[0],
                $"判项赔偿合计{CountText.Figures(awarded)}元，与请求的{CountText.Figures(total)}元不符",
                $"the judgment awards {awarded}, the claim was {total}")
                .AsWarning();
        }
    }

    /// <summary>A text that gives another number of items than the case, near enough to be meant for the same.</summary>
    private static IEnumerable<Finding> Counts(CheckInput input)
    {
        var counts = input.Case.List("information.counts").Prepend(input.Case.Find("information.total")).OfType<DataObject>()
            .Where(count => count.Find("unit") is DataText { Value: "条" })
            .Select(count => new CountedItems(CaseFacts.NumberOf(count.Find("value")) ?? 0, CaseFacts.TextOf(count.Find("qualifier")) ?? "")).ToList();
        foreach (var text in input.Case.TextsWith("条"))
        {
            foreach (Match match in CountOfItems().Matches(text.Value))
            {
                var told = CountedItems.Of(match);
                var step = CountText.SizeOf(match.Groups["scale"].Value);
                if (counts.Exists(known => known.IsNear(told, step)) && !counts.Exists(known => known.IsSame(told)))
                {
                    yield return Finding.Of(text, "此处的条数与 information 中的条数口径不一", "this count differs from the one under 'information'")
                        .AsWarning() with { Words = match.Value };
                }
            }
        }
    }

    /// <summary>The words of a count or a sum as stated say the number and the qualifier beside them.</summary>
    private static IEnumerable<Finding> Stated(CheckInput input)
    {
        var counts = CountFields.Select(input.Case.Find)
            .Concat(input.Case.List("information.counts"))
            .Concat(input.Case.List("proceeds.items").Select(item => CaseFacts.Find(item, "amount")));
        foreach (var count in counts.OfType<DataObject>())
        {
            if (count.Find("as_stated") is not DataText stated)
            {
                continue;
            }

            if (count.Find("value") is DataNumber value && StatedNumber().Match(stated.Value) is { Success: true } match && CountedItems.ValueOf(match) != value.Value)
            {
                yield return Finding.Of(value, "数值与原文说法不一致", "the value is not what the source states");
            }

            var qualifier = CaseFacts.TextOf(count.Find("qualifier")) ?? "";
            if (!qualifier.All(each => stated.Value.Contains(each, StringComparison.Ordinal))
                || Qualifiers.Any(each => stated.Value.Contains(each, StringComparison.Ordinal) && !qualifier.Contains(each, StringComparison.Ordinal)))
            {
                yield return Finding.Of(count.Find("qualifier") ?? count, "概数词与原文说法不一致", "the qualifier is not the one the source uses");
            }
        }
    }

    /// <summary>The number before what a count counts, 10余处在售楼盘, is the count's.</summary>
    private static IEnumerable<Finding> Scopes(CheckInput input) =>
        input.Case.List("information.counts").Prepend(input.Case.Find("information.total")).Prepend(input.Case.Find("initiative.signatory_count")).OfType<DataObject>()
            .SelectMany(count => Scope(input, count));

    private static IEnumerable<Finding> Scope(CheckInput input, DataObject count)
    {
        if (CaseFacts.TextOf(count.Find("unit")) is not { Length: > 0 } unit
            || CaseFacts.TextOf(count.Find("scope")) is not { Length: > 0 } scope
            || count.Find("value") is not DataNumber value)
        {
            yield break;
        }

        foreach (var text in input.Case.TextsWith(unit + scope))
        {
            var before = NumberAtEnd().Match(text.Value[..text.Value.IndexOf(unit + scope, StringComparison.Ordinal)]);
            if (before.Success && CountedItems.ValueOf(before) != value.Value)
            {
                yield return Finding.Of(text, "此处的数目与案件所载的不一致", "this number is not the one the case has").AsWarning() with { Words = before.Value + unit + scope };
            }
        }
    }

    /// <summary>国家级新闻媒体 in a text, where the claim for an apology names another level.</summary>
    private static IEnumerable<Finding> Media(CheckInput input) =>
        from claim in input.Case.List("claims").OfType<DataObject>()
        let level = claim.Find("medium_level") as DataText
        where level is not null && input.Law.Words($"medium_{level.Value}").Count > 0
        let said = MediumLevels.Where(each => each != level.Value).SelectMany(each => input.Law.Words($"medium_{each}")).ToList()
        where input.Case.TextsWith("媒").Any(text => said.Exists(word => text.Value.Contains(word, StringComparison.Ordinal)))
        select Finding.Of(level, "请求的媒体级别与文字所写的不一致", "the level of the medium is not the one the texts name").AsWarning();

    /// <summary>An apology appears at least once in a medium of the level that was claimed.</summary>
    private static IEnumerable<Finding> Apology(CheckInput input)
    {
        var levels = input.Case.List("apology.media").Select(medium => CaseFacts.TextOf(CaseFacts.Find(medium, "level"))).OfType<string>().ToList();
        return from claim in input.Case.List("claims").OfType<DataObject>()
               let level = CaseFacts.TextOf(claim.Find("medium_level"))
               where level is not null && levels.Count > 0 && !levels.Contains(level)
               select Finding.Of(input.Case.Find("apology.media"), "没有在请求的级别的媒体上致歉", "no medium of the apology is of the level that was claimed");
    }

    [GeneratedRegex("(?<before>近|约|超过|逾|不足|不少于)?(?<![0-9.])(?<number>[0-9]+(\\.[0-9]+)?)(?<scale>[千万亿]?)(?<after>余|多)?条", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CountOfItems();

    [GeneratedRegex("(?<number>[0-9]+(\\.[0-9]+)?)(?<scale>[千万亿]?)[余多]?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberAtEnd();

    [GeneratedRegex("(?<number>[0-9]+(\\.[0-9]+)?)[余多]?(?<scale>[千万亿]?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex StatedNumber();

    /// <summary>A number of items with the word that makes it approximate.</summary>
    private sealed record CountedItems(decimal Value, string Qualifier)
    {
        public static CountedItems Of(Match match) => new(ValueOf(match), match.Groups["before"].Value + match.Groups["after"].Value);

        /// <summary>The number of a match in full, 39000 of 3.9万.</summary>
        public static decimal ValueOf(Match match) =>
            decimal.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * CountText.SizeOf(match.Groups["scale"].Value);

        /// <summary>Whether a text that gives the other number is likely to mean this one: a tenth off, one of its last figure, or ten times.</summary>
        public bool IsNear(CountedItems told, decimal step)
        {
            var apart = Math.Abs(Value - told.Value);
            return apart == 0 || (step > 1 && apart <= step) || (Value > 0 && (apart * 10 <= Value || Value == told.Value * 10 || Value * 10 == told.Value));
        }

        public bool IsSame(CountedItems told) =>
            Value == told.Value && (Qualifier == told.Qualifier || (Qualifier, told.Qualifier) is ("余", "多") or ("达", ""));
    }
}
