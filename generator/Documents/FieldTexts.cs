using System.Text;
using PiiDocs.Core;

namespace PiiDocs.Documents;

/// <summary>One place where a document shows a field as it is.</summary>
internal readonly record struct FieldPlace(string Text, SourceLocation? Template);

/// <summary>Gathers the texts of fields from a document.</summary>
internal static class FieldTexts
{
    public static bool IsField(Origin origin) => origin is { Verbatim: true, Fields.Length: 1 };

    /// <summary>For every field shown as it is: what is shown, place by place, in order.</summary>
    public static Dictionary<FieldPath, List<FieldPlace>> Of(Document document)
    {
        var texts = new Dictionary<FieldPath, List<FieldPlace>>();
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case Paragraph paragraph:
                    Gather(paragraph, texts);
                    break;
                case Table table:
                    foreach (var paragraph in table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs))
                    {
                        Gather(paragraph, texts);
                    }

                    break;
                default:
                    break; // A page break shows nothing.
            }
        }

        return texts;
    }

    private static void Gather(Paragraph paragraph, Dictionary<FieldPath, List<FieldPlace>> texts)
    {
        var inlines = paragraph.Inlines;
        for (var i = 0; i < inlines.Length;)
        {
            var origin = inlines[i].Origin;
            var text = new StringBuilder();
            for (; i < inlines.Length && inlines[i].Origin.Equals(origin); i++)
            {
                text.Append(inlines[i] is TextRun run ? run.Text : "\n");
            }

            if (IsField(origin))
            {
                if (!texts.TryGetValue(origin.Fields[0], out var places))
                {
                    texts.Add(origin.Fields[0], places = []);
                }

                places.Add(new(text.ToString(), origin.Template));
            }
        }
    }
}
