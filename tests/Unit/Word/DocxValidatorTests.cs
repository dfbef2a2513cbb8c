using System.IO.Compression;
using PiiDocs.Core;
using PiiDocs.Word;

namespace PiiDocs.Unit.Word;

public sealed class DocxValidatorTests
{
    [Fact]
    public void A_document_just_made_keeps_to_the_schemas() =>
        Assert.Empty(DocxValidator.Problems(Samples.Write(Samples.Everything()), "甲.docx"));

    [Fact]
    public void A_child_where_the_schema_has_none_is_named_with_its_part_and_place()
    {
        var problem = Assert.Single(DocxValidator.Problems(Tampered("<w:body>", "<w:body><w:tc/>"), "甲.docx"));
        Assert.Equal(("PD5080", Severity.Error), (problem.Code, problem.Severity));
        Assert.StartsWith("甲.docx 不符合 Open XML 架构：/word/document.xml /w:document[1]/w:body[1]", problem.Message.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<w:body>", "<w:body")]
    [InlineData("</w:document>", "")]
    public void A_part_that_is_no_xml_is_a_problem_and_no_exception(string old, string now) =>
        Assert.Contains(DocxValidator.Problems(Tampered(old, now), "甲.docx"), problem => problem.Code == "PD5080");

    [Fact]
    public void A_file_that_is_no_package_is_a_problem_and_no_exception() =>
        Assert.Equal("PD5080", Assert.Single(DocxValidator.Problems("no zip"u8.ToArray(), "甲.docx")).Code);

    private static byte[] Tampered(string old, string now)
    {
        using var stream = new MemoryStream();
        stream.Write(Samples.Write(Samples.Everything()));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("word/document.xml")!;
            using var reader = new StreamReader(entry.Open());
            var text = reader.ReadToEnd();
            reader.Dispose();
            Assert.Contains(old, text, StringComparison.Ordinal);
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            writer.Write(text.Replace(old, now, StringComparison.Ordinal));
        }

        return stream.ToArray();
    }
}
