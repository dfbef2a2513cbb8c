using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Law.Checks;

namespace PiiDocs.Law;

/// <summary>Checks that catch what a reviewer of the filing would catch: V01 to V16 and the like, over a case.</summary>
public static class LegalChecks
{
    private static readonly ImmutableSortedDictionary<string, Check> Checks = ImmutableSortedDictionary.CreateRange<string, Check>(
        StringComparer.Ordinal,
        [
            new("V01", new(NoticeChecks.Order, CheckErrors.NoticeOrder)),
            new("V02", new(NoticeChecks.AttachedClaims, CheckErrors.AttachedClaims)),
            new("V03", new(NoticeChecks.InTime, CheckErrors.FilingTooLate)),
            new("V04", new(JurisdictionChecks.Courts, CheckErrors.Jurisdiction)),
            new("V05", new(JurisdictionChecks.Recommendations, CheckErrors.Recommendation)),
            new("V06", new(MediationChecks.Announcement, CheckErrors.Mediation)),
            new("V07", new(NonProsecutionChecks.Rounds, CheckErrors.NonProsecution)),
            new("V08", new(NonProsecutionChecks.Opinion, CheckErrors.Opinion)),
            new("V09", new(NonProsecutionChecks.Limitation, CheckErrors.PenaltyLimitation)),
            new("V10", new(NonProsecutionChecks.ReviewPeriods, CheckErrors.ReviewPeriod)),
            new("V11", new(SentenceChecks.Sentences, CheckErrors.Sentence)),
            new("V12", new(RightsChecks.Served, CheckErrors.RightsNotice)),
            new("V13", new(SentenceChecks.Limitation, CheckErrors.Limitation)),
            new("V14", new(SentenceChecks.Copies, CheckErrors.Copies)),
            new("V15", new(ConsistencyChecks.All, CheckErrors.Consistency)),
            new("V16", new(CitationChecks.All, CheckErrors.Citation)),
            new("dates", new(DateOrderChecks.All, CheckErrors.DateOrder)),
            new("charge", new(SentenceChecks.Charge, CheckErrors.Charge)),
            new("roles", new(RoleChecks.All, CheckErrors.Roles)),
        ]);

    /// <summary>Every check by name.</summary>
    public static IEnumerable<string> Names => Checks.Keys;

    /// <summary>Runs every check, and looks for words no filing should use.</summary>
    public static void Run(LawLibrary law, DataObject data, DiagnosticBag diagnostics)
    {
        Run(law, Names, data, diagnostics);
        diagnostics.AddRange(WordingChecks.Find(new(new(data), law)));
    }

    /// <summary>Looks through the text of a finished document for words it should not use.</summary>
    public static void RunOverText(LawLibrary law, DataObject data, (string Type, string Text) document, DiagnosticBag diagnostics) =>
        diagnostics.AddRange(WordingChecks.Find(new(new(data), law), document.Type, document.Text));

    /// <summary>Runs some checks by name; a name that is none is reported.</summary>
    public static void Run(LawLibrary law, IEnumerable<string> names, DataObject data, DiagnosticBag diagnostics)
    {
        var input = new CheckInput(new(data), law);
        foreach (var name in names)
        {
            if (!Checks.TryGetValue(name, out var check) || !law.CheckRules.TryGetValue(name, out var rule))
            {
                diagnostics.Add(CheckErrors.UnknownCheck(name, NearestName.Find(name, Names)));
                continue;
            }

            diagnostics.AddRange(check.Find(input).Select(finding => check.Report(rule, finding)));
        }
    }

    private sealed record Check(Func<CheckInput, IEnumerable<Finding>> Find, Func<CheckRule, Finding, Diagnostic> Report);
}
