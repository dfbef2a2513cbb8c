using System.Collections.Immutable;

namespace PiiDocs.Sheets;

/// <summary>How the cells of a column look, also those still empty.</summary>
public enum CellLook
{
    General,

    /// <summary>Whatever is typed stays as typed: leading zeros, long numbers.</summary>
    Text,

    /// <summary>2024-05-01.</summary>
    Date,
}

/// <summary>A column of a sheet.</summary>
/// <param name="Header">What stands on top of it.</param>
/// <param name="Width">In characters of the usual font; a Chinese one takes two.</param>
public sealed record SheetColumn(string Header, double Width)
{
    public CellLook Look { get; init; } = CellLook.General;

    /// <summary>Its header stands out: the column has to be filled in.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What may be typed; null for anything.</summary>
    public CellRule? Rule { get; init; }

    /// <summary>Shown beside a cell while it is being filled in; empty for nothing.</summary>
    public string Prompt { get; init; } = "";
}

/// <summary>What a cell accepts.</summary>
public abstract record CellRule
{
    private protected CellRule()
    {
    }
}

/// <summary>One of these; chosen from a list.</summary>
public sealed record ChoiceRule(ImmutableArray<string> Choices) : CellRule;

/// <summary>A number of this range; null for no limit.</summary>
public sealed record NumberRule(decimal? Least, decimal? Most, bool IsWhole) : CellRule;

/// <summary>A day that a calendar has.</summary>
public sealed record DateRule : CellRule;

/// <summary>A text of at most that many characters.</summary>
public sealed record LengthRule(int Most) : CellRule;

/// <summary>A sheet.</summary>
/// <param name="Name">At most 31 characters, none of <c>: \ / ? * [ ]</c>.</param>
/// <param name="Columns">From the left.</param>
public sealed record SheetLayout(string Name, ImmutableArray<SheetColumn> Columns)
{
    /// <summary>Columns on the left that stay in view.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>The header offers filters.</summary>
    public bool HasFilter { get; init; }
}
