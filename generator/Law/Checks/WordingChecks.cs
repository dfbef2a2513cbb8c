using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>Words no filing of that date should use: <c>wording</c> of <c>_law/checks.yaml</c>.</summary>
internal static class WordingChecks
{
    /// <summary>Over every text of a case, by rules for all documents.</summary>
    public static IEnumerable<Diagnostic> Find(CheckInput input) =>
        from rule in input.Law.WordingRules
        where rule.Types.IsEmpty && rule.Pattern.IsMatch(input.Case.AllText) && Applies(rule, input.Case, LastDay(input.Case))
        from text in input.Case.Texts
        let match = rule.Pattern.Match(text.Value)
        where match.Success
        select CheckErrors.Wording(text, rule, match.Value);

    /// <summary>Over a finished document, by rules for its type and for all.</summary>
    public static IEnumerable<Diagnostic> Find(CheckInput input, string type, string text) =>
        from rule in input.Law.WordingRules
        where (rule.Types.IsEmpty || rule.Types.Contains(type)) && Applies(rule, input.Case, input.Case.DocumentDay(type)?.Day)
        let match = rule.Pattern.Match(text)
        where match.Success
        select CheckErrors.Wording(input.Case.Find($"documents.{type}"), rule, match.Value);

    private static bool Applies(WordingRule rule, CaseFacts facts, DateOnly? day) =>
        (rule.UnlessRole is null || !facts.PartiesWith(rule.UnlessRole).Any())
        && (rule.From is not { } from || day is null || day >= from);

    private static DateOnly? LastDay(CaseFacts facts)
    {
        var days = ((facts.Find("documents") as DataObject)?.Members ?? [])
            .Select(member => CaseFacts.DayOf(CaseFacts.Find(member.Value, "date"))?.Day).OfType<DateOnly>().ToList();
        return days.Count > 0 ? days.Max() : null;
    }
}

/// <param name="Id">Its name in the law file.</param>
/// <param name="Pattern">What must not be there.</param>
/// <param name="Problem">Why.</param>
/// <param name="Fix">What to write.</param>
internal sealed record WordingRule(string Id, DataPattern Pattern, Message Problem, Message Fix)
{
    /// <summary>The provision or usage behind it.</summary>
    public required string Basis { get; init; }

    /// <summary>Only in documents of these types; empty for all, and for the case itself.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>Only in documents of this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Not where the case has a party of this role.</summary>
    public string? UnlessRole { get; init; }
}
