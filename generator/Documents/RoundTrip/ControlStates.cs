using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Documents.RoundTrip;

/// <summary>Compares the controls of an edited file with those the case would write now.</summary>
public static class ControlStates
{
    /// <summary>Every control of the file in order, then those that are gone, then those that are new.</summary>
    /// <param name="returned">The file as it came back.</param>
    /// <param name="fresh">The file as the case would make it now.</param>
    public static ImmutableArray<ControlComparison> Compare(DocumentTrace returned, DocumentTrace fresh)
    {
        var now = new FreshTexts(returned.Written, fresh);
        ImmutableArray<ControlComparison> controls =
        [
            .. returned.Controls.Select(control => Compare(control, returned.Written.Find(control.Tag), now)),
            .. Deleted(returned, now),
            .. now.Unmatched(returned),
        ];
        return ShiftedLists.Of(returned.Written, fresh.Written, controls).Withhold(controls);
    }

    private static ControlComparison Compare(TracedControl control, WrittenControl? written, FreshTexts now)
    {
        var inCase = now.TextFor(control, written);
        var untouched = written?.Hashes.Contains(Fingerprint.OfText(control.Text)) == true;
        var unchanged = inCase is not null && written?.Hashes[0] == Fingerprint.OfText(inCase);
        return new(
            written?.Fields[0] ?? FreshTexts.FieldOf(control.Tag),
            control.Tag,
            control.Occurrence,
            StateOf(control, inCase, untouched, unchanged),
            untouched ? control.Text : unchanged ? inCase : null,
            control.Text,
            inCase)
        {
            Fields = written?.Fields ?? [FreshTexts.FieldOf(control.Tag)],
            IsDerived = written?.IsDerived ?? FreshTexts.IsDerived(control.Tag),
            Paragraph = control.Paragraph,
        };
    }

    // A fact that the case has lost: what the document says about it is never replaced by a placeholder.
    private static ControlState StateOf(TracedControl control, string? inCase, bool untouched, bool unchanged) =>
        inCase is null ? ControlState.Gone
        : inCase == control.Text ? ControlState.Same
        : unchanged ? ControlState.Edited
        : untouched && !control.IsEntangled && !MissingFact.IsIn(inCase) ? ControlState.Update
        : ControlState.Conflict;

    private static IEnumerable<ControlComparison> Deleted(DocumentTrace returned, FreshTexts now)
    {
        var seen = returned.Controls.CountBy(control => control.Tag, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return
            from written in returned.Written.Controls
            from occurrence in Enumerable.Range(0, written.Count).Skip(seen.GetValueOrDefault(written.Tag))
            let inCase = now.TextFor(new(written.Tag, occurrence, "", 0), written)
            select new ControlComparison(
                written.Fields[0],
                written.Tag,
                occurrence,
                ControlState.Gone,
                inCase is not null && written.Hashes[0] == Fingerprint.OfText(inCase) ? inCase : null,
                null,
                inCase)
            {
                Fields = written.Fields,
                IsDerived = written.IsDerived,
            };
    }
}
