using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Unit.Documents;
using PiiDocs.Word;

namespace PiiDocs.Unit.Word;

public sealed class DiagramInWordTests
{
    private const string Markup = """
        # 人物关系示意图
        :node H person **{0}**<br>被告人
        :node C organisation dashed 某公司
        :node W platform 某某网
        :edge H C 任经理
        :edge C W dashed 设立、运营 <3万余条>

        之后一段。

        :node Q account QQ
        """;

    [Fact]
    public void A_diagram_is_a_valid_picture_with_a_description()
    {
        var bytes = Written();
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file).Select(error => error.Description));
        Assert.Equal(2, file.MainDocumentPart!.ImageParts.Count());
        Assert.Contains("韩某某", Text(bytes, "word/document.xml"), StringComparison.Ordinal);
        Assert.Contains("某公司→某某网：设立、运营", Text(bytes, "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_diagram_gives_the_same_bytes() => Assert.Equal(Written(), Written());

    [Fact]
    public void A_diagram_reads_back_as_it_was()
    {
        var written = Document();
        var returned = Read(Samples.Write(written), out var diagnostics);

        Assert.Empty(diagnostics);
        Assert.Equal(DocumentPrinter.Print(written), DocumentPrinter.Print(returned));
    }

    [Theory]
    [InlineData("word/media/image1.emf", null)] // Somebody's picture in the place of ours.
    [InlineData("word/document.xml", "pii:figure-1")] // A name that is no more.
    [InlineData("customXml/item1.xml", ":edge H C")] // An edge that leads nowhere.
    public void A_picture_that_is_not_ours_any_more_is_named(string part, string? cut)
    {
        var bytes = Edit(Written(), part, content => cut is null
            ? [1, 2, 3]
            : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace(cut, cut[..^1] + "x", StringComparison.Ordinal)));

        var returned = Read(bytes, out var diagnostics);

        Assert.Equal(["PD5007"], diagnostics.Select(each => each.Code));
        Assert.Single(returned.Blocks.OfType<Diagram>());
    }

    [Fact]
    public void Text_typed_beside_a_picture_is_kept()
    {
        var bytes = Edit(Written(), "word/document.xml", content => Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(content).Replace("</w:drawing></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"body\"", "</w:drawing></w:r><w:r><w:t>另注</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"body\"", StringComparison.Ordinal)));

        var returned = Read(bytes, out var diagnostics);

        Assert.Empty(diagnostics);
        Assert.Equal(
            [typeof(Paragraph), typeof(Diagram), typeof(Paragraph), typeof(Paragraph), typeof(Diagram)],
            returned.Blocks.Select(block => block.GetType()));
    }

    private static Document Document() => Samples.FromMarkup(Markup, StyleFiles.Procuratorial, "韩某某");

    private static byte[] Written() => Samples.Write(Document());

    private static Document Read(byte[] bytes, out IReadOnlyList<Diagnostic> diagnostics)
    {
        var bag = new DiagnosticBag();
        var document = new DocxReader(StyleFiles.Procuratorial, DocxReadOptions.Default).Read(new MemoryStream(bytes), "t.docx", bag);
        diagnostics = [.. bag.Items];
        return Assert.IsType<Document>(document);
    }

    private static string Text(byte[] bytes, string part)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(zip.GetEntry(part)!.Open());
        return reader.ReadToEnd();
    }

    private static byte[] Edit(byte[] bytes, string part, Func<byte[], byte[]> change)
    {
        var file = new MemoryStream();
        file.Write(bytes);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var stream = zip.GetEntry(part)!.Open();
            var content = new MemoryStream();
            stream.CopyTo(content);
            stream.SetLength(0);
            stream.Write(change(content.ToArray()));
        }

        return file.ToArray();
    }
}
