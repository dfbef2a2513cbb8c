using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Cases.Schema;

/// <summary>Turns rules into the shape that templates are checked against.</summary>
/// <remarks>Where a rule contains itself, the inner one is a place left free: shapes are trees.</remarks>
internal sealed class SchemaShapes
{
    private readonly HashSet<SchemaRule> _open = [];

    public static FieldShape Of(SchemaRule root) => new SchemaShapes().ShapeOf(root, null);

    private FieldShape ShapeOf(SchemaRule? rule, string? inherited)
    {
        var rules = rule?.WithTargets().ToList() ?? [];
        if (rules.Count == 0 || rules.Exists(_open.Contains))
        {
            return new AnyShape { PersonalInformation = inherited };
        }

        _open.UnionWith(rules);
        var personalInformation = rules.Select(each => each.PersonalInformation).FirstOrDefault(each => each is not null) ?? inherited;
        var shape = rules.Exists(each => !each.AnyOf.IsEmpty || !each.OneOf.IsEmpty)
            ? CommonShape(rules, personalInformation)
            : OwnShape(rules, personalInformation);
        _open.ExceptWith(rules);
        return Named(shape, rules.Select(each => each.Label).FirstOrDefault(each => each is not null), personalInformation);
    }

    private static FieldShape Named(FieldShape shape, string? label, string? personalInformation) =>
        shape with { Label = label, PersonalInformation = personalInformation };

    private FieldShape OwnShape(List<SchemaRule> rules, string? personalInformation) => KindOf(rules) switch
    {
        ValueKinds.Text => new TextShape(),
        ValueKinds.Number or ValueKinds.Integer => new NumberShape(),
        ValueKinds.Flag => new FlagShape(),
        ValueKinds.List => new ListShape(ShapeOf(rules.Select(each => each.Items).FirstOrDefault(each => each is not null), personalInformation)),
        ValueKinds.Object => ObjectOf(rules, personalInformation),
        _ => new AnyShape(),
    };

    /// <summary>The one kind a value can be of; none where it may be of several. Null is no kind: it is an empty field.</summary>
    private static ValueKinds KindOf(List<SchemaRule> rules) =>
        rules.Select(each => each.Kinds & ~ValueKinds.Null).FirstOrDefault(kinds => kinds != ValueKinds.None) is var kinds and not ValueKinds.None
            ? kinds
            : rules.SelectMany(each => each.Allowed.IsDefault ? [] : each.Allowed)
                .Aggregate(ValueKinds.None, (all, allowed) => all | ValueKindNames.KindOf(allowed))
                | (rules.Exists(each => !each.Properties.IsEmpty) ? ValueKinds.Object : ValueKinds.None);

    private ObjectShape ObjectOf(List<SchemaRule> rules, string? personalInformation)
    {
        var members = ImmutableSortedDictionary.CreateBuilder<string, MemberShape>(StringComparer.Ordinal);
        foreach (var (name, rule) in rules.SelectMany(each => each.Properties))
        {
            if (!members.ContainsKey(name))
            {
                var isRequired = rules.Exists(each => each.Required.Contains(name));
                members.Add(name, new(ShapeOf(rule, personalInformation), isRequired));
            }
        }

        return new(members.ToImmutable(), rules.TrueForAll(each => each.AllowsMore) || rules.Exists(each => !each.PatternProperties.IsEmpty));
    }

    /// <summary>What can be said of a value that may take several forms: of objects, their members; of others, nothing.</summary>
    private FieldShape CommonShape(List<SchemaRule> rules, string? personalInformation)
    {
        var shapes = rules.SelectMany(each => each.AnyOf.Concat(each.OneOf)).Select(each => ShapeOf(each, personalInformation)).ToList();
        if (!shapes.TrueForAll(shape => shape is ObjectShape))
        {
            return shapes.TrueForAll(shape => shape.GetType() == shapes[0].GetType()) && shapes[0] is not ListShape ? shapes[0] : new AnyShape();
        }

        var forms = shapes.Cast<ObjectShape>().ToList();
        var members = from form in forms
                      from member in form.Members
                      group member.Value by member.Key into same
                      let isRequired = same.Count() == forms.Count && same.All(each => each.Required)
                      select KeyValuePair.Create(same.Key, same.First() with { Required = isRequired });
        var own = ObjectOf(rules, personalInformation).Members.Where(member => !forms.Exists(form => form.Members.ContainsKey(member.Key)));
        return new ObjectShape(
            members.Concat(own).ToImmutableSortedDictionary(StringComparer.Ordinal),
            forms.Exists(form => form.Open));
    }
}
