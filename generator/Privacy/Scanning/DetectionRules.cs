using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Privacy.Scanning;

/// <summary>What is looked for and what it means in law: the content of <c>templates/_redaction/detection.yaml</c>.</summary>
public sealed record DetectionRules
{
    /// <summary>Hits below it are reported and do not block.</summary>
    public required Confidence Threshold { get; init; }

    /// <summary>By id.</summary>
    public required ImmutableDictionary<string, InformationKind> Kinds { get; init; }

    /// <summary>How the fields of a case are searched, by their class (<c>x-pii</c>).</summary>
    public required ImmutableDictionary<string, IdentifierRule> Identifiers { get; init; }

    public required ImmutableArray<PatternRule> Patterns { get; init; }

    public required NameRules Names { get; init; }

    public required ImmutableArray<MaskRule> Masks { get; init; }

    /// <summary>What every document may show: public hotlines.</summary>
    public required ImmutableArray<string> Allowed { get; init; }
}

/// <summary>A kind of personal information and its place in law.</summary>
/// <param name="Id">As rules name it.</param>
/// <param name="Label">For people.</param>
/// <param name="IsSensitive">Sensitive under Art. 28 of the Personal Information Protection Law.</param>
/// <param name="Category">The category of GB/T 35273-2020, Appendix A.</param>
public sealed record InformationKind(string Id, Message Label, bool IsSensitive, string Category);

/// <summary>How a class of case fields is searched.</summary>
/// <param name="Class">The class: <c>id-number</c>.</param>
/// <param name="Kind">What a hit is.</param>
/// <param name="Search">Which disguises are thought of.</param>
/// <param name="Confidence">Of the value in full.</param>
public sealed record IdentifierRule(string Class, InformationKind Kind, SearchForm Search, Confidence Confidence)
{
    /// <summary>Only of natural persons: the names of companies are public.</summary>
    public bool PersonsOnly { get; init; }
}

public enum SearchForm
{
    /// <summary>The name of a natural person.</summary>
    Name,

    /// <summary>Digits and letters that separators may cut.</summary>
    Number,

    Address,

    /// <summary>A day, in any of the ways days are written.</summary>
    Date,

    /// <summary>An address on a network: case and separators do not matter.</summary>
    Word,

    /// <summary>What the document must show: the office's own telephone, address and staff.</summary>
    Allowed,
}

/// <summary>A form that numbers or texts of a kind have, whoever they belong to.</summary>
/// <param name="Id">Name of the rule.</param>
/// <param name="Kind">What a hit is.</param>
/// <param name="Target">What the pattern is held against.</param>
/// <param name="Pattern">A regular expression without look-around.</param>
public sealed record PatternRule(string Id, InformationKind Kind, PatternTarget Target, string Pattern)
{
    public CheckKind Check { get; init; }

    public required Confidence Confidence { get; init; }

    /// <summary>Words that, before the value, raise it to <see cref="ContextConfidence"/>, unless a word of <see cref="Against"/> is nearer.</summary>
    public ImmutableArray<string> Context { get; init; } = [];

    /// <summary>Words that say what the value is and not whose; they raise it as <see cref="Context"/> does where nothing tells of an office.</summary>
    public ImmutableArray<string> Neutral { get; init; } = [];

    public Confidence ContextConfidence { get; init; }

    /// <summary>Without one of <see cref="Context"/> in front there is no hit.</summary>
    public bool NeedsContext { get; init; }

    /// <summary>Words that, before the value, make it a hit of low confidence: the number of an office, not of a person.</summary>
    public ImmutableArray<string> Against { get; init; } = [];

    /// <summary>Words that, anywhere near the value, make it one of low confidence where nothing in front tells of a person.</summary>
    public ImmutableArray<string> Around { get; init; } = [];

    /// <summary>A person's name right before the value counts as <see cref="Context"/>.</summary>
    public bool BesideName { get; init; }

    /// <summary>Values of this form belong to public bodies and are of low confidence; a regular expression, empty for none.</summary>
    public string Public { get; init; } = "";

    /// <summary>What, next to the value, makes it part of something else; a character class without brackets.</summary>
    public string Boundary { get; init; } = "";
}

public enum PatternTarget
{
    /// <summary>The text with look-alikes folded; spaces and marks as they are.</summary>
    Text,

    /// <summary>Runs of digits, also such as separators cut or Chinese numerals write.</summary>
    Digits,
}

/// <summary>What a value must pass beside its form.</summary>
public enum CheckKind
{
    None,
    Id18,
    Id15,
    Luhn,
    CreditCode,
    Plate,
    Ip4,
    Ip6,
    Name,
}

/// <summary>What is known about the names of persons.</summary>
public sealed record NameRules
{
    public required ImmutableHashSet<string> Surnames { get; init; }

    /// <summary>Readings of surnames that differ from the character's usual one: 曾 zeng.</summary>
    public required ImmutableDictionary<char, ImmutableArray<string>> Readings { get; init; }

    /// <summary>Names that are words as well; they need a person's context.</summary>
    public required ImmutableHashSet<string> CommonWords { get; init; }

    /// <summary>Words that stand in front of persons: 被告人.</summary>
    public required ImmutableArray<string> PersonWords { get; init; }

    /// <summary>Characters that stand for a name's hidden ones: 某, ×, *.</summary>
    public required string MaskCharacters { get; init; }

    /// <summary>A name, its group <c>v</c>, at the end of the text before a number: a regular expression.</summary>
    public required string Beside { get; init; }

    /// <summary>Characters that names of offices end with: 局.</summary>
    public required string OfficeEndings { get; init; }
}

/// <summary>How much of a masked number may show.</summary>
/// <param name="Kind">The kind of number, an id of <see cref="DetectionRules.Kinds"/>.</param>
/// <param name="Shown">At least this many characters show.</param>
/// <param name="Confidence">Then it is a hit of this confidence.</param>
/// <param name="NameConfidence">And of this one where the person's name stands in the same part.</param>
public sealed record MaskRule(string Kind, int Shown, Confidence Confidence, Confidence NameConfidence);
