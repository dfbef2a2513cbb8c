using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Privacy.Scanning;

/// <summary>What one file still says about persons.</summary>
/// <param name="FileName">The name it was scanned under; what identifies a person in it is masked.</param>
/// <param name="Hits">In the order of the file.</param>
/// <param name="Obstacles">What could not be read; a file with any is not proved clean.</param>
public sealed record ScanResult(string FileName, ImmutableArray<Hit> Hits, ImmutableArray<Obstacle> Obstacles)
{
    /// <summary>How many characters were searched.</summary>
    public long Characters { get; init; }

    /// <summary>No hit at or above the threshold, and nothing unread.</summary>
    public bool IsClean(Confidence threshold) => Obstacles.IsEmpty && !Hits.Any(hit => hit.Confidence >= threshold);
}

/// <summary>A place that identifies a person. Holds no value: only its first character, its length and a salted hash.</summary>
/// <param name="Place">Where.</param>
/// <param name="Kind">What kind of information it is.</param>
/// <param name="Confidence">How sure.</param>
/// <param name="Form">How the value was written.</param>
public sealed record Hit(Place Place, InformationKind Kind, Confidence Confidence, HitForm Form)
{
    /// <summary>The rule that found it: <c>case/name</c>, <c>pattern/mobile</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>The case field it is the value of; null where a pattern found it.</summary>
    public FieldPath? Field { get; init; }

    /// <summary>First character and length: <c>1··········</c>.</summary>
    public required string Masked { get; init; }

    /// <summary>Equal for equal values of one run; cannot be reversed without the run's salt.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The label in front of it, where it is a known word (<c>身份证号</c>); empty otherwise.</summary>
    public required string Context { get; init; }

    /// <summary>Characters before it in its paragraph, page or cell.</summary>
    public required int Offset { get; init; }
}

/// <summary>How a value was written.</summary>
public enum HitForm
{
    Plain,

    /// <summary>With separators, full-width or look-alike characters, Chinese numerals, traditional characters.</summary>
    Disguised,

    /// <summary>In pinyin.</summary>
    Romanised,

    /// <summary>Given name before surname.</summary>
    Reversed,

    /// <summary>Partly masked, and yet telling who it is.</summary>
    PartlyMasked,
}

/// <summary>Something of a file that could not be searched.</summary>
/// <param name="Place">Where.</param>
/// <param name="Reason">Why.</param>
public sealed record Obstacle(Place Place, ObstacleReason Reason);

public enum ObstacleReason
{
    /// <summary>Protected by a password.</summary>
    Encrypted,

    /// <summary>Not what its name says, or broken beyond reading.</summary>
    Corrupt,

    /// <summary>A page without text: only a person can see what the picture shows.</summary>
    Picture,

    /// <summary>Text in a font that does not say which characters its glyphs are.</summary>
    UnknownGlyphs,

    /// <summary>A kind of file that is not known here; its bytes were searched for text all the same.</summary>
    UnknownKind,

    /// <summary>Too large, too deep or too many; the rest was not read.</summary>
    Limit,
}
