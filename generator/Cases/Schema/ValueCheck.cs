using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Cases.Schema;

/// <summary>The rules that look at one value alone: allowed values, form, range, length, count.</summary>
internal static class ValueCheck
{
    public static void Run(SchemaRule rule, DataNode value, FieldPlace place, DiagnosticBag diagnostics)
    {
        if (!rule.Allowed.IsDefault && !IsAmong(rule.Allowed, value))
        {
            diagnostics.Add(NotAllowed(rule, value, place));
            return;
        }

        if (rule.Format?.Check(value, place) is { } complaint)
        {
            diagnostics.Add(complaint);
            return;
        }

        switch (value)
        {
            case DataText text:
                CheckText(rule, text.Value, place, diagnostics);
                break;
            case DataNumber number when number.Value < rule.Minimum || number.Value > rule.Maximum:
                diagnostics.Add(CaseErrors.OutOfRange(place, rule.Minimum, rule.Maximum));
                break;
            case DataList list:
                CheckList(rule, list, place, diagnostics);
                break;
            default:
                break;
        }
    }

    private static bool IsAmong(ImmutableArray<DataNode> allowed, DataNode value)
    {
        foreach (var each in allowed)
        {
            if (SameValue(each, value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Equality of values; paths and places do not count, and neither do trailing zeros.</summary>
    internal static bool SameValue(DataNode left, DataNode right) => (left, right) switch
    {
        (DataText a, DataText b) => a.Value == b.Value,
        (DataNumber a, DataNumber b) => a.Value == b.Value,
        (DataFlag a, DataFlag b) => a.Value == b.Value,
        (DataNull, DataNull) => true,
        (DataList a, DataList b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(pair => SameValue(pair.First, pair.Second)),
        (DataObject a, DataObject b) => a.Members.Length == b.Members.Length && HasAll(a, b),
        _ => false,
    };

    private static bool HasAll(DataObject wanted, DataObject given) =>
        wanted.Members.All(member => given.TryFind(member.Name, out var other) && SameValue(member.Value, other));

    private static void CheckText(SchemaRule rule, string text, FieldPlace place, DiagnosticBag diagnostics)
    {
        if (rule.Pattern?.IsMatch(text) == false)
        {
            var example = rule.Examples.OfType<DataText>().FirstOrDefault()?.Value;
            diagnostics.Add(FullWidth.HasDigits(text)
                ? CaseErrors.FullWidthDigits(place)
                : CaseErrors.PatternMismatch(place, PatternOf(rule), example));
        }
        else if (!rule.Length.IsFree && !rule.Length.Holds(text.EnumerateRunes().Count()))
        {
            diagnostics.Add(CaseErrors.WrongLength(place, rule.Length.Least, rule.Length.Most));
        }
    }

    private static void CheckList(SchemaRule rule, DataList list, FieldPlace place, DiagnosticBag diagnostics)
    {
        if (!rule.ItemCount.Holds(list.Items.Length))
        {
            diagnostics.Add(CaseErrors.WrongCount(place, rule.ItemCount.Least, rule.ItemCount.Most));
        }

        for (var i = 1; rule.ItemsAreUnique && i < list.Items.Length; i++)
        {
            if (list.Items.Take(i).Any(before => SameValue(before, list.Items[i])))
            {
                diagnostics.Add(CaseErrors.DoubleItem(new(list.Items[i].Location, list.Items[i].Path, place.Label)));
            }
        }
    }

    private static Diagnostic NotAllowed(SchemaRule rule, DataNode value, FieldPlace place)
    {
        var names = rule.Allowed.Select(NameOf).ToList();
        return CaseErrors.NotAllowed(place, names, value is DataText text ? NearestName.Find(text.Value, names) : null);
    }

    /// <summary>The pattern as the schema has it, not as it was compiled.</summary>
    private static string PatternOf(SchemaRule rule) => ((DataText)rule.Source.Find("pattern")!).Value;

    internal static string NameOf(DataNode allowed) => allowed switch
    {
        DataText text => text.Value,
        DataNumber number => number.Written,
        DataFlag flag => flag.Value ? "true" : "false",
        _ => "null",
    };
}
