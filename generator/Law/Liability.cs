namespace PiiDocs.Law;

/// <summary>What can be recovered in all, and from whom.</summary>
public static class Liability
{
    /// <summary>
    /// Joint and several liability, some defendants within a cap: caps are nested parts of one debt, so that what can be
    /// recovered is the largest of them and never their sum.
    /// </summary>
    /// <param name="total">The whole debt.</param>
    /// <param name="caps">By defendant; null for the whole.</param>
    public static Recovery Joint(decimal total, IReadOnlyDictionary<string, decimal?> caps)
    {
        var exposures = caps.ToDictionary(each => each.Key, each => Math.Min(each.Value ?? total, total), StringComparer.Ordinal);
        return new(exposures.Values.DefaultIfEmpty(0).Max(), exposures);
    }

    /// <summary>Each for an amount of their own: what can be recovered is the sum.</summary>
    public static Recovery Several(IReadOnlyDictionary<string, decimal> amounts)
    {
        return new(amounts.Values.Sum(), amounts);
    }

    /// <summary>Whether a fine lies within the multiples of the income, by both readings of whose income that is.</summary>
    /// <param name="fine">The fine of one defendant.</param>
    /// <param name="own">Income of that defendant; null where it is not found.</param>
    /// <param name="shared">Income of all together; null where it is not found.</param>
    /// <param name="rules">Multiples and minimum.</param>
    public static FineReadings Fine(decimal fine, decimal? own, decimal? shared, FineRules rules) =>
        new(
            own is { } mine ? rules.Fits(fine, mine) : null,
            shared is { } all ? rules.Fits(fine, all) : null,
            fine >= rules.Minimum);
}

/// <param name="Total">The most that all together can be made to pay.</param>
/// <param name="Exposures">The most each can be made to pay.</param>
public sealed record Recovery(decimal Total, IReadOnlyDictionary<string, decimal> Exposures)
{
    /// <summary>The part of the debt a defendant does not answer for.</summary>
    public decimal NotCoveredBy(string party) => Total - Exposures.GetValueOrDefault(party);
}

/// <param name="ByOwnIncome">Null where the income is not found.</param>
/// <param name="BySharedIncome">Null where the income is not found.</param>
/// <param name="ReachesMinimum">The lowest fine there is.</param>
public sealed record FineReadings(bool? ByOwnIncome, bool? BySharedIncome, bool ReachesMinimum)
{
    /// <summary>Outside the multiples by every reading that can be made.</summary>
    public bool FitsNoReading => (ByOwnIncome ?? BySharedIncome) is not null && ByOwnIncome != true && BySharedIncome != true;
}
