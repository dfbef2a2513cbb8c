using System.Collections.Immutable;

namespace PiiDocs.Law;

/// <summary>A period that the law sets: <c>_law/deadlines.yaml</c>.</summary>
/// <param name="Id">T1 to T27.</param>
/// <param name="Matter">What is to be done.</param>
/// <param name="Start">From when it runs, in words.</param>
/// <param name="Basis">The provision.</param>
public sealed record DeadlineRule(string Id, string Matter, string Start, string Basis)
{
    /// <summary>Null where the law sets no length (T2).</summary>
    public PeriodLength? Length { get; init; }

    /// <summary>What may be added; null where nothing may.</summary>
    public PeriodLength? Extension { get; init; }

    /// <summary>The period is the least there must be (a notice), not the most there may be.</summary>
    public bool IsMinimum { get; init; }

    /// <summary>A last day that is a holiday moves to the first workday after it.</summary>
    public bool MovesPastHolidays { get; init; }

    /// <summary>False where practice differs (△).</summary>
    public bool IsCertain { get; init; } = true;

    /// <summary>The rule applies to periods that begin on this day or later.</summary>
    public DateOnly AppliesFrom { get; init; } = DateOnly.MinValue;

    /// <summary>Someone may act within the period and need not: its end is no default.</summary>
    public bool IsRight { get; init; }

    /// <summary>A case field that must be there, and not false, for the rule to hold; null where it always does.</summary>
    public string? When { get; init; }

    /// <summary>The rule whose last day begins this one; null where an act of the case does.</summary>
    public string? After { get; init; }

    /// <summary>What ends a period that follows another.</summary>
    public ImmutableArray<string> Ends { get; init; } = [];

    /// <summary>Where a case says when the period begins and ends; more than one where the rule holds for several acts.</summary>
    public ImmutableArray<PeriodFields> Periods { get; init; } = [];

    internal static Dictionary<string, DeadlineRule> ReadAll(LawNode file) =>
        file.Object("rules").Members().ToDictionary(
            member => member.Name, member => Read(member.Name, member.Node), StringComparer.Ordinal);

    private static DeadlineRule Read(string id, LawNode node) =>
        new(id, node.Text("matter"), node.Text("start"), node.Text("basis"))
        {
            Length = node.Has("length") ? PeriodLength.Read(node) : null,
            Extension = node.Has("extension") ? PeriodLength.Read(node.Object("extension")) : null,
            IsMinimum = node.Flag("at_least"),
            MovesPastHolidays = node.Flag("roll"),
            IsCertain = !node.Has("certain") || node.Flag("certain"),
            AppliesFrom = node.DateOrNone("from") ?? DateOnly.MinValue,
            After = node.TextOrNone("after"),
            When = node.TextOrNone("when"),
            IsRight = node.Flag("right"),
            Ends = PeriodFields.Split(node.Has("after") ? node.TextOrNone("ends") : null, PeriodFields.Otherwise),
            Periods = PeriodFields.Read(node.TextOrNone("begins"), node.TextOrNone("ends")),
        };
}

/// <summary>The case fields of one period.</summary>
/// <param name="Begins">What it begins with; the first that is there counts.</param>
/// <param name="Ends">What was to be done in time; the first that is there counts.</param>
public sealed record PeriodFields(ImmutableArray<string> Begins, ImmutableArray<string> Ends)
{
    private const char NextPeriod = ';';
    internal const char Otherwise = '|';

    /// <summary><c>a|b; c</c>: one period begun by a or else by b, another by c; the ends stand in the same order.</summary>
    internal static ImmutableArray<PeriodFields> Read(string? begins, string? ends)
    {
        var ending = Split(ends, NextPeriod);
        return [.. Split(begins, NextPeriod).Select((fields, index) => new PeriodFields(Split(fields, Otherwise), Split(ending.ElementAtOrDefault(index), Otherwise)))];
    }

    internal static ImmutableArray<string> Split(string? text, char at) =>
        [.. (text ?? "").Split(at, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}

/// <summary>Thirty days, two months.</summary>
public readonly record struct PeriodLength(int Count, PeriodUnit Unit)
{
    internal static PeriodLength Read(LawNode node)
    {
        if (Enum.TryParse<PeriodUnit>(node.Text("unit"), ignoreCase: true, out var unit))
        {
            return new(node.Integer("length"), unit);
        }

        node.Diagnostics.Add(LawErrors.UnknownUnit(node.Node));
        return default;
    }
}

public enum PeriodUnit
{
    Day,
    Workday,
    Month,
    Year,
}
