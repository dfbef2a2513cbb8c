using PiiDocs.Core;

namespace PiiDocs.Documents.RoundTrip;

public enum FindingKind
{
    /// <summary>Something the law demands or forbids.</summary>
    Legal,

    /// <summary>A fact that is still to be filled in.</summary>
    Missing,

    /// <summary>Text edited away from its data.</summary>
    Outside,

    /// <summary>A text that the case no longer bears out.</summary>
    Stale,

    /// <summary>Something that identifies a person and should not be there.</summary>
    Leak,

    /// <summary>A look that is not the style sheet's.</summary>
    Style,

    /// <summary>A field that is no longer in the document.</summary>
    Gone,
}

/// <summary>Something a person should look at in an edited document, with the place where to look.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Diagnostic">What is wrong; its line is the number of the paragraph.</param>
public sealed record DocumentFinding(FindingKind Kind, Diagnostic Diagnostic)
{
    /// <summary>The control to look at; null where it is in none.</summary>
    public string? Tag { get; init; }

    /// <summary>Which of the controls of this tag, from 0.</summary>
    public int Occurrence { get; init; }

    /// <summary>The text to look for, at most a sentence.</summary>
    public string? Text { get; init; }

    /// <summary>The text that would mend it; null where nobody knows.</summary>
    public string? Fix { get; init; }

    /// <summary>A refresh of the document puts it right.</summary>
    public bool IsMendedByRefresh { get; init; }
}

/// <summary>Places in an edited file: the line of a place is the number of its paragraph.</summary>
/// <param name="path">The file, as messages show it.</param>
/// <param name="paragraphs">How many paragraphs it has.</param>
public sealed class ParagraphPlaces(string path, int paragraphs)
{
    private readonly SourceText _lines = new(path, new string('\n', Math.Max(0, paragraphs)));

    /// <param name="paragraph">From 1; 0 for none in particular.</param>
    public SourceLocation At(int paragraph) => new(_lines, new(Math.Max(0, paragraph - 1), 0));
}
