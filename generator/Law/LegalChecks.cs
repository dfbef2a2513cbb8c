using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Law.Checks;

namespace PiiDocs.Law;

/// <summary>Checks that catch what a reviewer of the filing would catch: V01 to V16 and the like, over a case.</summary>
public static class LegalChecks
{
    /// <summary>The code of a fact that the law demands and the case does not have.</summary>
    public const string MissingFact = "PD8122";

    private static readonly ImmutableArray<Check> Checks =
    [
        new("V01", NoticeChecks.Order, CheckErrors.NoticeOrder),
        new("V02", NoticeChecks.AttachedClaims, CheckErrors.AttachedClaims),
        new("V03", NoticeChecks.InTime, CheckErrors.FilingTooLate),
        new("V04", JurisdictionChecks.Courts, CheckErrors.Jurisdiction),
        new("V05", JurisdictionChecks.Recommendations, CheckErrors.Recommendation),
        new("V06", MediationChecks.Announcement, CheckErrors.Mediation),
        new("V07", NonProsecutionChecks.Rounds, CheckErrors.NonProsecution),
        new("V08", NonProsecutionChecks.Opinion, CheckErrors.Opinion),
        new("V09", NonProsecutionChecks.Limitation, CheckErrors.PenaltyLimitation),
        new("V10", NonProsecutionChecks.ReviewPeriods, CheckErrors.ReviewPeriod),
        new("V11", SentenceChecks.Sentences, CheckErrors.Sentence),
        new("V12", RightsChecks.Served, CheckErrors.RightsNotice),
        new("V13", SentenceChecks.Limitation, CheckErrors.Limitation),
        new("V14", SentenceChecks.Copies, CheckErrors.Copies),
        new("V15", ConsistencyChecks.All, CheckErrors.Consistency),
        new("V16", CitationChecks.All, CheckErrors.Citation),
        new("subjects", SubjectChecks.All, CheckErrors.Subject),
        new("elements", FactChecks.All, CheckErrors.Fact),
        new("dates", DateOrderChecks.All, CheckErrors.DateOrder),
        new("charge", SentenceChecks.Charge, CheckErrors.Charge),
        new("roles", RoleChecks.All, CheckErrors.Roles),
    ];

    /// <summary>Every check by name.</summary>
    public static IEnumerable<string> Names => Checks.Select(check => check.Name);

    /// <summary>Runs every check, and looks for words no filing should use.</summary>
    public static void Run(LawLibrary law, DataObject data, DiagnosticBag diagnostics)
    {
        var input = new CheckInput(new(data), law);
        Run(input, Names, diagnostics);
        diagnostics.AddRange(WordingChecks.Find(input));
    }

    /// <summary>Looks through the text of a finished document for words it should not use.</summary>
    public static void RunOverText(LawLibrary law, DataObject data, (string Type, string Text) document, DiagnosticBag diagnostics) =>
        diagnostics.AddRange(WordingChecks.Find(new(new(data), law), document.Type, document.Text));

    /// <summary>
    /// Looks through paragraphs that a person has edited: law cited that was not in force on the document's day, dates and sums
    /// that come near one of the case's.
    /// </summary>
    /// <param name="law">The law.</param>
    /// <param name="data">The case.</param>
    /// <param name="day">The document's day.</param>
    /// <param name="paragraphs">What was edited, each with its place.</param>
    public static IEnumerable<Diagnostic> InEdited(LawLibrary law, DataObject data, DateOnly day, IReadOnlyList<DataText> paragraphs)
    {
        var input = new CheckInput(new(data), law);
        return
        [
            .. Report("V16", CitationChecks.InTexts(input, Days(input, day), paragraphs)),
            .. Report("V15", TextNumberChecks.In(input, paragraphs)),
        ];

        IEnumerable<Diagnostic> Report(string name, IEnumerable<Finding> findings) =>
            law.CheckRules.TryGetValue(name, out var rule) ? findings.Select(finding => Checks.First(check => check.Name == name).Report(rule, finding)) : [];
    }

    // Substantive law is judged by the day of the act, procedural law by that of the document.
    private static DecidingDay[] Days(CheckInput input, DateOnly day) =>
        input.Case.Day("matter.law_act_date") is { } act ? [new(day), new(act.Day)] : [new(day)];

    /// <summary>Runs some checks by name; a name that is none is reported.</summary>
    public static void Run(LawLibrary law, IEnumerable<string> names, DataObject data, DiagnosticBag diagnostics) =>
        Run(new(new(data), law), names, diagnostics);

    private static void Run(CheckInput input, IEnumerable<string> names, DiagnosticBag diagnostics)
    {
        foreach (var name in names)
        {
            if (Checks.FirstOrDefault(each => each.Name == name) is not { } check || !input.Law.CheckRules.TryGetValue(name, out var rule))
            {
                diagnostics.Add(CheckErrors.UnknownCheck(name, NearestName.Find(name, Names)));
                continue;
            }

            diagnostics.AddRange(check.Find(input).Select(finding => check.Report(rule, finding)));
        }
    }

    private sealed record Check(string Name, Func<CheckInput, IEnumerable<Finding>> Find, Func<CheckRule, Finding, Diagnostic> Report);
}
