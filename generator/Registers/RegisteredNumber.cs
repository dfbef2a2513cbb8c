namespace PiiDocs.Registers;

/// <summary>The numbers of one office, kind and year, from 1 without gaps.</summary>
/// <param name="Office">The office's short name: 沪静检.</param>
/// <param name="Series">The kind: the key of the pattern in <c>_numbering.yaml</c>.</param>
/// <param name="Year">The year in the number.</param>
public sealed record NumberSeries(string Office, string Series, int Year);

/// <summary>What a number is asked for.</summary>
/// <param name="Series">From which numbers.</param>
/// <param name="Pattern">The number with <c>{serial}</c> still open: <c>沪静检刑诉〔2024〕{serial}号</c>.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Type">The document type.</param>
public sealed record NumberRequest(NumberSeries Series, string Pattern, string CaseId, string Type);

/// <summary>A number that was given out before the register was kept, or elsewhere.</summary>
/// <param name="Series">The numbers it belongs to.</param>
/// <param name="Serial">Its serial.</param>
/// <param name="Number">As written.</param>
/// <param name="CaseId">The case; empty where not known.</param>
/// <param name="Type">The document type.</param>
/// <param name="Location">Where the list says so.</param>
public sealed record ImportedNumber(NumberSeries Series, int Serial, string Number, string CaseId, string Type, Core.SourceLocation? Location);

/// <summary>Reserved for a document, used by it, or void with a reason; never gone.</summary>
public enum NumberState
{
    Reserved,
    Used,
    Void,
}

/// <summary>A number and what became of it. Times are UTC, ISO 8601.</summary>
public sealed record RegisteredNumber
{
    public required string Office { get; init; }

    public required string Series { get; init; }

    public required long Year { get; init; }

    public required long Serial { get; init; }

    public required string Number { get; init; }

    public required NumberState State { get; init; }

    public required string CaseId { get; init; }

    public required string Type { get; init; }

    public required string ReservedAt { get; init; }

    public required string ReservedBy { get; init; }

    public string? UsedAt { get; init; }

    public string? UsedBy { get; init; }

    /// <summary>SHA-256 of the document that bears the number, lower-case hex.</summary>
    public string? DocumentHash { get; init; }

    public string? VoidedAt { get; init; }

    public string? VoidedBy { get; init; }

    public string? VoidReason { get; init; }

    /// <summary>It was not given out by this register.</summary>
    public bool Imported { get; init; }
}

/// <summary>Which numbers to list; what is null is not asked for.</summary>
public sealed record NumberFilter(string? Office = null, string? Series = null, int? Year = null, NumberState? State = null, string? CaseId = null);
