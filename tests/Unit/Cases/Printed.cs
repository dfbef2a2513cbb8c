using System.Text;
using PiiDocs.Core;

namespace PiiDocs.Unit.Cases;

/// <summary>Values and diagnostics as lines of text, for specs.</summary>
internal static class Printed
{
    /// <summary>One line a value: path, place, kind and value.</summary>
    public static string Values(DataNode? node)
    {
        var output = new StringBuilder();
        if (node is not null)
        {
            Append(node, output);
        }

        return output.ToString().TrimEnd('\n');
    }

    public static string Diagnostics(DiagnosticBag diagnostics) => string.Join('\n', diagnostics.Items.Select(Line));

    public static string Line(Diagnostic diagnostic) =>
        $"{diagnostic.Location?.ToString() ?? ""}: {Severity(diagnostic)} {diagnostic.Code}: {diagnostic.Message.Chinese}"
        + (diagnostic.Field is { } field ? $" [{field}]" : "")
        + (diagnostic.Hint is { } hint ? $"；{hint.Chinese}" : "");

    private static string Severity(Diagnostic diagnostic) => diagnostic.Severity.ToString().ToLowerInvariant();

    private static void Append(DataNode node, StringBuilder output)
    {
        var what = node switch
        {
            DataText text => $"text {text.Value.Replace("\n", "⏎", StringComparison.Ordinal)}",
            DataNumber number => $"number {number.Written}",
            DataFlag flag => flag.Value ? "flag true" : "flag false",
            DataNull => "null",
            DataList list => $"list of {list.Items.Length}",
            DataObject each => $"object of {each.Members.Length}",
            _ => "?",
        };
        output.Append(node.Path).Append(' ').Append(node.Location?.Start).Append('-').Append(node.Location?.End).Append(' ').Append(what).Append('\n');
        foreach (var child in Children(node))
        {
            Append(child, output);
        }
    }

    private static IEnumerable<DataNode> Children(DataNode node) => node switch
    {
        DataList list => list.Items,
        DataObject each => each.Members.Select(member => member.Value),
        _ => [],
    };
}
