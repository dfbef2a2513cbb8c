using System.Collections.Immutable;
using System.Text;

namespace PiiDocs.Documents;

/// <summary>Says in words what a diagram shows: its nodes, then edge by edge who is joined to whom.</summary>
internal static class DiagramDescription
{
    public static string Of(Diagram diagram)
    {
        // What stands below the first line of a label, a role, is said once.
        var names = diagram.Nodes.ToDictionary(
            node => node.Id, node => Plain([.. node.Label.TakeWhile(inline => inline is TextRun)]), StringComparer.Ordinal);
        var text = new StringBuilder();
        text.AppendJoin('、', diagram.Nodes.Select(node => Plain(node.Label)));
        foreach (var edge in diagram.Edges)
        {
            text.Append('；').Append(names[edge.From]).Append('→').Append(names[edge.To]);
            if (Plain(edge.Label) is { Length: > 0 } label)
            {
                text.Append('：').Append(label);
            }
        }

        return text.ToString();
    }

    public static string Plain(ImmutableArray<Inline> label) =>
        string.Concat(label.Select(inline => inline is TextRun run ? run.Text : " "));
}
