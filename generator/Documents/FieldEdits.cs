using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents.RoundTrip;

namespace PiiDocs.Documents;

/// <summary>A field whose text was changed in the document.</summary>
/// <param name="Field">The field.</param>
/// <param name="Before">The text of the case.</param>
/// <param name="After">The text of the document.</param>
public sealed record FieldEdit(FieldPath Field, string Before, string After)
{
    /// <summary>The control that shows it.</summary>
    public required string Tag { get; init; }

    /// <summary>Which of the controls of this tag, from 0.</summary>
    public int Occurrence { get; init; }

    /// <summary>In how many places it was changed so.</summary>
    public int Count { get; init; }

    /// <summary>The case has changed too since the document was made: a person decides.</summary>
    public bool IsConflict { get; init; }
}

/// <summary>Finds what an edited document means for the case it was made from.</summary>
/// <param name="places">The places of its paragraphs.</param>
/// <param name="findings">Takes what a person has to know or decide.</param>
public sealed class FieldEdits(ParagraphPlaces places, ICollection<DocumentFinding> findings)
{
    /// <summary>The fields that were changed in the document, in its order; derived text is never taken for a field.</summary>
    public ImmutableArray<FieldEdit> Find(ImmutableArray<ControlComparison> controls) =>
    [
        .. controls.Where(control => !control.IsDerived && control.State != ControlState.New)
            .GroupBy(control => control.Field)
            .Select(same => EditOf([.. same]))
            .OfType<FieldEdit>(),
    ];

    // One fact stands in many places of a document; an edit in one of them is an edit of the fact.
    private FieldEdit? EditOf(List<ControlComparison> same)
    {
        if (same.TrueForAll(each => each.InDocument is null))
        {
            Report(FindingKind.Gone, same[0], (_, field) => DocumentErrors.FieldGone(field));
            return null;
        }

        var edited = same.FindAll(IsEdit);
        var texts = edited.Select(each => each.InDocument!).Distinct(StringComparer.Ordinal).ToList();
        if (texts.Count == 0)
        {
            return null;
        }

        if (texts.Count > 1)
        {
            Report(FindingKind.Outside, edited[1], DocumentErrors.EditsDiffer);
            return null;
        }

        if (same.Exists(each => each.InDocument is not null && each.InDocument != texts[0]))
        {
            Report(FindingKind.Outside, edited[0], DocumentErrors.EditedInOnePlace);
        }

        var conflict = edited.Find(each => each.State == ControlState.Conflict);
        if (conflict is not null)
        {
            Report(FindingKind.Outside, conflict, DocumentErrors.ChangedOnBothSides);
        }

        return new(edited[0].Field, edited[0].InCase!, texts[0])
        {
            Tag = edited[0].Tag,
            Occurrence = edited[0].Occurrence,
            Count = edited.Count,
            IsConflict = conflict is not null,
        };
    }

    private static bool IsEdit(ControlComparison each) =>
        each.State == ControlState.Edited || (each.State == ControlState.Conflict && each.Generated != each.InDocument);

    private void Report(FindingKind kind, ControlComparison control, Func<SourceLocation, FieldPath, Diagnostic> diagnostic) =>
        findings.Add(new(kind, diagnostic(places.At(control.Paragraph), control.Field))
        {
            Tag = control.Tag,
            Occurrence = control.Occurrence,
            Text = control.InDocument,
        });
}
