using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Documents.RoundTrip;

/// <summary>A Word file as the round trip sees it: its controls, the text around them, and what it says it was made of.</summary>
/// <param name="Controls">Our content controls in the order of the text; those of headers and footers come last.</param>
/// <param name="Paragraphs">The paragraphs that show something, in order.</param>
/// <param name="Written">What the file was when it was made, as its custom XML part says.</param>
public sealed record DocumentTrace(
    ImmutableArray<TracedControl> Controls,
    ImmutableArray<TracedParagraph> Paragraphs,
    WrittenTrace Written);

/// <summary>A content control of ours, as it is now; tracked changes count as accepted.</summary>
/// <param name="Tag">Its tag, also where an editor dropped it.</param>
/// <param name="Occurrence">Which of the controls of this tag it is, from 0.</param>
/// <param name="Text">What it shows.</param>
/// <param name="Paragraph">The number of its paragraph from 1; 0 in a header or footer.</param>
public sealed record TracedControl(string Tag, int Occurrence, string Text, int Paragraph)
{
    /// <summary>It holds more than text (tracked changes, a picture, another control), so nobody but a person may write over it.</summary>
    public bool IsEntangled { get; init; }
}

/// <param name="Number">From 1, paragraphs in tables counted.</param>
/// <param name="Hash">The hash of its skeleton: the text outside controls, and which controls stand in it.</param>
/// <param name="Text">All it shows.</param>
public sealed record TracedParagraph(int Number, string Hash, string Text)
{
    /// <summary>What of it stands in none of our controls; a line end where one stands between.</summary>
    public string Outside { get; init; } = Text;
}

/// <summary>What a file was when it was made; holds hashes, never the texts.</summary>
/// <param name="Controls">One for each tag, in the order they were written.</param>
/// <param name="Paragraphs">The hashes of the paragraphs' skeletons, in order.</param>
public sealed record WrittenTrace(ImmutableArray<WrittenControl> Controls, ImmutableArray<string> Paragraphs)
{
    /// <summary>Of a file whose custom XML part is lost.</summary>
    public static readonly WrittenTrace None = new([], []);

    /// <summary>What its pictures were drawn from.</summary>
    public ImmutableArray<string> Figures { get; init; } = [];
}

/// <summary>A tag, and what its controls showed when the file was made or last refreshed.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Key">What it shows, whatever its text: the tag itself for a field, the place in the template for derived text.</param>
/// <param name="Fields">The field, or all fields that derived text was made from.</param>
/// <param name="Hashes">
/// Of the text as it was written; then of what a refresh has put into some of its controls while others are in conflict.
/// </param>
public sealed record WrittenControl(string Tag, string Key, ImmutableArray<FieldPath> Fields, ImmutableArray<string> Hashes)
{
    /// <summary>Made from fields, and not the value of one: never written back.</summary>
    public bool IsDerived { get; init; }

    /// <summary>How long the text was; 0 where the file does not say.</summary>
    public int Length { get; init; }

    /// <summary>How many controls of this tag were written.</summary>
    public int Count { get; init; }
}
