using System.Diagnostics;
using System.Runtime.ExceptionServices;
using PiiDocs.Registers;

namespace PiiDocs.Generation.Batch;

/// <summary>Makes many cases with several workers; what comes out is in the order of what went in.</summary>
/// <remarks>
/// Memory does not grow with the batch. A case that fails costs itself only; a disk that is full ends the run, because it would fail them
/// all. Cancelling begins no other case: what is at work is finished, so that no file is half-written.
/// </remarks>
public sealed class BatchRunner(BatchRoad road, IBatchJournal journal)
{
    // Enough that a slow case does not keep the other workers waiting, few enough that results stay small.
    private const int WaitingPerWorker = 8;

    /// <summary>Runs the cases; ends early, without an exception, when cancelled.</summary>
    /// <param name="items">The cases, in order.</param>
    /// <param name="options">How.</param>
    /// <param name="hand">Takes what became of them, in order and one at a time, on the thread of whichever worker has it.</param>
    /// <param name="cancellation">Begins no other case.</param>
    /// <exception cref="IOException">The source cannot be read, or the disk is full.</exception>
    /// <exception cref="RegisterUnavailableException">The register cannot be used.</exception>
    public async Task RunAsync(IEnumerable<BatchItem> items, BatchOptions options, Action<BatchOutcome> hand, CancellationToken cancellation)
    {
        var workers = Math.Max(1, options.Workers);
        using var line = new BatchLine(items, workers * WaitingPerWorker, hand, cancellation);
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ =>
            Task.Factory.StartNew(() => Work(line, options), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        if (line.Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private void Work(BatchLine line, BatchOptions options)
    {
        try
        {
            while (line.Take() is { } item)
            {
                line.Give(Make(item, options));
            }
        }
        catch (Exception failure)
        {
            // Nobody is to begin another case on a full disk, or without the register.
            line.Fail(failure);
        }
    }

    private BatchOutcome Make(BatchItem item, BatchOptions options)
    {
        var start = Stopwatch.GetTimestamp();
        using var activity = Telemetry.Activities.StartActivity("batch item");
        var outcome = MakeOrExplain(item, options);
        activity?.SetTag("state", outcome.State.ToString());
        Telemetry.Items.Add(1, new KeyValuePair<string, object?>("state", outcome.State.ToString()));
        Telemetry.ItemSeconds.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
        return outcome;
    }

    private BatchOutcome MakeOrExplain(BatchItem item, BatchOptions options)
    {
        try
        {
            return road.Make(item, options, journal);
        }
        catch (Exception bug) when (!IsOfTheWorld(bug) && bug is not OutOfMemoryException)
        {
            var finding = BatchErrors.Failed(item.Place, $"{bug.GetType().Name}: {bug.TargetSite?.DeclaringType?.Name}.{bug.TargetSite?.Name}");
            return new(item, BatchState.Failed, [], [BatchFinding.Of(finding)]);
        }
    }

    private static bool IsOfTheWorld(Exception exception) => exception is IOException or UnauthorizedAccessException or RegisterUnavailableException;
}
