using System.Collections.Immutable;
using PiiDocs.Documents;

namespace PiiDocs.Generation;

/// <summary>Walks the paragraphs of a document.</summary>
internal static class Paragraphs
{
    /// <summary>All of them, those in tables too.</summary>
    public static IEnumerable<Paragraph> Of(ImmutableArray<Block> blocks) =>
        blocks.SelectMany(block => block switch
        {
            Paragraph paragraph => [paragraph],
            Table table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs),
            _ => [],
        });
}
