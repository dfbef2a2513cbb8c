using PiiDocs.Core;

namespace PiiDocs.Law.Functions;

/// <summary>Dates: how they are written, and how far they lie apart.</summary>
internal static class DateFunctions
{
    private const long MostDays = 3_700_000;

    public static IEnumerable<TemplateFunction> All(LawLibrary law) => [.. Written(law.Forms), .. Reckoned(law)];

    private static IEnumerable<TemplateFunction> Written(LawForms forms) =>
    [
        Function.Of("legal.date", new("日期：2024年10月28日", "date in figures: 2024年10月28日"),
            Arguments.Date("d"), d => FunctionOutcome.Of(ChineseDate.Figures(d))),
        Function.Of("legal.date_chinese", new("汉字日期：二〇二一年三月十一日", "date in Chinese numerals: 二〇二一年三月十一日"),
            Arguments.Date("d"), d => FunctionOutcome.Of(ChineseDate.Characters(d))),
        Function.Of("legal.month", new("年月：2024年10月", "year and month: 2024年10月"),
            Arguments.Date("d"), d => d.Month is null ? NotADate() : FunctionOutcome.Of(ChineseDate.Figures(d with { Day = null }))),
        Function.Of("legal.month_day", new("月日：10月28日", "month and day: 10月28日"),
            Arguments.Date("d"), d => d.IsDay ? FunctionOutcome.Of(WithoutYear(d)) : NotADate()),
        Function.Of("legal.year", new("年份", "the year"),
            Arguments.Date("d"), d => FunctionOutcome.Of((decimal)d.Year)),
        Function.Of("legal.period", new("起讫：2020年7月至2023年6月", "from … to …: 2020年7月至2023年6月"),
            (Arguments.Date("from"), Arguments.Date("to")), (from, to) => Period(from, to, forms)),
        Function.Of("legal.term", new("刑期：三年六个月", "length of a sentence: 三年六个月"),
            Arguments.Whole("months", 1, 1200), months => FunctionOutcome.Of(Term(months, forms))),
    ];

    private static IEnumerable<TemplateFunction> Reckoned(LawLibrary law) =>
    [
        Function.Of("legal.after", new("是否晚于", "whether a date is later than another"),
            (Arguments.Date("d"), Arguments.Date("other")), (d, other) => FunctionOutcome.Of(d.First > other.Last)),
        Function.Of("legal.not_before", new("是否为该日或以后", "whether a date is another or later"),
            (Arguments.Date("d"), Arguments.Date("other")), (d, other) => FunctionOutcome.Of(d.First >= other.First)),
        Function.Of("legal.add_days", new("若干日之后", "some days later"),
            (Arguments.Day("d"), Arguments.Whole("n", -MostDays, MostDays)), (d, n) => Shift(d, date => date.AddDays((int)n))),
        Function.Of("legal.add_months", new("若干月之后的对日", "the same day some months later"),
            (Arguments.Day("d"), Arguments.Whole("n", -120_000, 120_000)), (d, n) => Shift(d, date => date.AddMonths((int)n))),
        Function.Of("legal.days_between", new("相隔日数", "days from one date to another"),
            (Arguments.Day("from"), Arguments.Day("to")), (from, to) => FunctionOutcome.Of((decimal)(to.DayNumber - from.DayNumber))),
        Function.Of("legal.deadline", new("期限届满之日", "last day of a period"),
            (Arguments.Text("rule"), Arguments.Day("d")), (rule, d) => DeadlineOf(rule, d, law)),
    ];

    private static string Iso(DateOnly date) => PartialDate.Of(date).ToString();

    private static FunctionOutcome DeadlineOf(string id, DateOnly start, LawLibrary law) =>
        law.DeadlineRules.TryGetValue(id, out var rule) && rule.Length is not null
            ? Shift(start, date => Deadlines.End(rule, date, law.Calendar).Last)
            : FunctionOutcome.Failed(FunctionErrors.UnknownDeadline(id, NearestName.Find(id, law.DeadlineRules.Keys)));

    private static FunctionOutcome NotADate() => FunctionOutcome.Failed(FunctionErrors.NotADate("d"));

    private static FunctionOutcome Shift(DateOnly date, Func<DateOnly, DateOnly> shift)
    {
        try
        {
            return FunctionOutcome.Of(Iso(shift(date)));
        }
        catch (ArgumentOutOfRangeException)
        {
            return FunctionOutcome.Failed(FunctionErrors.OutsideCalendar());
        }
    }

    private static FunctionOutcome Period(PartialDate from, PartialDate to, LawForms forms)
    {
        if (to.Last < from.First)
        {
            return FunctionOutcome.Failed(FunctionErrors.EndsBeforeItBegins());
        }

        if (from == to)
        {
            return FunctionOutcome.Of(ChineseDate.Figures(from));
        }

        var end = from.Year == to.Year && to.Month is not null ? WithoutYear(to) : ChineseDate.Figures(to);
        return FunctionOutcome.Of(forms.Period.With(new("from", ChineseDate.Figures(from)), new("to", end)));
    }

    private static string WithoutYear(PartialDate date)
    {
        var text = ChineseDate.Figures(date);
        return text[(text.IndexOf('年', StringComparison.Ordinal) + 1)..];
    }

    internal static string Term(long months, LawForms forms) =>
        (months >= 12 ? ChineseNumerals.Words(months / 12) + forms.TermYear : "")
        + (months % 12 > 0 ? ChineseNumerals.Words(months % 12) + forms.TermMonth : "");
}
