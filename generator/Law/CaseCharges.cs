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
