using PiiDocs.Law;

namespace PiiDocs.Unit.Law;

public sealed class DeadlinesTests
{
    [Theory]
    [InlineData("2024-10-28", true)]
    [InlineData("2024-10-01", false)]
    [InlineData("2024-09-29", true)]
    [InlineData("2024-10-12", true)]
    [InlineData("2024-10-26", false)]
    [InlineData("2020-01-31", false)]
    [InlineData("2020-02-03", true)]
    [InlineData("2021-02-07", true)]
    [InlineData("2026-01-04", true)]
    [InlineData("2026-02-23", false)]
    public void Holidays_and_made_up_workdays_are_known(string day, bool worked) =>
        Assert.Equal(worked, LawFiles.Library.Calendar.IsWorkday(Day(day)));

    [Theory]
    [InlineData("2018-01-01", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    [InlineData("2017-12-31", false)]
    public void Years_without_an_official_arrangement_are_uncertain(string day, bool certain) =>
        Assert.Equal(certain, LawFiles.Library.Calendar.IsCertain(Day(day)));

    [Fact]
    public void Every_official_year_makes_up_only_weekends_and_rests_at_least_eleven_days() =>
        Assert.All(Enumerable.Range(2018, 9), year =>
        {
            var days = Enumerable.Range(0, 366).Select(i => new DateOnly(year, 1, 1).AddDays(i)).Where(day => day.Year == year).ToList();
            var weekdaysOff = days.Count(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !LawFiles.Library.Calendar.IsWorkday(day));
            Assert.InRange(weekdaysOff, 11, 30);
        });

    [Theory]
    [InlineData("T1", "2024-09-25", "2024-10-25")]
    [InlineData("T1", "2024-09-26", "2024-10-28")]
    [InlineData("T1", "2024-09-27", "2024-10-28")]
    [InlineData("T1", "2020-11-01", "2020-12-01")]
    [InlineData("T3", "2024-10-10", "2025-01-10")]
    [InlineData("T8", "2024-06-20", "2024-08-20")]
    [InlineData("T8", "2024-12-31", "2025-02-28")]
    [InlineData("T14", "2021-02-07", "2021-03-09")]
    [InlineData("T20", "2024-10-29", "2024-11-05")]
    [InlineData("T22", "2024-10-29", "2024-11-01")]
    [InlineData("T23", "2024-11-01", "2024-11-15")]
    [InlineData("T25", "2023-06-30", "2025-06-30")]
    public void Periods_run_from_the_next_day_and_end_past_holidays(string rule, string start, string last) =>
        Assert.Equal(Day(last), Deadlines.End(LawFiles.Library.DeadlineRules[rule], Day(start), LawFiles.Library.Calendar).Last);

    [Fact]
    public void A_period_may_be_extended() =>
        Assert.Equal(
            Day("2019-12-13"),
            Deadlines.End(LawFiles.Library.DeadlineRules["T18"], Day("2019-10-28"), LawFiles.Library.Calendar, extended: true).Last);

    [Fact]
    public void A_period_past_the_calendar_says_so()
    {
        var rule = LawFiles.Library.DeadlineRules["T1"];

        Assert.True(Deadlines.End(rule, Day("2026-11-20"), LawFiles.Library.Calendar).IsCertain);
        Assert.False(Deadlines.End(rule, Day("2026-12-20"), LawFiles.Library.Calendar).IsCertain);
    }

    [Fact]
    public void All_twenty_seven_rules_are_there_and_name_their_basis()
    {
        Assert.Equal(Enumerable.Range(1, 27).Select(i => $"T{i}").Order(), LawFiles.Library.DeadlineRules.Keys.Order());
        Assert.All(LawFiles.Library.DeadlineRules.Values, rule => Assert.Contains('《', rule.Basis));
        Assert.Equal(["T2"], LawFiles.Library.DeadlineRules.Values.Where(rule => rule.Length is null).Select(rule => rule.Id));
    }

    [Fact]
    public void Workdays_between_two_days_are_counted() =>
        Assert.Equal(11, LawFiles.Library.Calendar.WorkdaysBetween(Day("2024-10-29"), Day("2024-11-13")));

    private static DateOnly Day(string text) => PartialDate.Parse(text)!.First;
}
