using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using PiiDocs.Unit.Support;

namespace PiiDocs.EndToEnd;

public sealed class BatchCommandTests : Workplace
{
    private static readonly string[] Reports = ["batch-report.jsonl", "batch-report.xlsx"];

    [Fact]
    public void A_sheet_filled_in_makes_documents_also_after_LibreOffice_has_saved_it()
    {
        var form = Path.Combine(Folder, "form.xlsx");
        Assert.Equal(0, CommandLine.PiiDocs("sheet", "-t", "pre-suit-notice", "-o", form, "--sample").Code);
        var saved = Directory.CreateDirectory(Path.Combine(Folder, "saved")).FullName;
        var office = CommandLine.Run("soffice", $"-env:UserInstallation=file://{Folder}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", saved, form);
        Assert.True(File.Exists(Path.Combine(saved, "form.xlsx")), office.Error);

        var first = CommandLine.PiiDocs("batch", form, "-t", "pre-suit-notice", "-f", "txt", "-o", Path.Combine(Folder, "first"));
        var second = CommandLine.PiiDocs("batch", Path.Combine(saved, "form.xlsx"), "-t", "pre-suit-notice", "-f", "txt", "-o", Path.Combine(Folder, "second"));

        Assert.True(first.Code == 0, first.Error);
        Assert.True(second.Code == 0, second.Error);
        Assert.Equal(4, Documents("first").Count);
        Assert.Equal(Documents("first"), Documents("second"));
        Assert.Equal(
            File.ReadAllText(Repository.PathTo("templates", "pre-suit-notice", "approved", "003-maternity-nanny.txt")),
            File.ReadAllText(Directory.GetFiles(Path.Combine(Folder, "second"), "*-003.txt").Single()));
    }

    [Fact]
    public void A_run_that_was_killed_goes_on_and_comes_to_the_same_bytes()
    {
        var rows = Rows(120);
        var whole = Batch(rows, "whole", "--workers", "1");
        Assert.True(whole.Code == 0, whole.Error);

        foreach (var after in new[] { 1, 20, 60 })
        {
            Kill(rows, "killed", after);
        }

        Directory.GetFiles(Path.Combine(Folder, "killed"), "*.docx").Take(1).ToList().ForEach(path => File.WriteAllText(path, "half"));
        var resumed = Batch(rows, "killed", "--workers", "2", "--json");
        Assert.True(resumed.Code == 0, resumed.Error);
        Assert.DoesNotContain("\"kept\": 0,", resumed.Out, StringComparison.Ordinal);
        Assert.Equal(Documents("whole"), Documents("killed"));
        Assert.Equal(Hashes("whole", Reports), Hashes("killed", Reports));

        var again = Batch(rows, "killed", "--json");
        Assert.Contains("\"made\": 0,", again.Out, StringComparison.Ordinal);
        Assert.Contains("\"kept\": 120,", again.Out, StringComparison.Ordinal);
        Assert.Equal(Hashes("whole", Reports), Hashes("killed", Reports));
    }

    [Fact]
    public void Numbers_come_in_the_order_of_the_rows_and_a_killed_run_burns_none()
    {
        var rows = Write("rows.csv", "案件编号,案件名称,documents.pre-suit-notice.number\n" + string.Concat(Enumerable.Range(1, 60).Select(i => $"{i:D5},第{i}案,auto\n")));
        var (whole, killed) = (Path.Combine(Folder, "whole.db"), Path.Combine(Folder, "killed.db"));
        Assert.Equal(0, Batch(rows, "whole", "--workers", "1", "--store", whole).Code);

        foreach (var after in new[] { 1, 10, 30 })
        {
            Kill(rows, "killed", after, "--store", killed);
        }

        var resumed = Batch(rows, "killed", "--workers", "2", "--store", killed);
        Assert.True(resumed.Code == 0, resumed.Error);
        Assert.Equal(Documents("whole"), Documents("killed"));
        Assert.Equal(Hashes("whole", Reports), Hashes("killed", Reports));
        var numbers = Numbers(killed);
        Assert.Equal(Enumerable.Range(1, 60).Select(i => ($"{i:D5}", i, "used")), numbers);
        Assert.Equal(numbers, Numbers(whole));
        Assert.Equal(0, CommandLine.PiiDocs("register", "check", "--store", killed).Code);

        Assert.Contains("\"kept\": 60,", Batch(rows, "killed", "--json", "--store", killed).Out, StringComparison.Ordinal);
        Assert.Equal(numbers, Numbers(killed));
    }

