using System.Globalization;
using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>Dates and sums in free text that come near one of the case's and are none of them.</summary>
internal static partial class TextNumberChecks
{
    private const int IsoLength = 10;
    private const int NearDays = 3;
    private const int NearPartOfSum = 20;

    public static IEnumerable<Finding> All(CheckInput input) => In(input, input.Case.Texts);

    /// <summary>In some texts, the case's own or a document's.</summary>
    public static IEnumerable<Finding> In(CheckInput input, IReadOnlyList<DataText> texts)
    {
        var days = input.Case.Texts.Where(text => text.Value.Length == IsoLength).Select(CaseFacts.DayOf).OfType<DatedFact>().Select(fact => fact.Day).ToHashSet();
        var sums = Sums(input).ToHashSet();
        return
        [
            .. texts.Where(text => text.Value.Contains('日', StringComparison.Ordinal)).SelectMany(text => Dates(text, days)),
            .. texts.Where(text => text.Value.Contains('元', StringComparison.Ordinal)).SelectMany(text => Amounts(text, sums)),
        ];
    }

    private static IEnumerable<Finding> Dates(DataText text, HashSet<DateOnly> days) =>
        from match in Day().Matches(text.Value)
        where ChineseDate.Parse(match.Value) is { IsDay: true }
        let day = ChineseDate.Parse(match.Value)!.Value.First
        where !days.Contains(day) && days.Any(known => Math.Abs(known.DayNumber - day.DayNumber) <= NearDays)
        select Finding.Of(text, $"此处的日期{match.Value}与案件中相近的日期不一致", "this date is near one of the case and not the same").AsWarning() with { Words = match.Value };

    private static IEnumerable<Finding> Amounts(DataText text, HashSet<decimal> sums) =>
        from match in Yuan().Matches(text.Value)
        let sum = Value(match)
        where sum is not null && !sums.Contains(sum.Value)
        where sums.Any(known => known > 0 && Math.Abs(known - sum.Value) * NearPartOfSum <= known)
        select Finding.Of(text, $"此处的金额{match.Value}与案件中相近的金额不一致", "this sum is near one of the case and not the same").AsWarning() with { Words = match.Value };

    private static decimal? Value(Match match) =>
        match.Groups["words"] is { Success: true } words ? ChineseNumerals.ReadWords(words.Value)
        : decimal.TryParse(match.Groups["number"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number * CountText.SizeOf(match.Groups["scale"].Value)
            : null;

    /// <summary>Every sum of money that a field of the case holds.</summary>
    private static IEnumerable<decimal> Sums(CheckInput input) =>
        new[] { "proceeds", "liability", "decisions" }.Select(input.Case.Find).OfType<DataNode>().SelectMany(Numbers)
            .Concat(input.Case.Parties.Select(party => party.Find("restitution")).OfType<DataNode>().SelectMany(Numbers));

    private static IEnumerable<decimal> Numbers(DataNode node) => node switch
    {
        DataNumber number => [number.Value],
        DataList list => list.Items.SelectMany(Numbers),
        DataObject value => value.Members.SelectMany(member => Numbers(member.Value)),
        _ => [],
    };

    [GeneratedRegex("[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex("((?<![0-9.])(?<number>[0-9]+(\\.[0-9]+)?)[余多]?(?<scale>[千万亿]?)|(?<words>[一二三四五六七八九十百千万零]+))[余多]?元", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Yuan();
}
