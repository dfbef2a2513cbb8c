using System.Globalization;
using System.Text;

namespace PiiDocs.Templating.Functions;

/// <summary>Patterns of dates in the manner of <c>strftime</c>, which the language uses.</summary>
internal static class DateFormat
{
    public const string Default = "%d %b %Y";

    /// <summary>Letters that are a .NET format of their own, for printing and for parsing.</summary>
    private static readonly Dictionary<char, string> NetFormats = new()
    {
        ['a'] = "ddd", ['A'] = "dddd", ['b'] = "MMM", ['h'] = "MMM", ['B'] = "MMMM", ['d'] = "dd", ['D'] = "MM/dd/yy",
        ['F'] = "yyyy-MM-dd", ['H'] = "HH", ['I'] = "hh", ['L'] = "fff", ['m'] = "MM", ['M'] = "mm", ['p'] = "tt",
        ['r'] = "hh:mm:ss tt", ['R'] = "HH:mm", ['S'] = "ss", ['T'] = "HH:mm:ss", ['X'] = "HH:mm:ss", ['x'] = "MM/dd/yyyy",
        ['y'] = "yy", ['Y'] = "yyyy", ['Z'] = "zzz", ['c'] = "ddd MMM dd HH:mm:ss yyyy", ['N'] = "fffffff00",
    };

    /// <summary>Letters whose number may lack its leading zero, for parsing.</summary>
    private static readonly Dictionary<char, string> LooseFormats = new()
    {
        ['d'] = "d", ['e'] = "d", ['m'] = "M", ['H'] = "H", ['k'] = "H", ['I'] = "h", ['l'] = "h", ['M'] = "m", ['S'] = "s",
    };

    public static string Print(DateTime date, string pattern) => Print(date, pattern, CultureInfo.InvariantCulture);

    public static string Print(DateTime date, string pattern, CultureInfo culture)
    {
        // %g asks for the invariant form of what follows; alone, for the default.
        pattern = pattern == "%g" ? "%g " + Default : pattern;
        var text = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
            {
                text.Append(pattern[i]);
                continue;
            }

            text.Append(Field(date, pattern[++i], culture));
        }

        return text.ToString();
    }

    public static bool TryParse(string text, CultureInfo culture, out DateTime date) =>
        DateTime.TryParse(text, culture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AdjustToUniversal, out date);

    public static bool TryParse(string text, string pattern, CultureInfo culture, out DateTime date)
    {
        const DateTimeStyles styles = DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AdjustToUniversal;
        return DateTime.TryParseExact(text, NetPattern(pattern, isLoose: false), culture, styles, out date)
            || DateTime.TryParseExact(text, NetPattern(pattern, isLoose: true), culture, styles, out date);
    }

    private static string Field(DateTime date, char letter, CultureInfo culture) => letter switch
    {
        'C' => Two(date.Year / 100),
        'e' => $"{date.Day,2}",
        'g' => "",
        'G' => ISOWeek.GetYear(date).ToString("D4", CultureInfo.InvariantCulture),
        'j' => date.DayOfYear.ToString("D3", CultureInfo.InvariantCulture),
        'k' => $"{date.Hour,2}",
        'l' => $"{((date.Hour + 11) % 12) + 1,2}",
        'n' => "\n",
        'N' => date.ToString("fffffff", CultureInfo.InvariantCulture) + "00",
        'P' => date.Hour < 12 ? "am" : "pm",
        's' => new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Utc)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        't' => "\t",
        'u' => (date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek).ToString(CultureInfo.InvariantCulture),
        'U' => Two(WeekOf(date, DayOfWeek.Sunday)),
        'v' => $"{date.Day,2}-{date.ToString("MMM", CultureInfo.InvariantCulture).ToUpperInvariant()}-{date:yyyy}",
        'V' => Two(ISOWeek.GetWeekOfYear(date)),
        'W' => Two(WeekOf(date, DayOfWeek.Monday)),
        'w' => ((int)date.DayOfWeek).ToString(CultureInfo.InvariantCulture),
        'x' => date.ToString("d", culture),
        'Z' => "+00:00",
        '%' => "%",
        _ when NetFormats.TryGetValue(letter, out var format) => date.ToString(format.Length == 1 ? "%" + format : format, culture),
        _ => $"%{letter}",
    };

    private static string Two(int number) => number.ToString("D2", CultureInfo.InvariantCulture);

    private static int WeekOf(DateTime date, DayOfWeek first) =>
        CultureInfo.InvariantCulture.Calendar.GetWeekOfYear(date, CalendarWeekRule.FirstDay, first);

    private static string NetPattern(string pattern, bool isLoose)
    {
        var net = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            var isField = pattern[i] == '%' && i + 1 < pattern.Length;
            var letter = isField ? pattern[++i] : pattern[i];
            string? format = null;
            if (isField && ((isLoose && LooseFormats.TryGetValue(letter, out format)) || NetFormats.TryGetValue(letter, out format) || LooseFormats.TryGetValue(letter, out format)))
            {
                net.Append(format);
            }
            else if (char.IsWhiteSpace(letter))
            {
                net.Append(letter);
            }
            else
            {
                net.Append('\\').Append(letter);
            }
        }

        return net.Length == 1 ? "%" + net : net.ToString();
    }
}
