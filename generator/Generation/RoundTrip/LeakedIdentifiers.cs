using PiiDocs.Core;
using PiiDocs.Documents.RoundTrip;
using PiiDocs.Generation.Gate;
using PiiDocs.Privacy.Scanning;
using PiiDocs.Word;

namespace PiiDocs.Generation;

/// <summary>Finds what identifies persons in an edited file and should not be there, with the place where to mend it.</summary>
/// <param name="gate">What is searched.</param>
/// <param name="classOf">The class of personal information a field holds; null where it holds none.</param>
internal sealed class LeakedIdentifiers(PublicationGate gate, Func<FieldPath, string?> classOf)
{
    /// <summary>Of a file for the public, or of any that no case stands behind: everything the publication gate would stop.</summary>
    public IEnumerable<DocumentFinding> In(ReturnedFile file, ParagraphPlaces places, CancellationToken cancellation)
    {
        var result = gate.Scan(file.Content, file.Path, cancellation);
        var hits = result.Hits.Where(hit => hit.Confidence >= gate.Rules.Threshold).ToList();
        return ScanErrors.Of(result with { Hits = [.. hits] }, gate.Rules.Threshold).Index().Select(each => new DocumentFinding(
            FindingKind.Leak,
            each.Index < hits.Count && IsInBody(hits[each.Index])
                ? each.Item with { Location = places.At(hits[each.Index].Place.Unit.Number) }
                : each.Item));
    }

    /// <summary>
    /// Of the filing itself, which must name its parties: what the case would not put there. A number somebody typed in, a name
    /// in a comment, an old value that a tracked change keeps.
    /// </summary>
    public IEnumerable<DocumentFinding> InFiling(ReturnedFile file, CaseComparison comparison, CancellationToken cancellation)
    {
        var written = gate.Scan(comparison.FreshFile.Content, file.Path, cancellation).Hits.Select(KeyOf).ToHashSet();
        return
            from hit in gate.Scan(file.Content, file.Path, cancellation).Hits
            where hit.Confidence >= gate.Rules.Threshold && !written.Contains(KeyOf(hit)) && !IsEditOfField(hit, comparison)
            select Found(hit, comparison);
    }

    // Where a reader sees it is one kind of place, all that is hidden is another: there nothing of the case belongs.
    private static (string Fingerprint, PartKind Hidden) KeyOf(Hit hit) =>
        (hit.Fingerprint, hit.Place.Kind <= PartKind.Slide ? PartKind.Body : hit.Place.Kind);

    // An address typed over an address is offered to the case as an edit; a telephone number typed beside it is not.
    private bool IsEditOfField(Hit hit, CaseComparison comparison)
    {
        var text = ParagraphOf(hit, comparison)?.Text ?? "";
        return comparison.Controls.Any(control =>
            control is { State: ControlState.Edited or ControlState.Conflict, IsDerived: false, InDocument: { } typed }
            && control.Paragraph == hit.Place.Unit.Number
            && classOf(control.Field) is { } personalClass
            && gate.Rules.Identifiers.TryGetValue(personalClass, out var rule)
            && rule.Kind == hit.Kind
            && text.IndexOf(typed, StringComparison.Ordinal) is >= 0 and var start
            && hit.Offset < start + typed.Length
            && hit.Offset + hit.Masked.Length > start);
    }

    private static TracedParagraph? ParagraphOf(Hit hit, CaseComparison comparison) =>
        IsInBody(hit) ? comparison.Returned.Trace.Paragraphs.FirstOrDefault(each => each.Number == hit.Place.Unit.Number) : null;

    private static DocumentFinding Found(Hit hit, CaseComparison comparison)
    {
        var number = IsInBody(hit) ? hit.Place.Unit.Number : 0;
        var place = (hit.Place with { Part = "" }).Text;
        var tag = hit.Field is { } field ? ControlTag.Of(field) : null;
        var control = comparison.Controls.FirstOrDefault(each => each.Tag == tag && each.Paragraph == number && each.InDocument is not null);
        var paragraph = ParagraphOf(hit, comparison);
        return new(FindingKind.Leak, RoundTripErrors.Leak(place, hit.Kind.Label, hit.Masked, comparison.Places.At(number)) with { Field = hit.Field })
        {
            Tag = control?.Tag,
            Occurrence = control?.Occurrence ?? 0,
            Text = paragraph is null ? null : Sentences.At(paragraph.Text, hit.Offset),
        };
    }

    private static bool IsInBody(Hit hit) => hit.Place is { Part: "word/document.xml", Unit.Kind: UnitKind.Paragraph };
}
