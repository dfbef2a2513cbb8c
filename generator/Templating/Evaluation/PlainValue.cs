using PiiDocs.Core;

namespace PiiDocs.Templating.Evaluation;

/// <summary>The plain values of <see cref="TemplateFunction"/>: null, bool, decimal, string, lists, dictionaries.</summary>
internal static class PlainValue
{
    /// <summary>A value for a function, and every field inside it.</summary>
    public static TracedValue Of(TracedValue value) => value.Value switch
    {
        int or long or float or double or System.Numerics.BigInteger => value.Derive(Numbers.ToDecimal(value.Value)),
        DateTime date => value.Derive(date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        DataObject data => OfObject(new(data), value.Trace),
        ScriptObject made => OfObject(made, value.Trace),
        DataList or ScriptArray or ScriptRange => OfList(value),
        _ => value.Derive(value.Value),
    };

    /// <summary>What a function gave, as a template's value.</summary>
    public static object? ToScript(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> members => ToObject(members),
        IReadOnlyList<object?> items => new ScriptArray(items.Select(item => new TracedValue(ToScript(item)))),
        decimal number when decimal.IsInteger(number) && Math.Abs(number) <= int.MaxValue => (int)number,
        _ => value,
    };

    private static ScriptObject ToObject(IReadOnlyDictionary<string, object?> members)
    {
        var made = new ScriptObject();
        foreach (var (name, member) in members)
        {
            made.Set(name, new(ToScript(member)));
        }

        return made;
    }

    private static TracedValue OfList(TracedValue value)
    {
        var trace = IsOwn(value) ? null : value.Trace;
        var items = new List<object?>();
        foreach (var item in Values.ListOf(value)!)
        {
            var plain = Of(item);
            trace = TracedValue.Union(trace, plain.Trace);
            items.Add(plain.Value);
        }

        return new(items, trace);
    }

    private static TracedValue OfObject(ScriptObject made, object? outer)
    {
        var trace = made.Backing is null ? outer : null;
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, member) in made.Members)
        {
            var plain = Of(member);
            trace = TracedValue.Union(trace, plain.Trace);
            members.Add(name, plain.Value);
        }

        return new(members, trace);
    }

    /// <summary>The fields of a case list are those of its items, if it has any.</summary>
    private static bool IsOwn(TracedValue value) => value.Value is DataList { Items.IsEmpty: false };
}
