using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Documents.RoundTrip;
using PiiDocs.Generation;
using PiiDocs.Word;

namespace PiiDocs.Templates;

/// <summary>What tests of the round trip share: documents of the sample cases, made, read again and told about.</summary>
internal static class SampleTrips
{
    /// <summary>A picture is not drawn again by a refresh.</summary>
    public const string RedrawFigure = "PD7205";

    public static readonly RoundTrip Trip = new(Office.Generator, Office.Catalog);

    /// <summary>The Word file of a draft.</summary>
    public static GenerationResult Make(string typeId, CaseInput input) =>
        Office.Generator.Generate(Office.Catalog.Find(typeId, new())!, input, new(OutputFormats.Docx, IsDraft: true), CancellationToken.None);

    /// <summary>A file that is read without any finding.</summary>
    public static Document Read(byte[] docx, StyleSheet styles)
    {
        var diagnostics = new DiagnosticBag();
        var document = new DocxReader(styles, DocxReadOptions.Default).Read(new MemoryStream(docx), "refreshed.docx", diagnostics);
        Assert.Empty(diagnostics.Items);
        return document!;
    }

    public static string Describe(DocumentFinding finding) =>
        $"{finding.Diagnostic.Code} {finding.Diagnostic.Location?.Start.Line} {finding.Diagnostic.Field} {finding.Text} → {finding.Fix}";
}
