using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>Facts that a document must have by law, though it can be written without: <c>facts</c> of <c>_law/checks.yaml</c>.</summary>
internal static class FactChecks
{
    public static IEnumerable<Finding> All(CheckInput input) =>
        from rule in input.Law.FactRules
        where rule.Documents.IsEmpty || rule.Documents.Any(type => input.Case.Has($"documents.{type}"))
        where rule.When.All(condition => condition.Holds(input.Case))
        from owner in Owners(input, rule)
        from field in rule.Fields
        where IsEmpty(CaseFacts.Find(owner, field))
        select new Finding(owner, rule.Problem)
        {
            Missing = field,
            Basis = new("elements", rule.Basis, rule.Problem.Chinese),
        };

    private static IEnumerable<DataNode> Owners(CheckInput input, FactRule rule) =>
        rule.Each is null ? [input.Case.Data]
        : from item in input.Case.List(rule.Each)
          where rule.Roles.IsEmpty || CaseFacts.ListOf(CaseFacts.Find(item, "roles")).Any(role => rule.Roles.Contains(CaseFacts.TextOf(role) ?? ""))
          where rule.Kind is null || CaseFacts.TextOf(CaseFacts.Find(item, "kind")) == rule.Kind
          select item;

    private static bool IsEmpty(DataNode? node) => node switch
    {
        null => true,
        DataText text => string.IsNullOrWhiteSpace(text.Value),
        DataList list => list.Items.IsEmpty,
        _ => false,
    };
}

/// <param name="Fields">Paths below each owner.</param>
/// <param name="Basis">The provision that demands them.</param>
/// <param name="Problem">What is lacking.</param>
internal sealed record FactRule(ImmutableArray<string> Fields, string Basis, Message Problem)
{
    /// <summary>Only where the case bears one of these; empty for all.</summary>
    public ImmutableArray<string> Documents { get; init; } = [];

    public ImmutableArray<CaseCondition> When { get; init; } = [];

    /// <summary>A list whose every item owns the fields; null for the case itself.</summary>
    public string? Each { get; init; }

    /// <summary>Only items with one of these roles; empty for all.</summary>
    public ImmutableArray<string> Roles { get; init; } = [];

    /// <summary>Only items of this kind.</summary>
    public string? Kind { get; init; }
}
