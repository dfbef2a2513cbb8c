using Microsoft.Data.Sqlite;
using PiiDocs.Core;
using PiiDocs.Registers;
using PiiDocs.Registers.Stores;

namespace PiiDocs.Unit.Registers;

/// <summary>Numbers are given without gaps, states only go forward, and the log shows every change.</summary>
public sealed class RegisterTests : IDisposable
{
    private static readonly NumberSeries Indictments = new("沪测检", "criminal-indictment", 2024);

    private readonly string _folder = Directory.CreateTempSubdirectory("piidocs-").FullName;
    private readonly Clock _clock = new();
    private readonly DiagnosticBag _diagnostics = new();

    private string File => Path.Combine(_folder, "registers.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Numbers_of_a_series_follow_one_another()
    {
        var store = Open();

        var numbers = Enumerable.Range(1, 3).Select(n => store.Numbers.Reserve(Request($"case-{n}"), "zhang").Number);

        Assert.Equal(["沪测检刑诉〔2024〕1号", "沪测检刑诉〔2024〕2号", "沪测检刑诉〔2024〕3号"], numbers);
    }

    [Fact]
    public void A_new_year_and_another_office_begin_at_one()
    {
        var store = Open();
        store.Numbers.Reserve(Request("a"), "zhang");

        Assert.Equal(1, store.Numbers.Reserve(Request("a") with { Series = Indictments with { Year = 2025 }, Pattern = "沪测检刑诉〔2025〕{serial}号" }, "zhang").Serial);
        Assert.Equal(1, store.Numbers.Reserve(Request("a") with { Series = Indictments with { Office = "京测检" }, Pattern = "京测检刑诉〔2024〕{serial}号" }, "zhang").Serial);
    }

    [Fact]
    public void A_document_asked_for_twice_keeps_its_number_until_that_is_void()
    {
        var store = Open();
        var first = store.Numbers.Reserve(Request("a"), "zhang");

        Assert.Equal(first.Number, store.Numbers.Reserve(Request("a"), "wang").Number);

        store.Numbers.Void(first.Number, "误取", "zhang", _diagnostics);
        Assert.Equal(2, store.Numbers.Reserve(Request("a"), "zhang").Serial);
    }

    [Fact]
    public void A_number_goes_from_reserved_to_used_to_void_and_never_back()
    {
        var store = Open();
        var number = store.Numbers.Reserve(Request("a"), "zhang").Number;

        Assert.Equal(NumberState.Used, store.Numbers.Use(number, "aa", "zhang", _diagnostics)!.State);
        Assert.Equal("打印错误", store.Numbers.Void(number, "打印错误", "zhang", _diagnostics)!.VoidReason);
        Assert.Empty(_diagnostics.Items);

        Assert.Null(store.Numbers.Use(number, "bb", "zhang", _diagnostics));
        Assert.Null(store.Numbers.Void(number, "再次", "zhang", _diagnostics));
        Assert.Null(store.Numbers.Use("沪测检刑诉〔2024〕99号", "aa", "zhang", _diagnostics));
        Assert.Equal(["PD7511", "PD7511", "PD7510"], _diagnostics.Items.Select(each => each.Code));
    }

    [Fact]
    public void Imported_numbers_are_taken_over_all_or_none_and_the_register_goes_on_after_them()
    {
        var store = Open();
        store.Numbers.Reserve(Request("a"), "zhang");

        Assert.Equal(0, store.Numbers.Import([Imported(5), Imported(1), Imported(5)], "zhang", _diagnostics));
        Assert.Equal(["PD7512", "PD7512"], _diagnostics.Items.Select(each => each.Code));
        Assert.Single(store.Numbers.List(new()));

        Assert.Equal(2, store.Numbers.Import([Imported(5), Imported(6)], "zhang", new()));
        Assert.Equal(7, store.Numbers.Reserve(Request("b"), "zhang").Serial);
    }

    [Fact]
    public void Check_finds_gaps_stale_reservations_and_two_numbers_of_one_document()
    {
        var store = Open();
        store.Numbers.Import([Imported(3, "a")], "zhang", new());
        store.Numbers.Reserve(Request("a") with { Series = Indictments with { Year = 2025 }, Pattern = "沪测检刑诉〔2025〕{serial}号" }, "zhang");
        _clock.Time += TimeSpan.FromDays(40);

        RegisterCheck.Run(store, TimeSpan.FromDays(30), _clock, _diagnostics);

        Assert.Equal(["PD7520", "PD7521", "PD7522"], _diagnostics.Items.Select(each => each.Code));
        Assert.Contains("1 至 2", _diagnostics.Items[0].Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_register_that_lost_a_table_is_named()
    {
        var store = Open();
        store.Numbers.Reserve(Request("a"), "zhang");
        Execute("drop table numbers");

        Assert.Equal("PD7505", Assert.Throws<RegisterUnavailableException>(() => store.Numbers.List(new())).Diagnostic.Code);
    }

    [Theory]
    [InlineData("state = 'used'")]
    [InlineData("case_id = 'b'")]
    [InlineData("type = 'press-release'")]
    public void A_row_changed_behind_the_register_s_back_disagrees_with_the_log(string change)
    {
        var store = Open();
        store.Numbers.Reserve(Request("a"), "zhang");
        Execute($"update numbers set {change}");

        RegisterCheck.Run(store, TimeSpan.FromDays(30), _clock, _diagnostics);

        Assert.Equal(["PD7523"], _diagnostics.Items.Select(each => each.Code));
    }

    [Fact]
    public void The_log_refuses_changes_and_shows_those_made_with_force()
    {
        var store = Open();
        store.Audit.Add("zhang", "case.read", "003", "hash=aa");
        store.Audit.Add("zhang", "case.read", "003", "hash=bb");

        Assert.Throws<SqliteException>(() => Execute("update audit set who = 'wang' where seq = 1"));
        Assert.Throws<SqliteException>(() => Execute("delete from audit"));

        Execute("drop trigger audit_is_not_rewritten; update audit set who = 'wang' where seq = 1");
        Assert.Null(store.Audit.Verify(_diagnostics));
        Assert.Equal(["PD7524"], _diagnostics.Items.Select(each => each.Code));
    }

    [Fact]
    public void A_log_cut_short_no_longer_holds_the_seal_noted_before()
    {
        var store = Open();
        store.Audit.Add("zhang", "case.read", "003", "");
        store.Audit.Add("zhang", "case.read", "003", "");
        var seal = store.Audit.Verify(_diagnostics)!;
        Execute("drop trigger audit_is_not_shortened; delete from audit where seq = 2");

        Assert.NotNull(store.Audit.Verify(_diagnostics));
        Assert.Null(store.Audit.Verify(_diagnostics, seal.Hash));
        Assert.Equal(["PD7525"], _diagnostics.Items.Select(each => each.Code));
    }

    [Fact]
    public void A_number_row_cannot_be_deleted()
    {
        Open().Numbers.Reserve(Request("a"), "zhang");

        Assert.Throws<SqliteException>(() => Execute("delete from numbers"));
    }

    [Fact]
    public void Publications_and_service_are_kept_with_their_proofs()
    {
        var store = Open();
        var id = store.Publications.Record(new()
        {
            CaseId = "003",
            Type = "pre-suit-notice",
            Title = "诉前公告",
            Audience = "public",
            Rules = "default aa",
            Files = "a.pdf bb",
            InputHash = "cc",
            RecordedBy = "zhang",
        });
        store.Publications.Complete(id, new("测试报", "2024-10-28", "3", null) { RunsFrom = "2024-10-28", RunsTo = "2024-11-27" }, "zhang");
        store.Services.Record(new()
        {
            CaseId = "003",
            Type = "criminal-indictment",
            Recipient = "测某某",
            Method = "直接送达",
            ServedOn = "2024-11-01",
            RecordedBy = "zhang",
        });

        var publication = Assert.Single(store.Publications.List("003"));
        Assert.Equal(("测试报", "2024-11-27"), (publication.Medium, publication.RunsTo));
        Assert.Empty(store.Publications.List("004"));
        Assert.Equal("直接送达", Assert.Single(store.Services.List("003")).Method);
        Assert.Null(store.Publications.Complete(99, new("测试报", "2024-10-28", null, null), "zhang"));
        Assert.Equal(["publication.record", "publication.complete", "service.record"], store.Audit.Newest(9).Select(entry => entry.Action));
    }

    [Fact]
    public void A_backup_holds_everything_and_can_be_gone_on_with()
    {
        var store = Open();
        store.Numbers.Reserve(Request("a"), "zhang");
        store.Numbers.Reserve(Request("b"), "zhang");
        var backup = Open("backup.db");

        Assert.Equal(4, store.CopyTo(backup));

        Assert.Equal(store.Numbers.List(new()).AsEnumerable(), backup.Numbers.List(new()).AsEnumerable());
        Assert.Equal(store.Audit.Verify(_diagnostics), backup.Audit.Verify(_diagnostics));
        Assert.Equal(3, backup.Numbers.Reserve(Request("c"), "zhang").Serial);
        Assert.Equal("PD7508", Refusal(() => store.CopyTo(backup)));
    }

    [Fact]
    public void A_register_of_a_newer_version_is_not_touched()
    {
        Open();
        Execute("insert into schema_versions (version) values (99)");

        Assert.Equal("PD7506", Refusal(() => Open()));
    }

    [Fact]
    public void A_file_that_is_no_database_is_not_touched()
    {
        System.IO.File.WriteAllText(File, new string('x', 5000));

        Assert.Equal("PD7505", Refusal(() => Open()));
        Assert.Equal(5000, new FileInfo(File).Length);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_cannot_be_written()
    {
        Directory.CreateDirectory(File);

        Assert.Equal("PD7503", Refusal(() => Open()));
    }

    [Fact]
    public void A_program_that_holds_the_file_too_long_is_named_as_the_cause()
    {
        Open();
        var database = new SqliteDatabase(File, SqliteOpenMode.ReadWrite, patience: 1);
        using var holder = database.Connect();
        using var held = database.BeginWrite(holder);
        using var waiting = database.Connect();

        var failure = Assert.Throws<SqliteException>(() => database.BeginWrite(waiting));

        Assert.Equal("PD7502", database.Explain(failure, File)!.Code);
    }

    [Fact]
    public void A_full_disk_is_named_as_the_cause()
    {
        Open();
        var database = new SqliteDatabase(File, SqliteOpenMode.ReadWrite);
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma max_page_count = 1";
        command.ExecuteScalar();
        command.CommandText = "create table filler as select randomblob(1000000) as bytes";

        var failure = Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());

        Assert.Equal("PD7504", database.Explain(failure, File)!.Code);
    }

    [Theory]
    [InlineData("mysql://host/database")]
    [InlineData("postgres://")]
    [InlineData("postgres://host")]
    public void An_address_of_another_kind_is_refused(string address)
    {
        Assert.Null(StoreAddress.Parse(address, _diagnostics));
        Assert.Equal(["PD7501"], _diagnostics.Items.Select(each => each.Code));
    }

    [Fact]
    public void An_address_is_shown_without_its_password()
    {
        Assert.Equal("postgres://host/office", StoreAddress.Parse("postgres://user:secret@host:5433/office", _diagnostics)!.Shown);
    }

    [Fact]
    public void A_server_that_is_not_there_is_said_to_be_unreachable()
    {
        // Port 1 of this machine: nobody listens there.
        var address = StoreAddress.Parse("postgres://nobody@127.0.0.1:1/office", _diagnostics)!;

        Assert.Equal("PD7507", Refusal(() => RegisterStore.Open(address, _clock)));
    }

    private static string Refusal(Action action) => Assert.Throws<RegisterUnavailableException>(action).Diagnostic.Code;

    private static string Refusal<T>(Func<T> action) => Refusal(() => { _ = action(); });

    private static NumberRequest Request(string caseId) => new(Indictments, "沪测检刑诉〔2024〕{serial}号", caseId, "criminal-indictment");

    private static ImportedNumber Imported(int serial, string caseId = "") =>
        new(Indictments, serial, $"沪测检刑诉〔2024〕{serial}号", caseId, "criminal-indictment", null);

    private RegisterStore Open(string name = "registers.db") =>
        RegisterStore.Open(StoreAddress.Parse(Path.Combine(_folder, name), _diagnostics)!, _clock);

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
