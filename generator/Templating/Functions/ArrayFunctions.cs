using PiiDocs.Templating.Evaluation;
using static PiiDocs.Templating.Functions.FunctionBody;

namespace PiiDocs.Templating.Functions;

/// <summary>The <c>array</c> object. Items keep the fields they came from; a list never changes, a new one is made.</summary>
internal static class ArrayFunctions
{
    public static readonly FunctionEntry[] All =
    [
        Row("add", "list value", call => List([.. call.Items(0), call[1]])),
        Row("add_range", "list1 list2", call => List([.. call.Items(0), .. call.Items(1)])),
        Row("any", "list function args…", Any),
        Row("compact", "list", call => OrNull(call, items => items.Where(item => item.Value is not null))),
        Row("concat", "list1 list2", call => call.IsNull(0) && call.IsNull(1) ? TracedValue.Null : List([.. call.Items(0), .. call.Items(1)])),
        Row("contains", "list item", Contains),
        Row("cycle", "list group?", call => call.IsNull(0) ? TracedValue.Null : call.Evaluator.Cycle(call.Items(0), call.IsNull(1) ? null : call.Text(1))),
        Row("each", "list function", Each),
        Row("filter", "list function", Filter),
        Row("first", "list", call => call.Items(0) is { Count: > 0 } items ? items[0] : TracedValue.Null),
        Row("insert_at", "list index value", InsertAt),
        Row("join", "list delimiter function?", Join),
        Row("last", "list", call => call.Items(0) is { Count: > 0 } items ? items[^1] : TracedValue.Null),
        Row("limit", "list count", call => OrNull(call, items => items.Take(call.Int(1)))),
        Row("map", "list member", MapMember),
        Row("offset", "list index", call => OrNull(call, items => items.Skip(call.Int(1)))),
        Row("remove_at", "list index", RemoveAt),
        Row("reverse", "list", call => List(call.Items(0).Reverse())),
        Row("size", "list", call => call.Of(call.IsNull(0) ? 0 : Count(call))),
        Row("sort", "list member?", Sort),
        Row("uniq", "list", call => OrNull(call, items => items.DistinctBy(item => item.Value, ValueEquality.Instance))),
    ];

    private static TracedValue List(IEnumerable<TracedValue> items) => new(new ScriptArray(items));

    private static TracedValue OrNull(Call call, Func<IReadOnlyList<TracedValue>, IEnumerable<TracedValue>> change) =>
        call.IsNull(0) ? TracedValue.Null : List(change(call.Items(0)));

    private static object Count(Call call) =>
        call[0].Value is string text ? text.Length : Numbers.Fit(call[0].Value is ScriptRange range ? range.LongCount : call.Items(0).Count);

    private static TracedValue Any(Call call)
    {
        var function = call.Function(1);
        var more = (ScriptArray)call[2].Value!;
        foreach (var item in call.Items(0))
        {
            if (function is not null && Values.IsTrue(call.Evaluator.Call(function, [item, .. more], call.Span).Value))
            {
                return call.Of(true);
            }
        }

        return call.Of(false);
    }

    private static TracedValue Contains(Call call)
    {
        foreach (var item in call.Items(0))
        {
            if (ValueEquality.Instance.Equals(item.Value, call[1].Value))
            {
                return call.Of(true);
            }
        }

        return call.Of(false);
    }

    private static TracedValue Each(Call call)
    {
        if (call.IsNull(0))
        {
            return TracedValue.Null;
        }

        return call.Function(1) is { } function
            ? List([.. call.Items(0).Select(item => call.Evaluator.Call(function, [item], call.Span))])
            : call[0];
    }

    private static TracedValue Filter(Call call)
    {
        if (call.IsNull(0))
        {
            return TracedValue.Null;
        }

        return call.Function(1) is { } function
            ? List([.. call.Items(0).Where(item => Values.IsTrue(call.Evaluator.Call(function, [item], call.Span).Value))])
            : call[0];
    }

