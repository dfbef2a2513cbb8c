namespace PiiDocs.Templating.Checking;

/// <summary>Names and what is known of them, innermost scope last.</summary>
internal sealed class CheckScope
{
    private readonly List<Dictionary<string, Known>> _globals = [];
    private readonly List<Dictionary<string, Known>> _locals = [new(StringComparer.Ordinal)];

    public IEnumerable<string> Names => _globals.SelectMany(scope => scope.Keys);

    public void Push(IEnumerable<KeyValuePair<string, Known>> names) => _globals.Add(ToScope(names));

    public void Pop() => _globals.RemoveAt(_globals.Count - 1);

    public void PushLocals(IEnumerable<KeyValuePair<string, Known>> names) => _locals.Add(ToScope(names));

    public void PopLocals() => _locals.RemoveAt(_locals.Count - 1);

    public Known? Find(string name)
    {
        for (var i = _globals.Count - 1; i >= 0; i--)
        {
            if (_globals[i].TryGetValue(name, out var known))
            {
                return known;
            }
        }

        return null;
    }

    /// <summary>A local nobody set is null, or was set where the check cannot see.</summary>
    public Known FindLocal(string name) => _locals[^1].GetValueOrDefault(name, Known.Anything);

    public void Set(string name, Known value)
    {
        var scope = _globals.FindLast(scope => scope.ContainsKey(name)) ?? _globals[1];
        scope[name] = Known.Merge(scope.GetValueOrDefault(name), value);
    }

    public void SetLocal(string name, Known value) => _locals[^1][name] = Known.Merge(_locals[^1].GetValueOrDefault(name), value);

    /// <summary>Puts better knowledge of the same value in the place of the old.</summary>
    public void Replace(string name, Known value)
    {
        if (_globals.FindLast(scope => scope.ContainsKey(name)) is { } scope)
        {
            scope[name] = value;
        }
    }

    public void ReplaceLocal(string name, Known value) => _locals[^1][name] = value;

    /// <summary>Of two parameters with one name the last is the one read.</summary>
    private static Dictionary<string, Known> ToScope(IEnumerable<KeyValuePair<string, Known>> names)
    {
        var scope = new Dictionary<string, Known>(StringComparer.Ordinal);
        foreach (var (name, known) in names)
        {
            scope[name] = known;
        }

        return scope;
    }
}
