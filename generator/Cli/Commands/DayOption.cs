using System.CommandLine.Parsing;
using System.Globalization;

namespace PiiDocs.Cli.Commands;

/// <summary>A day on the command line: 2024-10-28.</summary>
internal static class DayOption
{
    public static DateOnly? Parse(ArgumentResult result)
    {
        if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError("日期写作 2024-10-28 / write the date as 2024-10-28");
        return null;
    }
}
