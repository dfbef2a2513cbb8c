using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Cases.Schema;

/// <summary>One object of the schema, read: what a value at its place must be.</summary>
internal sealed class SchemaRule
{
    /// <summary>Where the schema says so.</summary>
    public required DataObject Source { get; init; }

    public string? Label { get; init; }

    public string? EnglishLabel { get; init; }

    public string? Description { get; init; }

    /// <summary>The personal-information class, <c>x-pii</c>.</summary>
    public string? PersonalInformation { get; init; }

    public ImmutableArray<DataNode> Examples { get; init; } = [];

    /// <summary>None where the schema leaves the kind free.</summary>
    public ValueKinds Kinds { get; init; }

    /// <summary>The address after <c>$ref</c>; null where there is none.</summary>
    public DataText? Reference { get; init; }

    /// <summary>The rule behind <see cref="Reference"/>; it holds beside this one's own words.</summary>
    public SchemaRule? Target { get; set; }

    /// <summary>In the order of the schema, which is the order of forms.</summary>
    public ImmutableArray<(string Name, SchemaRule Rule)> Properties { get; init; } = [];

    public ImmutableArray<(Regex Pattern, SchemaRule Rule)> PatternProperties { get; init; } = [];

    public ImmutableArray<string> Required { get; init; } = [];

    /// <summary>Whether names beside the known ones are allowed.</summary>
    public bool AllowsMore { get; init; } = true;

    /// <summary>What values under further names must be; null where they are free.</summary>
    public SchemaRule? More { get; init; }

    public SchemaRule? Items { get; init; }

    public CountRange ItemCount { get; init; }

    public bool ItemsAreUnique { get; init; }

    /// <summary>The allowed values; default where any is.</summary>
    public ImmutableArray<DataNode> Allowed { get; init; }

    public Regex? Pattern { get; init; }

    public FieldFormat? Format { get; init; }

    public CountRange Length { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    /// <summary>At least one of these must accept the value.</summary>
    public ImmutableArray<SchemaRule> AnyOf { get; init; } = [];

    /// <summary>Exactly one of these must accept the value.</summary>
    public ImmutableArray<SchemaRule> OneOf { get; init; } = [];

    /// <summary>Rules for the same value: this one, and those it refers to.</summary>
    public IEnumerable<SchemaRule> WithTargets()
    {
        for (var rule = this; rule is not null; rule = rule.Target)
        {
            yield return rule;
        }
    }

    /// <summary>Whether the value may be left empty and mean it.</summary>
    public bool AllowsNull() =>
        WithTargets().Any(rule => rule.Kinds.HasFlag(ValueKinds.Null))
        || WithTargets().All(rule => rule.Kinds == ValueKinds.None && rule.Allowed.IsDefault);

    /// <summary>The rules for the value under a name, the schema's own words first.</summary>
    public IEnumerable<SchemaRule> RulesFor(string name)
    {
        foreach (var (known, rule) in Properties)
        {
            if (known == name)
            {
                yield return rule;
            }
        }

        foreach (var (pattern, rule) in PatternProperties)
        {
            if (pattern.IsMatch(name))
            {
                yield return rule;
            }
        }
    }
}

/// <param name="Least">Null for no lower limit.</param>
/// <param name="Most">Null for no upper limit.</param>
internal readonly record struct CountRange(int? Least, int? Most)
{
    public bool Holds(int count) => !(count < Least) && !(count > Most);
}
