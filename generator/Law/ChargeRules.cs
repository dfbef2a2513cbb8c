using System.Collections.Immutable;

namespace PiiDocs.Law;

/// <summary>Thresholds of the offence of infringing citizens' personal information: <c>_law/charges.yaml</c>.</summary>
public sealed record ChargeRules
{
    /// <summary>Quantities by kind of information: T1, T2, T3.</summary>
    public required ImmutableArray<Tier> Tiers { get; init; }

    public required Threshold IllegalIncome { get; init; }

    /// <summary>Profit from lawful business with bought information (art. 6).</summary>
    public required Threshold Business { get; init; }

    /// <summary>Label and basis of the sum of ratios.</summary>
    public required (string Label, string Basis) Ratio { get; init; }

    public required decimal DutyDivisor { get; init; }

    public required string DutyBasis { get; init; }

    public required decimal VerySeriousMultiple { get; init; }

    public required string VerySeriousBasis { get; init; }

    /// <summary>The words of documents by <see cref="ChargeLevel"/>.</summary>
    public required ImmutableArray<string> Levels { get; init; }

    public required FineRules Fine { get; init; }

    /// <summary>Longest term for which probation may be granted.</summary>
    public required int ProbationMonths { get; init; }

    /// <summary>Probation lasts so many months at least, and the length of the term.</summary>
    public required int LeastProbation { get; init; }

    /// <summary>Probation lasts so many months at most.</summary>
    public required int MostProbation { get; init; }

    internal static ChargeRules Read(LawNode file)
    {
        var ratio = file.Object("ratio");
        var duty = file.Object("in_duty");
        var verySerious = file.Object("very_serious");
        var levels = file.Object("levels");
        return new()
        {
            Tiers = [.. file.Object("tiers").Members().Select(member => new Tier(member.Name, Threshold.Read(member.Node)))],
            IllegalIncome = Threshold.Read(file.Object("illegal_income")),
            Business = Threshold.Read(file.Object("business")),
            Ratio = (ratio.Text("label"), ratio.Text("basis")),
            DutyDivisor = duty.Number("divisor"),
            DutyBasis = duty.Text("basis"),
            VerySeriousMultiple = verySerious.Number("multiple"),
            VerySeriousBasis = verySerious.Text("basis"),
            Levels = [levels.Text("none"), levels.Text("serious"), levels.Text("very_serious")],
            Fine = FineRules.Read(file.Object("fine")),
            ProbationMonths = file.Object("probation").Integer("most_months"),
            LeastProbation = file.Object("probation").Integer("least_probation"),
            MostProbation = file.Object("probation").Integer("most_probation"),
        };
    }
}

/// <param name="Id">T1, T2, T3.</param>
/// <param name="Threshold">From how many items.</param>
public sealed record Tier(string Id, Threshold Threshold);

/// <param name="Label">What is counted.</param>
/// <param name="Serious">From how much the circumstances are serious.</param>
/// <param name="Basis">The provision.</param>
public sealed record Threshold(string Label, decimal Serious, string Basis)
{
    internal static Threshold Read(LawNode node) => new(node.Text("label"), Math.Max(1, node.Number("serious")), node.Text("basis"));
}

/// <param name="LeastMultiple">Of the illegal income.</param>
/// <param name="MostMultiple">Of the illegal income.</param>
/// <param name="Minimum">In yuan, for adults.</param>
public sealed record FineRules(decimal LeastMultiple, decimal MostMultiple, decimal Minimum)
{
    /// <summary>Whether a fine lies within the multiples of an income.</summary>
    public bool Fits(decimal fine, decimal income) => fine >= income * LeastMultiple && fine <= income * MostMultiple;

    internal static FineRules Read(LawNode node) =>
        new(node.Number("least_multiple"), node.Number("most_multiple"), node.Number("minimum"));
}

/// <summary>How grave the circumstances of the offence are.</summary>
public enum ChargeLevel
{
    /// <summary>Below every threshold of quantity or sum.</summary>
    None,

    /// <summary>情节严重: up to three years.</summary>
    Serious,

    /// <summary>情节特别严重: three to seven years.</summary>
    VerySerious,
}
