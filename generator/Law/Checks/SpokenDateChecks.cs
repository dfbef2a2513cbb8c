using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>What a text says happened on a day happened on that day: <c>spoken</c> of <c>_law/checks.yaml</c>; months likewise.</summary>
internal static partial class SpokenDateChecks
{
    private const int NearMonths = 2;

    public static IEnumerable<Finding> All(CheckInput input) => [.. Days(input), .. Months(input), .. Press(input)];

    private static IEnumerable<Finding> Days(CheckInput input)
    {
        foreach (var rule in input.Law.SpokenDates)
        {
            var days = rule.Paths.Select(input.Case.Day).OfType<DatedFact>().ToList();
            foreach (var text in days.Count == 0 ? [] : input.Case.TextsWith("日"))
            {
                foreach (Match match in rule.Pattern.Matches(text.Value))
                {
                    var spoken = match.Groups["date"].Value;
                    if (ChineseDate.Parse(spoken) is { IsDay: true } date && !days.Exists(day => day.Day == date.First))
                    {
                        var field = days[0].Node.Path.Value[2..];
                        yield return Finding.Of(text, $"此处所写的日期与{field}不一致", $"the date written here is not that of {field}").AsWarning() with { Words = spoken };
                    }
                }
            }
        }
    }

    /// <summary>A press release tells of nothing later than itself.</summary>
    private static IEnumerable<Finding> Press(CheckInput input)
    {
        if (input.Case.DocumentDay("press-release") is not { } released)
        {
            yield break;
        }

        foreach (var text in input.Case.TextsWith("日").Where(text => text.Path.Value.StartsWith("$.press.", StringComparison.Ordinal)))
        {
            foreach (Match match in Day().Matches(text.Value))
            {
                if (ChineseDate.Parse(match.Value) is { IsDay: true } told && told.First > released.Day)
                {
                    yield return Finding.Of(released.Node, $"新闻稿日期{released}早于所述的{match.Value}", "the press release tells of what came after its date");
                }
            }
        }
    }

    [GeneratedRegex("[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    /// <summary>A month that a field gives and no text does, beside one near it that a text does give.</summary>
    private static IEnumerable<Finding> Months(CheckInput input)
    {
        var written = input.Case.TextsWith("月").SelectMany(text => Month().Matches(text.Value)).ToList();
        foreach (var text in input.Case.TextsWith("-"))
        {
            if (MonthField().Match(text.Value) is { Success: true } field
                && Number(field) is var month
                && !written.Exists(match => Number(match) == month)
                && written.Exists(match => Math.Abs(Number(match) - month) <= NearMonths))
            {
                yield return Finding.Of(text, "此年月与文字中相近的年月不一致", "this month is near one the texts give and not the same").AsWarning();
            }
        }
    }

    private static int Number(Match match) =>
        (int.Parse(match.Groups["year"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) * 12)
        + int.Parse(match.Groups["month"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<year>[0-9]{4})年(?<month>[0-9]{1,2})月", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Month();

    [GeneratedRegex("^(?<year>[0-9]{4})-(?<month>[0-9]{2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MonthField();
}

/// <param name="Pattern">Has the group <c>date</c>.</param>
/// <param name="Paths">One of these is the date meant.</param>
internal sealed record SpokenDate(DataPattern Pattern, System.Collections.Immutable.ImmutableArray<string> Paths);
