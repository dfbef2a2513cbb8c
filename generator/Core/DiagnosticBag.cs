namespace PiiDocs.Core;

/// <summary>Collects what a run found, in order; a stage adds and goes on as far as it can.</summary>
/// <remarks>Not thread-safe: one bag a document.</remarks>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _items = [];
    private HashSet<(string, SourceLocation?, FieldPath?, Message)>? _once;

    public IReadOnlyList<Diagnostic> Items => _items;

    public bool HasErrors { get; private set; }

    public void Add(Diagnostic diagnostic)
    {
        _items.Add(diagnostic);
        HasErrors |= diagnostic.Severity == Severity.Error;
    }

    /// <summary>Adds what is not there yet: the same thing, found twice at one place, is said once.</summary>
    public void AddOnce(IEnumerable<Diagnostic> diagnostics)
    {
        _once ??= [];
        AddRange(diagnostics.Where(each => _once.Add((each.Code, each.Location, each.Field, each.Message))));
    }

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Add(diagnostic);
        }
    }
}
