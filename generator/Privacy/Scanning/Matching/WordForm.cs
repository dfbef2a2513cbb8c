using System.Collections.Immutable;

namespace PiiDocs.Privacy.Scanning.Matching;

/// <summary>One way in which an identifier may be written.</summary>
/// <param name="Identifier">What it tells.</param>
/// <param name="View">Which form of the text it is looked for in.</param>
/// <param name="Key">What is looked for there.</param>
/// <param name="Form">What a hit is called.</param>
internal sealed record WordForm(KnownIdentifier Identifier, TextView View, string Key, HitForm Form)
{
    public required GapRule Gaps { get; init; }

    public required Confidence Confidence { get; init; }

    /// <summary>Offsets in the key before which a gap may stand; for <see cref="GapRule.Joints"/>.</summary>
    public ImmutableArray<int> Joints { get; init; } = [];
}

internal enum TextView
{
    Letters,
    Digits,

    /// <summary>The Latin letters of the text alone, tone digits left out.</summary>
    Latin,
}

/// <summary>What may stand between the characters of a match.</summary>
internal enum GapRule
{
    /// <summary>Blanks and invisible characters; or the same mark between all characters.</summary>
    Name,

    /// <summary>A few marks and blanks anywhere.</summary>
    Number,

    /// <summary>Marks and blanks between syllables and words only; whole words.</summary>
    Joints,

    /// <summary>A mark or blank between given name and surname, or nothing.</summary>
    Reversed,
}
