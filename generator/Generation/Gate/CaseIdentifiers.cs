using System.Collections.Immutable;
using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Privacy.Scanning;

namespace PiiDocs.Generation.Gate;

/// <summary>Collects what in a case tells of a person, by the classes of its schema.</summary>
public static class CaseIdentifiers
{
    /// <summary>Every value whose class the rules search, with the field it stands in.</summary>
    public static ImmutableArray<KnownIdentifier> Of(DataObject data, CaseSchema schema, DetectionRules rules) =>
        [.. Walk(data, null).SelectMany(leaf => Identify(leaf, schema, rules))];

    private static IEnumerable<KnownIdentifier> Identify(Leaf leaf, CaseSchema schema, DetectionRules rules)
    {
        if (schema.PersonalInformationOf(leaf.Path) is not { } personalClass
            || !rules.Identifiers.TryGetValue(personalClass, out var rule)
            || (rule.PersonsOnly && !leaf.IsOfPerson))
        {
            return [];
        }

        return [new(leaf.Value, rule, leaf.Path) { Owner = leaf.Owner }];
    }

    private static IEnumerable<Leaf> Walk(DataNode node, DataObject? parent) => node switch
    {
        DataObject map => map.Members.SelectMany(member => Walk(member.Value, map)),
        DataList list => list.Items.SelectMany(item => Walk(item, parent)),
        DataText { Value.Length: > 0 } text => [new(text.Path, text.Value.Trim(), parent)],
        DataNumber number => [new(number.Path, number.Written, parent)],
        _ => [],
    };

    private sealed record Leaf(FieldPath Path, string Value, DataObject? Parent)
    {
        /// <summary>The object that has the field: a party, a representative.</summary>
        public string Owner => Parent?.Path.Value ?? "";

        /// <summary>Not of a party that is a company or an authority.</summary>
        public bool IsOfPerson => Parent?.Find("kind") is not DataText kind || kind.Value == "person";
    }
}
