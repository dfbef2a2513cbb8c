using System.Text.Json.Nodes;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Generation;

namespace PiiDocs.Benchmarks;

/// <summary>Writes our finished documents as plain blocks for other makers of PDF, and as .docx for LibreOffice.</summary>
internal static class PdfPeers
{
    public static int Write(string folder, int count, SourceText sample)
    {
        var catalog = Variations.Catalog();
        var generator = Variations.Generator(catalog);
        var type = catalog.Find(Variations.TypeId, new()) ?? throw new InvalidOperationException("no such type");
        var documents = new JsonArray();
        Directory.CreateDirectory(Path.Combine(folder, "docx"));
        for (var n = 0; n < count; n++)
        {
            var result = generator.Generate(type, Variations.Read(catalog, Variations.Yaml(n, sample)), new(OutputFormats.Docx), CancellationToken.None);
            File.WriteAllBytes(Path.Combine(folder, "docx", $"{n}.docx"), result.Files.Single().Content.Span);
            documents.Add(new JsonArray([.. result.Document!.Blocks.Select(BlockOf).OfType<JsonNode>()]));
        }

        File.WriteAllText(Path.Combine(folder, "documents.json"), documents.ToJsonString());
        return 0;
    }

    private static JsonObject? BlockOf(Block block) => block switch
    {
        Paragraph paragraph => new() { ["style"] = paragraph.Style, ["text"] = TextOf(paragraph) },
        Table table => new()
        {
            ["rows"] = new JsonArray([.. table.Rows.Select(row => new JsonArray([.. row.Cells.Select(cell =>
                (JsonNode)string.Concat(cell.Paragraphs.Select(TextOf)))]))]),
        },
        _ => null,
    };

    private static string TextOf(Paragraph paragraph) => string.Concat(paragraph.Inlines.OfType<TextRun>().Select(run => run.Text));
}
