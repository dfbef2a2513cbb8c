using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Law.Checks;

namespace PiiDocs.Law;

/// <summary>Every period that runs in a case: begun by which field, ended when, and kept or not.</summary>
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
            .. from rule in law.DeadlineRules.Values
               where rule.Length is not null
               from path in rule.Begins
               let begun = facts.Day(path)
               where begun is { } start && start.Day >= rule.AppliesFrom
               let deadline = Deadlines.End(rule, begun!.Day, law.Calendar, Extended(rule, facts))
               let done = facts.FirstDay(rule.Ends)
               orderby deadline.Last, rule.Id.Length, rule.Id
               select new CaseDeadline(deadline, done?.Day, StateOf(deadline, done?.Day, today))
               {
                   BegunAt = begun.Node.Path,
               },
        ];
    }

    public static Message NameOf(DeadlineState state) => state switch
    {
        DeadlineState.Running => new("进行中", "running"),
        DeadlineState.RunOut => new("已期满", "run out"),
        DeadlineState.Kept => new("已办", "kept"),
        DeadlineState.Overdue => new("已逾期", "overdue"),
        _ => new("不合期", "missed"),
    };

    private static bool Extended(DeadlineRule rule, CaseFacts facts) => rule.Extension is not null && facts.Flag("procedure.criminal.extended");

    /// <summary>A notice must have run out before the next step; everything else must be done by its last day.</summary>
    private static DeadlineState StateOf(Deadline deadline, DateOnly? done, DateOnly today)
    {
        if (deadline.Rule.IsMinimum)
        {
            return done is { } next && next < deadline.Counted ? DeadlineState.Missed
                : today > deadline.Last ? DeadlineState.RunOut
                : DeadlineState.Running;
        }

        return done is { } day ? (day <= deadline.Last ? DeadlineState.Kept : DeadlineState.Missed)
            : today > deadline.Last ? DeadlineState.Overdue
            : DeadlineState.Running;
    }
}

/// <param name="Deadline">The period and its last day.</param>
/// <param name="Done">When the case says it was done; null where it does not.</param>
/// <param name="State">On the day asked for.</param>
public sealed record CaseDeadline(Deadline Deadline, DateOnly? Done, DeadlineState State)
{
    /// <summary>The field the period begins with.</summary>
    public FieldPath BegunAt { get; init; }
}

public enum DeadlineState
{
    /// <summary>Not yet at its end.</summary>
    Running,

    /// <summary>A notice has had its time; the next step is free.</summary>
    RunOut,

    /// <summary>Done in time.</summary>
    Kept,

    /// <summary>Past its end, and the case does not say it was done.</summary>
    Overdue,

    /// <summary>Done too late, or the next step came too early.</summary>
    Missed,
}
