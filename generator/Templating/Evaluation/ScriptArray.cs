using System.Collections;

namespace PiiDocs.Templating.Evaluation;

/// <summary>An array a template made; it may have named members beside its items, as in the public library.</summary>
internal sealed class ScriptArray : IReadOnlyList<TracedValue>
{
    private readonly List<TracedValue> _items;

    public ScriptArray() => _items = [];

    public ScriptArray(IEnumerable<TracedValue> items) => _items = [.. items];

    /// <summary>Named arguments of a call; members set by a template.</summary>
    public ScriptObject? Named { get; private set; }

    public int Count => _items.Count;

    public TracedValue this[int index] => _items[index];

    public void Add(TracedValue item) => _items.Add(item);

    public void Insert(int index, TracedValue item) => _items.Insert(index, item);

    public void RemoveAt(int index) => _items.RemoveAt(index);

    /// <summary>Sets an item; the gap before one past the end is filled with null.</summary>
    public void Set(int index, TracedValue value)
    {
        while (_items.Count <= index)
        {
            _items.Add(TracedValue.Null);
        }

        _items[index] = value;
    }

    public void SetNamed(string name, TracedValue value) => (Named ??= new()).Set(name, value);

    public IEnumerator<TracedValue> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary><c>from..to</c>, counted when asked.</summary>
internal sealed class ScriptRange(long from, long to, bool isExclusive) : IReadOnlyList<TracedValue>
{
    private readonly long _step = from < to ? 1 : -1;

    /// <summary>May be more than any loop is allowed to do; the loop's limit stops it.</summary>
    public long LongCount => isExclusive ? Math.Abs(to - from) : Math.Abs(to - from) + 1;

    public int Count => (int)Math.Min(LongCount, int.MaxValue);

    public TracedValue this[int index] => new(Numbers.Fit(from + (_step * index)));

    public IEnumerator<TracedValue> GetEnumerator()
    {
        for (long i = 0; i < LongCount; i++)
        {
            yield return new(Numbers.Fit(from + (_step * i)));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
