namespace PiiDocs.Templating.Evaluation;

/// <summary>The cycles of <c>array.cycle</c>, which go on from call to call.</summary>
internal sealed partial class Evaluator
{
    private readonly Dictionary<string, int> _cycles = new(StringComparer.Ordinal);

    /// <summary>The next item of the cycle named by its group, or by the items themselves.</summary>
    public TracedValue Cycle(IReadOnlyList<TracedValue> items, string? group)
    {
        if (items.Count == 0)
        {
            return TracedValue.Null;
        }

        var key = group ?? string.Join(',', items.Select(item => Print(item.Value)));
        var next = _cycles.GetValueOrDefault(key) % items.Count;
        _cycles[key] = next + 1;
        return items[next];
    }
}
