using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Pdf;
using PiiDocs.Typesetting;
using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Generation;

/// <summary>From a document to its PDF file: the last stretch of the road, shared by cases and edited Word files.</summary>
public sealed class PageMaker(Typesetter typesetter)
{
    private const string SubstitutedRole = "PD4001";

    /// <summary>Sets a document in pages and writes them.</summary>
    /// <param name="document">What to set.</param>
    /// <param name="name">File name without extension.</param>
    /// <param name="options">Archive standard, strictness about fonts.</param>
    /// <param name="diagnostics">Receives PD4xxx and PD6xxx.</param>
    public GeneratedFile Make(Document document, string name, GenerationOptions options, DiagnosticBag diagnostics) =>
        Write(Set(document, options, diagnostics), name, options, diagnostics);

    /// <summary>Sets a document in pages.</summary>
    public PagedDocument Set(Document document, GenerationOptions options, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        var pages = typesetter.Layout(document, found);
        diagnostics.AddRange(found.Items.Select(each => options.StrictFonts && each.Code == SubstitutedRole
            ? each with { Severity = Severity.Error }
            : each));
        return pages;
    }

    /// <summary>Writes pages to a file.</summary>
    public static GeneratedFile Write(PagedDocument pages, string name, GenerationOptions options, DiagnosticBag diagnostics)
    {
        var file = GeneratedFile.From(
            $"{name}.pdf",
            output => PdfWriter.Write(pages, new() { Conformance = options.Conformance }, output, diagnostics));
        return file with { Pages = pages.Pages.Length, Fonts = FontReports.FacesOf(pages) };
    }
}
