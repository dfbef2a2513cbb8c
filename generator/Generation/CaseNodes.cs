using PiiDocs.Core;

namespace PiiDocs.Generation;

/// <summary>Finds values of a case by their paths.</summary>
internal static class CaseNodes
{
    /// <summary>The value at a path; null where the case has none.</summary>
    public static DataNode? Find(DataNode node, FieldPath field)
    {
        while (node.Path != field)
        {
            if (Children(node).FirstOrDefault(child => child.Path.Holds(field)) is not { } next)
            {
                return null;
            }

            node = next;
        }

        return node;
    }

    /// <summary>Every simple value, in order.</summary>
    public static IEnumerable<DataNode> Leaves(DataNode node) =>
        node is DataObject or DataList ? Children(node).SelectMany(Leaves) : [node];

    /// <summary>A simple value as text; null for lists and groups.</summary>
    public static string? TextOf(DataNode? node) => node switch
    {
        DataText text => text.Value,
        DataNumber number => number.Written,
        DataFlag flag => flag.Value ? "true" : "false",
        _ => null,
    };

    private static IEnumerable<DataNode> Children(DataNode node) => node switch
    {
        DataObject fields => fields.Members.Select(member => member.Value),
        DataList list => list.Items,
        _ => [],
    };
}
