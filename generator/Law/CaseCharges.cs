using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Law.Checks;

namespace PiiDocs.Law;

/// <summary>The calculation of the charge for each accusation of a case.</summary>
public static class CaseCharges
{
    public static ImmutableArray<CaseCharge> Assess(LawLibrary law, DataObject data)
    {
        var input = new CheckInput(new(data), law);
        return
        [
            .. from accusation in input.Case.List("reasoning.criminal.accusations").OfType<DataObject>()
               let assessment = Charges.Assess(SentenceChecks.Counted(input, accusation), law.Charges)
               select new CaseCharge([.. Names(input, accusation)], assessment)
               {
                   Accused = SentenceChecks.AccusedOf(accusation),
                   Field = accusation.Path,
               },
        ];
    }

    /// <summary>The tier of each kind of information: a choice of the prosecutor's, with the reason the case gives.</summary>
    public static ImmutableArray<TierChoice> Choices(LawLibrary law, DataObject data) =>
    [
        .. from kind in new CaseFacts(data).List("information.kinds").OfType<DataObject>()
           let id = CaseFacts.TextOf(kind.Find("tier"))
           where id is not null
           select new TierChoice(
               CaseFacts.TextOf(kind.Find("name")) ?? "",
               id,
               law.Charges.Tiers.FirstOrDefault(tier => tier.Id == id)?.Threshold.Label ?? "",
               CaseFacts.TextOf(kind.Find("tier_reason"))),
    ];

    private static IEnumerable<string> Names(CheckInput input, DataObject accusation) =>
        from id in CaseFacts.ListOf(accusation.Find("defendants"))
        let party = input.Case.Party(CaseFacts.TextOf(id))
        select CaseFacts.TextOf(party?.Find("name")) ?? CaseFacts.TextOf(id) ?? "";
}

/// <param name="Defendants">By name.</param>
/// <param name="Assessment">What the whole of the case reaches, step by step.</param>
public sealed record CaseCharge(ImmutableArray<string> Defendants, ChargeAssessment Assessment)
{
    /// <summary>The circumstances the case accuses them of.</summary>
    public ChargeLevel Accused { get; init; }

    public FieldPath Field { get; init; }
}

/// <param name="Information">The kind of information.</param>
/// <param name="Tier">T1, T2 or T3.</param>
/// <param name="Label">What the tier holds.</param>
/// <param name="Reason">Why, where the law leaves room; null where the case gives none.</param>
public sealed record TierChoice(string Information, string Tier, string Label, string? Reason);
