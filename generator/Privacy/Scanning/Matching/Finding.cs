using PiiDocs.Core;

namespace PiiDocs.Privacy.Scanning.Matching;

/// <summary>A hit before it has a place: a span of one text.</summary>
/// <param name="Start">First character in the source.</param>
/// <param name="End">One past the last character.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Rule">What found it.</param>
internal sealed record Finding(int Start, int End, InformationKind Kind, string Rule)
{
    public required Confidence Confidence { get; init; }

    public HitForm Form { get; init; }

    /// <summary>The same for every way of writing the same value; hashed, never shown.</summary>
    public required string Value { get; init; }

    public FieldPath? Field { get; init; }

    /// <summary>The person it belongs to; empty where that is not known.</summary>
    public string Owner { get; init; } = "";

    public bool IsOfCase => Field is not null;

    public bool Covers(Finding other) => Start <= other.Start && End >= other.End;
}