    private static TracedValue InsertAt(Call call)
    {
        var array = new ScriptArray(call.Items(0));
        var index = Math.Max(0, call.Int(1));
        call.Evaluator.Step(call.Span, Math.Max(1, index - array.Count));
        if (index > array.Count)
        {
            array.Set(index - 1, TracedValue.Null);
        }

        array.Insert(index, call[2]);
        return new(array);
    }

    private static TracedValue RemoveAt(Call call)
    {
        var array = new ScriptArray(call.Items(0));
        var index = call.Int(1);
        index += index < 0 ? array.Count : 0;
        if (index >= 0 && index < array.Count)
        {
            array.RemoveAt(index);
        }

        return new(array);
    }

    private static TracedValue Join(Call call)
    {
        if (call.IsNull(0))
        {
            return TracedValue.Null;
        }

        var printer = new Printer(call.Evaluator);
        var function = call.Function(2);
        var isFirst = true;
        foreach (var item in call.Items(0))
        {
            if (!isFirst)
            {
                printer.Append(call[1]);
            }

            printer.Append(function is null ? item : call.Evaluator.Call(function, [item], call.Span));
            isFirst = false;
        }

        return new(printer.ToString(), printer.Trace);
    }

    private static TracedValue MapMember(Call call)
    {
        var member = call.Text(1);
        return List(call.Items(0)
            .Where(item => item.Value is not null)
            .Select(item => PathMember(item, member)));
    }

    /// <summary>A member, or the end of a path of members.</summary>
    private static TracedValue PathMember(TracedValue item, string path)
    {
        if (Values.TryReadMember(item, path, out var value))
        {
            return value;
        }

        foreach (var name in path.Split('.'))
        {
            if (!Values.TryReadMember(item, name, out item))
            {
                return TracedValue.Null;
            }
        }

        return item;
    }

    private static TracedValue Sort(Call call)
    {
        if (!call.IsNull(0) && Values.ListOf(call[0]) is null)
        {
            return List([call[0]]);
        }

        var items = call.Items(0);
        var member = call.TextOrNull(1);
        Func<TracedValue, object?> key = string.IsNullOrEmpty(member) ? item => item.Value : item => PathMember(item, member).Value;
        try
        {
            return List([.. items.OrderBy(key, ValueOrder.Instance)]);
        }
        catch (InvalidOperationException)
        {
            throw call.WrongKind(0, new("可比较的项", "items that can be compared"));
        }
    }
}

/// <summary>Numbers are equal across their types.</summary>
internal sealed class ValueEquality : IEqualityComparer<object?>
{
    public static readonly ValueEquality Instance = new();

    public new bool Equals(object? x, object? y) =>
        Numbers.IsNumber(x) && Numbers.IsNumber(y) ? Numbers.ToDouble(x).Equals(Numbers.ToDouble(y)) : object.Equals(x, y);

    public int GetHashCode(object? obj) => Numbers.IsNumber(obj) ? Numbers.ToDouble(obj).GetHashCode() : obj?.GetHashCode() ?? 0;
}

/// <summary>Orders values of one kind; text without regard to case first, as an invariant dictionary does.</summary>
internal sealed class ValueOrder : IComparer<object?>
{
    public static readonly ValueOrder Instance = new();

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => CompareText(a, b),
        _ when Numbers.IsNumber(x) && Numbers.IsNumber(y) => Numbers.ToDouble(x).CompareTo(Numbers.ToDouble(y)),
        (IComparable a, _) when x.GetType() == y.GetType() => a.CompareTo(y),
        _ => throw new InvalidOperationException(),
    };

    private static int CompareText(string left, string right)
    {
        var order = string.Compare(left, right, StringComparison.OrdinalIgnoreCase);
        return order != 0 ? order : -string.CompareOrdinal(left, right);
    }
}
