using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Generation.Publication;

/// <summary>The text of a paragraph, and the pieces of it that came from one place.</summary>
internal static class InlineText
{
    public static string Of(IEnumerable<Inline> inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        TextRun run => run.Text,
        LineBreak => "\n",
        _ => "",
    }));

    public static string Of(Block block) => block switch
    {
        Paragraph paragraph => Of(paragraph.Inlines),
        Table table => string.Join('\f', table.Rows.SelectMany(row => row.Cells).Select(cell => string.Join('\v', cell.Paragraphs.Select(Of)))),
        Diagram diagram => diagram.Description,
        _ => "\f",
    };

    /// <summary>Neighbours of one origin together: what stands in one content control, or between two.</summary>
    public static IEnumerable<(Origin Origin, ImmutableArray<Inline> Inlines)> Pieces(ImmutableArray<Inline> inlines)
    {
        for (var start = 0; start < inlines.Length;)
        {
            var end = start + 1;
            while (end < inlines.Length && inlines[end].Origin.Equals(inlines[start].Origin))
            {
                end++;
            }

            yield return (inlines[start].Origin, inlines[start..end]);
            start = end;
        }
    }
}
