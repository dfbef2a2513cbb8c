using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Unit.Documents;
using PiiDocs.Word;

namespace PiiDocs.Unit.Word;

public sealed class StampTests
{
    [Fact]
    public void A_draft_holds_a_valid_circle_behind_the_text_of_its_signature()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(Write(isDraft: true)), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(error => error.Description));
        var anchor = Assert.Single(file.MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.Anchor>());
        Assert.True(anchor.BehindDoc!.Value);
        Assert.Equal(anchor.Extent!.Cx!.Value, anchor.Extent.Cy!.Value);
        Assert.InRange(anchor.Extent.Cx.Value, (42 * 36_000) - 36, (42 * 36_000) + 36);
    }

    [Fact]
    public void A_filing_holds_none()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(Write(isDraft: false)), isEditable: false);

        Assert.Empty(file.MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Drawing>());
    }

    [Fact]
    public void A_circle_and_the_indents_of_a_signature_are_no_edits()
    {
        var diagnostics = new DiagnosticBag();

        var returned = new DocxReader(StyleFiles.Procuratorial, new()).Read(new MemoryStream(Write(isDraft: true)), "a.docx", diagnostics)!;

        Assert.Empty(diagnostics.Items);
        Assert.Equal(DocumentPrinter.Print(Samples.Everything()), DocumentPrinter.Print(returned));
    }

    private static byte[] Write(bool isDraft)
    {
        var document = Samples.Everything();
        return Samples.Write(document with { Info = document.Info with { IsDraft = isDraft } });
    }
}
