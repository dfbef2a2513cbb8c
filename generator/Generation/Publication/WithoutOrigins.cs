using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Generation.Publication;

/// <summary>Takes from a block what its writers would leave of the case: a public copy has no content controls.</summary>
internal static class WithoutOrigins
{
    public static Block Of(Block block) => block switch
    {
        Paragraph paragraph => Of(paragraph),
        Table table => table with
        {
            Origin = Origin.None,
            Rows = [.. table.Rows.Select(row => row with { Cells = [.. row.Cells.Select(cell => cell with { Paragraphs = [.. cell.Paragraphs.Select(Of)] })] })],
        },
        Diagram diagram => diagram with
        {
            Origin = Origin.None,
            Nodes = [.. diagram.Nodes.Select(node => node with { Label = Of(node.Label) })],
            Edges = [.. diagram.Edges.Select(edge => edge with { Label = Of(edge.Label) })],
        },
        _ => block,
    };

    private static Paragraph Of(Paragraph paragraph) => paragraph with { Origin = Origin.None, Inlines = Of(paragraph.Inlines) };

    private static ImmutableArray<Inline> Of(ImmutableArray<Inline> inlines) => [.. inlines.Select(inline => inline with { Origin = Origin.None })];
}
