using System.Collections.Immutable;
using System.Globalization;
using PiiDocs.Cases.Schema;
using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>Fills in a case field by field: asks what is required and what is wanted, in the order of the schema.</summary>
/// <remarks>What the case already has is not asked again, so that a form can be left and taken up.</remarks>
public sealed class CaseForm(CaseSchema schema, IEnumerable<FieldPath> wanted, IFormAsker asker)
{
    private readonly HashSet<string> _wanted = [.. wanted.SelectMany(Ways)];
    private readonly List<FieldPath> _open = [];
    private bool _left;

    /// <summary>Fields that were asked for and not answered, in order.</summary>
    public IReadOnlyList<FieldPath> Open => _open;

    /// <summary>Asks everything that is open in a case, and gives the case with the answers.</summary>
    public DataObject Fill(DataObject known) => FillGroup(schema.Root, FieldPath.Root, known) ?? DataObject.Empty;

    /// <summary>Every path on the way to a field: <c>$.parties</c>, <c>$.parties[]</c>, <c>$.parties[].name</c>.</summary>
    private static IEnumerable<string> Ways(FieldPath field)
    {
        var path = field.Value.StartsWith('$') ? field.Value : $"$.{field.Value}";
        for (var end = path.IndexOfAny(['.', '['], 2); end >= 0; end = path.IndexOfAny(['.', '['], end + 1))
        {
            yield return path[..end];
        }

        yield return path;
    }

    private DataObject? FillGroup(SchemaRule rule, FieldPath path, DataObject? known)
    {
        var members = ImmutableArray.CreateBuilder<DataMember>();
        var properties = rule.WithTargets().SelectMany(each => each.Properties.Select(property => (property.Name, property.Rule, IsRequired: each.Required.Contains(property.Name))));
        foreach (var (name, field, isRequired) in properties.DistinctBy(property => property.Name))
        {
            var at = path.Member(name);
            var before = known?.Find(name) is DataNull ? null : known?.Find(name);
            var value = isRequired || _wanted.Contains(at.WithoutIndexes().Value) ? FillValue(field, at, before, isRequired) : before;
            if (value is not null)
            {
                members.Add(new(name, null, value));
            }
        }

        // Names the schema leaves open stay as they are.
        members.AddRange((known?.Members ?? []).Where(member => members.All(added => added.Name != member.Name)));
        return members.Count == 0 ? known : new DataObject(members.ToImmutable()) { Path = path };
    }

    private DataNode? FillValue(SchemaRule rule, FieldPath path, DataNode? known, bool isRequired)
    {
        var question = new FormQuestion(path, schema, rule, isRequired);
        if (question.Kind == FormKind.Group)
        {
            return FillGroup(rule, path, known as DataObject);
        }

        if (question.Kind is FormKind.Groups or FormKind.Texts)
        {
            return FillList(question, rule, known as DataList);
        }

        return known ?? Ask(question);
    }

    /// <summary>Items one after the other, until the asker wants no more; one that is begun is finished first.</summary>
    private DataList? FillList(FormQuestion question, SchemaRule rule, DataList? known)
    {
        var items = rule.WithTargets().Select(each => each.Items).First(each => each is not null)!;
        var filled = ImmutableArray.CreateBuilder<DataNode>();
        foreach (var item in known?.Items ?? [])
        {
            filled.Add(item is DataObject group ? FillGroup(items, question.Field.Item(filled.Count), group)! : item);
        }

        while (!_left)
        {
            var at = question.Field.Item(filled.Count);
            if (question.Kind == FormKind.Texts)
            {
                if (Ask(new(at, schema, items, isRequired: question.IsRequired && filled.Count == 0)) is not { } text)
                {
                    break;
                }

                filled.Add(text);
            }
            else if ((filled.Count == 0 && question.IsRequired) || WantsMore(question, filled.Count))
            {
                if (FillGroup(items, at, null) is not { Members.IsEmpty: false } group)
                {
                    break;
                }

                filled.Add(group);
            }
            else
            {
                break;
            }
        }

        return filled.Count == 0 ? null : new DataList(filled.ToImmutable()) { Path = question.Field };
    }

    private bool WantsMore(FormQuestion question, int count)
    {
        var answer = asker.AskForMore(question, count);
        _left |= answer is null;
        return answer == true;
    }

