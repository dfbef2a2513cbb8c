using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Templating;
using PiiDocs.Word;

namespace PiiDocs.Generation;

/// <summary>A kind of document: a folder of <c>templates/</c>, read and parsed once, shared by all threads.</summary>
public sealed class DocumentType
{
    /// <summary>The folder's name: <c>pre-suit-notice</c>.</summary>
    public required string Id { get; init; }

    public required Message Title { get; init; }

    /// <summary>Raised by its owner when the wording changes; goes into the finished file.</summary>
    public required string Version { get; init; }

    /// <summary>The kind of number it bears, a key of <c>_numbering.yaml</c>; null where it bears none.</summary>
    public required string? Numbering { get; init; }

    /// <summary>The rule of <c>_law/deadlines.yaml</c> for the period that its publication begins; null where it begins none.</summary>
    public required string? PublicationPeriod { get; init; }

    public required StyleSheet Styles { get; init; }

    /// <summary>Writes .docx in these styles; types of one style sheet share it. Made when first asked for.</summary>
    public required Lazy<DocxWriter> Word { get; init; }

    public required ITemplate Template { get; init; }

    /// <summary>Gives the file name, without extension.</summary>
    public required ITemplate FileName { get; init; }

    /// <summary>Fields the document cannot do without, lists as <c>parties[].name</c>.</summary>
    public required ImmutableArray<FieldPath> Needs { get; init; }

    /// <summary>Where the case has the document's date when not under <c>documents</c>; the first that is there.</summary>
    public ImmutableArray<string> DateFields { get; init; } = [];

    public required ImmutableArray<Element> Elements { get; init; }

    /// <summary>For whom it can be made: <c>original</c> with full names, <c>public</c> without; the first is the default.</summary>
    public required ImmutableArray<string> Audience { get; init; }

    /// <summary><c>options</c> and <c>texts</c> of type.yaml: what a template reads without reading a case.</summary>
    public required DataObject Constants { get; init; }

    /// <summary>Lower-case hex SHA-256 of template, partials and type.yaml.</summary>
    public required string Hash { get; init; }

    /// <summary>Where type.yaml stands, for messages about the type as a whole.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>The folder with template.sbn, type.yaml and approved/.</summary>
    public required string Folder { get; init; }
}

/// <summary>Something the law demands that the document say.</summary>
/// <param name="Id">Name within the type.</param>
/// <param name="Label">What it is, in Chinese.</param>
/// <param name="Basis">The provision that demands it.</param>
/// <param name="From">Demanded of documents of this date or later; null for all.</param>
/// <param name="Fields">Case fields that must have a value.</param>
/// <param name="Text">Regular expressions, each of which must match the finished text.</param>
public sealed record Element(
    string Id,
    string Label,
    string Basis,
    DateOnly? From,
    ImmutableArray<FieldPath> Fields,
    ImmutableArray<string> Text)
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    // Made when first asked for; one that is no regular expression says so each time.
    private readonly ImmutableArray<Lazy<DataPattern>> _patterns =
        [.. Text.Select(pattern => new Lazy<DataPattern>(() => new(pattern, timeout: PatternTimeout)))];

    /// <summary>Where type.yaml states it.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>Whether a finished text says it.</summary>
    internal bool IsSaidIn(string text) => _patterns.All(pattern => pattern.Value.IsMatch(text));
}
