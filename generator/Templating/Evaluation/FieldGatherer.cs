using PiiDocs.Core;

namespace PiiDocs.Templating.Evaluation;

/// <summary>The fields of many traces, in order of reading, each once: what <see cref="TracedValue.Union"/> gives for two.</summary>
internal sealed class FieldGatherer
{
    // Up to here looking through the fields one by one is faster than a hash set.
    private const int Few = 16;

    private readonly List<FieldPath> _fields = [];
    private HashSet<FieldPath>? _known;
    private object? _only;

    public void Add(object? trace)
    {
        switch (trace)
        {
            case null:
                break;
            case DataNode node:
                Add(node.Path);
                break;
            default:
                _only ??= _fields.Count == 0 ? trace : null;
                foreach (var field in TracedValue.FieldsOf(trace))
                {
                    Add(field);
                }

                break;
        }
    }

    /// <summary>Those of everything inside a list or an object.</summary>
    /// <param name="value">What to look into; its own trace is not added.</param>
    /// <param name="visit">Is told of every inner value and how deep it stands; may refuse.</param>
    /// <param name="depth">How deep <paramref name="value"/> itself stands.</param>
    public void AddInner(object? value, Action<int> visit, int depth = 0)
    {
        switch (value)
        {
            case DataList or ScriptArray:
                foreach (var item in Values.ListOf(new(value))!)
                {
                    AddOne(item, visit, depth + 1);
                }

                break;
            case DataObject or ScriptObject:
                foreach (var (_, member) in (value as ScriptObject ?? new((DataObject)value)).Members)
                {
                    AddOne(member, visit, depth + 1);
                }

                break;
        }
    }

    public object? ToTrace() => _fields.Count == 0 ? null : _only is FieldPath[] same && same.Length == _fields.Count ? same : _fields.ToArray();

    private void AddOne(TracedValue value, Action<int> visit, int depth)
    {
        visit(depth);
        Add(value.Trace);
        AddInner(value.Value, visit, depth);
    }

    private void Add(FieldPath field)
    {
        if (_fields.Count >= Few)
        {
            _known ??= [.. _fields];
            if (!_known.Add(field))
            {
                return;
            }
        }
        else if (_fields.Contains(field))
        {
            return;
        }

        _fields.Add(field);
    }
}
