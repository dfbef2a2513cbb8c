using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Law;

/// <summary>Reckons the circumstances of the offence from quantities and sums, step by step.</summary>
/// <remarks>
/// Only what can be counted: harm to victims, use for crimes and earlier punishment (art. 5 (1) 1, 2, 9, 10; (2) 1, 2, 4)
/// are for a person to find.
/// </remarks>
public static class Charges
{
    public static ChargeAssessment Assess(ChargeFacts facts, ChargeRules rules)
    {
        var steps = new List<ChargeStep>();
        var divisor = facts.InDuty ? rules.DutyDivisor : 1;
        foreach (var (tier, threshold) in rules.Tiers)
        {
            if (facts.Counted(tier) is > 0 and var count)
            {
                steps.Add(Step(tier, threshold, count, divisor));
            }
        }

        if (steps.Count > 1)
        {
            var sum = Fraction.Zero;
            foreach (var step in steps)
            {
                sum += step.Reached;
            }

            steps.Add(new("ratio", sum, rules.Ratio.Basis, new(
                $"{rules.Ratio.Label}：{string.Join('＋', steps.Select(step => step.Reached.ToString()))}＝{sum}",
                $"sum of ratios: {string.Join(" + ", steps.Select(step => step.Reached.ToString()))} = {sum}")));
        }

        if (facts.IllegalIncome is > 0 and var income)
        {
            steps.Add(facts.ForBusiness
                ? Step("business", rules.Business, income, 1)
                : Step("income", rules.IllegalIncome, income, divisor));
        }

        var level = ChargeLevel.None;
        foreach (var step in steps)
        {
            level = LevelOf(step, facts, rules) is var reached && reached > level ? reached : level;
        }

        return new(level, rules.Levels[(int)level], [.. steps]);
    }

    /// <summary>Ordinary information bought for lawful business (art. 6) counts by the profit alone, which has no tenfold.</summary>
    private static ChargeLevel LevelOf(ChargeStep step, ChargeFacts facts, ChargeRules rules)
    {
        var byProfitAlone = facts.ForBusiness && step.Measure is ("T3" or "ratio");
        return step.Reached.CompareTo(1) < 0 || byProfitAlone ? ChargeLevel.None
            : step.Reached.CompareTo(rules.VerySeriousMultiple) >= 0 && step.Measure != "business" ? ChargeLevel.VerySerious
            : ChargeLevel.Serious;
    }

    private static ChargeStep Step(string measure, Threshold threshold, decimal amount, decimal divisor)
    {
        var standard = threshold.Serious / divisor;
        var reached = Fraction.Of(amount, standard);
        var (written, against) = (CountText.Figures(amount), CountText.Figures(standard));
        return new(measure, reached, threshold.Basis, new(
            $"{threshold.Label}：{written}÷{against}＝{reached}",
            $"{measure}: {written} / {against} = {reached}"));
    }
}

/// <summary>What is counted for one defendant.</summary>
/// <param name="Counts">Items by tier (T1, T2, T3), acquired and sold counted once (art. 11).</param>
/// <param name="IllegalIncome">In yuan; for <see cref="ForBusiness"/> the profit made.</param>
/// <param name="InDuty">Obtained in performing duties or providing services: thresholds are halved.</param>
public sealed record ChargeFacts(IReadOnlyDictionary<string, decimal> Counts, decimal? IllegalIncome, bool InDuty)
{
    /// <summary>Items proved false or counted twice, by tier; taken off.</summary>
    public IReadOnlyDictionary<string, decimal> Deducted { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Bought or received ordinary information for lawful business and did not pass it on (art. 6).</summary>
    public bool ForBusiness { get; init; }

    internal decimal Counted(string tier) => Math.Max(0, Counts.GetValueOrDefault(tier) - Deducted.GetValueOrDefault(tier));
}

/// <param name="Level">The gravest level any step reaches.</param>
/// <param name="Words">As documents name it.</param>
/// <param name="Steps">In order.</param>
public sealed record ChargeAssessment(ChargeLevel Level, string Words, ImmutableArray<ChargeStep> Steps);

/// <param name="Measure">T1, T2, T3, ratio, income or business.</param>
/// <param name="Reached">How many times the threshold of 情节严重.</param>
/// <param name="Basis">The provision.</param>
/// <param name="Text">The calculation as one line.</param>
public sealed record ChargeStep(string Measure, Fraction Reached, string Basis, Message Text);
