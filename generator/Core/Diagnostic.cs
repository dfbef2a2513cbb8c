using System.Collections.Immutable;

namespace PiiDocs.Core;

/// <summary>Something a user has to know about a file of theirs.</summary>
/// <param name="Code"><c>PD</c> and four digits; the first digit names the floor. Explained by <c>piidocs explain</c>.</param>
/// <param name="Severity">Whether it stops the filing.</param>
/// <param name="Message">What is wrong, naming fields and never whole values.</param>
/// <param name="Location">The place in a file; there whenever a file is involved.</param>
/// <param name="Field">The field; there whenever data is involved.</param>
public sealed record Diagnostic(
    string Code,
    Severity Severity,
    Message Message,
    SourceLocation? Location = null,
    FieldPath? Field = null)
{
    /// <summary>What to do about it.</summary>
    public Message? Hint { get; init; }

    /// <summary>The law behind it; null where none is.</summary>
    public LegalBasis? Basis { get; init; }

    /// <summary>The words of the field that are wrong; null for all of it.</summary>
    public string? Words { get; init; }

    /// <summary>The sentence of a document it shows in; null where no document was looked at or none shows it.</summary>
    public Quotation? Sentence { get; init; }

    /// <summary>Include and call sites that led there, innermost first.</summary>
    public ImmutableArray<SourceLocation> Trace { get; init; } = [];
}

public enum Severity
{
    /// <summary>Worth knowing; nothing to do.</summary>
    Information,

    /// <summary>A person should look; the document is still made.</summary>
    Warning,

    /// <summary>No document is made.</summary>
    Error,
}
