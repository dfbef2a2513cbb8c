using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Documents.RoundTrip;

/// <summary>Finds text that is not, or no longer, what the data says.</summary>
/// <param name="returned">The file as it came back.</param>
/// <param name="fresh">The file as the case would make it now.</param>
/// <param name="plan">What becomes of its paragraphs and rows.</param>
/// <param name="places">The places of its paragraphs.</param>
public sealed class StaleText(DocumentTrace returned, DocumentTrace fresh, BlockPlan plan, ParagraphPlaces places)
{
    private const int ShortestTelling = 2;

    // Looking for a text by its hash costs a hash a character; a filing stays far below.
    private const int MostHashed = 1_000_000;

    /// <summary>Derived text that was edited, or that nobody can bring up to date; text that waits for a refresh.</summary>
    public IEnumerable<DocumentFinding> InControls(ImmutableArray<ControlComparison> controls) =>
        from control in controls
        where control.InDocument is not null && !plan.TakesOut(control)
        let finding = Find(control)
        where finding is not null
        select finding with { Tag = control.Tag, Occurrence = control.Occurrence, Text = control.InDocument };

    /// <summary>What was written outside controls, and what the case would now write otherwise.</summary>
    public IEnumerable<DocumentFinding> OutsideControls() => ByHand().Concat(plan.Changes.Select(Find));

    private IEnumerable<DocumentFinding> ByHand() =>
        from change in TextChanges.Find(returned, fresh)
        let at = places.At(change.Paragraph)
        select change.Kind == TextChangeKind.Edited
            ? new DocumentFinding(FindingKind.Outside, DocumentErrors.ChangedOutsideFields(at)) { Text = change.Text }
            : new(FindingKind.Outside, DocumentErrors.ParagraphGone(at));

    private DocumentFinding Find(BlockChange change)
    {
        var at = places.At(change.Paragraph);
        return new(FindingKind.Stale, change.CanBeMade ? DocumentErrors.BlockOutOfDate(at, change.Kind) : DocumentErrors.BlockLeft(at, change.Kind))
        {
            Text = change.Text is null ? null : Sentences.Quote(change.Text, change.InCase ?? ""),
            Fix = change.InCase is null ? null : Sentences.Quote(change.InCase, change.Text ?? ""),
            IsMendedByRefresh = change.CanBeMade,
        };
    }

    /// <summary>Text that people wrote, or cut loose from its control, and that still says what a changed fact was.</summary>
    public IEnumerable<DocumentFinding> Remains(ImmutableArray<ControlComparison> controls) =>
        Remains(HandWritten(controls), OldTexts(controls));

    private IEnumerable<DocumentFinding> Remains(List<(int Paragraph, string Text)> handWritten, List<OldText> oldTexts) =>
        from written in handWritten
        from old in oldTexts
        where old.IsIn(written.Text)
        select new DocumentFinding(FindingKind.Stale, DocumentErrors.OldTextRemains(places.At(written.Paragraph), old.Field))
        {
            Text = Sentences.Around(returned.Paragraphs.FirstOrDefault(each => each.Number == written.Paragraph)?.Text ?? written.Text, old.Text ?? ""),
        };

    // What stands as the template has it, or as the case has it, is their own business.
    private List<(int Paragraph, string Text)> HandWritten(ImmutableArray<ControlComparison> controls)
    {
        var known = fresh.Paragraphs.Select(each => each.Hash).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. returned.Paragraphs.Where(each => !known.Contains(each.Hash)).Select(each => (each.Number, each.Outside)),
            .. controls.Where(each => each.State is ControlState.Edited or ControlState.Conflict).Select(each => (each.Paragraph, each.InDocument!)),
        ];
    }

    private List<OldText> OldTexts(ImmutableArray<ControlComparison> controls)
    {
        var written = returned.Written.Controls.ToDictionary(each => each.Tag, StringComparer.Ordinal);
        List<OldText> texts =
        [
            .. controls.Where(each => each is { State: ControlState.Update, InDocument.Length: >= ShortestTelling })
                .DistinctBy(each => (each.Field, each.InDocument))
                .Select(each => new OldText(each.Field, each.InCase!) { Text = each.InDocument }),
            .. controls.Where(each => each is { State: ControlState.Gone, Generated: null, InDocument: null, InCase: not null })
                .DistinctBy(each => each.Tag)
                .Select(each => new OldText(each.Field, each.InCase!) { Written = written.GetValueOrDefault(each.Tag) }),
        ];
        var hashed = texts.Count(each => each.Text is null) * returned.Paragraphs.Sum(each => (long)each.Outside.Length);
        return hashed <= MostHashed ? texts : texts.FindAll(each => each.Text is not null);
    }

    private DocumentFinding? Find(ControlComparison control)
    {
        var at = places.At(control.Paragraph);
        return control.State switch
        {
            ControlState.Update => new(FindingKind.Stale, DocumentErrors.OutOfDate(at, control.Field)) { Fix = control.InCase, IsMendedByRefresh = true },
            ControlState.Edited when control.IsDerived => new(FindingKind.Outside, DocumentErrors.DerivedEdited(at, control.Field)) { Fix = control.InCase },
            ControlState.Conflict when control.IsDerived || control.Generated == control.InDocument =>
                new(FindingKind.Stale, DocumentErrors.Stale(at, control.Field)) { Fix = control.InCase },
            ControlState.Gone => new(FindingKind.Stale, DocumentErrors.Stale(at, control.Field)),
            _ => null,
        };
    }

    /// <summary>What a fact was called before: known by its text, or where no control shows it any more by its hash.</summary>
    private sealed record OldText(FieldPath Field, string Now)
    {
        public string? Text { get; init; }

        public WrittenControl? Written { get; init; }

        public bool IsIn(string text)
        {
            if (Text is not null)
            {
                return text.Replace(Now, "", StringComparison.Ordinal).Contains(Text, StringComparison.Ordinal);
            }

            return Written is { Length: >= ShortestTelling } written
                && Enumerable.Range(0, Math.Max(0, text.Length - written.Length + 1))
                    .Any(start => written.Hashes.Contains(Fingerprint.OfText(text.Substring(start, written.Length))));
        }
    }
}
