using PiiDocs.Core;

namespace PiiDocs.Templating.Evaluation;

/// <summary>What all kinds of values have in common: truth, emptiness, members, items.</summary>
internal static class Values
{
    /// <summary>Everything but null, <c>empty</c> and false; 0 and "" are true, as in the public library.</summary>
    public static bool IsTrue(object? value) => value is not (null or false or SpecialValue or MissingField);

    public static bool IsEmpty(TracedValue value) => value.Value switch
    {
        string text => text.Length == 0,
        ScriptObject made => made.Count == 0,
        DataObject data => data.Members.IsEmpty,
        _ => ListOf(value) is { Count: 0 },
    };

    /// <summary>The items of a list of any kind; null for what is none.</summary>
    public static IReadOnlyList<TracedValue>? ListOf(TracedValue value) => value.Value switch
    {
        IReadOnlyList<TracedValue> items => items,
        DataList data => ItemsOf(data),
        DataObject data => PairsOf(new ScriptObject(data)),
        ScriptObject made => PairsOf(made),
        _ => null,
    };

    public static bool IsList(object? value) => value is ScriptArray or ScriptRange or DataList;

    public static bool TryReadMember(TracedValue target, string name, out TracedValue value)
    {
        switch (target.Value)
        {
            case DataObject data when data.TryFind(name, out var node):
                value = TracedValue.Of(node);
                return true;
            case ScriptObject made:
                return made.TryGet(name, out value);
            case ScriptArray { Named: { } named } when named.TryGet(name, out value):
                return true;
            default:
                value = target.Derive(OwnMember(target, name));
                return value.Value is not null;
        }
    }

    public static IEnumerable<string> MemberNames(object? target) => target switch
    {
        DataObject data => data.Members.Select(member => member.Name),
        ScriptObject made => made.Names,
        _ => [],
    };

    private static object? OwnMember(TracedValue target, string name) => target.Value switch
    {
        LoopState loop => loop.TryRead(name, out var value) ? value : null,
        string text when name == "size" => text.Length,
        DateTime date => DateMembers.Of(date, name),
        TimeSpan span => DateMembers.Of(span, name),
        ScriptArray or ScriptRange or DataList when name is "size" => ListOf(target)!.Count,
        _ => null,
    };

    private static TracedValue[] ItemsOf(DataList data)
    {
        var items = new TracedValue[data.Items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = TracedValue.Of(data.Items[i]);
        }

        return items;
    }

    /// <summary>The members of an object as a list of <c>{key, value}</c>.</summary>
    private static List<TracedValue> PairsOf(ScriptObject made)
    {
        var pairs = new List<TracedValue>();
        foreach (var (name, member) in made.Members)
        {
            var pair = new ScriptObject();
            pair.Set("key", new(name));
            pair.Set("value", member);
            pairs.Add(new(pair));
        }

        return pairs;
    }
}

/// <summary>The parts of dates and durations.</summary>
internal static class DateMembers
{
    public static object? Of(DateTime date, string name) => name switch
    {
        "year" => date.Year,
        "month" => date.Month,
        "day" => date.Day,
        "day_of_year" => date.DayOfYear,
        "hour" => date.Hour,
        "minute" => date.Minute,
        "second" => date.Second,
        "millisecond" => date.Millisecond,
        _ => null,
    };

    public static object? Of(TimeSpan span, string name) => name switch
    {
        "days" => span.Days,
        "hours" => span.Hours,
        "minutes" => span.Minutes,
        "seconds" => span.Seconds,
        "milliseconds" => span.Milliseconds,
        "total_days" => span.TotalDays,
        "total_hours" => span.TotalHours,
        "total_minutes" => span.TotalMinutes,
        "total_seconds" => span.TotalSeconds,
        "total_milliseconds" => span.TotalMilliseconds,
        _ => null,
    };
}
