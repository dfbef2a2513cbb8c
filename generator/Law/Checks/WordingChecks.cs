using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>Words no filing of that date should use: <c>wording</c> of <c>_law/checks.yaml</c>.</summary>
internal static class WordingChecks
{
    public static IEnumerable<Diagnostic> Find(CheckInput input) =>
        from rule in input.Law.WordingRules
        where Applies(rule, input.Case)
        from text in input.Case.Texts()
        where rule.Pattern.IsMatch(text.Value)
        select CheckErrors.Wording(text, rule.Problem, rule.Fix);

    private static bool Applies(WordingRule rule, CaseFacts facts) =>
        (rule.UnlessRole is null || !facts.PartiesWith(rule.UnlessRole).Any())
        && (rule.From is not { } from || LastDay(facts) is not { } last || last >= from);

    private static DateOnly? LastDay(CaseFacts facts)
    {
        var days = ((facts.Find("documents") as DataObject)?.Members ?? [])
            .Select(member => CaseFacts.DayOf(CaseFacts.Find(member.Value, "date"))?.Day).OfType<DateOnly>().ToList();
        return days.Count > 0 ? days.Max() : null;
    }
}

/// <param name="Pattern">What must not be there.</param>
/// <param name="Problem">Why.</param>
/// <param name="Fix">What to write.</param>
internal sealed record WordingRule(Regex Pattern, Message Problem, Message Fix)
{
    /// <summary>Only in documents of this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Not where the case has a party of this role.</summary>
    public string? UnlessRole { get; init; }
}
