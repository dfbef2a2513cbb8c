using System.Diagnostics;
using System.Text.Json;
using PiiDocs.Unit.Support;

namespace PiiDocs.EndToEnd.Registers;

/// <summary>The register as clerks use it: from many processes at once, killed at any moment, on both databases.</summary>
public sealed class RegisterCommandTests(PostgresServer server) : Workplace, IClassFixture<PostgresServer>
{
    private const string Type = "criminal-indictment";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sixteen_processes_get_sixteen_different_numbers_without_a_gap(bool onServer)
    {
        var store = NewStore(onServer);
        var cases = Enumerable.Range(1, 16).Select(n => CaseOf($"case-{n}", "auto")).ToList();

        var processes = cases.Select(path => Start("register", "reserve", path, "-t", Type, "--store", store)).ToList();
        var complaints = processes.Select(process => process.StandardError.ReadToEnd()).ToList();
        processes.ForEach(process => process.WaitForExit());

        Assert.All(processes.Zip(complaints), each => Assert.True(each.First.ExitCode == 0, each.Second));
        Assert.Equal(Enumerable.Range(1, 16), Serials(store));
        Assert.Equal(0, CommandLine.PiiDocs("register", "check", "--store", store).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_process_killed_at_any_moment_leaves_no_gap_and_no_half_written_row(bool onServer)
    {
        var store = NewStore(onServer);
        CommandLine.PiiDocs("register", "list", "--store", store);
        var random = new Random(20241028);
        var cases = Enumerable.Range(1, 12).Select(n => CaseOf($"case-{n}", "auto")).ToList();
        var processes = cases.Select(path => Start("register", "reserve", path, "-t", Type, "--store", store)).ToList();
        foreach (var process in processes)
        {
            Thread.Sleep(random.Next(0, 400));
            process.Kill();
            process.WaitForExit();
        }

        Assert.Equal(0, CommandLine.PiiDocs("register", "check", "--store", store).Code);
        var serials = Serials(store);
        Assert.Equal(Enumerable.Range(1, serials.Count), serials);

        // Whoever was killed asks again: the same number where it had one, the next where it had none.
        cases.ForEach(path => Assert.Equal(0, CommandLine.PiiDocs("register", "reserve", path, "-t", Type, "--store", store).Code));
        Assert.Equal(Enumerable.Range(1, 12), Serials(store));
    }

    [Fact]
    public void Make_gives_an_open_number_uses_it_and_gives_it_again_the_next_time()
    {
        var store = NewStore(onServer: false);
        var path = CaseOf("003", "auto");

        var first = CommandLine.PiiDocs("make", path, "-t", Type, "-o", Path.Combine(Folder, "out"), "--format", "txt", "--store", store);
        var second = CommandLine.PiiDocs("make", path, "-t", Type, "-o", Path.Combine(Folder, "out2"), "--format", "txt", "--store", store);

        Assert.True(first.Code == 0, first.Error);
        var text = File.ReadAllText(Path.Combine(Folder, Files("out")[0]));
        Assert.Contains("沪静检刑诉〔2024〕1号", text, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(Path.Combine(Folder, Files("out2")[0])));
        Assert.Equal(0, second.Code);
        var number = Assert.Single(Numbers(store));
        Assert.Equal(("used", "003"), (number.GetProperty("state").GetString(), number.GetProperty("caseId").GetString()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_batch_numbers_its_rows_in_order_on_either_database(bool onServer)
    {
        var store = NewStore(onServer);
        var rows = Write("rows.csv", "案件编号,案件名称,documents.pre-suit-notice.number\n" + string.Concat(Enumerable.Range(1, 24).Select(n => $"{n:D3},第{n}案,auto\n")));
        string[] order =
        [
            "batch", rows, "-t", "pre-suit-notice", "--base", Repository.PathTo("templates", "_cases", "003-maternity-nanny.yaml"),
            "-f", "txt", "--workers", "4", "-o", Path.Combine(Folder, "out"), "--store", store, "--json",
        ];

        var first = CommandLine.PiiDocs(order);
        var second = CommandLine.PiiDocs(order);

        Assert.True(first.Code == 0, first.Error);
        Assert.Contains("\"kept\": 24,", second.Out, StringComparison.Ordinal);
        Assert.Equal(
            Enumerable.Range(1, 24).Select(n => ($"{n:D3}", n, "used")),
            Numbers(store).Select(each => (each.GetProperty("caseId").GetString()!, each.GetProperty("serial").GetInt32(), each.GetProperty("state").GetString()!)));
        Assert.Equal(0, CommandLine.PiiDocs("register", "check", "--store", store).Code);
    }

    [Fact]
    public void An_open_number_stops_a_filing_where_no_register_is_named()
    {
        var outcome = CommandLine.PiiDocs("make", CaseOf("003", "auto"), "-t", Type, "-o", Path.Combine(Folder, "out"), "--format", "txt");

        Assert.Equal(1, outcome.Code);
        Assert.Contains("warning PD7534", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("--store", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Files("out"));
    }

    [Fact]
    public void Reserve_writes_the_number_into_the_case_and_leaves_the_rest_as_it_stands()
    {
        var path = CaseOf("003", "auto");
        var before = File.ReadAllText(path);

        Assert.Equal(0, CommandLine.PiiDocs("register", "reserve", path, "-t", Type, "--write", "--store", NewStore(onServer: false)).Code);

        Assert.Equal(before.Replace("number: auto", "number: 沪静检刑诉〔2024〕1号", StringComparison.Ordinal), File.ReadAllText(path));
    }

    [Theory]
    [InlineData("procuratorial-opinion", "PD7536")]
    [InlineData("pre-suit-notice", "PD7536")]
    [InlineData("press-release", "PD7532")]
    [InlineData("no-such-type", "error PD")]
    public void A_number_that_is_not_given_is_not_passed_over_in_silence(string type, string code)
    {
        var path = Write("case.yaml", File.ReadAllText(CaseOf("003", "auto")).Replace("  procuratorial-opinion:", "  x-other:", StringComparison.Ordinal));

        var outcome = CommandLine.PiiDocs("register", "reserve", path, "-t", type, "--store", NewStore(onServer: false));

        Assert.Equal(1, outcome.Code);
        Assert.Contains(code, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_used_numbers_is_taken_over_or_refused_whole_with_the_line()
    {
        var store = NewStore(onServer: false);
        var bad = Write("bad.txt", "沪静检刑诉〔2024〕1号,003\n不是文号\n沪静检刑诉〔2024〕9号至沪静检建〔2024〕12号\n");
        var good = Write("good.txt", "# 2024 年\n沪静检刑诉〔2024〕1号至沪静检刑诉〔2024〕4号\n沪静检刑附民公诉〔2024〕1号, 003\n");

        var refused = CommandLine.PiiDocs("register", "import", bad, "--store", store);
        Assert.Equal(1, refused.Code);
        Assert.Contains("bad.txt(2,1): error PD7513", refused.Error, StringComparison.Ordinal);
        Assert.Contains("bad.txt(3,1): error PD7513", refused.Error, StringComparison.Ordinal);
        Assert.Empty(Numbers(store));

        Assert.Equal(0, CommandLine.PiiDocs("register", "import", good, "--store", store).Code);
        Assert.Equal(5, Numbers(store).Count);
    }

    [Fact]
    public void A_case_without_the_office_s_short_name_gets_no_number()
    {
        var path = CaseOf("003", "auto");
        File.WriteAllText(path, string.Join('\n', File.ReadAllText(path).Split('\n').Where(line => !line.Contains("short_name: 沪静检", StringComparison.Ordinal))));

        var outcome = CommandLine.PiiDocs("register", "reserve", path, "-t", Type, "--store", NewStore(onServer: false));

        Assert.Equal(1, outcome.Code);
        Assert.Contains("PD7530", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_without_a_pattern_gets_no_number()
    {
        var templates = Path.Combine(Folder, "templates");
        CommandLine.Run("cp", "-r", Repository.PathTo("templates"), templates);
        var file = Path.Combine(templates, "_numbering.yaml");
        File.WriteAllText(file, string.Join('\n', File.ReadAllText(file).Split('\n').Where(line => !line.Contains($" {Type}:", StringComparison.Ordinal))));

        var outcome = CommandLine.PiiDocs("register", "reserve", CaseOf("003", "auto"), "-t", Type, "--templates", templates, "--store", NewStore(onServer: false));

        Assert.Equal(1, outcome.Code);
        Assert.Contains("PD7531", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Registers_move_from_a_file_to_a_server_and_back_as_they_are()
    {
        var (file, onServer, back) = (NewStore(onServer: false), NewStore(onServer: true), Path.Combine(Folder, "back.db"));
        CommandLine.PiiDocs("register", "reserve", CaseOf("003", "auto"), "-t", Type, "--store", file);

        Assert.Equal(0, CommandLine.PiiDocs("register", "backup", onServer, "--store", file).Code);
        Assert.Equal(0, CommandLine.PiiDocs("register", "backup", back, "--store", onServer).Code);

        Assert.Equal(CommandLine.PiiDocs("register", "list", "--json", "--store", file).Out, CommandLine.PiiDocs("register", "list", "--json", "--store", back).Out);
        Assert.Equal(CommandLine.PiiDocs("audit", "verify", "--store", file).Out, CommandLine.PiiDocs("audit", "verify", "--store", back).Out);
        Assert.Equal(0, CommandLine.PiiDocs("register", "check", "--store", onServer).Code);
    }

    [Fact]
    public void A_publication_that_does_not_exist_cannot_be_completed()
    {
        var outcome = CommandLine.PiiDocs("publications", "complete", "7", "--medium", "测试报", "--on", "2024-10-28", "--store", NewStore(onServer: false));

        Assert.Equal(1, outcome.Code);
        Assert.Contains("PD7514", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Service_is_recorded_and_listed()
    {
        var store = NewStore(onServer: true);
        string[] record = ["services", "record", "--of", "003", "-t", Type, "--recipient", "测某某", "--method", "直接送达", "--on", "2024-11-01", "--store", store];

        Assert.Equal(0, CommandLine.PiiDocs(record).Code);
        Assert.Contains("直接送达  2024-11-01", CommandLine.PiiDocs("services", "list", "--store", store).Out, StringComparison.Ordinal);
    }

    private string NewStore(bool onServer) => onServer ? server.NewDatabase() : Path.Combine(Folder, "registers.db");

    /// <summary>Case 003 under another id, with the indictment's number as given.</summary>
    private string CaseOf(string id, string number)
    {
        var text = File.ReadAllText(Repository.PathTo("templates", "_cases", "003-maternity-nanny.yaml"));
        return Write($"{id}.yaml", text
            .Replace("id: \"003\"", $"id: \"{id}\"", StringComparison.Ordinal)
            .Replace("number: 沪静检刑诉〔2024〕12号  # 合成", $"number: {number}", StringComparison.Ordinal));
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(
        "dotnet", [CommandLine.Program, .. arguments]) { WorkingDirectory = Repository.Root, RedirectStandardError = true })!;

    private static List<int> Serials(string store) => [.. Numbers(store).Select(number => number.GetProperty("serial").GetInt32())];

    private static List<JsonElement> Numbers(string store)
    {
        var outcome = CommandLine.PiiDocs("register", "list", "--json", "--store", store);
        Assert.True(outcome.Code == 0, outcome.Error);
        return [.. JsonDocument.Parse(outcome.Out).RootElement.GetProperty("numbers").EnumerateArray()];
    }
}
