using PiiDocs.Core;

namespace PiiDocs.Templates.Mutations;

/// <summary>A case as a tree in which one value is changed.</summary>
internal static class CaseTree
{
    /// <summary>Every value below, outermost first; notes on where the case came from are no facts.</summary>
    public static IEnumerable<DataNode> Facts(DataObject data) =>
        data.Members.Where(member => member.Name is not ("source" or "id" or "slug")).SelectMany(member => Walk(member.Value));

    public static DataNode? Find(DataObject data, string path) => Facts(data).FirstOrDefault(node => node.Path.Value == path);

    /// <summary>The same case with another value at a path, or without it.</summary>
    public static DataObject Replace(DataObject data, FieldPath path, DataNode? value) => (DataObject)Change(data, path, value)!;

    public static DataObject Replace(DataObject data, DataNode node, string text) =>
        Replace(data, node.Path, new DataText(text) { Path = node.Path, Location = node.Location });

    public static DataObject Replace(DataObject data, DataNode node, decimal number) =>
        Replace(data, node.Path, new DataNumber(number, number.ToString(System.Globalization.CultureInfo.InvariantCulture)) { Path = node.Path, Location = node.Location });

    /// <summary>The last step of a path: <c>published_on</c>.</summary>
    public static string Name(DataNode node)
    {
        var path = node.Path.WithoutIndexes().Value.Replace("[]", "", StringComparison.Ordinal);
        return path[(path.LastIndexOf('.') + 1)..];
    }

    private static IEnumerable<DataNode> Walk(DataNode node) => node switch
    {
        DataObject value => value.Members.SelectMany(member => Walk(member.Value)).Prepend(node),
        DataList list => list.Items.SelectMany(Walk).Prepend(node),
        _ => [node],
    };

    private static DataNode? Change(DataNode node, FieldPath path, DataNode? value)
    {
        if (node.Path == path)
        {
            return value;
        }

        if (!path.Value.StartsWith(node.Path.Value, StringComparison.Ordinal))
        {
            return node;
        }

        return node switch
        {
            DataObject map => map with
            {
                Members =
                [
                    .. from member in map.Members
                       let changed = Change(member.Value, path, value)
                       where changed is not null
                       select member with { Value = changed },
                ],
            },
            DataList list => list with { Items = [.. list.Items.Select(item => Change(item, path, value)).OfType<DataNode>()] },
            _ => node,
        };
    }
}
