using System.Collections.Immutable;

namespace PiiDocs.Generation.Clauses;

/// <summary>A partial that makes sense by itself: text that can be put into any document of a case.</summary>
/// <param name="Id">The partial's name: <c>claims</c>.</param>
/// <param name="Title">From the comment it begins with.</param>
/// <param name="Uses">The document types that have it already, by themselves or through other partials.</param>
public sealed record Clause(string Id, string Title, ImmutableArray<string> Uses);
