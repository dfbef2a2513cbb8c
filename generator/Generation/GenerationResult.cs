using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Typesetting;

namespace PiiDocs.Generation;

/// <summary>What one document came to.</summary>
/// <param name="Files">One per format; none when there were errors.</param>
/// <param name="Document">The document; null when there were errors before it could be composed.</param>
/// <param name="Diagnostics">In order, each once.</param>
public sealed record GenerationResult(
    ImmutableArray<GeneratedFile> Files,
    Document? Document,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The pages, where they were asked to be kept.</summary>
    public PagedDocument? Pages { get; init; }

    /// <summary>The file name without extension; empty where the document could not be made.</summary>
    public string Name { get; init; } = "";

    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}
