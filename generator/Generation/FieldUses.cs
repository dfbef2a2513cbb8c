using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Generation;

/// <summary>Which fields a document shows, and in how many places.</summary>
public static class FieldUses
{
    /// <summary>For every field that was read to make text of the document: the number of places it stands behind.</summary>
    public static IReadOnlyDictionary<FieldPath, int> Of(Document? document)
    {
        var uses = new Dictionary<FieldPath, int>();
        foreach (var paragraph in document?.Blocks.SelectMany(Paragraphs) ?? [])
        {
            Origin? before = null;
            foreach (var origin in paragraph.Inlines.Select(inline => inline.Origin).Where(origin => !origin.Equals(before)))
            {
                before = origin;
                foreach (var field in origin.Fields.Distinct())
                {
                    uses[field] = uses.GetValueOrDefault(field) + 1;
                }
            }
        }

        return uses;
    }

    private static IEnumerable<Paragraph> Paragraphs(Block block) => block switch
    {
        Paragraph paragraph => [paragraph],
        Table table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs),
        _ => [],
    };
}
