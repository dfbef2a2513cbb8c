using System.Globalization;
using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>A period a text speaks of, 2020年7月至2023年6月, 自2023年10月起, that is nearly the case's and is not.</summary>
internal static partial class PeriodChecks
{
    private const int MonthsOfYear = 12;
    private const int NearMonths = 3;

    public static IEnumerable<Finding> All(CheckInput input)
    {
        var (first, last) = (Month(input.Case.Text("conduct.period.from")), Month(input.Case.Text("conduct.period.to")));
        return
        [
            .. first is null || last is null ? [] : Ranges(input, first.Value, last.Value),
            .. first is null ? [] : Beginnings(input, first.Value),
        ];
    }

    /// <summary>One end is the case's, the other near it.</summary>
    private static IEnumerable<Finding> Ranges(CheckInput input, int first, int last)
    {
        foreach (var text in input.Case.TextsWith("至"))
        {
            foreach (Match match in Range().Matches(text.Value))
            {
                var begun = Month(match.Groups["year"], match.Groups["month"]);
                var ended = Month(match.Groups["lastYear"] is { Success: true } year ? year : match.Groups["year"], match.Groups["lastMonth"]);
                if ((begun == first && ended != last && IsNear(ended, last)) || (ended == last && begun != first && IsNear(begun, first)))
                {
                    yield return Differs(text, match.Value);
                }
            }
        }
    }

    private static IEnumerable<Finding> Beginnings(CheckInput input, int first)
    {
        foreach (var text in input.Case.TextsWith("起"))
        {
            foreach (Match match in Beginning().Matches(text.Value))
            {
                var begun = Month(match.Groups["year"], match.Groups["month"]);
                if (begun != first && IsNear(begun, first))
                {
                    yield return Differs(text, match.Value);
                }
            }
        }
    }

    /// <summary>A few months off, or the same month of the year before or after.</summary>
    private static bool IsNear(int month, int known) => Math.Abs(month - known) is <= NearMonths or MonthsOfYear;

    private static Finding Differs(DataText text, string words) =>
        Finding.Of(text, "此处的期间与 conduct.period 不一致", "this period is not that of conduct.period").AsWarning() with { Words = words };

    private static int? Month(string? text) =>
        text is not null && PartialDate.Parse(text) is { } date ? (date.First.Year * MonthsOfYear) + date.First.Month : null;

    private static int Month(Group year, Group month) =>
        (int.Parse(year.ValueSpan, CultureInfo.InvariantCulture) * MonthsOfYear) + int.Parse(month.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<year>[0-9]{4})年(?<month>[0-9]{1,2})月至((?<lastYear>[0-9]{4})年)?(?<lastMonth>[0-9]{1,2})月(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Range();

    [GeneratedRegex("自(?<year>[0-9]{4})年(?<month>[0-9]{1,2})月起", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Beginning();
}
