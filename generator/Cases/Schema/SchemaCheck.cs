using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Cases.Schema;

/// <summary>Holds data against rules and reports everything that is wrong, in the order of the file.</summary>
internal sealed class SchemaCheck(DiagnosticBag diagnostics)
{
    /// <param name="rule">What the value must be.</param>
    /// <param name="value">The value.</param>
    /// <param name="label">What to call it where the rule has no label.</param>
    public void Run(SchemaRule rule, DataNode value, Message label)
    {
        var place = new FieldPlace(value.Location, value.Path, rule.Name() ?? label);
        var rules = rule.WithTargets();
        foreach (var each in rules)
        {
            if (each.Kinds != ValueKinds.None && !each.Kinds.Accept(value))
            {
                diagnostics.Add(WrongKind(each.Kinds, value, place));
                return;
            }
        }

        if (value is DataObject fields)
        {
            ReportUnknownFields(rules, fields);
        }

        foreach (var each in rules)
        {
            CheckOwnWords(each, value, place);
        }
    }

    private static Diagnostic WrongKind(ValueKinds expected, DataNode value, FieldPlace place)
    {
        if (value is DataText wide && expected.HasFlag(ValueKinds.Number) | expected.HasFlag(ValueKinds.Integer) && FullWidth.HasDigits(wide.Value))
        {
            return CaseErrors.FullWidthDigits(place);
        }

        Message? hint = (value, expected) switch
        {
            (DataNumber or DataFlag, _) when expected.HasFlag(ValueKinds.Text) => new("请加引号写成文字", "put quotes around it"),
            (DataText, ValueKinds.Number or ValueKinds.Integer) => new("只写数字：不加引号、单位、千分号", "digits only: no quotes, unit or separators"),
            (DataText, ValueKinds.Flag) => new("写 true（是）或 false（否），不加引号", "write true or false, without quotes"),
            (not DataList, ValueKinds.List) => new("每一项另起一行，以“- ”开头", "each item on its own line, beginning with '- '"),
            (not DataObject, ValueKinds.Object) => new("换行，缩进后逐个写“字段: 值”", "on new lines, indented, write 'name: value'"),
            _ => null,
        };
        var actual = value is DataNumber && expected.HasFlag(ValueKinds.Integer)
            ? new("小数", "a fraction")
            : ValueKindNames.Describe(ValueKindNames.KindOf(value));
        return CaseErrors.WrongKind(place, ValueKindNames.Describe(expected), actual, hint);
    }

    private void CheckOwnWords(SchemaRule rule, DataNode value, FieldPlace place)
    {
        ValueCheck.Run(rule, value, place, diagnostics);
        CheckAlternatives(rule.AnyOf, value, place, mustBeOne: false);
        CheckAlternatives(rule.OneOf, value, place, mustBeOne: true);
        if (value is DataObject fields)
        {
            CheckFields(rule, fields);
        }

        if (value is DataList list && rule.Items is { } items)
        {
            for (var i = 0; i < list.Items.Length; i++)
            {
                CheckItem(items, list.Items[i], items.Name() ?? new($"{place.Label.Chinese}第 {i + 1} 项", $"{place.Label.English}, item {i + 1}"));
            }
        }
    }

    private void CheckItem(SchemaRule rule, DataNode item, Message label)
    {
        if (item is DataNull && !rule.AllowsNull())
        {
            diagnostics.Add(CaseErrors.MissingField(new(item.Location, item.Path, rule.Name() ?? label), HowToWrite(rule)));
            return;
        }

        Run(rule, item, label);
    }

    private void CheckFields(SchemaRule rule, DataObject fields)
    {
        foreach (var name in rule.Required)
        {
            if (IsUnfilled(fields.Find(name)))
            {
                diagnostics.Add(MissingField(rule, fields, name));
            }
        }

        foreach (var member in fields.Members)
        {
            // An optional field left empty is a field not filled in: forms are full of them.
            if (member.Value is not DataNull || rule.RulesFor(member.Name).Any(each => each.AllowsNull()))
            {
                CheckField(rule, member);
            }
        }
    }