    private DataNode? Ask(FormQuestion question)
    {
        while (!_left)
        {
            if (asker.Ask(question) is not { } answer)
            {
                _left = true;
                break;
            }

            if (string.IsNullOrWhiteSpace(answer))
            {
                break;
            }

            var diagnostics = new DiagnosticBag();
            var value = question.Read(answer.Trim());
            question.Check(value, diagnostics);
            if (!diagnostics.HasErrors)
            {
                return value;
            }

            asker.Complain(diagnostics.Items);
        }

        if (!question.Field.Value.EndsWith(']') || question.IsRequired)
        {
            _open.Add(question.Field);
        }

        return null;
    }
}

/// <summary>Whoever answers a form.</summary>
public interface IFormAsker
{
    /// <summary>The answer as typed; empty to leave the field open, null to leave the form.</summary>
    string? Ask(FormQuestion question);

    /// <summary>Whether a list goes on; null to leave the form.</summary>
    bool? AskForMore(FormQuestion question, int count);

    /// <summary>Tells why an answer will not do; the question comes again.</summary>
    void Complain(IReadOnlyList<Diagnostic> problems);
}

/// <summary>What kind of answer a question wants.</summary>
public enum FormKind
{
    Text,
    Number,
    Flag,

    /// <summary>A list of texts, line by line.</summary>
    Texts,

    /// <summary>A list of groups of fields.</summary>
    Groups,

    Group,
}

/// <summary>One field to ask for.</summary>
public sealed class FormQuestion
{
    private static readonly string[] Yes = ["y", "yes", "是", "true"];
    private static readonly string[] No = ["n", "no", "否", "false"];

    private readonly SchemaRule _rule;

    internal FormQuestion(FieldPath field, CaseSchema schema, SchemaRule rule, bool isRequired)
    {
        (Field, _rule, IsRequired) = (field, rule, isRequired);
        var rules = rule.WithTargets();
        Label = rule.Name() ?? new(schema.LabelOf(field) ?? field.Value, field.Value);
        Help = rules.Select(each => each.Description).FirstOrDefault(each => each is not null) ?? "";
        Example = rules.SelectMany(each => each.Examples).Select(ValueCheck.NameOf).FirstOrDefault();
        Choices = [.. rules.Where(each => !each.Allowed.IsDefault).SelectMany(each => each.Allowed).Select(ValueCheck.NameOf)];
        Kind = KindOf(rules);
    }

    public FieldPath Field { get; }

    public Message Label { get; }

    public string Help { get; }

    public string? Example { get; }

    public ImmutableArray<string> Choices { get; }

    public bool IsRequired { get; }

    public FormKind Kind { get; }

    internal DataNode Read(string answer) => Kind switch
    {
        FormKind.Number when decimal.TryParse(answer, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) =>
            new DataNumber(number, answer) { Path = Field },
        FormKind.Flag when Yes.Contains(answer, StringComparer.OrdinalIgnoreCase) => new DataFlag(true) { Path = Field },
        FormKind.Flag when No.Contains(answer, StringComparer.OrdinalIgnoreCase) => new DataFlag(false) { Path = Field },

        // A choice may be given by its place in the list.
        _ when int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place >= 1 && place <= Choices.Length =>
            new DataText(Choices[place - 1]) { Path = Field },
        _ => new DataText(answer) { Path = Field },
    };

    internal void Check(DataNode value, DiagnosticBag diagnostics) => new SchemaCheck(diagnostics).Run(_rule, value, Label);

    private static FormKind KindOf(ImmutableArray<SchemaRule> rules)
    {
        var kinds = rules.Aggregate(ValueKinds.None, (all, rule) => all | rule.Kinds);
        var items = rules.Select(rule => rule.Items).FirstOrDefault(rule => rule is not null);
        return items is not null ? (KindOf(items.WithTargets()) == FormKind.Group ? FormKind.Groups : FormKind.Texts)
            : kinds.HasFlag(ValueKinds.Object) || rules.Any(rule => !rule.Properties.IsEmpty) ? FormKind.Group
            : kinds.HasFlag(ValueKinds.Number) || kinds.HasFlag(ValueKinds.Integer) ? FormKind.Number
            : kinds.HasFlag(ValueKinds.Flag) ? FormKind.Flag
            : FormKind.Text;
    }
}
