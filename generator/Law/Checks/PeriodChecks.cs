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
    private static IEnumerable<Finding> Ranges(CheckInput input, int first, int last) =>
        from text in input.Case.TextsWith('至')
        from match in Range().Matches(text.Value)
        let begun = Month(match.Groups["year"].Value, match.Groups["month"].Value)
        let ended = Month(match.Groups["lastYear"].Success ? match.Groups["lastYear"].Value : match.Groups["year"].Value, match.Groups["lastMonth"].Value)
        where (begun == first && ended != last && IsNear(ended, last)) || (ended == last && begun != first && IsNear(begun, first))
        select Differs(text, match.Value);

    private static IEnumerable<Finding> Beginnings(CheckInput input, int first) =>
        from text in input.Case.TextsWith('起')
        from match in Beginning().Matches(text.Value)
        let begun = Month(match.Groups["year"].Value, match.Groups["month"].Value)
        where begun != first && IsNear(begun, first)
        select Differs(text, match.Value);

    /// <summary>A few months off, or the same month of the year before or after.</summary>
    private static bool IsNear(int month, int known) => Math.Abs(month - known) is <= NearMonths or MonthsOfYear;

    private static Finding Differs(DataText text, string words) =>
        Finding.Of(text, "此处的期间与 conduct.period 不一致", "this period is not that of conduct.period").AsWarning() with { Words = words };

    private static int? Month(string? text) =>
        text is not null && PartialDate.Parse(text) is { } date ? (date.First.Year * MonthsOfYear) + date.First.Month : null;

    private static int Month(string year, string month) =>
        (int.Parse(year, CultureInfo.InvariantCulture) * MonthsOfYear) + int.Parse(month, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<year>[0-9]{4})年(?<month>[0-9]{1,2})月至((?<lastYear>[0-9]{4})年)?(?<lastMonth>[0-9]{1,2})月(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Range();

    [GeneratedRegex("自(?<year>[0-9]{4})年(?<month>[0-9]{1,2})月起", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Beginning();
}
