using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Typesetting;

namespace PiiDocs.Generation.Batch;

/// <summary>One case of a batch, before it is read.</summary>
/// <param name="Number">Its place among all, from 1.</param>
/// <param name="Id">What it is called: the id of a row, the name of a file. Part of its file names; empty where it has none.</param>
/// <param name="Place">Its row, line or file.</param>
/// <param name="Places">Every row it comes from, as text.</param>
/// <param name="Read">Gives the case, unchecked; null, with diagnostics, where it cannot be had. Called by a worker.</param>
public sealed record BatchItem(int Number, string Id, SourceLocation Place, string Places, Func<DiagnosticBag, CaseInput?> Read)
{
    /// <summary>The cell of a table that a field of a row belongs in; null where there is none.</summary>
    public Func<SourceLocation, FieldPath, SourceLocation?> CellOf { get; init; } = (_, _) => null;
}

/// <summary>How a batch is run.</summary>
/// <param name="Types">What is made of each case; empty for all it bears.</param>
/// <param name="Making">How each document is made.</param>
/// <param name="Folder">Where files go.</param>
public sealed record BatchOptions(ImmutableArray<DocumentType> Types, GenerationOptions Making, string Folder)
{
    /// <summary>How many cases are worked on at a time. Default: one for each processor.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;
}

/// <summary>What became of one case.</summary>
/// <param name="Item">The case.</param>
/// <param name="State">Made, kept from a run before, or failed.</param>
/// <param name="Files">What is in the folder for it.</param>
/// <param name="Findings">In order, each once.</param>
public sealed record BatchOutcome(
    BatchItem Item,
    BatchState State,
    ImmutableArray<BatchFile> Files,
    ImmutableArray<BatchFinding> Findings)
{
    /// <summary>The pages of its documents, where they were asked to be kept.</summary>
    public ImmutableArray<PagedDocument> Pages { get; init; } = [];
}

public enum BatchState
{
    Made,

    /// <summary>An earlier run has made it, from the same input, and its files are still there.</summary>
    Kept,

    /// <summary>There were errors. Documents of the case that had none are in the folder all the same.</summary>
    Failed,
}

/// <summary>A file of a batch.</summary>
/// <param name="Name">In the output folder.</param>
/// <param name="Hash">Lower-case hex SHA-256.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Pages">Null where that is not known (.docx).</param>
public sealed record BatchFile(string Name, string Hash, long Bytes, int? Pages);

/// <summary>A diagnostic in a form that outlives the run.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Place">Where; null where no file is involved.</param>
public sealed record BatchFinding(string Code, Severity Severity, Message Message, BatchPlace? Place)
{
    public string? Field { get; init; }

    public Message? Hint { get; init; }

    public static BatchFinding Of(Diagnostic diagnostic) =>
        new(diagnostic.Code, diagnostic.Severity, diagnostic.Message, diagnostic.Location is { } at ? BatchPlace.Of(at) : null)
        {
            Field = diagnostic.Field?.Value,
            Hint = diagnostic.Hint,
        };
}

/// <summary>A place, with the sheet apart from the file.</summary>
/// <param name="File">The file.</param>
/// <param name="Sheet">Null where the file has none.</param>
/// <param name="Line">The line or row, from 1.</param>
/// <param name="Column">The column, from 1.</param>
public sealed record BatchPlace(string File, string? Sheet, int Line, int Column)
{
    public static BatchPlace Of(SourceLocation at)
    {
        var (path, start) = (at.Source.Path, at.Start);
        var bracket = path.EndsWith(']') ? path.LastIndexOf('[') : -1;
        return bracket < 0
            ? new(path, null, start.Line, start.Column)
            : new(path[..bracket], path[(bracket + 1)..^1], start.Line, start.Column);
    }
}
