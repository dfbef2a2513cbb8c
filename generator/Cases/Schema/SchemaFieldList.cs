using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Cases.Schema;

/// <summary>Lists every simple value a schema knows, in the schema's order, which is the order of forms.</summary>
/// <remarks>A rule that contains itself is followed once: forms are not endless.</remarks>
internal sealed class SchemaFieldList
{
    private readonly HashSet<SchemaRule> _open = [];
    private readonly HashSet<FieldPath> _seen = [];
    private readonly ImmutableArray<SchemaField>.Builder _fields = ImmutableArray.CreateBuilder<SchemaField>();

    public static ImmutableArray<SchemaField> Of(SchemaRule root)
    {
        var list = new SchemaFieldList();
        list.Add(root, new(FieldPath.Root, [], IsRequired: true));
        return list._fields.ToImmutable();
    }

    private void Add(SchemaRule rule, Place place)
    {
        var rules = rule.WithTargets();
        if (rules.Any(_open.Contains))
        {
            return;
        }

        _open.UnionWith(rules);
        var inner = place with { Within = place.Path == FieldPath.Root ? [] : place.Within.Add(rule.Name() ?? default) };
        foreach (var owner in rules)
        {
            AddMembers(owner, inner);
            foreach (var form in owner.AnyOf.Concat(owner.OneOf))
            {
                Add(form, place);
            }
        }

        if (rules.Select(each => each.Items).FirstOrDefault(each => each is not null) is { } items)
        {
            Add(items, new(new(place.Path.Value + "[]"), place.Within, place.IsRequired));
        }

        if (KindOf(rules) is { } kind && _seen.Add(place.Path))
        {
            _fields.Add(Describe(rule, place, kind));
        }

        _open.ExceptWith(rules);
    }

    private void AddMembers(SchemaRule owner, Place place)
    {
        foreach (var (name, member) in owner.Properties)
        {
            Add(member, new(place.Path.Member(name), place.Within, owner.Required.Contains(name)));
        }
    }

    private static SchemaFieldKind? KindOf(ImmutableArray<SchemaRule> rules)
    {
        var kinds = rules.Select(each => each.Kinds & ~ValueKinds.Null).FirstOrDefault(each => each != ValueKinds.None);
        return kinds switch
        {
            ValueKinds.Text => SchemaFieldKind.Text,
            ValueKinds.Number or ValueKinds.Integer => SchemaFieldKind.Number,
            ValueKinds.Flag => SchemaFieldKind.Flag,
            ValueKinds.None when rules.Any(each => !each.Allowed.IsDefault && each.Allowed.All(allowed => allowed is DataText)) => SchemaFieldKind.Text,
            _ => null,
        };
    }

    private static SchemaField Describe(SchemaRule rule, Place place, SchemaFieldKind kind)
    {
        var rules = rule.WithTargets();
        var name = place.Path.Value[(place.Path.Value.LastIndexOf('.') + 1)..];
        var description = rules.Select(each => each.Description).FirstOrDefault(each => each is not null);
        return new(place.Path, rule.Name() ?? new(name, name), kind)
        {
            Within = place.Within,
            Format = rules.Select(each => (each.Source.Find("format") as DataText)?.Value).FirstOrDefault(each => each is not null),
            Form = rules.Select(each => each.Format?.Form).FirstOrDefault(each => each is not null),
            Description = description,
            Example = rules.SelectMany(each => each.Examples).Where(each => each is DataText or DataNumber).Select(ValueCheck.NameOf).FirstOrDefault(),
            PersonalInformation = rules.Select(each => each.PersonalInformation).FirstOrDefault(each => each is not null),
            IsRequired = place.IsRequired,
            Choices = [.. rules.Where(each => !each.Allowed.IsDefault).Take(1).SelectMany(each => each.Allowed).OfType<DataText>().Select(each => new SchemaChoice(each.Value, LabelIn(description, each.Value)))],
        };
    }

    /// <summary>What a description says of one value: <c>criminal 刑事公诉，criminal-civil 刑事附带民事公益诉讼。</c></summary>
    private static string LabelIn(string? description, string value) =>
        (description ?? "").Split('，', '；', '。', '：', '、')
            .Select(part => part.Trim())
            .Where(part => part.StartsWith(value + " ", StringComparison.Ordinal))
            .Select(part => part[(value.Length + 1)..].Trim())
            .FirstOrDefault(label => label.Length > 0) ?? value;

    private sealed record Place(FieldPath Path, ImmutableArray<Message> Within, bool IsRequired);
}
