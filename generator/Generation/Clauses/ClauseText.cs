using PiiDocs.Documents;

namespace PiiDocs.Generation.Clauses;

/// <summary>A document as a person reads it, one line a paragraph or table row, without the names of styles.</summary>
public static class ClauseText
{
    public static string Of(Document document) => string.Join('\n', document.Blocks.SelectMany(Lines));

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        Paragraph paragraph => [Text(paragraph)],
        Table table => table.Rows.Select(row => string.Join('\t', row.Cells.Select(cell => string.Concat(cell.Paragraphs.Select(Text))))),
        _ => [],
    };

    private static string Text(Paragraph paragraph) =>
        string.Concat(paragraph.Inlines.Select(inline => inline is TextRun run ? run.Text : "\n"));
}
