namespace PiiDocs.Generation.Batch;

/// <summary>Cases wait at its head and are taken one by one; what becomes of them leaves its end in the same order.</summary>
/// <remarks>
/// Thread-safe. There is no thread besides the workers: who takes a case reads it from the source, and who finishes the next one in order
/// hands on all that are ready. So one worker keeps one processor busy, and nobody is woken for each case. Memory stays flat, for
/// nobody takes a case that lies too far after one still at work.
/// </remarks>
/// <param name="items">The cases, numbered from 1 without a gap.</param>
/// <param name="longest">How many may be taken and not yet handed on.</param>
/// <param name="hand">Takes outcomes, one at a time.</param>
/// <param name="cancellation">Ends the taking.</param>
internal sealed class BatchLine(IEnumerable<BatchItem> items, int longest, Action<BatchOutcome> hand, CancellationToken cancellation) : IDisposable
{
    private readonly object _gate = new();
    private readonly IEnumerator<BatchItem> _items = items.GetEnumerator();
    private readonly Dictionary<int, BatchOutcome> _ready = [];
    private Exception? _failure;
    private int _taken;
    private int _next = 1;
    private bool _isHanding;
    private bool _isOver;

    /// <summary>Why the line ended before its time; null where it did not.</summary>
    public Exception? Failure
    {
        get
        {
            lock (_gate)
            {
                return _failure;
            }
        }
    }

    /// <summary>The next case; null where there is none, or none is to be begun any more.</summary>
    public BatchItem? Take()
    {
        lock (_gate)
        {
            while (!_isOver && _taken - _next + 1 >= longest)
            {
                Monitor.Wait(_gate);
            }

            _isOver = _isOver || cancellation.IsCancellationRequested || !_items.MoveNext();
            if (_isOver)
            {
                return null;
            }

            _taken++;
            return _items.Current;
        }
    }

    /// <summary>Takes what became of a case, and hands on whatever is ready.</summary>
    public void Give(BatchOutcome outcome)
    {
        lock (_gate)
        {
            _ready.Add(outcome.Item.Number, outcome);
            if (_isHanding)
            {
                return;
            }

            _isHanding = true;
        }

        while (NextReady() is { } next)
        {
            hand(next);
        }
    }

    /// <summary>Nothing is begun any more; what is at work may be given still, and what comes before the failed case is handed on.</summary>
    public void Fail(Exception failure)
    {
        lock (_gate)
        {
            _failure ??= failure;
            _isOver = true;
            Monitor.PulseAll(_gate);
        }
    }

    public void Dispose() => _items.Dispose();

    private BatchOutcome? NextReady()
    {
        lock (_gate)
        {
            if (!_ready.Remove(_next, out var outcome))
            {
                _isHanding = false;
                return null;
            }

            _next++;
            Monitor.PulseAll(_gate);
            return outcome;
        }
    }
}
