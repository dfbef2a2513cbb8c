using System.Text.Json;
using PiiDocs.Unit.Support;

namespace PiiDocs.EndToEnd;

/// <summary>The commands, as the README promises them.</summary>
public sealed class CommandTests : Workplace
{
    private static string Sample(string name) => Repository.PathTo("templates", "_cases", $"{name}.yaml");

    [Fact]
    public void Make_writes_every_document_the_case_bears_and_says_where()
    {
        var outcome = CommandLine.PiiDocs("make", Sample("000-baoshan-platform"), "-t", "pre-suit-notice", "indictment-with-civil-claims", "-o", Folder);

        Assert.Equal(0, outcome.Code);
        Assert.Equal(2, Files().Count);
        Assert.All(Files(), file => Assert.EndsWith(".docx", file, StringComparison.Ordinal));
        Assert.Equal(2, outcome.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Make_twice_gives_the_same_bytes()
    {
        CommandLine.PiiDocs("make", Sample("003-maternity-nanny"), "-f", "docx,pdf", "-o", Path.Combine(Folder, "first"));
        CommandLine.PiiDocs("make", Sample("003-maternity-nanny"), "-f", "docx,pdf", "-o", Path.Combine(Folder, "second"));

        Assert.NotEmpty(Files("first"));
        Assert.All(Files("first"), file =>
            Assert.Equal(
                File.ReadAllBytes(Path.Combine(Folder, file)),
                File.ReadAllBytes(Path.Combine(Folder, file.Replace("first/", "second/", StringComparison.Ordinal)))));
    }

    [Fact]
    public void Json_output_is_one_object_with_files_and_diagnostics()
    {
        var outcome = CommandLine.PiiDocs("make", Sample("001a-medical-beauty-platform"), "-t", "apology-notice", "-o", Folder, "--json");
        using var json = JsonDocument.Parse(outcome.Out);

        var file = json.RootElement.GetProperty("files")[0];
        Assert.Equal("apology-notice", file.GetProperty("type").GetString());
        Assert.Equal("docx", file.GetProperty("format").GetString());
        Assert.Equal(0, json.RootElement.GetProperty("errors").GetInt32());
    }

    [Fact]
    public void A_missing_fact_stops_the_filing_and_shows_in_a_draft()
    {
        var text = File.ReadAllText(Sample("003-maternity-nanny"));
        var path = Write("no-phone.yaml", string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith("phone:", StringComparison.Ordinal))));

        var filing = CommandLine.PiiDocs("make", path, "-t", "pre-suit-notice", "-o", Path.Combine(Folder, "filing"));
        var draft = CommandLine.PiiDocs("show", path, "-t", "pre-suit-notice", "--draft");

        Assert.Equal(1, filing.Code);
        Assert.Empty(Files("filing"));
        Assert.Contains("$.office.contact.phone", filing.Error, StringComparison.Ordinal);
        Assert.Equal(0, draft.Code);
        Assert.Contains("【待补：", draft.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_finds_nothing_in_the_samples()
    {
        foreach (var sample in Directory.EnumerateFiles(Repository.PathTo("templates", "_cases"), "*.yaml"))
        {
            var outcome = CommandLine.PiiDocs("check", sample);

            Assert.True(outcome.Code == 0, outcome.Error);
        }
    }

    [Fact]
    public void Check_of_a_folder_checks_every_case_in_it_and_sums_up()
    {
        var cases = CommandLine.PiiDocs("check", Repository.PathTo("templates", "_cases"));
        var none = CommandLine.PiiDocs("check", Directory.CreateDirectory(Path.Combine(Folder, "nothing")).FullName);

        Assert.True(cases.Code == 0, cases.Error);
        Assert.Contains("案件 5 个，有错误的 0 个；检查文书 ", cases.Error, StringComparison.Ordinal);
        Assert.Equal(1, none.Code);
        Assert.Contains("PD7300", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_says_in_Chinese_or_English_what_a_code_means()
    {
        var chinese = CommandLine.PiiDocs("explain", "PD1012");
        var english = CommandLine.PiiDocs("explain", "pd1012", "--lang", "en");

        Assert.Equal(0, chinese.Code);
        Assert.StartsWith("PD1012：原因：", chinese.Out, StringComparison.Ordinal);
        Assert.Contains("。处理：", chinese.Out, StringComparison.Ordinal);
        Assert.StartsWith("PD1012. Cause:", english.Out, StringComparison.Ordinal);
        Assert.Equal(1, CommandLine.PiiDocs("explain", "PD0000").Code);
    }

    [Fact]
    public void A_case_that_lists_no_documents_makes_none_and_says_so()
    {
        var path = Write("bare.yaml", "id: bare\n");

        var outcome = CommandLine.PiiDocs("make", path, "--draft", "-o", Path.Combine(Folder, "out"), "--json");

        using var json = JsonDocument.Parse(outcome.Out);
        var found = Assert.Single(
            json.RootElement.GetProperty("diagnostics").EnumerateArray(),
            each => each.GetProperty("code").GetString() == "PD7006");
        Assert.Equal("error", found.GetProperty("severity").GetString());
        Assert.Equal(1, outcome.Code);
        Assert.Empty(Files("out"));
    }

    [Fact]
    public void New_makes_a_type_that_check_accepts()
    {
        var templates = Path.Combine(Folder, "templates");
        Copy(Repository.PathTo("templates"), templates);

        var made = CommandLine.PiiDocs("new", "working-letter", "--templates", templates);
        var check = CommandLine.PiiDocs("check", "working-letter", "--templates", templates);
        var again = CommandLine.PiiDocs("new", "working-letter", "--templates", templates);

        Assert.Equal(0, made.Code);
        Assert.True(check.Code == 0, check.Error);
        Assert.Equal(1, again.Code);
    }

    [Fact]
    public void Deadlines_stand_as_on_the_day_asked_for_in_table_json_and_calendar()
    {
        var path = Path.Combine(Folder, "case.ics");
        var table = CommandLine.PiiDocs("deadlines", Sample("003-maternity-nanny"), "--on", "2024-10-11", "--ics", path).Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var json = JsonDocument.Parse(CommandLine.PiiDocs("deadlines", Sample("003-maternity-nanny"), "--on", "2024-10-11", "--json").Out);
        var calendar = File.ReadAllText(path).Replace("\r\n ", "", StringComparison.Ordinal).Split("BEGIN:VEVENT")[1..];
        var listed = json.RootElement.GetProperty("deadlines").EnumerateArray().ToList();

        Assert.Contains("2025-01-10  进行中  T3 ", string.Join('\n', table), StringComparison.Ordinal);
        Assert.Equal(listed.Count, table.Length);
        Assert.Equal(listed.Count, calendar.Length);
        Assert.All(listed.Index(), each =>
        {
            var label = each.Item.GetProperty("stateLabel").GetString()!;
            Assert.StartsWith($"{each.Item.GetProperty("last").GetString()}  {label}", table[each.Index], StringComparison.Ordinal);
            Assert.Contains($"2024-10-11 {label}", calendar[each.Index], StringComparison.Ordinal);
            Assert.True(each.Item.GetProperty("done").ValueKind == JsonValueKind.Null || string.CompareOrdinal(each.Item.GetProperty("done").GetString(), "2024-10-11") <= 0);
        });
    }

    [Fact]
    public void A_misspelt_type_gets_its_neighbour_named()
    {
        var outcome = CommandLine.PiiDocs("check", "pre-suit-notise");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("pre-suit-notice", outcome.Error, StringComparison.Ordinal);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
