using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using PiiDocs.Cases.Schema;
using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>What a case file may and must hold: JSON Schema, with Chinese labels and classes of personal information.</summary>
/// <remarks>
/// The keywords are those of draft 2020-12 that <see cref="SchemaWords"/> lists. One thing differs from the standard: an
/// optional field without a value (<c>agent:</c>) counts as not filled in, and a required one that is empty as missing.
/// </remarks>
public sealed class CaseSchema
{
    /// <summary>The code of the diagnostic for a field that the schema does not know.</summary>
    public const string UnknownField = "PD1011";

    // More fields than any schema has: beyond that, somebody asks for fields that are none, and a server must not keep them.
    private const int MostFields = 10_000;

    // A document asks for the label of each of its controls: of each field, once for all documents and all items of a list.
    private readonly ConcurrentDictionary<string, string?> _labels = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string?> _personalInformation = new(StringComparer.Ordinal);

    // Only drafts and checks of templates ask for it.
    private readonly Lazy<FieldShape> _shape;
    private readonly Lazy<ImmutableArray<SchemaField>> _fields;
    private readonly Lazy<FrozenDictionary<FieldPath, SchemaFieldKind>> _kinds;

    private CaseSchema(SchemaRule root)
    {
        Root = root;
        _shape = new(() => SchemaShapes.Of(root));
        _fields = new(() => SchemaFieldList.Of(root));
        _kinds = new(() => Fields.ToFrozenDictionary(each => each.Path, each => each.Kind));
    }

    /// <summary>What templates may read, before any data is there.</summary>
    public FieldShape Shape => _shape.Value;

    /// <summary>Every simple value a case may hold, in the order of the schema; listed when first asked for.</summary>
    public ImmutableArray<SchemaField> Fields => _fields.Value;

    /// <summary>What a field holds; null for one that is unknown or no simple value.</summary>
    public SchemaFieldKind? KindOf(FieldPath field) => _kinds.Value.TryGetValue(field.WithoutIndexes(), out var kind) ? kind : null;

    internal SchemaRule Root { get; }

    /// <summary>The schema; null, with diagnostics, where it has errors.</summary>
    public static CaseSchema? Compile(DataObject schema, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        var root = new SchemaCompiler(found).Compile(schema);
        diagnostics.AddRange(found.Items);
        return found.HasErrors ? null : new(root);
    }

    /// <summary>Reports everything in which the case is not as the schema wants it.</summary>
    public void Check(DataObject data, DiagnosticBag diagnostics) =>
        new SchemaCheck(diagnostics).Run(Root, data, new("案件文件", "the case file"));

    /// <summary>The Chinese label of a field; the indexes in the path do not matter. Null where the schema has none.</summary>
    public string? LabelOf(FieldPath field) =>
        Kept(_labels, field, path => RulesOn(path) is [.., var rule] ? rule.Name()?.Chinese : null);

    /// <summary>The class of personal information of a field: its own, or that of the field it is part of. Null for none.</summary>
    public string? PersonalInformationOf(FieldPath field) =>
        Kept(_personalInformation, field, path => RulesOn(path, allowsShort: true)
            .SelectMany(rule => rule.WithTargets().Select(each => each.PersonalInformation).Where(each => each is not null).Take(1))
            .LastOrDefault());

    private static string? Kept(ConcurrentDictionary<string, string?> kept, FieldPath field, Func<string, string?> find)
    {
        var name = field.Value.Length <= FieldPath.ShortPath ? stackalloc char[FieldPath.ShortPath] : new char[field.Value.Length];
        name = name[..field.CopyWithoutIndexes(name)];
        if (kept.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known))
        {
            return known;
        }

        var path = name.ToString();
        var found = find(path);
        return kept.Count < MostFields ? kept.GetOrAdd(path, found) : found;
    }

    /// <summary>The rules from the root down to the field; empty where the schema does not know it.</summary>
    /// <param name="path">The field, without indexes.</param>
    /// <param name="allowsShort">Give the known part of the way where the rest is unknown.</param>
    private ImmutableArray<SchemaRule> RulesOn(string path, bool allowsShort = false)
    {
        var way = ImmutableArray.CreateBuilder<SchemaRule>();
        way.Add(Root);
        foreach (var step in path.Replace("[]", ".[]", StringComparison.Ordinal).Split('.').Skip(1))
        {
            if (RulesBelow(way[^1], step).FirstOrDefault() is not { } next)
            {
                return allowsShort ? way.ToImmutable() : [];
            }

            way.Add(next);
        }

        return way.ToImmutable();
    }

    private static IEnumerable<SchemaRule> RulesBelow(SchemaRule rule, string step)
    {
        var rules = rule.WithTargets();
        var below = step == "[]"
            ? rules.Select(each => each.Items).OfType<SchemaRule>()
            : rules.SelectMany(each => each.RulesFor(step)).Concat(rules.Select(each => each.More).OfType<SchemaRule>());
        return below.Concat(rules.SelectMany(each => each.AnyOf.Concat(each.OneOf)).SelectMany(each => RulesBelow(each, step)));
    }
}
