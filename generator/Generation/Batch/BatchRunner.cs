using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using PiiDocs.Registers;

namespace PiiDocs.Generation.Batch;

/// <summary>Makes many cases with several workers; what comes out is in the order of what went in.</summary>
/// <remarks>
/// Channels are bounded, so memory does not grow with the batch. A case that fails costs itself only; a disk that is full ends the run,
/// because it would fail them all. Cancelling stops feeding: what is at work is finished, so that no file is half-written.
/// </remarks>
public sealed class BatchRunner(BatchRoad road, IBatchJournal journal)
{
    // Enough that a slow case does not keep the other workers waiting, few enough that results stay small.
    private const int WaitingPerWorker = 8;

    /// <summary>Runs the cases; ends early, without an exception, when cancelled.</summary>
    public async IAsyncEnumerable<BatchOutcome> RunAsync(
        IEnumerable<BatchItem> items,
        BatchOptions options,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var waiting = Math.Max(1, options.Workers) * WaitingPerWorker;
        var work = Channel.CreateBounded<Ticket>(new BoundedChannelOptions(waiting) { SingleWriter = true });
        var order = Channel.CreateBounded<Ticket>(new BoundedChannelOptions(waiting) { SingleWriter = true, SingleReader = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var feeding = Task.Run(() => FeedAsync(items, work.Writer, order.Writer, stop.Token), CancellationToken.None);
        Task[] working =
        [
            .. Enumerable.Range(0, Math.Max(1, options.Workers))
                .Select(_ => Task.Run(() => WorkAsync(work.Reader, options, stop), CancellationToken.None)),
        ];
        try
        {
            await foreach (var ticket in order.Reader.ReadAllAsync(CancellationToken.None))
            {
                if (await ticket.Outcome.Task is not { } outcome)
                {
                    break;
                }

                yield return outcome;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll([.. working, feeding]);
        }
    }

    private static async Task FeedAsync(
        IEnumerable<BatchItem> items,
        ChannelWriter<Ticket> work,
        ChannelWriter<Ticket> order,
        CancellationToken cancellation)
    {
        Exception? broken = null;
        try
        {
            foreach (var item in items)
            {
                var ticket = new Ticket(item);
                await order.WriteAsync(ticket, cancellation);
                await work.WriteAsync(ticket, CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            // What has been fed is finished or given back below.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            broken = exception;
        }

        work.Complete();
        order.Complete(broken);
    }

    private async Task WorkAsync(ChannelReader<Ticket> work, BatchOptions options, CancellationTokenSource stop)
    {
        await foreach (var ticket in work.ReadAllAsync(CancellationToken.None))
        {
            if (stop.IsCancellationRequested)
            {
                ticket.Outcome.SetResult(null);
                continue;
            }

            try
            {
                ticket.Outcome.SetResult(Make(ticket.Item, options));
            }
            catch (Exception world) when (IsOfTheWorld(world))
            {
                // Cancelled first: nobody is to begin another case on a full disk, or without the register.
                await stop.CancelAsync();
                ticket.Outcome.SetException(world);
            }
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

    private sealed record Ticket(BatchItem Item)
    {
        /// <summary>Null where the case was not begun.</summary>
        public TaskCompletionSource<BatchOutcome?> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
