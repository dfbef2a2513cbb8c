using PiiDocs.Core;
using PiiDocs.Documents.RoundTrip;
using PiiDocs.Generation.Gate;
using PiiDocs.Privacy.Scanning;
using PiiDocs.Word;

namespace PiiDocs.Generation;

/// <summary>Finds what the publication gate would stop in an edited file, with the place where to mend it.</summary>
/// <param name="gate">What is searched.</param>
/// <param name="comparison">The file and its case.</param>
internal sealed class LeakedIdentifiers(PublicationGate gate, CaseComparison comparison)
{
    public IEnumerable<DocumentFinding> In(ReturnedFile file, CancellationToken cancellation)
    {
        var result = gate.Scan(file.Content, file.Path, cancellation);
        var hits = result.Hits.Where(hit => hit.Confidence >= gate.Rules.Threshold).ToList();
        var reports = ScanErrors.Of(result with { Hits = [.. hits] }, gate.Rules.Threshold).ToList();
        return reports.Index().Select(each => each.Index < hits.Count
            ? Placed(new(FindingKind.Leak, each.Item), hits[each.Index])
            : new(FindingKind.Leak, each.Item));
    }

    private DocumentFinding Placed(DocumentFinding finding, Hit hit)
    {
        var tag = hit.Field is { } field ? ControlTag.Of(field) : null;
        var control = comparison.Controls.FirstOrDefault(each => each.Tag == tag && each.InDocument is not null);
        if (control is not null)
        {
            return finding with { Tag = control.Tag, Occurrence = control.Occurrence, Diagnostic = At(finding, control.Paragraph) };
        }

        var isInBody = hit.Place is { Part: "word/document.xml", Unit.Kind: UnitKind.Paragraph };
        return isInBody ? finding with { Diagnostic = At(finding, hit.Place.Unit.Number) } : finding;
    }

    private Diagnostic At(DocumentFinding finding, int paragraph) => finding.Diagnostic with { Location = comparison.Places.At(paragraph) };
}
