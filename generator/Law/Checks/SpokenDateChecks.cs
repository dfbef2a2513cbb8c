using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>What a text says happened on a day happened on that day: <c>spoken</c> of <c>_law/checks.yaml</c>; months likewise.</summary>
internal static partial class SpokenDateChecks
{
    private const int NearMonths = 2;

    public static IEnumerable<Finding> All(CheckInput input) => [.. Days(input), .. Months(input), .. Press(input)];

    private static IEnumerable<Finding> Days(CheckInput input) =>
        from rule in input.Law.SpokenDates
        let days = rule.Paths.Select(input.Case.Day).OfType<DatedFact>().ToList()
        where days.Count > 0
        from text in input.Case.TextsWith('日')
        from match in rule.Pattern.Matches(text.Value)
        let spoken = ChineseDate.Parse(match.Groups["date"].Value)
        where spoken is { IsDay: true } && !days.Exists(day => day.Day == spoken.Value.First)
        select Finding.Of(text, $"此处所写的日期与{days[0].Node.Path.Value[2..]}不一致", $"the date written here is not that of {days[0].Node.Path.Value[2..]}").AsWarning()
            with { Words = match.Groups["date"].Value };

    /// <summary>A press release tells of nothing later than itself.</summary>
    private static IEnumerable<Finding> Press(CheckInput input) =>
        input.Case.DocumentDay("press-release") is not { } released
            ? []
            : from text in input.Case.TextsWith('日')
              where text.Path.Value.StartsWith("$.press.", StringComparison.Ordinal)
              from match in Day().Matches(text.Value)
              let told = ChineseDate.Parse(match.Value)
              where told is { IsDay: true } && told.Value.First > released.Day
              select Finding.Of(released.Node, $"新闻稿日期{released}早于所述的{match.Value}", "the press release tells of what came after its date");

    [GeneratedRegex("[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    /// <summary>A month that a field gives and no text does, beside one near it that a text does give.</summary>
    private static IEnumerable<Finding> Months(CheckInput input)
    {
        var written = input.Case.TextsWith('月').SelectMany(text => Month().Matches(text.Value)).Select(match => Number(match)).ToHashSet();
        return from text in input.Case.TextsWith('-')
               let field = MonthField().Match(text.Value)
               where field.Success
               let month = Number(field)
               where !written.Contains(month) && written.Any(other => Math.Abs(other - month) <= NearMonths)
               select Finding.Of(text, "此年月与文字中相近的年月不一致", "this month is near one the texts give and not the same").AsWarning();
    }

    private static int Number(Match match) =>
        (int.Parse(match.Groups["year"].Value, System.Globalization.CultureInfo.InvariantCulture) * 12)
        + int.Parse(match.Groups["month"].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<year>[0-9]{4})年(?<month>[0-9]{1,2})月", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Month();

    [GeneratedRegex("^(?<year>[0-9]{4})-(?<month>[0-9]{2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MonthField();
}

/// <param name="Pattern">Has the group <c>date</c>.</param>
/// <param name="Paths">One of these is the date meant.</param>
internal sealed record SpokenDate(DataPattern Pattern, System.Collections.Immutable.ImmutableArray<string> Paths);
