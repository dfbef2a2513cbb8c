using System.Globalization;
using PiiDocs.Templating.Evaluation;
using static PiiDocs.Templating.Functions.FunctionBody;

namespace PiiDocs.Templating.Functions;

/// <summary>The <c>date</c> object; today is the one the caller gave, for a template has no clock.</summary>
internal static class DateFunctions
{
    public static readonly FunctionEntry[] All =
    [
        Row("add_days", "date days", call => Add(call, (date, amount) => date.AddDays(amount))),
        Row("add_hours", "date hours", call => Add(call, (date, amount) => date.AddHours(amount))),
        Row("add_milliseconds", "date millis", call => Add(call, (date, amount) => date.AddMilliseconds(amount))),
        Row("add_minutes", "date minutes", call => Add(call, (date, amount) => date.AddMinutes(amount))),
        Row("add_months", "date months", call => Add(call, (date, amount) => date.AddMonths((int)amount))),
        Row("add_seconds", "date seconds", call => Add(call, (date, amount) => date.AddSeconds(amount))),
        Row("add_years", "date years", call => Add(call, (date, amount) => date.AddYears((int)amount))),
        new("default_format", DateFormat.Default),
        new("format", DateFormat.Default),
        Row("now", "", call => new(call.Evaluator.Today)),
        Row("parse", "text pattern? culture?", call => Parse(call, pattern: 1, culture: 2)),
        Row("parse_to_string", "text output_pattern? output_culture? input_pattern? input_culture?", ParseToString),
        Row("to_string", "datetime pattern? culture?", ToText),
        Row("utc_now", "", call => new(call.Evaluator.Today)),
    ];

    private static TracedValue Add(Call call, Func<DateTime, double, DateTime> add)
    {
        if (call.IsNull(0))
        {
            return call.Of(null);
        }

        try
        {
            return call.Of(add(DateAt(call), call.Double(1)));
        }
        catch (ArgumentOutOfRangeException)
        {
            throw call.WrongKind(1, new("公元 1 至 9999 年间的日期", "a date between the years 1 and 9999"));
        }
    }

    /// <summary>A date, or a text that says one.</summary>
    private static DateTime DateAt(Call call) => call[0].Value switch
    {
        DateTime date => date,
        string text when DateFormat.TryParse(text, CultureInfo.InvariantCulture, out var date) => date,
        _ => throw call.WrongKind(0, new("日期", "a date")),
    };

    private static TracedValue Parse(Call call, int pattern, int culture)
    {
        var text = call.TextOrNull(0);
        if (string.IsNullOrEmpty(text))
        {
            return call.Of(null);
        }

        var known = Cultures.Of(call, culture);
        var isDate = call.IsNull(pattern)
            ? DateFormat.TryParse(text, known, out var date)
            : DateFormat.TryParse(text, call.Text(pattern), known, out date);
        return isDate ? call.Of(date) : throw call.WrongKind(0, new("该格式的日期", "a date in that form"));
    }

    private static TracedValue ParseToString(Call call)
    {
        var parsed = Parse(call, pattern: 3, culture: 4);
        return parsed.Value is DateTime date
            ? call.Of(DateFormat.Print(date, call.IsNull(1) ? call.Evaluator.DefaultDateFormat : call.Text(1), Cultures.Of(call, 2)))
            : parsed;
    }

    private static TracedValue ToText(Call call)
    {
        if (call.IsNull(0))
        {
            return call.Of(null);
        }

        var pattern = call.IsNull(1) ? call.Evaluator.DefaultDateFormat : call.Text(1);
        return call.Of(DateFormat.Print(DateAt(call), pattern, Cultures.Of(call, 2)));
    }
}
