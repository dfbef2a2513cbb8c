using System.Globalization;
using System.Text;
using PiiDocs.Law;

namespace PiiDocs.Cli.Reports;

/// <summary>Deadlines as an iCalendar file (RFC 5545): one whole-day event for each last day.</summary>
internal static class DeadlineCalendar
{
    // RFC 5545, 3.1: lines of at most 75 octets, continued by a line that begins with a blank.
    private const int LongestLine = 75;

    /// <param name="caseId">Names the case in every event.</param>
    /// <param name="deadlines">Its periods.</param>
    /// <param name="today">The day their states hold for.</param>
    public static string Write(string caseId, IEnumerable<CaseDeadline> deadlines, DateOnly today)
    {
        var text = new StringBuilder();
        Append(text, "BEGIN:VCALENDAR");
        Append(text, "VERSION:2.0");
        Append(text, "PRODID:-//PiiDocs//Deadlines//ZH");
        foreach (var each in deadlines)
        {
            AppendEvent(text, caseId, each, today);
        }

        Append(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void AppendEvent(StringBuilder text, string caseId, CaseDeadline each, DateOnly today)
    {
        var (deadline, rule) = (each.Deadline, each.Deadline.Rule);
        Append(text, "BEGIN:VEVENT");
        Append(text, $"UID:{caseId}-{rule.Id}-{Day(deadline.Start)}@piidocs");
        Append(text, $"DTSTAMP:{Day(deadline.Start)}T000000Z");
        Append(text, $"DTSTART;VALUE=DATE:{Day(deadline.Last)}");
        Append(text, $"DTEND;VALUE=DATE:{Day(deadline.Last.AddDays(1))}");
        Append(text, $"SUMMARY:{Escape($"{caseId} {rule.Matter}")}");
        Append(text, $"DESCRIPTION:{Escape($"{rule.Basis}\n{today:yyyy-MM-dd} {CaseDeadlines.NameOf(each.State).Chinese}")}");
        Append(text, "END:VEVENT");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    private static void Append(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
