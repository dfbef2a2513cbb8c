using PiiDocs.Core;

namespace PiiDocs.Cases.Tables;

/// <summary>A case that a table or a file of records holds, before its values are understood.</summary>
/// <param name="Id">Its id as written; empty where it has none.</param>
/// <param name="Place">Its row or line.</param>
/// <param name="Places">Every row it comes from, as text: equal places give equal places of what is found in it.</param>
/// <param name="Read">
/// Gives its values, laid over those of another case where one is given; null, with diagnostics, where they cannot be had.
/// May be called by any thread.
/// </param>
public sealed record SourcedCase(string Id, SourceLocation Place, string Places, Func<DataObject?, DiagnosticBag, DataObject?> Read)
{
    /// <summary>The cell in which a row of the case has a field; null where it has no such column. What is missing is known by its row only.</summary>
    public Func<SourceLocation, FieldPath, SourceLocation?> CellOf { get; init; } = (_, _) => null;
}

/// <summary>Where many cases come from.</summary>
/// <param name="Count">How many there will be, as far as one can tell before reading.</param>
/// <param name="Read">The cases in order, read while they are walked; what was wrong with the source as a whole is in the bag afterwards.</param>
public sealed record CaseSource(int? Count, Func<DiagnosticBag, IEnumerable<SourcedCase>> Read);
