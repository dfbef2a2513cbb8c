using PiiDocs.Documents;

namespace PiiDocs.Typesetting.Shaping;

/// <summary>A character with its glyph and its place in the sequence; what the line breaker works on.</summary>
/// <remarks>A mutable struct in one array a document: the passes fill in their part, and nothing is allocated for a character.</remarks>
internal struct Cluster
{
    /// <summary>Offset of its characters in <see cref="ShapedText.Characters"/>.</summary>
    public int TextStart;

    /// <summary>Index in <see cref="ShapedText.Runs"/>; -1 for a forced line end.</summary>
    public int Run;

    public Length Advance;

    /// <summary>Space to the cluster before, unless this one begins a line; negative where two marks meet.</summary>
    public Length Gap;

    /// <summary>How much of the space to the cluster before may be taken away.</summary>
    public Length Shrink;

    public ushort Glyph;
    public byte TextLength;
    public CharacterClass Class;

    /// <summary>Whether a line may begin with this cluster.</summary>
    public BreakKind Break;

    /// <summary>What a word joiner or a zero-width space before it asks for; counts if <see cref="HasWantedBreak"/>.</summary>
    public BreakKind WantedBreak;

    public bool HasWantedBreak;
    public Stretch Stretch;

    /// <summary>How it stands in a column of vertical text; of no meaning elsewhere.</summary>
    public Posture Posture;
}

/// <summary>How a character stands in a column.</summary>
internal enum Posture : byte
{
    /// <summary>Upright in a place of its own.</summary>
    Upright,

    /// <summary>Upright, side by side with its neighbour in one place: 12 of 12月.</summary>
    SideBySide,

    /// <summary>A stop whose face has no form for columns: moved from the lower left of its place to the upper right.</summary>
    Moved,

    /// <summary>Lying on its right side, as words and long numbers do.</summary>
    Turned,
}
