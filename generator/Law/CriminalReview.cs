using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Law.Checks;

namespace PiiDocs.Law;

/// <summary>
/// The periods of a prosecution's review (T18) and of its supplementary investigations (T19): a return ends the one and begins
/// the other, and a case that comes back is reviewed anew.
/// </summary>
/// <remarks>《中华人民共和国刑事诉讼法》第一百七十二条、第一百七十五条。</remarks>
internal static class CriminalReview
{
    /// <summary>A case goes back twice at most.</summary>
    public const int MostRounds = 2;

    public const string Review = "T18";
    private const string Investigation = "T19";

    private static readonly string[] Decisions = ["criminal-indictment", "non-prosecution-decision"];

    /// <summary>The supplementary investigations a case records.</summary>
    public static ImmutableArray<DataObject> RoundsOf(CaseFacts facts) => [.. facts.List("procedure.criminal.supplementary").OfType<DataObject>()];

    /// <summary>In their order, as far as the case dates them.</summary>
    public static IEnumerable<CasePeriod> Of(LawLibrary law, CaseFacts facts)
    {
        var extended = facts.Flag("procedure.criminal.extended");
        var begun = facts.Day("procedure.criminal.accepted_on");
        foreach (var round in RoundsOf(facts))
        {
            var returned = CaseFacts.DayOf(round.Find("returned_on"));
            var resubmitted = CaseFacts.DayOf(round.Find("resubmitted_on"));
            if (begun is not null)
            {
                yield return new(End(Review, begun), begun, Known(returned));
            }

            if (returned is not null)
            {
                yield return new(End(Investigation, returned), returned, Known(resubmitted));
            }

            begun = resubmitted;
        }

        if (begun is not null)
        {
            yield return new(End(Review, begun), begun, Known([.. Decisions.Select(facts.DocumentDay)]));
        }

        Deadline End(string rule, DatedFact start) =>
            Deadlines.End(law.DeadlineRules[rule], start.Day, law.Calendar, extended && rule == Review);
    }

    private static ImmutableArray<DatedFact> Known(params ReadOnlySpan<DatedFact?> ends) => [.. ends.ToArray().OfType<DatedFact>()];
}
