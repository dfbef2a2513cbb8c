using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Documents.RoundTrip;
using PiiDocs.Word;
using PiiDocs.Word.RoundTrip;

namespace PiiDocs.Unit.Word;

/// <summary>An edited file, compared with the one the case would make now.</summary>
internal sealed class Returned
{
    private readonly ReturnedDocx _returned;
    private readonly ReturnedDocx _fresh;
    private readonly BlockPlan _plan;

    private Returned(byte[] returned, byte[] fresh, bool isSameTemplate)
    {
        (_returned, _fresh) = (Open(returned), Open(fresh));
        var (before, now) = (_returned.Trace, _fresh.Trace);
        Controls = ControlStates.Compare(before, now);
        var places = new ParagraphPlaces("edited.docx", _returned.ParagraphCount);
        var findings = new List<DocumentFinding>();
        Edits = new FieldEdits(places, findings).Find(Controls);
        _plan = BlockPlan.Of(before, now, Controls, isSameTemplate);
        var stale = new StaleText(before, now, _plan, places);
        Findings = [.. findings, .. stale.InControls(Controls), .. stale.OutsideControls(), .. stale.Remains(Controls)];
    }

    public ImmutableArray<ControlComparison> Controls { get; }

    public ImmutableArray<FieldEdit> Edits { get; }

    public ImmutableArray<DocumentFinding> Findings { get; }

    public DocumentTrace Trace => _returned.Trace;

    /// <summary>The damage to styles as <c>code paragraph</c>.</summary>
    public IEnumerable<string> Damage(StyleSheet sheet, params string[] needed) =>
        _returned.StyleDamage(sheet, needed, new("edited.docx", _returned.ParagraphCount)).Select(each => $"{each.Code} {each.Location?.Start.Line}");

    /// <summary>Each finding as <c>code paragraph text</c>.</summary>
    public IEnumerable<string> Found =>
        Findings.Select(each => $"{each.Diagnostic.Code} {each.Diagnostic.Location?.Start.Line} {each.Text}");

    /// <summary>Each edit as <c>field: before → after</c>.</summary>
    public IEnumerable<string> Edited => Edits.Select(each => $"{each.Field}: {each.Before} → {each.After}");

    /// <summary>Each control as <c>tag state</c>.</summary>
    public IEnumerable<string> States => Controls.Select(each => $"{each.Tag} {each.State}");

    /// <summary>Each paragraph or row the case would have otherwise, as <c>kind paragraph text → new text</c>; with a ! where it is left.</summary>
    public IEnumerable<string> Changes =>
        _plan.Changes.Select(each => $"{(each.CanBeMade ? "" : "!")}{each.Kind} {each.Paragraph} {each.Text} → {each.InCase}");

    public static Returned Of(byte[] returned, byte[] fresh, bool isSameTemplate = true) => new(returned, fresh, isSameTemplate);

    public byte[] Refresh(TrackedBy? tracked = null) =>
        _returned.Refresh(new(Controls, _fresh, "newcase") { Blocks = _plan, Track = tracked })!.Content;

    private static ReturnedDocx Open(byte[] content)
    {
        var diagnostics = new DiagnosticBag();
        var docx = ReturnedDocx.Open(content, "edited.docx", DocxLimits.Default, diagnostics);
        Assert.Empty(diagnostics.Items);
        return docx!;
    }
}
