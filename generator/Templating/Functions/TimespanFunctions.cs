using System.Globalization;
using PiiDocs.Templating.Evaluation;
using static PiiDocs.Templating.Functions.FunctionBody;

namespace PiiDocs.Templating.Functions;

/// <summary>The <c>timespan</c> object.</summary>
internal static class TimespanFunctions
{
    public static readonly FunctionEntry[] All =
    [
        Row("from_days", "days", call => Of(call, TimeSpan.FromDays)),
        Row("from_hours", "hours", call => Of(call, TimeSpan.FromHours)),
        Row("from_milliseconds", "millis", call => Of(call, TimeSpan.FromMilliseconds)),
        Row("from_minutes", "minutes", call => Of(call, TimeSpan.FromMinutes)),
        Row("from_seconds", "seconds", call => Of(call, TimeSpan.FromSeconds)),
        Row("parse", "text", Parse),
        new("zero", TimeSpan.Zero),
    ];

    private static TracedValue Of(Call call, Func<double, TimeSpan> from)
    {
        try
        {
            return call.Of(from(call.Double(0)));
        }
        catch (Exception exception) when (exception is OverflowException or ArgumentException)
        {
            throw call.WrongKind(0, new("时间长度", "a length of time"));
        }
    }

    private static TracedValue Parse(Call call) =>
        TimeSpan.TryParse(call.Text(0), CultureInfo.InvariantCulture, out var span)
            ? call.Of(span)
            : throw call.WrongKind(0, new("时间长度（如 1.02:30:00）", "a length of time, such as 1.02:30:00"));
}
