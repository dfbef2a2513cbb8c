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

    private Returned(byte[] returned, byte[] fresh)
    {
        _returned = Open(returned);
        var (before, now) = (_returned.Trace, Open(fresh).Trace);
        Controls = ControlStates.Compare(before, now);
        var places = new ParagraphPlaces("edited.docx", _returned.ParagraphCount);
        var findings = new List<DocumentFinding>();
        Edits = new FieldEdits(places, findings).Find(Controls);
        var stale = new StaleText(before, now, places);
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

    public static Returned Of(byte[] returned, byte[] fresh) => new(returned, fresh);

    public byte[] Refresh(TrackedBy? tracked = null) => _returned.Refresh(Controls, "newcase", tracked)!.Content;

    private static ReturnedDocx Open(byte[] content)
    {
        var diagnostics = new DiagnosticBag();
        var docx = ReturnedDocx.Open(content, "edited.docx", DocxLimits.Default, diagnostics);
        Assert.Empty(diagnostics.Items);
        return docx!;
    }
}
