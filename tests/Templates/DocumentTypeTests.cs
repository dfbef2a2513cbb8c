using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Generation;

namespace PiiDocs.Templates;

/// <summary>The zero-C# promise: whatever folder stands under templates/ is held to all of this.</summary>
public sealed class DocumentTypeTests
{
    [Theory]
    [ClassData(typeof(DocumentTypes))]
    public void A_template_reads_only_what_the_case_schema_knows(string typeId)
    {
        var diagnostics = new DiagnosticBag();
        var type = Office.Catalog.Find(typeId, diagnostics)!;
        Office.Catalog.CheckTemplate(type, diagnostics);

        Assert.Empty(diagnostics.Items);
    }

    [Theory]
    [ClassData(typeof(SampleDocuments))]
    public void A_sample_case_makes_the_approved_text(string typeId, string caseName)
    {
        var (type, result) = Generate(typeId, caseName, OutputFormats.None);
        var approved = Path.Combine(type.Folder, "approved", $"{caseName}.txt");

        Assert.True(File.Exists(approved), $"{approved} is missing: read the text, then run `piidocs accept {typeId}`");
        Assert.Equal(File.ReadAllText(approved), DocumentPrinter.Print(result.Document!));
    }

    [Theory]
    [ClassData(typeof(SampleDocuments))]
    public void A_sample_document_is_valid_for_Word_and_the_same_every_time(string typeId, string caseName)
    {
        var (_, first) = Generate(typeId, caseName, OutputFormats.Docx);
        var (_, second) = Generate(typeId, caseName, OutputFormats.Docx);

        using var package = WordprocessingDocument.Open(new MemoryStream(first.Files[0].Content.ToArray()), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal(first.Files[0].Hash, second.Files[0].Hash);
    }

    [Theory]
    [ClassData(typeof(SampleDocuments))]
    public void Every_run_of_a_sample_document_knows_its_template(string typeId, string caseName)
    {
        var (_, result) = Generate(typeId, caseName, OutputFormats.None);

        Assert.All(
            result.Document!.Blocks.OfType<Paragraph>().SelectMany(paragraph => paragraph.Inlines).OfType<TextRun>(),
            run => Assert.NotNull(run.Origin.Template));
    }

    [Theory]
    [ClassData(typeof(SampleDocuments))]
    public void No_sentence_shows_the_seam_of_a_template(string typeId, string caseName)
    {
        var (_, result) = Generate(typeId, caseName, OutputFormats.None);
        var text = DocumentPrinter.Print(result.Document!);

        Assert.All(
            (string[])["，，", "。。", "、、", "；；", "，。", "、。", "；。", "：。", "（）", "《》", "〔〕", "【", "{{", "}}", "null", "undefined"],
            seam => Assert.DoesNotContain(seam, text, StringComparison.Ordinal));
    }

    private static (DocumentType Type, GenerationResult Result) Generate(string typeId, string caseName, OutputFormats formats)
    {
        var type = Office.Catalog.Find(typeId, new())!;
        var result = Office.Generator.Generate(type, Office.Sample(caseName), new(formats), CancellationToken.None);
        Assert.Empty(result.Diagnostics);
        return (type, result);
    }
}
