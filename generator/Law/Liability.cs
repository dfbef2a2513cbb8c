namespace PiiDocs.Law;

/// <summary>What can be recovered in all, and from whom.</summary>
public static class Liability
{
    /// <summary>
    /// Joint and several liability, some defendants within a cap: caps are nested parts of one debt, so that what can be
    /// recovered is the largest of them and never their sum.
    /// </summary>
    /// <param name="total">The whole debt.</param>
    /// <param name="shares">One for each defendant.</param>
    public static decimal Joint(decimal total, IReadOnlyList<JointShare> shares)
    {
        var recovered = 0m;
        foreach (var share in shares)
        {
            recovered = Math.Max(recovered, share.ExposureTo(total));
        }

        return recovered;
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

/// <param name="Party">The defendant.</param>
/// <param name="Cap">The part of the debt that the defendant answers for at most; null for the whole.</param>
public sealed record JointShare(string Party, decimal? Cap)
{
    /// <summary>The most this defendant can be made to pay of a debt.</summary>
    public decimal ExposureTo(decimal total) => Math.Min(Cap ?? total, total);
}

/// <param name="ByOwnIncome">Null where the income is not found.</param>
/// <param name="BySharedIncome">Null where the income is not found.</param>
/// <param name="ReachesMinimum">The lowest fine there is.</param>
public sealed record FineReadings(bool? ByOwnIncome, bool? BySharedIncome, bool ReachesMinimum)
{
    /// <summary>Outside the multiples by every reading that can be made.</summary>
    public bool FitsNoReading => (ByOwnIncome ?? BySharedIncome) is not null && ByOwnIncome != true && BySharedIncome != true;
}
