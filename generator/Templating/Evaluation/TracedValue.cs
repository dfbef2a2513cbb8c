using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PiiDocs.Core;

namespace PiiDocs.Templating.Evaluation;

/// <summary>A value and the case fields that were read to make it.</summary>
/// <param name="Value">
/// null, bool, int, long, float, double, decimal, BigInteger, string, DateTime, TimeSpan, <see cref="DataList"/>,
/// <see cref="DataObject"/>, <see cref="ScriptArray"/>, <see cref="ScriptObject"/>, <see cref="ScriptRange"/>,
/// <see cref="LoopState"/>, <see cref="Callable"/> or one of the marks of <see cref="SpecialValue"/>.
/// </param>
/// <param name="Trace">
/// Nothing; the <see cref="DataNode"/> this value is, unchanged; the fields it was made from; or the runs of a captured text.
/// </param>
internal readonly record struct TracedValue(object? Value, object? Trace = null)
{
    public static readonly TracedValue Null;

    // Up to here looking through the fields one by one is faster than a hash set.
    private const int ShortTrace = 32;

    /// <summary>The text that came out of a template, run by run.</summary>
    public static TracedValue Of(TracedText text) =>
        new(text.Text, text.Runs.Length > 1 || text.Runs is [{ Origin.IsFixedText: false }] ? text : null);

    /// <summary>Scalars become plain values; lists and objects stay as they are and are read on demand.</summary>
    public static TracedValue Of(DataNode node) => node switch
    {
        DataText text => new(text.Value, node),
        DataNumber number => new(number.Value, node),
        DataFlag flag => new(flag.Value ? BoxedTrue : BoxedFalse, node),
        DataNull => new(null, node),
        _ => new(node, node),
    };

    /// <summary>Booleans are boxed once.</summary>
    public static readonly object BoxedTrue = true;

    public static readonly object BoxedFalse = false;

    public static TracedValue Flag(bool value, object? trace) => new(value ? BoxedTrue : BoxedFalse, trace);

    public ImmutableArray<FieldPath> Fields => FieldsOf(Trace);

    /// <summary>Another value made from this one.</summary>
    public TracedValue Derive(object? value) => new(value, Derived(Trace));

    /// <summary>The fields of a trace, without the claim that the value is still the field's own.</summary>
    public static object? Derived(object? trace) => trace switch
    {
        null or FieldPath[] => trace,
        DataNode node => new[] { node.Path },
        _ => Array(FieldsOf(trace)),
    };

    /// <summary>The fields of both, in order of reading, each once.</summary>
    public static object? Union(object? first, object? second)
    {
        if (first is null || second is null || ReferenceEquals(first, second))
        {
            return Derived(first ?? second);
        }

        var known = FieldsOf(first);
        var lookup = known.Length > ShortTrace ? known.ToHashSet() : null;
        List<FieldPath>? added = null;
        foreach (var field in FieldsOf(second))
        {
            if (!(lookup?.Contains(field) ?? known.Contains(field)))
            {
                (added ??= []).Add(field);
            }
        }

        return added is null ? Derived(first) : Array([.. known, .. added]);
    }

    private static FieldPath[]? Array(ImmutableArray<FieldPath> fields) =>
        fields.IsEmpty ? null : ImmutableCollectionsMarshal.AsArray(fields);

    public static ImmutableArray<FieldPath> FieldsOf(object? trace) => trace switch
    {
        null => [],
        DataNode node => [node.Path],
        FieldPath[] fields => ImmutableCollectionsMarshal.AsImmutableArray(fields),
        TracedText text => [.. text.Runs.SelectMany(run => run.Origin.Fields).Distinct()],
        _ => [],
    };
}

/// <summary>Values that are only compared, never printed.</summary>
internal sealed class SpecialValue
{
    /// <summary><c>empty</c>: equal to every empty list, object and text.</summary>
    public static readonly SpecialValue Empty = new();

    private SpecialValue()
    {
    }
}

/// <summary>A variable that was to hold a field the case does not have yet (drafts).</summary>
/// <param name="Label">What to ask the author for.</param>
/// <param name="Field">The field.</param>
internal sealed record MissingField(string Label, FieldPath Field);
