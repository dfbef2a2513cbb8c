using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>Dates of a case that must be equal or follow each other: <c>order</c> of <c>_law/checks.yaml</c>.</summary>
internal static class DateOrderChecks
{
    public static IEnumerable<Finding> All(CheckInput input) =>
        [.. input.Law.OrderRules.SelectMany(rule => Of(input, rule)), .. Served(input), .. Birth(input), .. ActDate(input), .. Workdays(input), .. SpokenDateChecks.All(input), .. PeriodChecks.All(input), .. Receipts(input)];

    private static IEnumerable<Finding> Of(CheckInput input, DateOrderRule rule)
    {
        if (input.Case.Day(rule.Earlier) is { } earlier && input.Case.Day(rule.Later) is { } later && !rule.Holds(earlier.Day, later.Day, input.Law.Calendar))
        {
            yield return new Finding(later.Node, rule.Message) { Severity = rule.Severity };
        }
    }

    /// <summary>Offices and courts act on working days; another day is looked at twice.</summary>
    private static IEnumerable<Finding> Workdays(CheckInput input)
    {
        var documents = (input.Case.Find("documents") as DataObject)?.Members.Select(member => CaseFacts.DayOf(CaseFacts.Find(member.Value, "date"))) ?? [];
        return from day in input.Law.Workdays.Select(input.Case.Day).Concat(documents).OfType<DatedFact>()
               where input.Law.Calendar.IsCertain(day.Day) && !input.Law.Calendar.IsWorkday(day.Day)
               select Finding.Of(day.Node, $"{day}是法定休假日，核对日期", $"{day.Day:yyyy-MM-dd} is no working day; check it").AsWarning();
    }

    /// <summary>A receipt is dated on a day something was sent.</summary>
    private static IEnumerable<Finding> Receipts(CheckInput input)
    {
        var sent = input.Case.List("service").Select(record => CaseFacts.DayOf(CaseFacts.Find(record, "sent_on"))).OfType<DatedFact>().ToList();
        if (sent.Count > 0 && input.Case.DocumentDay("service-receipt") is { } receipt && !sent.Exists(fact => fact.Day == receipt.Day))
        {
            yield return Finding.Of(receipt.Node, "送达回证的日期不是任何一次送达的日期", "nothing was sent on the day of the receipt").AsWarning();
        }
    }

    /// <summary>Nothing is served before it is issued, or received before it is sent.</summary>
    private static IEnumerable<Finding> Served(CheckInput input)
    {
        foreach (var record in input.Case.List("service").OfType<DataObject>())
        {
            var sent = CaseFacts.DayOf(record.Find("sent_on"));
            if (sent is { } left
                && CaseFacts.TextOf(record.Find("document")) is { } type
                && input.Case.DocumentDay(type) is { } issued
                && left.Day < issued.Day)
            {
                yield return Finding.Of(left.Node, $"送出日{left}早于文书落款日{issued}", "it was sent before its date");
            }

            if (sent is { } posted && CaseFacts.DayOf(record.Find("received_on")) is { } received && received.Day < posted.Day)
            {
                yield return Finding.Of(received.Node, $"签收日{received}早于送出日{posted}", "it was received before it was sent");
            }
        }
    }

    /// <summary>Digits 7 to 14 of an identity number are the birth date, the last but one the sex.</summary>
    private static IEnumerable<Finding> Birth(CheckInput input)
    {
        foreach (var party in input.Case.Parties)
        {
            if (party.Find("id_number") is not DataText { Value.Length: 18 } number)
            {
                continue;
            }

            if (CaseFacts.DayOf(party.Find("birth_date")) is { } birth && number.Value[6..14] != $"{birth.Day:yyyyMMdd}")
            {
                yield return Finding.Of(birth.Node, "出生日期与公民身份号码不一致", "the birth date is not that of the identity number");
            }

            if (CaseFacts.TextOf(party.Find("sex")) is { } sex && char.IsAsciiDigit(number.Value[16]) && (sex == "男") != ((number.Value[16] - '0') % 2 == 1))
            {
                yield return Finding.Of(party.Find("sex"), "性别与公民身份号码不一致", "the sex is not that of the identity number");
            }
        }
    }

    /// <summary>The date that chooses the substantive law lies within the conduct.</summary>
    private static IEnumerable<Finding> ActDate(CheckInput input)
    {
        if (input.Case.Day("matter.law_act_date") is not { } act)
        {
            yield break;
        }

        var from = input.Case.Text("conduct.period.from") is { } begun ? PartialDate.Parse(begun) : null;
        var ended = input.Case.Text("conduct.period.to");
        var to = ended is null ? null : PartialDate.Parse(ended);
        if (to is { IsDay: false } month && act.Day != month.Last && act.Day >= month.First && act.Day <= month.Last)
        {
            yield return Finding.Of(act.Node, "行为终了只载年月的，实体法日期取月末", "where only the month of the end is known, its last day decides").AsWarning();
        }

        if (ended is null && !IsAnchored(input, act.Day))
        {
            yield return Finding.Of(act.Node, "行为终了日未载的，实体法日期应取文书日期、文中所写的日期或者月末，核对", "without an end of the conduct, the date for substantive law is that of a document, one of the texts or the end of a month").AsWarning();
        }

        if (act.Day < from?.First || (to is { } end && (act.Day < end.First || act.Day > end.Last)))
        {
            yield return Finding.Of(act.Node, "实体法日期应为行为终了之日，与 conduct.period 不符", "the date for substantive law is not the end of the conduct");
        }
    }

    private static bool IsAnchored(CheckInput input, DateOnly day) =>
        day.AddDays(1).Day == 1
        || ((input.Case.Find("documents") as DataObject)?.Members ?? []).Any(member => CaseFacts.DayOf(CaseFacts.Find(member.Value, "date"))?.Day == day)
        || input.Case.AllText.Contains(DatedFact.Write(day), StringComparison.Ordinal);
}

/// <summary>One date follows another.</summary>
/// <param name="Earlier">Path of a date.</param>
/// <param name="Later">Path of a date not before it.</param>
/// <param name="Message">What to say otherwise.</param>
internal sealed record DateOrderRule(string Earlier, string Later, Message Message)
{
    public Severity? Severity { get; init; }

    /// <summary>Both are the same day.</summary>
    public bool SameDay { get; init; }

    /// <summary>At most so many days later, moved past holidays; null for any.</summary>
    public int? WithinDays { get; init; }

    public bool Holds(DateOnly earlier, DateOnly later, WorkingCalendar calendar) =>
        SameDay ? earlier == later
        : later >= earlier && (WithinDays is not { } days || later <= calendar.MovePastHolidays(earlier.AddDays(days)));
}
