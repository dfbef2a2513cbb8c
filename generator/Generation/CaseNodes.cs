using PiiDocs.Core;

namespace PiiDocs.Generation;

/// <summary>Finds values of a case by their paths.</summary>
internal static class CaseNodes
{
    /// <summary>Every simple value, in order.</summary>
    public static IEnumerable<DataNode> Leaves(DataNode node) =>
        node is DataObject or DataList ? node.Children().SelectMany(Leaves) : [node];

    /// <summary>A simple value as text; null for lists and groups.</summary>
    public static string? TextOf(DataNode? node) => node switch
    {
        DataText text => text.Value,
        DataNumber number => number.Written,
        DataFlag flag => flag.Value ? "true" : "false",
        _ => null,
    };
}
