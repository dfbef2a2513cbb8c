using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Cases.Tables;

/// <summary>A row of a form.</summary>
/// <param name="Ordinals">Which item of each outer list it belongs to, from 1, outermost first.</param>
/// <param name="Values">One for each field of the table; null where the case says nothing.</param>
public sealed record FormRow(ImmutableArray<int> Ordinals, ImmutableArray<DataNode?> Values);

/// <summary>Lays a case out in the rows of a form: the way back of reading one.</summary>
public static class FormRows
{
    public static IEnumerable<FormRow> Of(FormTable table, DataObject data) =>
        table.Path == FieldPath.Root
            ? [RowOf(table, data, [])]
            : Items(data, table.Path.Value.Split("[]", StringSplitOptions.RemoveEmptyEntries), 0, [])
                .Select(item => RowOf(table, item.Value, item.Ordinals));

    private static IEnumerable<(DataNode Value, ImmutableArray<int> Ordinals)> Items(DataNode node, string[] way, int level, ImmutableArray<int> ordinals)
    {
        if (ValueAt(node, way[level]) is not DataList list)
        {
            yield break;
        }

        for (var i = 0; i < list.Items.Length; i++)
        {
            if (level == way.Length - 1)
            {
                yield return (list.Items[i], ordinals);
                continue;
            }

            foreach (var item in Items(list.Items[i], way, level + 1, ordinals.Add(i + 1)))
            {
                yield return item;
            }
        }
    }

    private static FormRow RowOf(FormTable table, DataNode item, ImmutableArray<int> ordinals) =>
        new(ordinals, [.. table.Fields.Select(field => ValueAt(item, field.Path.Value[table.Path.Value.Length..]))]);

    private static DataNode? ValueAt(DataNode node, string path)
    {
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries).Where(name => name != "$"))
        {
            if ((node as DataObject)?.Find(name) is not { } below)
            {
                return null;
            }

            node = below;
        }

        return node is DataNull ? null : node;
    }
}
