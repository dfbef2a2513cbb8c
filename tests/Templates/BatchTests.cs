using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Generation.Batch;
using PiiDocs.Registers;
using PiiDocs.Typesetting.Fonts;
using PiiDocs.Unit.Support;

namespace PiiDocs.Templates;

/// <summary>The runner over the project's own cases: order, memory of what was made, and what stops it.</summary>
public sealed class BatchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("piidocs-batch-").FullName;

    private string Output => Path.Combine(_folder, "out");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Outcomes_come_in_the_order_of_the_cases_whatever_the_workers()
    {
        var outcomes = await Run(Items(40), new MemoryJournal(), workers: 4);

        Assert.Equal(Enumerable.Range(1, 40), outcomes.Select(outcome => outcome.Item.Number));
        Assert.All(outcomes, outcome => Assert.Equal(BatchState.Made, outcome.State));
        Assert.Equal(40, Directory.GetFiles(Output).Length);
    }

    [Fact]
    public async Task What_the_journal_knows_is_not_made_again_unless_its_file_is_gone_or_altered()
    {
        using (var journal = FolderJournal.TryOpen(Output)!)
        {
            await Run(Items(6), journal, workers: 2);
        }

        var files = Directory.GetFiles(Output, "*.txt").Order(StringComparer.Ordinal).ToList();
        File.Delete(files[1]);
        File.AppendAllText(files[3], "x");
        File.AppendAllText(Path.Combine(Output, FolderJournal.FileName), "{\"InputHash\":\"torn by a cra");
        using (var journal = FolderJournal.TryOpen(Output)!)
        {
            var outcomes = await Run(Items(6), journal, workers: 2);

            Assert.Equal(2, outcomes.Count(outcome => outcome.State == BatchState.Made));
            Assert.Equal(4, outcomes.Count(outcome => outcome.State == BatchState.Kept));
        }

        using (var journal = FolderJournal.TryOpen(Output)!)
        {
            Assert.All(await Run(Items(6), journal, workers: 1), outcome => Assert.Equal(BatchState.Kept, outcome.State));
        }
    }

    [Fact]
    public async Task A_type_that_is_added_or_failed_does_not_make_the_others_anew()
    {
        using (var journal = FolderJournal.TryOpen(Output)!)
        {
            await Run(Items(3), journal, workers: 1);
        }

        var before = Directory.GetFiles(Output, "诉前公告*").ToDictionary(path => path, File.GetLastWriteTimeUtc);
        foreach (var (path, time) in before)
        {
            File.SetLastWriteTimeUtc(path, time.AddDays(-1));
        }

        string[] both = ["pre-suit-notice", "press-release"];
        using (var journal = FolderJournal.TryOpen(Output)!)
        {
            var outcomes = await Run(Items(3, both), journal, workers: 2, types: both);

            Assert.All(outcomes, outcome => Assert.Equal((BatchState.Made, 2), (outcome.State, outcome.Files.Length)));
            Assert.All(before, each => Assert.Equal(each.Value.AddDays(-1), File.GetLastWriteTimeUtc(each.Key)));
        }

        // A document without its facts fails; the one beside it stays.
        using (var journal = FolderJournal.TryOpen(Output)!)
        {
            string[] failing = ["pre-suit-notice", "mediation-statement"];
            var outcomes = await Run(Items(3, failing), journal, workers: 1, types: failing);

            Assert.All(outcomes, outcome => Assert.Equal((BatchState.Failed, 1), (outcome.State, outcome.Files.Length)));
            Assert.All(before, each => Assert.Equal(each.Value.AddDays(-1), File.GetLastWriteTimeUtc(each.Key)));
        }
    }

    [Fact]
    public async Task An_operator_can_count_the_cases()
    {
        var seen = 0L;
        using var listener = new System.Diagnostics.Metrics.MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Meter.Name == Telemetry.Name && instrument.Name == "piidocs.batch.items")
                {
                    own.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref seen, count));
        listener.Start();

        await Run(Items(3), new MemoryJournal(), workers: 1);

        Assert.True(Interlocked.Read(ref seen) >= 3);
    }

    [Fact]
    public async Task A_case_on_which_the_program_fails_costs_itself_only()
    {
        var items = Items(5).Select(item => item.Number == 3 ? item with { Read = _ => throw new InvalidCastException() } : item);

        var outcomes = await Run(items, new MemoryJournal(), workers: 2);

        Assert.Equal(["PD7302"], outcomes[2].Findings.Select(finding => finding.Code));
        Assert.Equal(4, outcomes.Count(outcome => outcome.State == BatchState.Made));
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_cell_and_what_cannot_be_read_is_not_said_to_be_missing()
    {
        var path = Path.Combine(_folder, "rows.csv");
        File.WriteAllText(path, "id,matter.law_act_date,matter.title\n甲,2023-06-30,\n2,2023-06-30,\u0001\n");
        var items = BatchSource.Open(new(path, "rows.csv"), Input(Types(["pre-suit-notice"])), new())!.Read(new());

        var outcomes = await Run(items, new MemoryJournal(), workers: 1);

        var missing = Assert.Single(outcomes[0].Findings, finding => finding.Field == "$.matter.title");
        Assert.Equal(("PD1013", 2, 3), (missing.Code, missing.Place!.Line, missing.Place.Column));
        Assert.DoesNotContain(outcomes[0].Findings, finding => finding.Field == "$.slug");
        Assert.Single(outcomes[1].Findings, finding => finding.Field == "$.matter.title");
    }

    [Fact]
    public async Task A_register_that_cannot_be_used_any_more_ends_the_run()
    {
        var items = Items(200).Select(item => item.Number == 4
            ? item with { Read = _ => throw new RegisterUnavailableException(RegisterErrors.Locked("registers.db")) }
            : item);
        var journal = new MemoryJournal();

        await Assert.ThrowsAsync<RegisterUnavailableException>(() => Run(items, journal, workers: 2));

        Assert.InRange(journal.Receipts.Count, 3, 10);
    }

    [Fact]
    public async Task A_full_disk_ends_the_run_and_what_was_noted_is_there()
    {
        var journal = new MemoryJournal { FailsAt = 4 };

        await Assert.ThrowsAsync<IOException>(() => Run(Items(200), journal, workers: 2));

        Assert.Equal(3, journal.Receipts.Count);
        Assert.True(Directory.GetFiles(Output).Length < 10, "nobody begins another case on a full disk");
        Assert.All(journal.Receipts.Values, receipt => Assert.True(File.Exists(Path.Combine(Output, receipt.Files[0].Name))));
    }

    [Fact]
    public async Task What_a_killed_run_left_half_written_is_written_anew()
    {
        var name = (await Run(Items(1), new MemoryJournal(), workers: 1)).Single().Files.Single().Name;
        var whole = File.ReadAllText(Path.Combine(Output, name));
        File.Move(Path.Combine(Output, name), Path.Combine(Output, $"{name}.part"));
        File.AppendAllText(Path.Combine(Output, $"{name}.part"), "longer than what it becomes");

        await Run(Items(1), new MemoryJournal(), workers: 1);

        Assert.Equal(whole, File.ReadAllText(Path.Combine(Output, name)));
        Assert.Empty(Directory.GetFiles(Output, "*.part"));
    }

    [Fact]
    public async Task A_source_that_breaks_off_ends_the_run_after_what_it_gave()
    {
        var items = Items(200).Select(item => item.Number == 6 ? throw new IOException("the share is gone") : item);
        var journal = new MemoryJournal();

        await Assert.ThrowsAsync<IOException>(() => Run(items, journal, workers: 2));

        Assert.Equal(5, journal.Receipts.Count);
        Assert.Equal(5, Directory.GetFiles(Output).Length);
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_ends_the_run()
    {
        var options = new BatchOptions(Types([]), Making, Output) { Workers = 2 };

        await Assert.ThrowsAsync<IOException>(() => Runner(new MemoryJournal()).RunAsync(Items(200), options, Hand, default));

        Assert.InRange(Directory.GetFiles(Output).Length, 3, 40);

        static void Hand(BatchOutcome outcome)
        {
            if (outcome.Item.Number == 3)
            {
                throw new IOException("no space left on device");
            }
        }
    }

    [Fact]
    public async Task Cancelling_finishes_what_is_at_work_and_ends()
    {
        using var cancellation = new CancellationTokenSource();
        var journal = new MemoryJournal { OnAdd = count => { if (count == 5) { cancellation.Cancel(); } } };

        var outcomes = await Run(Items(500), journal, workers: 2, cancellation: cancellation.Token);

        Assert.InRange(outcomes.Count, 1, 100);
        Assert.Equal(journal.Receipts.Count, Directory.GetFiles(Output).Length);
        Assert.Empty(Directory.GetFiles(Output, "*.part"));
    }

    [Fact]
    public void A_folder_gives_its_case_files_and_names_what_cannot_be_used()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "none"));
        var diagnostics = new DiagnosticBag();
        Assert.Null(BatchSource.Open(new(Path.Combine(_folder, "none"), "none"), Input([]), diagnostics));
        Assert.Equal(["PD7300"], diagnostics.Items.Select(each => each.Code));

        var cases = Directory.CreateDirectory(Path.Combine(_folder, "cases")).FullName;
        File.Copy(Repository.PathTo("templates", "_cases", "003-maternity-nanny.yaml"), Path.Combine(cases, "a.yaml"));
        File.WriteAllText(Path.Combine(cases, "A.yml"), "id: \"1\"\n");
        var found = new DiagnosticBag();
        var source = BatchSource.Open(new(cases, "cases"), Input([]), found)!;
        var read = source.Read(found).Select(item => item.Read(found)).ToList();

        Assert.Equal(2, source.Count);
        Assert.Single(read, input => input is null);
        Assert.Equal(["PD7301"], found.Items.Select(each => each.Code));
    }

    [Fact]
    public async Task A_case_file_that_cannot_be_opened_costs_itself_only()
    {
        var cases = Directory.CreateDirectory(Path.Combine(_folder, "cases")).FullName;
        File.CreateSymbolicLink(Path.Combine(cases, "a.yaml"), Path.Combine(_folder, "nowhere"));
        File.Copy(Repository.PathTo("templates", "_cases", "003-maternity-nanny.yaml"), Path.Combine(cases, "b.yaml"));
        var items = BatchSource.Open(new(cases, "cases"), Input(Types(["pre-suit-notice"])), new())!.Read(new());

        var outcomes = await Run(items, new MemoryJournal(), workers: 1);

        Assert.Equal(["PD7305"], outcomes[0].Findings.Select(finding => finding.Code));
        Assert.NotEqual(BatchState.Failed, outcomes[1].State);
    }

    [Theory]
    [InlineData("诉前公告-甲案.docx", "003", "诉前公告-甲案-003.docx")]
    [InlineData("诉前公告-# 1 Holdings _ __x__.docx", "003", "诉前公告-# 1 Holdings _ __x__-003.docx")]
    [InlineData("a.pdf", "../x", "a-_x-d6b96a97.pdf")]
    public void A_file_is_called_by_its_pattern_and_its_case(string name, string id, string expected) =>
        Assert.Equal(expected, BatchNames.For(name, id, []));

    [Theory]
    [InlineData("a:b", "a_b")]
    [InlineData("a:b", "a*b")]
    [InlineData("con", "nul")]
    [InlineData("甲", "甲\u200B")]
    public void Cases_that_differ_in_what_no_file_name_can_show_do_not_share_one(string one, string other) =>
        Assert.NotEqual(BatchNames.For("a.pdf", one, []), BatchNames.For("a.pdf", other, []));

    [Fact]
    public void A_name_shows_no_marks_that_cannot_be_seen() =>
        Assert.Equal("甲案fdp.exe", SafeFileName.From("甲\u200B案\u202Efdp.exe", "x"));

    [Fact]
    public void Long_names_stay_apart_and_within_what_a_file_system_takes()
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var id = new string('1', 100);
        string[] names =
        [
            BatchNames.For($"{new string('长', 80)}.docx", id + "a", taken),
            BatchNames.For($"{new string('长', 80)}.docx", id + "b", taken),
            BatchNames.For($"{new string('长', 80)}.docx", id + "b", taken),
        ];

        Assert.Equal(3, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.True(System.Text.Encoding.UTF8.GetByteCount(name) <= 250, name));
    }

    private static readonly GenerationOptions Making = new(OutputFormats.Text);

    private static BatchInput Input(ImmutableArray<DocumentType> types) => new(Office.Catalog, types, null);

    private IEnumerable<BatchItem> Items(int count, params IEnumerable<string> types)
    {
        var path = Path.Combine(_folder, "rows.csv");
        File.WriteAllText(path, $"id,matter.title\n{string.Concat(Enumerable.Range(1, count).Select(i => $"{i:D4},案{i}\n"))}");
        var input = Input(Types(types)) with { Common = Office.Sample("003-maternity-nanny").Data };
        return BatchSource.Open(new(path, "rows.csv"), input, new())!.Read(new());
    }

    private static ImmutableArray<DocumentType> Types(IEnumerable<string> ids) =>
        [.. ids.DefaultIfEmpty("pre-suit-notice").Select(id => Office.Catalog.Find(id, new())!)];

    private async Task<List<BatchOutcome>> Run(
        IEnumerable<BatchItem> items, IBatchJournal journal, int workers, IEnumerable<string>? types = null, CancellationToken cancellation = default)
    {
        var options = new BatchOptions(Types(types ?? []), Making, Output) { Workers = workers };
        var outcomes = new List<BatchOutcome>();
        await Runner(journal).RunAsync(items, options, outcomes.Add, cancellation);
        return outcomes;
    }

    private static BatchRunner Runner(IBatchJournal journal) =>
        new(new(Office.Generator, Office.Catalog, new(Office.Catalog, new FontLibrary(ImmutableArray<string>.Empty), Making)), journal);

    private sealed class MemoryJournal : IBatchJournal
    {
        public Dictionary<string, BatchReceipt> Receipts { get; } = [];

        /// <summary>The receipt at which the disk is full; 0 for never.</summary>
        public int FailsAt { get; init; }

        public Action<int> OnAdd { get; init; } = _ => { };

        public BatchReceipt? Find(string inputHash)
        {
            lock (Receipts)
            {
                return Receipts.GetValueOrDefault(inputHash);
            }
        }

        public void Add(BatchReceipt receipt)
        {
            lock (Receipts)
            {
                if (FailsAt > 0 && Receipts.Count + 1 >= FailsAt)
                {
                    throw new IOException("no space left on device");
                }

                Receipts.Add(receipt.InputHash, receipt);
                OnAdd(Receipts.Count);
            }
        }
    }
}
