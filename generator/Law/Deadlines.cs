namespace PiiDocs.Law;

/// <summary>Reckons periods: the day they begin is not counted; months and years end on the same day.</summary>
/// <remarks>《中华人民共和国民事诉讼法》第八十五条。</remarks>
public static class Deadlines
{
    /// <summary>The last day of a period.</summary>
    /// <param name="rule">Must have a length.</param>
    /// <param name="start">The day of the event; the period runs from the next.</param>
    /// <param name="calendar">Holidays to move past.</param>
    /// <param name="extended">Adds the rule's extension.</param>
    public static Deadline End(DeadlineRule rule, DateOnly start, WorkingCalendar calendar, bool extended = false)
    {
        var length = rule.Length ?? throw new ArgumentException("The rule has no length.", nameof(rule));
        var counted = Add(start, length, calendar);
        if (extended && rule.Extension is { } extension)
        {
            counted = Add(counted, extension, calendar);
        }

        var moved = rule.MovesPastHolidays ? calendar.MovePastHolidays(counted) : counted;
        return new(rule, start, counted, moved) { IsCertain = calendar.IsCertain(counted) && calendar.IsCertain(moved) };
    }

    /// <summary>A day after a period; a month without that day ends on its last.</summary>
    public static DateOnly Add(DateOnly start, PeriodLength length, WorkingCalendar calendar) => length.Unit switch
    {
        PeriodUnit.Day => start.AddDays(length.Count),
        PeriodUnit.Workday => calendar.AddWorkdays(start, length.Count),
        PeriodUnit.Month => start.AddMonths(length.Count),
        _ => start.AddYears(length.Count),
    };
}

/// <param name="Rule">What it follows from.</param>
/// <param name="Start">The day of the event.</param>
/// <param name="Counted">The last day by count alone.</param>
/// <param name="Last">The last day, moved past holidays where the rule says so.</param>
public sealed record Deadline(DeadlineRule Rule, DateOnly Start, DateOnly Counted, DateOnly Last)
{
    /// <summary>False where the calendar has no official arrangement for the year.</summary>
    public bool IsCertain { get; init; }
}
