using System.Collections.Immutable;

namespace PiiDocs.Documents.RoundTrip;

public enum BlockChangeKind
{
    /// <summary>The case would now have one more.</summary>
    Insert,

    /// <summary>The case would no longer have it.</summary>
    Remove,

    /// <summary>The case would now word it otherwise.</summary>
    Rewrite,
}

/// <summary>A paragraph or table row that the case would now have otherwise than when the document was made.</summary>
/// <param name="Kind">What has become of it.</param>
/// <param name="Document">Its index among the blocks of the document, −1 where it has none; of one to insert, the block it follows.</param>
/// <param name="Fresh">Its index among the blocks of the file as the case would make it now; −1 where it has none.</param>
public sealed record BlockChange(BlockChangeKind Kind, int Document, int Fresh)
{
    /// <summary>Nobody touched what it concerns: a refresh carries it out. Otherwise a person decides.</summary>
    public bool CanBeMade { get; init; }

    /// <summary>Of a row to insert: the row of the document, above or below, whose table it joins; −1 where it joins none.</summary>
    public int Beside { get; init; } = -1;

    /// <summary>Of one to word otherwise: which of its controls stay, as indexes into those of both blocks.</summary>
    public ImmutableArray<(int Made, int Fresh)> Kept { get; init; } = [];

    /// <summary>The number of its paragraph in the document; of one to insert, that of the paragraph before it.</summary>
    public int Paragraph { get; init; }

    /// <summary>As the document has it; null where it does not.</summary>
    public string? Text { get; init; }

    /// <summary>As the case would write it; null where it would not.</summary>
    public string? InCase { get; init; }
}

/// <summary>A block of the document after the refresh, as its memory will have it.</summary>
/// <param name="Made">Its index among the blocks as they were made; −1 for one that is new.</param>
/// <param name="Fresh">Its index among those the case makes now; −1 for one that stays as it was made.</param>
/// <param name="Kept">Which of its controls stay: their indexes as made, and as the case makes them now.</param>
public readonly record struct MergedBlock(int Made, int Fresh, ImmutableArray<(int Made, int Fresh)> Kept);
