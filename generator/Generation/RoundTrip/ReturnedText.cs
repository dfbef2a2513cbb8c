using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Documents.RoundTrip;
using PiiDocs.Law;
using PiiDocs.Word;

namespace PiiDocs.Generation;

/// <summary>Checks the text of an edited file as a reviewer of the filing would.</summary>
/// <param name="catalog">The law.</param>
/// <param name="comparison">The file and its case.</param>
internal sealed class ReturnedText(TemplateCatalog catalog, CaseComparison comparison)
{
    private const string LostField = "PD5009";

    /// <summary>What was edited in fields.</summary>
    public ImmutableArray<FieldEdit> Edits { get; init; } = [];

    public IEnumerable<DocumentFinding> Check(ReturnedFile file, DocxLimits limits)
    {
        var found = new DiagnosticBag();
        using var stream = new MemoryStream(file.Content);
        var document = new DocxReader(comparison.Type.Styles, new() { Limits = limits }).Read(stream, file.Path, found);
        return
        [
            .. document is null ? [] : Legal(document),
            .. InEdited(),
            .. Missing(),
            .. found.Items.Concat(Damage()).Select(Look),
        ];
    }

    private IEnumerable<DocumentFinding> Legal(Document document)
    {
        var text = DocumentPrinter.Print(document);
        var found = new DiagnosticBag();
        found.AddRange(ElementCheck.Problems(comparison.Type, text, comparison.Document.Info.Date, new(CaseView.For(comparison.Type.Id, comparison.Case.Data)) { Edits = Edits }));
        LegalChecks.RunOverText(catalog.Law, comparison.Case.Data, (comparison.Type.Id, text), found);
        return found.Items.Select(each => new DocumentFinding(FindingKind.Legal, each));
    }

    // What the case writes word for word so was checked with the case.
    private IEnumerable<DocumentFinding> InEdited()
    {
        var written = comparison.Fresh.Trace.Paragraphs.Select(each => each.Text).ToHashSet(StringComparer.Ordinal);
        var edited = comparison.Returned.Trace.Paragraphs.Where(each => !written.Contains(each.Text)).ToList();
        return LegalChecks.InEdited(
                catalog.Law,
                comparison.Case.Data,
                comparison.Document.Info.Date,
                [.. edited.Select(each => new DataText(each.Text) { Location = comparison.Places.At(each.Number) })])
            .Select(each => new DocumentFinding(FindingKind.Legal, each with { Field = null }) { Text = TextAt(each.Location) });
    }

    private IEnumerable<DocumentFinding> Missing() =>
        from paragraph in comparison.Returned.Trace.Paragraphs
        from placeholder in MissingFact.AllIn(paragraph.Text)
        select new DocumentFinding(FindingKind.Missing, RoundTripErrors.StillMissing(comparison.Places.At(paragraph.Number))) { Text = placeholder };

    private IEnumerable<Diagnostic> Damage() =>
        comparison.Returned.StyleDamage(
            comparison.Type.Styles,
            Paragraphs.Of(comparison.Document.Blocks).Select(paragraph => paragraph.Style).Distinct(),
            comparison.Places);

    private DocumentFinding Look(Diagnostic diagnostic) =>
        new(diagnostic.Code == LostField ? FindingKind.Gone : FindingKind.Style, diagnostic) { Text = TextAt(diagnostic.Location) };

    private string? TextAt(SourceLocation? place)
    {
        var number = place?.Start.Line;
        var paragraph = comparison.Returned.Trace.Paragraphs.FirstOrDefault(each => each.Number == number);
        return paragraph is null ? null : Sentences.Quote(paragraph.Text, "");
    }
}
