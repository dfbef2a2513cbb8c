using System.IO.Compression;
using System.Text;
using PiiDocs.Unit.Support;

namespace PiiDocs.EndToEnd.Pages;

/// <summary><c>piidocs pdf FILE.docx</c>: documents of ours that came through other programs and other hands.</summary>
public sealed class EditedWordTests : Workplace
{
    private const string Body = "<w:pPr><w:pStyle w:val=\"body\"/></w:pPr>";

    [Fact]
    public void A_document_that_LibreOffice_saved_again_makes_the_same_pages()
    {
        var docx = Notice();
        var before = Pdf(docx, "before");

        var saved = CommandLine.Run(
            "soffice", $"-env:UserInstallation=file://{Folder}/profile", "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", Path.Combine(Folder, "saved"), docx);

        Assert.Equal(0, saved.Code);
        var after = Pdf(Path.Combine(Folder, "saved", Path.GetFileName(docx)), "after");
        Assert.DoesNotContain("PD50", after.Messages, StringComparison.Ordinal);
        Assert.Equal(before.Text, after.Text);
    }

    [Theory]
    [InlineData("accept", "留下新增的话")]
    [InlineData("refuse", "留下删去的话")]
    public void Tracked_changes_are_accepted_or_refused(string changes, string expected)
    {
        var docx = Edited(
            $"<w:p>{Body}{Run("留下")}<w:ins w:id=\"91\" w:author=\"x\">{Run("新增的话")}</w:ins><w:del w:id=\"92\" w:author=\"x\"><w:r><w:delText>删去的话</w:delText></w:r></w:del></w:p>");

        var pages = Pdf(docx, "out", "--changes", changes);

        Assert.Equal(0, pages.Code);
        Assert.Contains(expected, pages.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(changes == "accept" ? "删去" : "新增", pages.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Emphasis_and_page_breaks_stay_comments_go_and_the_rest_is_named_with_its_paragraph()
    {
        var docx = Edited(
            $"<w:p>{Body}{Run("粗体", "<w:b/>")}{Run("下划线", "<w:u w:val=\"single\"/>")}<w:r><w:br w:type=\"page\"/></w:r>{Run("次页之上")}</w:p>",
            $"<w:p>{Body}<w:commentRangeStart w:id=\"1\"/>{Run("有批注")}<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>",
            $"<w:p>{Body}{Run("斜体", "<w:i/>")}</w:p>",
            $"<w:p>{Body}{Run("脚注")}<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
            $"<w:p>{Body}<w:r><w:pict/></w:r>{Run("图形旁边")}</w:p>");

        var pages = Pdf(docx, "out");

        Assert.Equal(0, pages.Code);
        Assert.Contains("\f次页之上", pages.Text, StringComparison.Ordinal);
        Assert.Contains("有批注斜体脚注图形旁边", pages.Text, StringComparison.Ordinal);
        Assert.Equal(["PD5008", "PD5007", "PD5007"], from line in pages.Messages.Split('\n') where line.Contains("PD50", StringComparison.Ordinal) select line[line.IndexOf("PD50", StringComparison.Ordinal)..][..6]);
    }

    [Fact]
    public void What_is_too_large_for_a_page_is_set_all_the_same()
    {
        var cells = string.Concat(Enumerable.Range(0, 20).Select(column => $"<w:tc><w:p>{Run($"第{column}列")}</w:p></w:tc>"));
        var grid = string.Concat(Enumerable.Repeat("<w:gridCol w:w=\"3000\"/>", 20));
        var docx = Edited(
            $"<w:p>{Body}{Run(string.Concat(Enumerable.Repeat("鹅鸭", 50_000)))}</w:p>",
            $"<w:p>{Body}{Run(new string('W', 500))}</w:p>",
            $"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>",
            $"<w:p>{Body}{Run("之间")}</w:p>",
            $"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"900\"/></w:tblGrid><w:tr><w:tc><w:p>{Run(new string('鲸', 3000))}</w:p></w:tc></w:tr></w:tbl>",
            $"<w:p>{Body}{Run("之后")}</w:p>");

        var pages = Pdf(docx, "out");

        Assert.Equal(0, pages.Code);
        Assert.Contains("PD4006", pages.Messages, StringComparison.Ordinal);
        Assert.Equal((100_000, 500, 3000), (pages.Text.Count(each => each is '鹅' or '鸭'), pages.Text.Count(each => each == 'W'), pages.Text.Count(each => each == '鲸')));
        Assert.Contains("之后", pages.Text, StringComparison.Ordinal);
    }

    private static string Run(string text, string looks = "") => $"<w:r><w:rPr>{looks}</w:rPr><w:t>{text}</w:t></w:r>";

    private string Notice()
    {
        var made = CommandLine.PiiDocs(
            "make", Repository.PathTo("templates", "_cases", "003-maternity-nanny.yaml"), "-t", "pre-suit-notice", "-o", Folder);
        Assert.True(made.Code == 0, made.Error);
        return Path.Combine(Folder, Assert.Single(Files(), file => file.EndsWith(".docx", StringComparison.Ordinal)));
    }

    /// <summary>A document of ours with more at its end.</summary>
    private string Edited(params string[] blocks)
    {
        var docx = Notice();
        using var zip = ZipFile.Open(docx, ZipArchiveMode.Update);
        var entry = zip.GetEntry("word/document.xml")!;
        string xml;
        using (var reader = new StreamReader(entry.Open(), Encoding.UTF8))
        {
            xml = reader.ReadToEnd();
        }

        entry.Delete();
        using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
        writer.Write(xml.Insert(xml.IndexOf("<w:sectPr", StringComparison.Ordinal), string.Concat(blocks)));
        return docx;
    }

    private (int Code, string Messages, string Text) Pdf(string docx, string folder, params string[] options)
    {
        var output = Path.Combine(Folder, folder);
        var made = CommandLine.PiiDocs(["pdf", docx, "-o", output, .. options]);
        var pdf = Path.Combine(output, Path.ChangeExtension(Path.GetFileName(docx), ".pdf"));
        var text = made.Code == 0 ? CommandLine.Run("pdftotext", "-enc", "UTF-8", pdf, "-").Out : "";
        return (made.Code, made.Error, string.Concat(text.Where(each => each is '\f' || !char.IsWhiteSpace(each))));
    }
}
