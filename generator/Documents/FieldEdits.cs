using System.Collections.Immutable;
using System.Text;
using PiiDocs.Core;

namespace PiiDocs.Documents;

/// <summary>A field whose text was changed in the document.</summary>
/// <param name="Field">The field.</param>
/// <param name="Before">The text as written.</param>
/// <param name="After">The text as returned.</param>
/// <param name="Template">The place in the template that wrote it; null where unknown.</param>
public sealed record FieldEdit(FieldPath Field, string Before, string After, SourceLocation? Template);

/// <summary>Finds what an edited document means for the case it was made from.</summary>
public static class FieldEdits
{
    /// <summary>The fields that were changed; text changed outside fields is reported, never taken for a field.</summary>
    /// <param name="written">The document as made from the case.</param>
    /// <param name="returned">The document as it came back.</param>
    /// <param name="diagnostics">Where findings go.</param>
    public static ImmutableArray<FieldEdit> Find(Document written, Document returned, DiagnosticBag diagnostics)
    {
        var before = FieldTexts.Of(written);
        var after = FieldTexts.Of(returned);
        var edits = ImmutableArray.CreateBuilder<FieldEdit>();
        foreach (var (path, places) in before)
        {
            if (!after.TryGetValue(path, out var returnedPlaces))
            {
                diagnostics.Add(DocumentErrors.FieldGone(path));
            }
            else if (Compare(places, returnedPlaces, path, diagnostics) is { } text)
            {
                edits.Add(new(path, places[0].Text, text, places[0].Template));
            }
        }

        ReportOtherChanges(written, returned, diagnostics);
        return edits.ToImmutable();
    }

    // One fact stands in many places of a document; an edit in one of them is an edit of the fact.
    private static string? Compare(
        List<FieldPlace> before,
        List<FieldPlace> after,
        FieldPath path,
        DiagnosticBag diagnostics)
    {
        var known = before.Select(place => place.Text).ToHashSet(StringComparer.Ordinal);
        var changed = after.Select(place => place.Text).Where(text => !known.Contains(text)).Distinct().ToList();
        if (changed.Count > 1)
        {
            diagnostics.Add(DocumentErrors.EditsDiffer(path));
            return null;
        }

        if (changed.Count == 1 && after.Exists(place => known.Contains(place.Text)))
        {
            diagnostics.Add(DocumentErrors.EditedInOnePlace(path));
        }

        return changed.FirstOrDefault();
    }

    // Paragraphs are compared without the texts of their fields; order counts for nothing, so a move is no change.
    private static void ReportOtherChanges(Document written, Document returned, DiagnosticBag diagnostics)
    {
        var remaining = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var paragraph in Paragraphs(written.Blocks))
        {
            var skeleton = Skeleton(paragraph);
            remaining[skeleton] = remaining.GetValueOrDefault(skeleton) + 1;
        }

        var number = 0;
        var added = 0;
        foreach (var paragraph in Paragraphs(returned.Blocks))
        {
            number++;
            var skeleton = Skeleton(paragraph);
            if (remaining.TryGetValue(skeleton, out var count) && count > 0)
            {
                remaining[skeleton] = count - 1;
            }
            else if (skeleton.Length > 0)
            {
                added++;
                diagnostics.Add(DocumentErrors.ChangedOutsideFields(number));
            }
        }

        var missing = remaining.Where(each => each.Key.Length > 0).Sum(each => each.Value) - added;
        if (missing > 0)
        {
            diagnostics.Add(DocumentErrors.ParagraphsGone(missing));
        }
    }

    private static IEnumerable<Paragraph> Paragraphs(ImmutableArray<Block> blocks) =>
        blocks.SelectMany(block => block switch
        {
            Paragraph paragraph => [paragraph],
            Table table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs),
            _ => [],
        });

    private static string Skeleton(Paragraph paragraph)
    {
        var text = new StringBuilder();
        Origin? field = null;
        foreach (var inline in paragraph.Inlines)
        {
            if (!FieldTexts.IsField(inline.Origin))
            {
                field = null;
                text.Append(inline is TextRun run ? run.Text : "\n");
            }
            else if (field is null || field.Fields[0] != inline.Origin.Fields[0])
            {
                // A control character cannot stand in a document's text, so no text looks like a field.
                field = inline.Origin;
                text.Append('\u0001').Append(field.Fields[0].Value).Append('\u0002');
            }
        }

        return text.ToString();
    }
}
