using System.IO.Compression;
using System.Text.Json;
using PiiDocs.Unit.Support;

namespace PiiDocs.EndToEnd;

/// <summary><c>piidocs scan</c> as its users meet it: exit codes, reports that leak nothing, files that other programs made.</summary>
public sealed class ScanTests : Workplace
{
    [Fact]
    public void A_clean_file_ends_with_0()
    {
        var outcome = CommandLine.PiiDocs("scan", Write("a.txt", "被告人韩某某，男，1990年出生。"));

        Assert.Equal((0, ""), (outcome.Code, outcome.Out));
    }

    [Fact]
    public void A_hit_ends_with_1_and_shows_no_value()
    {
        var outcome = CommandLine.PiiDocs("scan", Write("a.html", "<html><body><!-- 手机13000000000 --></body></html>"));

        Assert.Equal(1, outcome.Code);
        Assert.Contains("PD9502", outcome.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("13000000000", outcome.Out + outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_ends_with_3() =>
        Assert.Equal(3, CommandLine.PiiDocs("scan", Write("a.pdf", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer <</Encrypt 2 0 R>>\n")).Code);

    [Fact]
    public void A_missing_file_ends_with_3() => Assert.Equal(3, CommandLine.PiiDocs("scan", Path.Combine(Folder, "none.txt")).Code);

    [Fact]
    public void Documents_of_a_case_show_its_identifiers_in_every_format()
    {
        var samples = Repository.PathTo("templates", "_cases", "000-baoshan-platform.yaml");
        var made = CommandLine.PiiDocs("make", samples, "--type", "indictment-with-civil-claims", "--format", "docx,pdf", "-o", Folder);
        Assert.Equal(0, made.Code);

        var outcome = CommandLine.PiiDocs("scan", Folder, "--case", samples, "--json");

        Assert.Equal(1, outcome.Code);
        var files = JsonDocument.Parse(outcome.Out).RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(2, files.Count);
        Assert.All(files, file => Assert.Contains(file.GetProperty("hits").EnumerateArray(), hit => hit.GetProperty("rule").GetString() == "case/id-number"));
        Assert.All(files, file => Assert.Empty(file.GetProperty("obstacles").EnumerateArray()));
    }

    [Fact]
    public void The_report_of_a_folder_leaks_nothing()
    {
        Write("钱示例13000000000.txt", "姓名：钱示例，男，身份证号990000199001010017，手机13000000000");
        using (var archive = ZipFile.Open(Path.Combine(Folder, "b.zip"), ZipArchiveMode.Create))
        {
            using var writer = new StreamWriter(archive.CreateEntry("13000000000.txt").Open());
            writer.Write("卡号6222020000000000000");
        }

        var report = Path.Combine(Folder, "report");
        var scanned = CommandLine.PiiDocs("scan", Folder, "--report", report);
        var again = CommandLine.PiiDocs("scan", report);

        Assert.Equal(1, scanned.Code);
        Assert.Equal((0, ""), (again.Code, again.Out));
        Assert.Equal(["report/scan-report.html", "report/scan-report.xlsx"], Files("report"));
    }

    [Fact]
    public void The_report_is_in_the_language_asked_for()
    {
        Write("a.txt", "手机13000000000");
        CommandLine.PiiDocs("scan", Path.Combine(Folder, "a.txt"), "--report", Path.Combine(Folder, "zh"));
        CommandLine.PiiDocs("scan", Path.Combine(Folder, "a.txt"), "--report", Path.Combine(Folder, "en"), "--lang", "en");

        var (chinese, english) = (File.ReadAllText(Path.Combine(Folder, "zh", "scan-report.html")), File.ReadAllText(Path.Combine(Folder, "en", "scan-report.html")));
        Assert.Contains("<html lang=\"zh-CN\">", chinese, StringComparison.Ordinal);
        Assert.Contains("<td>高</td>", chinese, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains("<td>telephone number</td>", english, StringComparison.Ordinal);
        Assert.DoesNotContain("把握", english, StringComparison.Ordinal);
        using var workbook = ZipFile.OpenRead(Path.Combine(Folder, "en", "scan-report.xlsx"));
        var sheets = string.Concat(workbook.Entries.Where(entry => entry.FullName.StartsWith("xl/", StringComparison.Ordinal)).Select(entry => new StreamReader(entry.Open()).ReadToEnd()));
        Assert.Contains("Confidence", sheets, StringComparison.Ordinal);
        Assert.DoesNotContain("处理情况", sheets, StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_names_the_rule()
    {
        var outcome = CommandLine.PiiDocs("scan", Write("a.txt", "手机13000000000"), "--sarif");

        var result = JsonDocument.Parse(outcome.Out).RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        Assert.Equal("PD9502", result.GetProperty("ruleId").GetString());
    }
}
