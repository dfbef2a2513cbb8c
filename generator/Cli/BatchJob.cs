using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation.Batch;
using PiiDocs.Generation.Numbering;

namespace PiiDocs.Cli;

/// <summary>Runs a batch: journal, workers, report, combined file, and a bar for those who watch.</summary>
internal static class BatchJob
{
    /// <summary>False where another run is at work in the folder.</summary>
    public static async Task<bool> TryRunAsync(BatchRun run, BatchResult result, Desk desk, CancellationToken cancellation)
    {
        if (FolderJournal.TryOpen(run.Options.Folder) is not { } journal)
        {
            return false;
        }

        using (journal)
        using (var report = new BatchReport(run.Options.Folder, run.Workbench.Language))
        using (var combined = run.Combined is { } path ? new CombinedFile(path, run.IsDoubleSided) : null)
        {
            await BatchProgress.ShowAsync(desk, run.Source.Count, bar => WalkAsync(run, journal, new(result, report, combined, bar), cancellation));
            report.Finish();
            result.IsCancelled = cancellation.IsCancellationRequested;
            if (!result.IsCancelled && combined?.Finish(run.Title, result.Diagnostics) == true)
            {
                result.Combined = run.Combined;
                result.CombinedPages = combined.PageCount;
            }
        }

        return true;
    }

    private static Task WalkAsync(BatchRun run, IBatchJournal journal, BatchSinks sinks, CancellationToken cancellation)
    {
        var road = new BatchRoad(run.Workbench.Generator, run.Workbench.Catalog, new(run.Workbench.Catalog, run.Workbench.Fonts, run.Options.Making))
        {
            Numbers = run.Numbers is { } assignment ? new(assignment) : null,
        };
        var runner = new BatchRunner(road, journal);
        var items = run.Source.Read(sinks.Result.Diagnostics);
        return runner.RunAsync(items, run.Options, sinks.Add, cancellation);
    }

    private sealed record BatchSinks(BatchResult Result, BatchReport Report, CombinedFile? Combined, Action<BatchResult> Bar)
    {
        public void Add(BatchOutcome outcome)
        {
            Report.Add(outcome);
            Combined?.Add(outcome);
            Result.Add(outcome);
            Bar(Result);
        }
    }
}

/// <summary>A batch ready to run.</summary>
internal sealed record BatchRun(Workbench Workbench, BatchSource Source, BatchOptions Options)
{
    /// <summary>Where the file with all pages goes; null for none.</summary>
    public string? Combined { get; init; }

    public bool IsDoubleSided { get; init; }

    /// <summary>Gives open numbers; null where they stay open.</summary>
    public NumberAssignment? Numbers { get; init; }

    /// <summary>What the file with all pages calls itself.</summary>
    public string Title => Options.Types.Length == 0 ? "文书合订" : string.Join('、', Options.Types.Select(type => type.Title.Chinese));
}

/// <summary>What a batch came to, counted; the cases themselves are in the report.</summary>
internal sealed class BatchResult(string folder)
{
    // Enough to see what is wrong; all of them are in the report.
    private const int MostShown = 20;

    public string Folder { get; } = folder;

    public int Made { get; private set; }

    public int Kept { get; private set; }

    public int Failed { get; private set; }

    public int Files { get; private set; }

    public int Done => Made + Kept + Failed;

    public int Findings { get; private set; }

    public bool IsCancelled { get; set; }

    public string? Combined { get; set; }

    public int CombinedPages { get; set; }

    /// <summary>What was wrong with the source, or with the batch as a whole.</summary>
    public DiagnosticBag Diagnostics { get; } = new();

    /// <summary>The first findings of cases that failed.</summary>
    public List<BatchFinding> Shown { get; } = [];

    public void Add(BatchOutcome outcome)
    {
        Made += outcome.State == BatchState.Made ? 1 : 0;
        Kept += outcome.State == BatchState.Kept ? 1 : 0;
        Failed += outcome.State == BatchState.Failed ? 1 : 0;
        Files += outcome.Files.Length;
        Findings += outcome.Findings.Length;
        Shown.AddRange(outcome.Findings.Where(each => each.Severity == Severity.Error).Take(MostShown - Shown.Count));
    }
}
