using System.Collections.Immutable;
using PiiDocs.Cases.Schema;
using PiiDocs.Core;

namespace PiiDocs.Cases.Tables;

/// <summary>A case schema laid out as tables: one for the case, one for each list of groups of fields.</summary>
public sealed class CaseForm
{
    private readonly List<FormTable> _tables = [];
    private readonly HashSet<SchemaRule> _open = [];

    // Of lists, by path; a list may be wanted for what lies in it, and its own table not.
    private readonly Dictionary<string, string> _labels;

    private CaseForm(CaseSchema schema)
    {
        AddTable(schema.Root, FieldPath.Root, []);
        Tables = [.. _tables.OrderBy(table => table.Path == FieldPath.Root ? 0 : 1)];
        _labels = Tables.Skip(1).ToDictionary(table => table.Path.Value, table => table.Labels[^1], StringComparer.Ordinal);
    }

    private CaseForm(ImmutableArray<FormTable> tables, Dictionary<string, string> labels) => (Tables, _labels) = (tables, labels);

    /// <summary>The case itself comes first.</summary>
    public ImmutableArray<FormTable> Tables { get; }

    public static CaseForm Of(CaseSchema schema) => new(schema);

    /// <summary>The tables with only those fields; a table of which nothing is left is gone, except the first.</summary>
    public CaseForm With(Func<FormField, bool> isWanted) =>
        new([.. from table in Tables
                let fields = table.Fields.Where(isWanted).ToImmutableArray()
                where fields.Length > 0 || table.Path == FieldPath.Root
                select table with { Fields = fields }], _labels);

    /// <summary>What the column is called that says which item of an outer list a row belongs to: <c>主体序号</c>.</summary>
    public string OrdinalHeader(FieldPath list) => _labels[list.Value] + FormTable.OrdinalSuffix;

    private void AddTable(SchemaRule item, FieldPath path, ImmutableArray<string> labels)
    {
        var fields = ImmutableArray.CreateBuilder<FormField>();
        AddFields(item, new(path, [], labels), fields);
        _tables.Add(new(path, labels, fields.ToImmutable()));
    }

    private void AddFields(SchemaRule owner, Spot spot, ImmutableArray<FormField>.Builder fields)
    {
        var rules = owner.WithTargets();
        if (rules.Any(_open.Contains))
        {
            return;
        }

        _open.UnionWith(rules);
        foreach (var rule in rules)
        {
            foreach (var (name, field) in rule.Properties)
            {
                var label = field.Name()?.Chinese ?? name;
                var below = new Spot(spot.Path.Member(name), spot.Labels.Add(label), spot.TableLabels.Add(label));
                AddField(field, below, rule.Required.Contains(name), fields);
            }
        }

        _open.ExceptWith(rules);
    }

    private void AddField(SchemaRule rule, Spot spot, bool isRequired, ImmutableArray<FormField>.Builder fields)
    {
        var rules = rule.WithTargets();
        var kinds = rules.Aggregate(ValueKinds.None, (all, each) => all | each.Kinds);
        if (kinds.HasFlag(ValueKinds.Object))
        {
            AddFields(rule, spot, fields);
        }
        else if (rules.Select(each => each.Items).FirstOrDefault(items => items is not null) is { } item)
        {
            if (item.WithTargets().Any(each => each.Kinds.HasFlag(ValueKinds.Object)))
            {
                AddTable(item, new($"{spot.Path.Value}[]"), spot.TableLabels);
            }
            else
            {
                fields.Add(Describe(item, rule, IsShort(item) ? CellKind.Words : CellKind.Lines, spot) with { IsRequired = isRequired });
            }
        }
        else if (KindOf(rules, kinds) is { } kind)
        {
            fields.Add(Describe(rule, rule, kind, spot) with { IsRequired = isRequired });
        }
    }

    private static CellKind? KindOf(ImmutableArray<SchemaRule> rules, ValueKinds kinds) => kinds switch
    {
        _ when kinds.HasFlag(ValueKinds.Integer) => CellKind.WholeNumber,
        _ when kinds.HasFlag(ValueKinds.Number) => CellKind.Number,
        _ when kinds.HasFlag(ValueKinds.Flag) => CellKind.Flag,
        _ when kinds.HasFlag(ValueKinds.Text) => FormatOf(rules) switch
        {
            "date" => CellKind.Date,
            "partial-date" => CellKind.PartialDate,
            _ => CellKind.Text,
        },
        _ => null,
    };

    // A list of codes, names of kinds and the like; what has neither list nor pattern may be a paragraph.
    private static bool IsShort(SchemaRule item) =>
        item.WithTargets().Any(each => !each.Allowed.IsDefault || each.Pattern is not null || each.Format is not null);

    private static FormField Describe(SchemaRule value, SchemaRule field, CellKind kind, Spot spot)
    {
        var rules = value.WithTargets();
        return new(spot.Path, spot.Labels, kind)
        {
            Description = field.WithTargets().Concat(rules).Select(each => each.Description).LastOrDefault(text => text is not null),
            Example = rules.SelectMany(each => each.Examples).Select(ValueCheck.NameOf).FirstOrDefault(),
            Form = rules.Select(each => each.Format?.Form).FirstOrDefault(form => form is not null),
            Allowed = [.. rules.SelectMany(each => each.Allowed.IsDefault ? [] : each.Allowed).Select(ValueCheck.NameOf)],
            LongestText = rules.Select(each => each.Length.Most).FirstOrDefault(most => most is not null),
            Minimum = rules.Select(each => each.Minimum).FirstOrDefault(least => least is not null),
            Maximum = rules.Select(each => each.Maximum).FirstOrDefault(most => most is not null),
        };
    }

    private static string? FormatOf(ImmutableArray<SchemaRule> rules) =>
        rules.Select(each => each.Source.Find("format")).OfType<DataText>().FirstOrDefault()?.Value;

    private sealed record Spot(FieldPath Path, ImmutableArray<string> Labels, ImmutableArray<string> TableLabels);
}
