using System.Globalization;
using System.Text.RegularExpressions;

namespace PiiDocs.Law;

/// <summary>Dates as documents write them: 2024年10月28日, and 二〇二一年三月十一日 as courts and newspapers sign.</summary>
public static partial class ChineseDate
{
    /// <summary>In figures, without leading zeros; as much as is known.</summary>
    public static string Figures(PartialDate date) => Write(date, year => $"{year}", number => $"{number}");

    /// <summary>In Chinese numerals: the year digit by digit with 〇 (U+3007), month and day in words.</summary>
    public static string Characters(PartialDate date) =>
        Write(date, year => ChineseNumerals.Digits(year), number => ChineseNumerals.Words(number));

    /// <summary>Reads either form; null where it is neither, or names a day no calendar has.</summary>
    public static PartialDate? Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var figures = char.IsAsciiDigit(text[0]);
        var year = Number(match.Groups["year"], figures, ChineseNumerals.ReadDigits);
        var month = Number(match.Groups["month"], figures, ChineseNumerals.ReadWords);
        var day = Number(match.Groups["day"], figures, ChineseNumerals.ReadWords);
        if (year is null or < 1 or > 9999 || (match.Groups["month"].Success && month is null) || (match.Groups["day"].Success && day is null))
        {
            return null;
        }

        return PartialDate.Parse($"{year:0000}{(month is null ? "" : $"-{month:00}")}{(day is null ? "" : $"-{day:00}")}");
    }

    private static string Write(PartialDate date, Func<int, string> year, Func<int, string> number)
    {
        var text = $"{year(date.Year)}年";
        text += date.Month is { } month ? $"{number(month)}月" : "";
        return date.Day is { } day ? $"{text}{number(day)}日" : text;
    }

    private static long? Number(Group group, bool figures, Func<string, long?> read)
    {
        if (!group.Success)
        {
            return null;
        }

        var padded = figures && group.Length > 1 && group.Value[0] == '0';
        return figures
            ? !padded && long.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null
            : read(group.Value);
    }

    [GeneratedRegex(
        "^(?<year>[0-9]{4}|[〇一二三四五六七八九]{4})年((?<month>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月((?<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})日)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