    private void CheckField(SchemaRule rule, DataMember member)
    {
        var isKnown = false;
        foreach (var each in rule.RulesFor(member.Name))
        {
            isKnown = true;
            Run(each, member.Value, each.Name() ?? new(member.Name, member.Name));
        }

        if (!isKnown && rule.More is { } more)
        {
            Run(more, member.Value, more.Name() ?? new(member.Name, member.Name));
        }
    }

    private static bool IsUnfilled(DataNode? value) =>
        value is null or DataNull || (value is DataText text && string.IsNullOrWhiteSpace(text.Value));

    private static Diagnostic MissingField(SchemaRule owner, DataObject fields, string name)
    {
        var rule = owner.RulesFor(name).FirstOrDefault();
        var at = fields.Find(name)?.Location
            ?? (fields.Location is { } place ? new SourceLocation(place.Source, new(place.Span.Start, 0)) : null);
        var label = rule is null ? null : rule.Name();
        return CaseErrors.MissingField(new(at, fields.Path.Member(name), label ?? new(name, name)), rule is null ? null : HowToWrite(rule));
    }

    /// <summary>The form of the value, or else an example of it.</summary>
    private static Message? HowToWrite(SchemaRule rule)
    {
        if (rule.WithTargets().Select(each => each.Format).FirstOrDefault(each => each is not null) is { } format)
        {
            return format.Form;
        }

        return rule.WithTargets().SelectMany(each => each.Examples).FirstOrDefault() is DataText { Value: var example }
            ? new($"例如 {example}", $"for example {example}")
            : null;
    }

    private void ReportUnknownFields(ImmutableArray<SchemaRule> rules, DataObject fields)
    {
        foreach (var member in fields.Members)
        {
            foreach (var rule in rules)
            {
                if (!rule.AllowsMore && rule.RulesFor(member.Name).IsEmpty)
                {
                    diagnostics.Add(UnknownField(rules, fields, member));
                    break;
                }
            }
        }
    }

    private static Diagnostic UnknownField(ImmutableArray<SchemaRule> rules, DataObject fields, DataMember member)
    {
        var known = rules.Where(each => !each.AllowsMore).SelectMany(each => each.Properties).ToList();
        var nearest = NearestName.Find(member.Name, known.Select(each => each.Name));
        var byLabel = known.Find(each => each.Rule.Name()?.Chinese == member.Name)?.Name;
        Message? hint = (nearest ?? byLabel) is { } name ? new($"是否应为“{name}”？", $"did you mean '{name}'?") : null;
        return CaseErrors.UnknownField(member.NameLocation, fields.Path.Member(member.Name), member.Name, hint);
    }

    private void CheckAlternatives(ImmutableArray<SchemaRule> alternatives, DataNode value, FieldPlace place, bool mustBeOne)
    {
        if (!alternatives.IsEmpty)
        {
            TryAlternatives(alternatives, value, place, mustBeOne);
        }
    }

    private void TryAlternatives(ImmutableArray<SchemaRule> alternatives, DataNode value, FieldPlace place, bool mustBeOne)
    {
        var findings = alternatives.Select(each => Try(each, value, place)).ToList();
        var fitting = findings.Count(each => each.Count == 0);
        if (fitting == 0)
        {
            ReportNoneFits(alternatives, findings, value, place);
        }
        else if (fitting > 1 && mustBeOne)
        {
            diagnostics.Add(CaseErrors.NoAlternative(place, severalFit: true));
        }
    }

    private static IReadOnlyList<Diagnostic> Try(SchemaRule rule, DataNode value, FieldPlace place)
    {
        var found = new DiagnosticBag();
        new SchemaCheck(found).Run(rule, value, place.Label);
        return found.Items;
    }

    /// <summary>Where only one alternative is of the value's kind, that is the one meant, and its findings say more.</summary>
    private void ReportNoneFits(
        ImmutableArray<SchemaRule> alternatives, List<IReadOnlyList<Diagnostic>> findings, DataNode value, FieldPlace place)
    {
        var ofKind = Enumerable.Range(0, findings.Count)
            .Where(index => alternatives[index].WithTargets().All(rule => rule.Kinds == ValueKinds.None || rule.Kinds.Accept(value)))
            .ToList();
        if (ofKind is [var meant])
        {
            diagnostics.AddRange(findings[meant]);
            return;
        }

        diagnostics.Add(CaseErrors.NoAlternative(place, severalFit: false));
    }
}
