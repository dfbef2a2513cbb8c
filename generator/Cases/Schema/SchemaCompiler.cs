using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Cases.Schema;

/// <summary>Reads a schema file into rules, then ties every <c>$ref</c> to the rule it names.</summary>
internal sealed class SchemaCompiler(DiagnosticBag diagnostics)
{
    // By JSON pointer: "#/$defs/party".
    private readonly Dictionary<string, SchemaRule> _rules = new(StringComparer.Ordinal);

    public SchemaRule Compile(DataObject schema)
    {
        var root = ReadRule(schema, "#");
        foreach (var rule in _rules.Values)
        {
            Tie(rule);
        }

        foreach (var rule in _rules.Values.Where(IsItsOwnTarget))
        {
            diagnostics.Add(CaseErrors.BadReference(rule.Reference!, isCircle: true));
            rule.Target = null;
        }

        return root;
    }

    private SchemaRule ReadRule(DataObject schema, string pointer)
    {
        var words = new SchemaWords(schema, diagnostics);
        words.ReportUnknown();
        ReadRules(words.Members("$defs"), pointer + "/$defs");
        var rule = new SchemaRule
        {
            Source = schema,
            Label = words.Text("title"),
            EnglishLabel = words.Text("x-title-en"),
            Description = words.Text("description"),
            PersonalInformation = words.Text("x-pii"),
            Examples = words.List("examples"),
            Kinds = words.Kinds(),
            Reference = words.TextNode("$ref"),
            Properties = ReadProperties(words.Members("properties"), pointer),
            PatternProperties = ReadPatterns(words, pointer),
            Required = words.Texts("required"),
            AllowsMore = schema.Find("additionalProperties") is not DataFlag { Value: false },
            More = ReadOptional(words, "additionalProperties", pointer),
            Items = ReadOptional(words, "items", pointer),
            ItemCount = words.Counts("minItems", "maxItems"),
            ItemsAreUnique = words.Flag("uniqueItems"),
            Allowed = words.Allowed(),
            Pattern = words.Pattern(),
            Format = words.Format(),
            Length = words.Counts("minLength", "maxLength"),
            Minimum = words.Number("minimum"),
            Maximum = words.Number("maximum"),
            AnyOf = ReadAlternatives(words, "anyOf", pointer),
            OneOf = ReadAlternatives(words, "oneOf", pointer),
        };
        _rules[pointer] = rule;
        return rule;
    }

    private ImmutableArray<SchemaProperty> ReadProperties(ImmutableArray<DataMember> members, string pointer)
    {
        if (pointer == "#")
        {
            diagnostics.AddRange(members.Where(member => ReservedNames.Contains(member.Name)).Select(CaseErrors.ReservedName));
        }

        return ReadRules(members, pointer + "/properties");
    }

    private ImmutableArray<SchemaPattern> ReadPatterns(SchemaWords words, string pointer) =>
    [
        .. from named in ReadRules(words.Members("patternProperties"), pointer + "/patternProperties")
           let pattern = words.Compile(named.Name, named.Rule.Source.Location, named.Rule.Source.Path)
           where pattern is not null
           select new SchemaPattern(pattern, named.Rule),
    ];

    private ImmutableArray<SchemaProperty> ReadRules(ImmutableArray<DataMember> members, string pointer)
    {
        var rules = ImmutableArray.CreateBuilder<SchemaProperty>();
        foreach (var member in members)
        {
            if (ReadRule(member, $"{pointer}/{member.Name}") is { } rule)
            {
                rules.Add(new(member.Name, rule));
            }
        }

        return rules.ToImmutable();
    }

    private SchemaRule? ReadRule(DataMember member, string pointer)
    {
        if (member.Value is DataObject schema)
        {
            return ReadRule(schema, pointer);
        }

        diagnostics.Add(CaseErrors.BadKeyword(member, new("一组约束", "a schema")));
        return null;
    }

    /// <summary>A keyword that holds a schema; <c>true</c> and <c>false</c> are schemas too, and say nothing about a value's form.</summary>
    private SchemaRule? ReadOptional(SchemaWords words, string keyword, string pointer) =>
        words.Member(keyword) is { Value: not DataFlag } member ? ReadRule(member, $"{pointer}/{keyword}") : null;

    private ImmutableArray<SchemaRule> ReadAlternatives(SchemaWords words, string keyword, string pointer)
    {
        var rules = ImmutableArray.CreateBuilder<SchemaRule>();
        foreach (var (index, item) in words.List(keyword).Index())
        {
            if (ReadRule(new DataMember(keyword, item.Location, item), $"{pointer}/{keyword}/{index}") is { } rule)
            {
                rules.Add(rule);
            }
        }

        return rules.ToImmutable();
    }

    private void Tie(SchemaRule rule)
    {
        if (rule.Reference is not { } reference)
        {
            return;
        }

        // RFC 6901: a name with / or ~ in it writes them as ~1 and ~0.
        var pointer = reference.Value.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        if (_rules.TryGetValue(pointer, out var target))
        {
            rule.Target = target;
            return;
        }

        diagnostics.Add(CaseErrors.BadReference(reference, isCircle: false));
    }

    /// <summary>Whether checking a value against the rule would come back to the rule with the same value, forever.</summary>
    private static bool IsItsOwnTarget(SchemaRule rule)
    {
        var seen = new HashSet<SchemaRule>();
        var ahead = new Stack<SchemaRule>(SamePlace(rule));
        while (rule.Target is not null && ahead.TryPop(out var next))
        {
            if (next == rule)
            {
                return true;
            }

            if (seen.Add(next))
            {
                foreach (var further in SamePlace(next))
                {
                    ahead.Push(further);
                }
            }
        }

        return false;
    }

    private static IEnumerable<SchemaRule> SamePlace(SchemaRule rule) =>
        [.. rule.AnyOf, .. rule.OneOf, .. rule.Target is { } target ? [target] : Array.Empty<SchemaRule>()];
}
