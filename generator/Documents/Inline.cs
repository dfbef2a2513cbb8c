using PiiDocs.Core;

namespace PiiDocs.Documents;

/// <summary>A piece of a line. Closed: every writer handles every kind.</summary>
public abstract record Inline
{
    private protected Inline()
    {
    }

    public Origin Origin { get; init; } = Origin.None;
}

/// <param name="Text">Never empty, and without line ends.</param>
/// <param name="Bold">Emphasis beside what the style gives.</param>
/// <param name="Underline">A single line below.</param>
public sealed record TextRun(string Text, bool Bold = false, bool Underline = false) : Inline;

/// <summary>The line ends here; the paragraph does not.</summary>
public sealed record LineBreak : Inline;

/// <param name="Total">The number of all pages instead of this page's.</param>
public sealed record PageNumber(bool Total = false) : Inline;
