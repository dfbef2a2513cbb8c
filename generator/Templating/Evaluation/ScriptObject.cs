using PiiDocs.Core;

namespace PiiDocs.Templating.Evaluation;

/// <summary>An object a template made, or a case object it may add to without changing the case.</summary>
/// <param name="backing">Members found here where none was set; null where there is no case object behind it.</param>
internal sealed class ScriptObject(DataObject? backing = null)
{
    private readonly OrderedDictionary<string, TracedValue> _members = new(StringComparer.Ordinal);
    private HashSet<string>? _readOnly;

    /// <summary>The namespaces of the language, which all templates share.</summary>
    public bool IsSealed { get; init; }

    public DataObject? Backing => backing;

    public int Count => Names.Count();

    public IEnumerable<string> Names => backing is null
        ? _members.Keys
        : backing.Members.Select(member => member.Name).Concat(_members.Keys).Distinct(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, TracedValue>> Members =>
        Names.Select(name => KeyValuePair.Create(name, this[name]));

    public TracedValue this[string name] => TryGet(name, out var value) ? value : TracedValue.Null;

    public bool TryGet(string name, out TracedValue value)
    {
        if (_members.TryGetValue(name, out value))
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

    public void Set(string name, TracedValue value) => _members[name] = value;

    public bool Remove(string name) => _members.Remove(name);

    public void Protect(string name) => (_readOnly ??= new(StringComparer.Ordinal)).Add(name);
}
