namespace PiiDocs.Typesetting.Shaping;

/// <summary>What holds between two neighbouring characters on a line.</summary>
/// <param name="Break">Whether the second may begin a line.</param>
/// <param name="Gap">Space between them.</param>
/// <param name="Shrink">How much of it a line too full may take away.</param>
/// <param name="Stretch">Whether a line too short may add space here.</param>
internal readonly record struct PairRule(BreakKind Break, Gap Gap, Shrink Shrink, Stretch Stretch);

/// <summary>Whether a line may end before a character, from freely to not at all.</summary>
internal enum BreakKind : byte
{
    Allowed,

    /// <summary>Inside the number of an article in words: where the line would else be seen to be stretched.</summary>
    Yielding,

    /// <summary>Inside a date or a number in words: only where the line would else be far too short.</summary>
    Reluctant,

    /// <summary>Inside a word or a number: only where it is longer than a line.</summary>
    Emergency,

    /// <summary>Forbidden by the tables: only where nothing else is left.</summary>
    Never,

    /// <summary>A line ends here.</summary>
    Must,
}

internal enum Gap : byte
{
    None,

    /// <summary>Between Han and Latin.</summary>
    Quarter,

    /// <summary>Two marks that meet share their blank half.</summary>
    MinusHalf,
}

internal enum Shrink : byte
{
    None,

    /// <summary>The blank half of a mark.</summary>
    Half,

    /// <summary>Half the space between Han and Latin.</summary>
    Eighth,
}

internal enum Stretch : byte
{
    None,

    /// <summary>Between words, and between Han and Latin: these widen first.</summary>
    First,

    /// <summary>Anywhere else.</summary>
    Last,
}
