namespace PiiDocs.Core;

/// <summary>Ways through the values of a case.</summary>
public static class DataNodes
{
    /// <summary>What a group or a list holds, in order; nothing for a simple value.</summary>
    public static IEnumerable<DataNode> Children(this DataNode node) => node switch
    {
        DataObject fields => fields.Members.Select(member => member.Value),
        DataList list => list.Items,
        _ => [],
    };

    /// <summary>The value at a path, from the node whose path begins it; null where there is none.</summary>
    public static DataNode? At(this DataNode node, FieldPath field)
    {
        var found = node;
        while (found is not null && found.Path != field)
        {
            found = found.Children().FirstOrDefault(child => child.Path.Holds(field));
        }

        return found;
    }
}
