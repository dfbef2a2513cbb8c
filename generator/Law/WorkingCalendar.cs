using System.Globalization;

namespace PiiDocs.Law;

/// <summary>Which days are worked: <c>_law/holidays.yaml</c>, and elsewhere Monday to Friday.</summary>
public sealed class WorkingCalendar
{
    /// <summary>Days by number; never changed after reading.</summary>
    private readonly HashSet<int> _off;
    private readonly HashSet<int> _work;
    private readonly HashSet<int> _officialYears;

    private WorkingCalendar(HashSet<int> off, HashSet<int> work, HashSet<int> officialYears)
    {
        _off = off;
        _work = work;
        _officialYears = officialYears;
    }

    /// <summary>Whether the State Council's arrangement for the year of a day is in the calendar.</summary>
    public bool IsCertain(DateOnly day) => _officialYears.Contains(day.Year);

    /// <summary>Neither a weekend that is not made up for nor a holiday.</summary>
    public bool IsWorkday(DateOnly day) =>
        _work.Contains(day.DayNumber) || (!_off.Contains(day.DayNumber) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>The day itself if it is worked, else the first worked day after it.</summary>
    public DateOnly MovePastHolidays(DateOnly day)
    {
        while (!IsWorkday(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The workday that is some workdays after a day.</summary>
    public DateOnly AddWorkdays(DateOnly day, int count)
    {
        for (var left = count; left > 0; left--)
        {
            day = MovePastHolidays(day.AddDays(1));
        }

        return day;
    }

    /// <summary>Worked days after one day up to another, that one included.</summary>
    public int WorkdaysBetween(DateOnly from, DateOnly to) =>
        Enumerable.Range(1, Math.Max(0, to.DayNumber - from.DayNumber)).Count(days => IsWorkday(from.AddDays(days)));

    internal static WorkingCalendar Read(LawNode file)
    {
        var years = file.Object("years").Members().ToList();
        return new(
            [.. years.SelectMany(year => Days(year.Node, "off"))],
            [.. years.SelectMany(year => Days(year.Node, "work"))],
            [.. from year in years where year.Node.Flag("official") select int.Parse(year.Name, CultureInfo.InvariantCulture)]);
    }

    /// <summary>Single days and <c>from..to</c>.</summary>
    private static IEnumerable<int> Days(LawNode year, string name)
    {
        foreach (var item in year.List(name))
        {
            var ends = item.Text().Split("..").Select(PartialDate.Parse).ToList();
            if (ends.Any(end => end is not { IsDay: true }))
            {
                year.Diagnostics.Add(LawErrors.BadLawDate(item.Node));
                continue;
            }

            for (var day = ends[0]!.First; day <= ends[^1]!.First; day = day.AddDays(1))
            {
                yield return day.DayNumber;
            }
        }
    }
}