    [Fact]
    public void A_case_with_errors_is_given_no_number_and_a_register_that_cannot_be_written_ends_the_run()
    {
        var rows = Write("rows.csv", "案件编号,matter.law_act_date,documents.pre-suit-notice.number\n1,2023年13月1日,auto\n2,2023-06-30,auto\n");
        var store = Path.Combine(Folder, "registers.db");

        Assert.Equal(1, Batch(rows, "out", "--store", store).Code);
        Assert.Equal([("2", 1, "used")], Numbers(store));

        File.WriteAllText(Path.Combine(Folder, "broken.db"), new string('x', 5000));
        var refused = Batch(rows, "other", "--store", Path.Combine(Folder, "broken.db"));
        Assert.Equal(3, refused.Code);
        Assert.Contains("PD75", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_of_one_case_do_not_share_a_number()
    {
        var cases = Directory.CreateDirectory(Path.Combine(Folder, "cases")).FullName;
        var text = File.ReadAllText(Repository.PathTo("templates", "_cases", "003-maternity-nanny.yaml")).Replace("number: 沪静检刑诉〔2024〕12号", "number: auto", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(cases, "a.yaml"), text);
        File.WriteAllText(Path.Combine(cases, "b.yaml"), text);
        var store = Path.Combine(Folder, "registers.db");

        var outcome = CommandLine.PiiDocs("batch", cases, "-t", "criminal-indictment", "-f", "txt", "-o", Path.Combine(Folder, "out"), "--store", store);

        Assert.Equal(1, outcome.Code);
        Assert.Contains("PD7304", outcome.Error, StringComparison.Ordinal);
        Assert.Single(Documents("out"));
        Assert.Single(Numbers(store));
    }

    [Fact]
    public void A_run_that_is_interrupted_stops_cleanly_and_goes_on()
    {
        var rows = Rows(1500); // Enough that it is still at work when the signal comes, whatever else runs on the machine.
        using (var process = Start(rows, "out", 5))
        {
            Assert.Equal(0, CommandLine.Run("kill", "-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)).Code);
            Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)));
            Assert.Equal(3, process.ExitCode);
        }

        var report = File.ReadAllLines(Path.Combine(Folder, "out", "batch-report.jsonl"));
        Assert.InRange(report.Length, 1, 1499);
        Assert.Equal(Documents("out").Count, File.ReadAllLines(Path.Combine(Folder, "out", "batch-journal.jsonl")).Length);
        Assert.Empty(Directory.GetFiles(Path.Combine(Folder, "out"), "*.part"));
        Assert.Contains("\"cases\": 1500,", Batch(rows, "out", "--json").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_row_costs_itself_and_is_listed_with_sheet_row_column_and_field()
    {
        var rows = Write("rows.csv", "id,matter.title,matter.law_act_date\n1,甲案,2023-06-30\n2,乙案,2023年13月1日\n2,丙案,2023-06-30\n4,# 1 Holdings | **x**,2023-06-30\n");

        var outcome = Batch(rows, "out");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("rows.csv(3,3): error PD1012", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("[$.matter.law_act_date]", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("rows.csv(4,1): error PD1109", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(
            ["诉前公告-# 1 Holdings _ __x__-4.docx", "诉前公告-甲案-1.docx"],
            Documents("out").Select(each => each.Name));
        var report = File.ReadAllLines(Path.Combine(Folder, "out", "batch-report.jsonl"));
        Assert.Equal(4, report.Length);
        Assert.Contains("\"row\":3,\"column\":3,\"field\":\"$.matter.law_act_date\"", report[1], StringComparison.Ordinal);
    }

    [Fact]
    public void All_pages_come_in_one_file_for_printing()
    {
        var combined = Path.Combine(Folder, "all.pdf");
        var outcome = Batch(Rows(3), "out", "--combined", combined, "--double-sided");
        Assert.True(outcome.Code == 0, outcome.Error);

        Assert.Equal(0, CommandLine.Run("qpdf", "--check", combined).Code);
        var text = CommandLine.Run("pdftotext", "-layout", combined, "-").Out;
        Assert.Equal(3, text.Split("特此公告").Length - 1);
        var first = text.Split('\f').Select((page, i) => (Page: page, Number: i + 1)).Where(each => each.Page.Contains("本院在履行公益诉讼", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, first.Count);
        Assert.All(first, each => Assert.Equal(1, each.Number % 2));
        Assert.Empty(Directory.GetFiles(Folder, "*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public void The_file_for_printing_does_not_go_over_the_table_of_cases()
    {
        var rows = Rows(1);
        var before = File.ReadAllText(rows);

        Assert.Equal(2, Batch(rows, "out", "--combined", rows).Code);

        Assert.Equal(before, File.ReadAllText(rows));
    }

    [Fact]
    public void Two_runs_do_not_work_in_one_folder()
    {
        var rows = Rows(1);
        Directory.CreateDirectory(Path.Combine(Folder, "out"));
        using var held = new FileStream(Path.Combine(Folder, "out", "batch-journal.jsonl"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var outcome = Batch(rows, "out");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("PD7303", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_cannot_be_used_makes_nothing()
    {
        var outcome = Batch(Write("rows.csv", "id,matter.titel\n1,甲\n"), "out");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("rows.csv(1,2): error PD1104", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Files("out"));
    }

    private Outcome Batch(string rows, string folder, params string[] more) =>
        CommandLine.PiiDocs([.. Arguments(rows, folder), .. more]);

    private string[] Arguments(string rows, string folder) =>
    [
        "batch", rows, "-t", "pre-suit-notice", "-o", Path.Combine(Folder, folder),
        "--base", Repository.PathTo("templates", "_cases", "003-maternity-nanny.yaml"),
    ];

    private string Rows(int count) =>
        Write("rows.csv", "案件编号,案件名称\n" + string.Concat(Enumerable.Range(1, count).Select(i => $"{i:D5},第{i}案\n")));

    /// <summary>Starts a run and kills it without warning once so many files are there.</summary>
    private void Kill(string rows, string folder, int files, params string[] more)
    {
        using var process = Start(rows, folder, files, more);
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    /// <summary>A run that has made so many files.</summary>
    private Process Start(string rows, string folder, int files, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet", [CommandLine.Program, .. Arguments(rows, folder), "--workers", "2", .. more])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        var process = Process.Start(start)!;
        var output = Path.Combine(Folder, folder);
        while (!process.HasExited && (!Directory.Exists(output) || Directory.GetFiles(output, "*.docx").Length < files))
        {
            Thread.Sleep(5);
        }

        return process;
    }

    private static List<(string Case, int Serial, string State)> Numbers(string store)
    {
        using var json = JsonDocument.Parse(CommandLine.PiiDocs("register", "list", "--json", "--store", store).Out);
        return [.. json.RootElement.GetProperty("numbers").EnumerateArray().Select(each =>
            (each.GetProperty("caseId").GetString()!, each.GetProperty("serial").GetInt32(), each.GetProperty("state").GetString()!))];
    }

    private List<(string Name, string Hash)> Documents(string folder) =>
    [
        .. from path in Directory.EnumerateFiles(Path.Combine(Folder, folder))
           let name = Path.GetFileName(path)
           where !name.StartsWith("batch-", StringComparison.Ordinal)
           orderby name
           select (name, HashOf(path)),
    ];

    private List<string> Hashes(string folder, IEnumerable<string> names) => [.. names.Select(name => HashOf(Path.Combine(Folder, folder, name)))];

    private static string HashOf(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
}
