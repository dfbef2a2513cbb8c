using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Law.Checks;

namespace PiiDocs.Law;

/// <summary>Every period of a case as it stands on a day: what comes after that day has not happened yet.</summary>
public static class CaseDeadlines
{
    /// <summary>The periods of a case whose beginning it dates, in order of their last days.</summary>
    /// <param name="law">Rules and calendar.</param>
    /// <param name="data">The case.</param>
    /// <param name="today">The day the state is asked for.</param>
    public static ImmutableArray<CaseDeadline> List(LawLibrary law, DataObject data, DateOnly today)
    {
        var facts = new CaseFacts(data);
        return
        [
            .. from period in law.DeadlineRules.Values.SelectMany(rule => Of(law, rule, facts)).Concat(CriminalReview.Of(law, facts))
               orderby period.Deadline.Last, period.Deadline.Rule.Id.Length, period.Deadline.Rule.Id
               let done = DoneBy(today, period.Ends)
               select new CaseDeadline(period.Deadline, done, StateOf(period.Deadline, done, today)) { BegunAt = period.Start.Node.Path },
        ];
    }

    public static Message NameOf(DeadlineState state) => state switch
    {
        DeadlineState.NotBegun => new("未开始", "not yet begun"),
        DeadlineState.Running => new("进行中", "running"),
        DeadlineState.RunOut => new("已期满", "run out"),
        DeadlineState.Kept => new("已办", "kept"),
        DeadlineState.Overdue => new("已逾期", "overdue"),
        _ => new("不合期", "missed"),
    };

    private static IEnumerable<CasePeriod> Of(LawLibrary law, DeadlineRule rule, CaseFacts facts) =>
        from period in Holds(rule, facts) ? PeriodsOf(law, rule) : []
        let start = Start(law, rule, facts.FirstDay(period.Begins))
        where start is not null && start.Day >= rule.AppliesFrom
        let end = facts.FirstDay(period.Ends)
        select new CasePeriod(Deadlines.End(rule, start.Day, law.Calendar), start, end is null ? [] : [end]);

    private static bool Holds(DeadlineRule rule, CaseFacts facts) =>
        rule.Length is not null && (rule.When is not { } field || facts.Find(field) is not (null or DataFlag { Value: false }));

    /// <summary>A period that follows another begins with what the other begins with, and later.</summary>
    private static IEnumerable<PeriodFields> PeriodsOf(LawLibrary law, DeadlineRule rule) =>
        rule.After is { } other ? law.DeadlineRules[other].Periods.Select(period => period with { Ends = rule.Ends }) : rule.Periods;

    private static DatedFact? Start(LawLibrary law, DeadlineRule rule, DatedFact? begun) =>
        begun is not null && rule.After is { } other ? begun with { Day = Deadlines.End(law.DeadlineRules[other], begun.Day, law.Calendar).Last } : begun;

    /// <summary>The day the last of some acts was done, if all that the case records were done by then.</summary>
    private static DateOnly? DoneBy(DateOnly today, ImmutableArray<DatedFact> ends) =>
        ends.Length > 0 && ends.Max(end => end.Day) is var last && last <= today ? last : null;

    private static DeadlineState StateOf(Deadline deadline, DateOnly? done, DateOnly today)
    {
        if (today < deadline.Start)
        {
            return DeadlineState.NotBegun;
        }

        return deadline.Rule.IsMinimum ? OfNotice(deadline, done, today)
            : done is { } day ? (day >= deadline.Start && day <= deadline.Last ? DeadlineState.Kept : DeadlineState.Missed)
            : today <= deadline.Last ? DeadlineState.Running
            : deadline.Rule.IsRight ? DeadlineState.RunOut
            : DeadlineState.Overdue;
    }

    /// <summary>A notice must have run out before the next step.</summary>
    private static DeadlineState OfNotice(Deadline deadline, DateOnly? next, DateOnly today) =>
        next < deadline.Counted ? DeadlineState.Missed
        : today > deadline.Last ? DeadlineState.RunOut
        : DeadlineState.Running;
}

/// <param name="Deadline">The period and its last day.</param>
/// <param name="Done">When it was done, as far as that lies on or before the day asked for; null where the case does not say.</param>
/// <param name="State">On the day asked for.</param>
public sealed record CaseDeadline(Deadline Deadline, DateOnly? Done, DeadlineState State)
{
    /// <summary>The field the period begins with.</summary>
    public FieldPath BegunAt { get; init; }
}

public enum DeadlineState
{
    /// <summary>What it begins with is still to come.</summary>
    NotBegun,

    /// <summary>Not yet at its end.</summary>
    Running,

    /// <summary>A notice has had its time, and the next step is free; or a right that was not used has ended.</summary>
    RunOut,

    /// <summary>Done in time.</summary>
    Kept,

    /// <summary>Past its end, and the case does not say it was done.</summary>
    Overdue,

    /// <summary>Done too late, or the next step came too early.</summary>
    Missed,
}
