using PiiDocs.Core;

namespace PiiDocs.Templating.Evaluation;

/// <summary>An object a template made, or a case object it may add to without changing the case.</summary>
/// <param name="backing">Members found here where none was set; null where there is no case object behind it.</param>
internal sealed class ScriptObject(DataObject? backing = null)
{
    private OrderedDictionary<string, TracedValue>? _members;
    private HashSet<string>? _readOnly;

    /// <summary>The namespaces of the language, which all templates share.</summary>
    public bool IsSealed { get; init; }

    public DataObject? Backing => backing;

    public int Count => Names.Count();

    public IEnumerable<string> Names => backing is null
        ? Own.Keys
        : backing.Members.Select(member => member.Name).Concat(Own.Keys).Distinct(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, TracedValue>> Members =>
        Names.Select(name => KeyValuePair.Create(name, this[name]));

    /// <summary>Made when the first member is set: most lookups pass an object that has none.</summary>
    private OrderedDictionary<string, TracedValue> Own => _members ??= new(StringComparer.Ordinal);

    public TracedValue this[string name] => TryGet(name, out var value) ? value : TracedValue.Null;

    public bool TryGet(string name, out TracedValue value)
    {
        value = default;
        if (_members is not null && _members.TryGetValue(name, out value))
        {
            return true;
        }

        if (backing is not null && backing.TryFind(name, out var node))
        {
            value = TracedValue.Of(node);
            return true;
        }

        return false;
    }

    public bool CanSet(string name) => !IsSealed && (_readOnly is null || !_readOnly.Contains(name));

    public void Set(string name, TracedValue value) => Own[name] = value;

    public bool Remove(string name) => Own.Remove(name);

    public void Protect(string name) => (_readOnly ??= new(StringComparer.Ordinal)).Add(name);
}
