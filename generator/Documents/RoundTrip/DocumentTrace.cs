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
    WrittenTrace Written)
{
    /// <summary>The same paragraphs by the blocks they stand in.</summary>
    public ImmutableArray<TracedBlock> Blocks { get; init; } = [];
}

/// <summary>A paragraph of the text, or all of a row of a table: what a refresh puts in or takes out as a whole.</summary>
/// <param name="Paragraphs">Those of it that show something.</param>
public sealed record TracedBlock(ImmutableArray<TracedParagraph> Paragraphs)
{
    /// <summary>It holds nothing but what the program writes: no comments, notes, pictures, tracked changes or sections.</summary>
    public bool IsPlain { get; init; }

    /// <summary>The numbers of its paragraphs, those that show nothing too.</summary>
    public required Range Numbers { get; init; }

    /// <summary>Of a row: which of the tables of the document it stands in, from 1; 0 for a paragraph in none.</summary>
    public int Table { get; init; }

    /// <summary>Of a row: how many paragraphs each of its cells has.</summary>
    public ImmutableArray<int> Shape { get; init; } = [];

    /// <summary>By this it is known again; see <see cref="WrittenBlock.Hash"/>.</summary>
    public string Hash { get; } = string.Join('+', Paragraphs.Select(each => each.Hash));

    public string Text => string.Join('　', Paragraphs.Select(each => each.Text));

    /// <summary>Its text outside controls.</summary>
    public string Outside { get; } = string.Join('\n', Paragraphs.Select(each => each.Outside));
}

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
    private readonly Dictionary<string, WrittenControl> _byTag =
        Controls.DistinctBy(each => each.Tag, StringComparer.Ordinal).ToDictionary(each => each.Tag, StringComparer.Ordinal);

    /// <summary>Of a file whose custom XML part is lost.</summary>
    public static readonly WrittenTrace None = new([], []);

    /// <summary>The same paragraphs and controls by the blocks they stand in; empty where the file does not say.</summary>
    public ImmutableArray<WrittenBlock> Blocks { get; init; } = [];

    /// <summary>What its pictures were drawn from.</summary>
    public ImmutableArray<string> Figures { get; init; } = [];

    public WrittenControl? Find(string tag) => _byTag.GetValueOrDefault(tag);

    /// <summary>What stands in the controls of a tag, whatever their text; see <see cref="WrittenControl.Key"/>.</summary>
    public string KeyOf(string tag) => Find(tag)?.Key ?? tag;
}

/// <summary>A paragraph or a row as it was written.</summary>
/// <param name="Hashes">Of the skeletons of its paragraphs.</param>
/// <param name="Tags">Of its controls, in order.</param>
public sealed record WrittenBlock(ImmutableArray<string> Hashes, ImmutableArray<string> Tags)
{
    public string Hash { get; } = string.Join('+', Hashes);
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
