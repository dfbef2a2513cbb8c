using System.Collections.Concurrent;
using PiiDocs.Core;
using PiiDocs.Generation.Numbering;

namespace PiiDocs.Generation.Batch;

/// <summary>Gives the documents of a batch their numbers in the order of its cases, however many work on them.</summary>
/// <remarks>
/// So a run that was killed and goes on gives the same numbers as one that was not. Thread-safe. Nobody waits for ever: cases are begun in
/// order, and each lets the next one pass, also when it fails.
/// </remarks>
/// <param name="assignment">The register.</param>
public sealed class BatchNumbers(NumberAssignment assignment)
{
    private readonly object _turn = new();
    private readonly HashSet<int> _passed = [];
    private readonly ConcurrentDictionary<string, int> _owners = new(StringComparer.Ordinal);
    private int _next = 1;

    /// <summary>The case with the numbers that its documents have already; none is given.</summary>
    public CaseInput Known(CaseInput input) => assignment.Fill(input, [], new());

    /// <summary>The case with a number for each document about to be made; waits until all cases before it have theirs.</summary>
    public CaseInput Give(BatchItem item, CaseInput input, IReadOnlyCollection<string> made, DiagnosticBag diagnostics)
    {
        WaitFor(item.Number);
        var filled = assignment.Fill(input, made, diagnostics);
        Pass(item);
        return filled;
    }

    /// <summary>Says that a document bears its number.</summary>
    public void Confirm(CaseInput filled, DocumentType type, string hash, DiagnosticBag diagnostics) =>
        assignment.Confirm(filled, type.Id, hash, diagnostics);

    /// <summary>Whether the case is the first of its id: a number belongs to a document of a case, and two cases of one id would share it.</summary>
    public bool Owns(BatchItem item, CaseInput input) => _owners.GetOrAdd(input.Id, item.Number) == item.Number;

    /// <summary>The case wants no more numbers.</summary>
    public void Pass(BatchItem item)
    {
        lock (_turn)
        {
            if (item.Number < _next || !_passed.Add(item.Number))
            {
                return;
            }

            while (_passed.Remove(_next))
            {
                _next++;
            }

            Monitor.PulseAll(_turn);
        }
    }

    private void WaitFor(int number)
    {
        lock (_turn)
        {
            while (_next < number)
            {
                Monitor.Wait(_turn);
            }
        }
    }
}
