using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Cases.Tables;

/// <summary>Values on their way into a case: laid over another case, or a case by themselves.</summary>
internal sealed class CaseBranch
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, object> _members = new(StringComparer.Ordinal);
    private SortedDictionary<int, CaseBranch>? _items;

    /// <summary>The items stand for the whole list and not for some of what is below.</summary>
    public bool ReplacesList { get; set; }

    /// <summary>The row an item comes from, where it has one of its own.</summary>
    public SourceLocation? Start { get; set; }

    public int ItemCount => _items?.Count ?? 0;

    public CaseBranch Item(int index)
    {
        _items ??= [];
        return _items.TryGetValue(index, out var item) ? item : _items[index] = new();
    }

    public CaseBranch Member(string name)
    {
        if (_members.TryGetValue(name, out var known) && known is CaseBranch branch)
        {
            return branch;
        }

        var made = new CaseBranch();
        Set(name, made);
        return made;
    }

    public void Set(string name, object value)
    {
        if (!_members.ContainsKey(name))
        {
            _names.Add(name);
        }

        _members[name] = value;
    }

    /// <summary>Puts a value at the end of a way.</summary>
    public void Set(ImmutableArray<ColumnStep> steps, DataNode value)
    {
        var branch = this;
        for (var i = 0; i < steps.Length - 1; i++)
        {
            branch = steps[i].Name is { } name ? branch.Member(name) : branch.Item(steps[i].Index);
        }

        branch.Set(steps[^1].Name!, value);
    }

    /// <summary>The text that an item has under <c>id</c>, to be found by it.</summary>
    public string? TextOf(string name) => _members.GetValueOrDefault(name) is DataText text ? text.Value : null;

    public int? IndexOf(string id) =>
        _items?.Where(item => item.Value.TextOf("id") == id).Select(item => (int?)item.Key).FirstOrDefault();

    /// <summary>The values as a case has them, over those of <paramref name="below"/>.</summary>
    /// <param name="below">What they are laid over; null for nothing.</param>
    /// <param name="path">Where they are.</param>
    /// <param name="start">The row they come from.</param>
    public DataNode Over(DataNode? below, FieldPath path, SourceLocation start) =>
        _items is null ? ObjectOver(below as DataObject, path, start) : ListOver(_items, below as DataList, path, start);

    public DataObject ObjectOver(DataObject? below, FieldPath path, SourceLocation start)
    {
        var members = ImmutableArray.CreateBuilder<DataMember>();
        foreach (var member in below?.Members ?? [])
        {
            members.Add(_members.TryGetValue(member.Name, out var value)
                ? new(member.Name, member.NameLocation, Value(value, member.Value, path.Member(member.Name), start))
                : member);
        }

        foreach (var name in _names)
        {
            if (below?.TryFind(name, out _) != true)
            {
                members.Add(new(name, start, Value(_members[name], null, path.Member(name), start)));
            }
        }

        return new(members.ToImmutable()) { Path = path, Location = start };
    }

    private DataList ListOver(SortedDictionary<int, CaseBranch> items, DataList? below, FieldPath path, SourceLocation start)
    {
        var kept = ReplacesList ? [] : below?.Items ?? [];
        var count = Math.Max(kept.Length, items.Count == 0 ? 0 : items.Last().Key + 1);
        var all = ImmutableArray.CreateBuilder<DataNode>(count);
        for (var i = 0; i < count; i++)
        {
            var old = i < kept.Length ? kept[i] : null;
            all.Add(items.TryGetValue(i, out var item)
                ? item.Over(old, path.Item(i), item.Start ?? start)
                : old ?? new DataNull { Path = path.Item(i), Location = start });
        }

        return new(all.MoveToImmutable()) { Path = path, Location = start };
    }

    private static DataNode Value(object value, DataNode? below, FieldPath path, SourceLocation start) => value switch
    {
        CaseBranch branch => branch.Over(below, path, start),
        DataList list => list with
        {
            Path = path,
            Items = [.. list.Items.Select((item, i) => item with { Path = path.Item(i) })],
        },
        _ => (DataNode)value with { Path = path },
    };
}
