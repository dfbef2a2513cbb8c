using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Templating.Evaluation;

namespace PiiDocs.Templating.Checking;

/// <summary>What is known about a value before there is any data.</summary>
/// <param name="Shape">Its shape; <see cref="AnyShape"/> where nothing is known.</param>
/// <param name="Path">The field it is, items of a list as <c>[]</c>; null for a value a template made.</param>
internal sealed record Known(FieldShape Shape, FieldPath? Path = null)
{
    public static readonly Known Anything = new(new AnyShape());

    public static readonly Known Text = new(new TextShape());

    public static readonly Known Number = new(new NumberShape());

    public static readonly Known Flag = new(new FlagShape());

    /// <summary>The function it is.</summary>
    public Callable? Function { get; init; }

    /// <summary>The members of an object made by a template, or of the language; complete.</summary>
    public ImmutableDictionary<string, Known>? Members { get; init; }

    /// <summary>The items of a list, where the template made it or chose from it.</summary>
    public Known? Item { get; init; }

    /// <summary>The items of <c>$</c> one by one, for <c>$0</c>, <c>$1</c>.</summary>
    public ImmutableArray<Known> Places { get; init; } = [];

    /// <summary>What it may be, where it is one of several: nothing is certain of it, but reading it may read any of these.</summary>
    public ImmutableArray<Known> Alternatives { get; init; } = [];

    public bool IsAnything => Shape is AnyShape && Function is null && Members is null && Item is null;

    public static Known Of(ScriptObject made) =>
        Anything with { Members = made.Members.ToImmutableDictionary(member => member.Key, member => Of(member.Value), StringComparer.Ordinal) };

    public static Known ListOf(Known item) => new(new ListShape(item.Shape)) { Item = item };

    /// <summary>What both are; nothing certain where they differ.</summary>
    public static Known Merge(Known? first, Known second) =>
        first is null || first == second ? second : OneOf(first.Possible().Concat(second.Possible()));

    /// <summary>One of several values, of which only fields of the case are remembered.</summary>
    public static Known OneOf(IEnumerable<Known> possible)
    {
        var fields = possible.Where(each => each.Path is not null).DistinctBy(each => each.Path).ToImmutableArray();
        return fields.IsEmpty ? Anything : Anything with { Alternatives = fields };
    }

    /// <summary>The items of a list, or the pairs of an object.</summary>
    public Known Items()
    {
        if (Item is not null)
        {
            return Item;
        }

        if (!Alternatives.IsEmpty)
        {
            return OneOf(Alternatives.Select(each => each.Items()));
        }

        return Shape is ListShape list ? new(list.Item, Path is { } path ? new(path.Value + "[]") : null) : Anything;
    }

    public ImmutableArray<Known> Possible() => Alternatives.IsEmpty ? [this] : Alternatives;

    private static Known Of(TracedValue value) => value.Value switch
    {
        ScriptObject made => Of(made),
        Callable function => Anything with { Function = function },
        ScriptArray { Count: > 0 } array => ListOf(Of(array[0])),
        string => Text,
        bool => Flag,
        { } number when Numbers.IsNumber(number) => Number,
        _ => Anything,
    };
}
