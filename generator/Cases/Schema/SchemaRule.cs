using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Cases.Schema;

/// <summary>One object of the schema, read: what a value at its place must be.</summary>
internal sealed class SchemaRule
{
    // Found when first asked for; two threads that ask at once find the same.
    private ImmutableArray<SchemaRule> _withTargets;
    private Message? _name;
    private Dictionary<string, SchemaProperty>? _byName;

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
    public ImmutableArray<SchemaProperty> Properties { get; init; } = [];

    public ImmutableArray<SchemaPattern> PatternProperties { get; init; } = [];

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

    public DataPattern? Pattern { get; init; }

    public FieldFormat? Format { get; init; }

    public CountRange Length { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    /// <summary>At least one of these must accept the value.</summary>
    public ImmutableArray<SchemaRule> AnyOf { get; init; } = [];

    /// <summary>Exactly one of these must accept the value.</summary>
    public ImmutableArray<SchemaRule> OneOf { get; init; } = [];

    /// <summary>Rules for the same value: this one, and those it refers to.</summary>
    /// <remarks>Asked for once every reference has its target, and from then on the same.</remarks>
    public ImmutableArray<SchemaRule> WithTargets() => _withTargets.IsDefault ? _withTargets = FindTargets() : _withTargets;

    /// <summary>What a value of this rule is called; null where neither it nor what it refers to has a label.</summary>
    public Message? Name() => _name ??= FindName();

    private Message? FindName()
    {
        foreach (var rule in WithTargets())
        {
            if (rule.Label is { } label)
            {
                return new(label, rule.EnglishLabel ?? label);
            }
        }

        return null;
    }

    /// <summary>Whether the value may be left empty and mean it.</summary>
    public bool AllowsNull() =>
        WithTargets().Any(rule => rule.Kinds.HasFlag(ValueKinds.Null))
        || WithTargets().All(rule => rule.Kinds == ValueKinds.None && rule.Allowed.IsDefault);

    /// <summary>The rules for the value under a name, the schema's own words first.</summary>
    public ImmutableArray<SchemaRule> RulesFor(string name)
    {
        _byName ??= Properties.ToDictionary(each => each.Name, StringComparer.Ordinal);
        var known = _byName.TryGetValue(name, out var own) ? own.Rules : [];
        return PatternProperties.IsEmpty ? known : WithPatterns(known, name);
    }

    private ImmutableArray<SchemaRule> WithPatterns(ImmutableArray<SchemaRule> known, string name) =>
        [.. known, .. PatternProperties.Where(each => each.Pattern.IsMatch(name)).Select(each => each.Rule)];

    private ImmutableArray<SchemaRule> FindTargets()
    {
        var rules = ImmutableArray.CreateBuilder<SchemaRule>();
        for (var rule = this; rule is not null; rule = rule.Target)
        {
            rules.Add(rule);
        }

        return rules.ToImmutable();
    }
}

/// <summary>A name the schema knows, and what a value under it must be.</summary>
internal sealed record SchemaProperty(string Name, SchemaRule Rule)
{
    /// <summary>The rule alone, as a list.</summary>
    public ImmutableArray<SchemaRule> Rules { get; } = [Rule];
}

/// <summary>What values under all names of a form must be.</summary>
internal sealed record SchemaPattern(DataPattern Pattern, SchemaRule Rule);

/// <param name="Least">Null for no lower limit.</param>
/// <param name="Most">Null for no upper limit.</param>
internal readonly record struct CountRange(int? Least, int? Most)
{
    public bool IsFree => Least is null && Most is null;

    public bool Holds(int count) => !(count < Least) && !(count > Most);
}
