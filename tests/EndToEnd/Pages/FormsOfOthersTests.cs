using System.IO.Compression;
using PiiDocs.Unit.Support;

namespace PiiDocs.EndToEnd.Pages;

/// <summary><c>piidocs pdf FILE.docx</c>: forms of other offices, with labels set from top to bottom beside rows they share.</summary>
public sealed class FormsOfOthersTests : Workplace
{
    private const string Label = "<w:textDirection w:val=\"tbRlV\"/><w:vAlign w:val=\"center\"/>";

    // As a reader comes to it: cell by cell, row by row.
    private const string Text = "受送达人（单位）姓名或者名称某某科技有限公司第12号，2024年5月住所地某市某区某路1号备注送达人：受送达人：";

    [Fact]
    public void The_text_is_read_cell_by_cell_by_other_programs()
    {
        var pdf = Pdf("2a");

        var spoken = CommandLine.Run("pdfinfo", "-enc", "UTF-8", "-struct-text", pdf).Out.Split('\n').Select(line => line.Trim()).ToList();
        Assert.Equal(Text, string.Concat(spoken.Where(line => line.StartsWith('"')).Select(line => line[1..^1])));
        Assert.Single(spoken, line => line == "/RowSpan 3");
        var raw = CommandLine.Run("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-").Out;
        Assert.StartsWith(Text, string.Concat(raw.Where(each => !char.IsWhiteSpace(each))), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_programs_find_nothing_to_fault()
    {
        var pdf = Pdf("1b");

        var check = CommandLine.Run("qpdf", "--check", pdf);
        Assert.Equal((0, ""), (check.Code, check.Error));
        var judged = CommandLine.Run(Repository.PathTo("tests", "EndToEnd", "preflight.sh"), pdf);
        Assert.True(judged.Code == 0, judged.Out + judged.Error);
    }

    private string Pdf(string archive)
    {
        var lines = string.Concat(new[] { "top", "left", "bottom", "right", "insideH", "insideV" }.Select(side => $"<w:{side} w:val=\"single\" w:sz=\"4\"/>"));
        var form = $"<w:tbl><w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr>{Grid(800, 2000, 5000)}"
            + Row(Cell("受送达人（单位）", $"<w:vMerge w:val=\"restart\"/>{Label}"), Cell("姓名或者名称"), Cell("某某科技有限公司"))
            + Row(Cell("", $"<w:vMerge/>{Label}"), Cell("第12号，2024年5月", Label), Cell(""))
            + Row(Cell("", $"<w:vMerge/>{Label}"), Cell("住所地"), Cell("某市某区某路1号"))
            + $"{Row(Cell("备注", Label), Cell(""), Cell(""))}</w:tbl>";
        var layout = $"<w:tbl><w:tblPr/>{Grid(4000, 4000)}{Row(Cell("送达人："), Cell("受送达人："))}</w:tbl>";
        var docx = Path.Combine(Folder, "form.docx");
        using (var zip = ZipFile.Open(docx, ZipArchiveMode.Create))
        {
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            writer.Write($"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{form}<w:p/>{layout}</w:body></w:document>");
        }

        var made = CommandLine.PiiDocs("pdf", docx, "-o", Folder, "--pdfa", archive);
        Assert.True(made.Code == 0, made.Error);
        Assert.DoesNotContain("PD50", made.Error, StringComparison.Ordinal);
        return Path.Combine(Folder, "form.pdf");
    }

    private static string Grid(params int[] widths) => $"<w:tblGrid>{string.Concat(widths.Select(width => $"<w:gridCol w:w=\"{width}\"/>"))}</w:tblGrid>";

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    private static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>";
}
