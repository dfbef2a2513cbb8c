using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>Where a field would stand that a case does not have.</summary>
/// <param name="Owner">The last value on the way to it that is there: a group, a list, or an empty field.</param>
/// <param name="Steps">The rest of the way: names, and <c>[]</c> for a new item of a list. Never empty.</param>
internal sealed record FieldGap(DataNode Owner, ImmutableArray<string> Steps)
{
    public const string NewItem = "[]";

    /// <summary>Null where a value is in the way, or an item would come that has none before it.</summary>
    public static FieldGap? Find(DataObject data, FieldPath field)
    {
        DataNode owner = data;
        var steps = Split(field);
        for (var next = 0; next < steps.Length; next++)
        {
            if (ChildOf(owner, steps[next]) is not { } child)
            {
                return Below(owner, steps[next..]);
            }

            owner = child;
        }

        return null;
    }

    /// <summary>The case with a value in the gap.</summary>
    public DataNode Fill(DataNode node, DataNode value) => ReferenceEquals(node, Owner)
        ? Extended(node, Steps, value)
        : node switch
        {
            DataObject fields => fields with
            {
                Members = [.. fields.Members.Select(member => member with { Value = Fill(member.Value, value) })],
            },
            DataList list => list with { Items = [.. list.Items.Select(item => Fill(item, value))] },
            _ => node,
        };

    private static DataNode Extended(DataNode? owner, ImmutableArray<string> steps, DataNode value)
    {
        if (steps.IsEmpty)
        {
            return value;
        }

        var inner = Extended(null, steps[1..], value);
        return steps[0] == NewItem
            ? new DataList([.. (owner as DataList)?.Items ?? [], inner])
            : new DataObject([.. (owner as DataObject)?.Members ?? [], new(steps[0], null, inner)]);
    }

    private static ImmutableArray<string> Split(FieldPath field) =>
        [.. field.Value.Replace("[", ".[", StringComparison.Ordinal).Split('.').Skip(1)];

    private static DataNode? ChildOf(DataNode owner, string step) => owner switch
    {
        DataObject fields => fields.Find(step),
        DataList list when IndexOf(step) is { } index && index < list.Items.Length => list.Items[index],
        _ => null,
    };

    private static FieldGap? Below(DataNode owner, ImmutableArray<string> steps)
    {
        var isFirst = true;
        var rest = ImmutableArray.CreateBuilder<string>();
        foreach (var step in steps)
        {
            var count = isFirst && owner is DataList list ? list.Items.Length : 0;
            if (step.Length == 0 || (step[0] == '[' && IndexOf(step) != count))
            {
                return null;
            }

            rest.Add(step[0] == '[' ? NewItem : step);
            isFirst = false;
        }

        return (owner, rest[0]) switch
        {
            (DataObject, not NewItem) or (DataList, NewItem) or (DataNull, _) => new(owner, rest.ToImmutable()),
            _ => null,
        };
    }

    private static int? IndexOf(string step) =>
        step is ['[', .., ']'] && int.TryParse(step[1..^1], System.Globalization.NumberStyles.None, null, out var index) ? index : null;
}
