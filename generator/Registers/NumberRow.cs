namespace PiiDocs.Registers;

/// <summary>A row of <c>numbers</c>, as both databases give it.</summary>
internal sealed class NumberRow
{
    public const string Columns = """
        office as Office, series as Series, year as Year, serial as Serial, number as Number, state as State, case_id as CaseId, type as Type,
        reserved_at as ReservedAt, reserved_by as ReservedBy, used_at as UsedAt, used_by as UsedBy, document_hash as DocumentHash,
        voided_at as VoidedAt, voided_by as VoidedBy, void_reason as VoidReason, imported as Imported
        """;

    public string Office { get; init; } = "";

    public string Series { get; init; } = "";

    public long Year { get; init; }

    public long Serial { get; init; }

    public string Number { get; init; } = "";

    public string State { get; init; } = "";

    public string CaseId { get; init; } = "";

    public string Type { get; init; } = "";

    public string ReservedAt { get; init; } = "";

    public string ReservedBy { get; init; } = "";

    public string? UsedAt { get; init; }

    public string? UsedBy { get; init; }

    public string? DocumentHash { get; init; }

    public string? VoidedAt { get; init; }

    public string? VoidedBy { get; init; }

    public string? VoidReason { get; init; }

    public long Imported { get; init; }

    public RegisteredNumber ToNumber() => new()
    {
        Office = Office,
        Series = Series,
        Year = Year,
        Serial = Serial,
        Number = Number,
        State = Enum.Parse<NumberState>(State, ignoreCase: true),
        CaseId = CaseId,
        Type = Type,
        ReservedAt = ReservedAt,
        ReservedBy = ReservedBy,
        UsedAt = UsedAt,
        UsedBy = UsedBy,
        DocumentHash = DocumentHash,
        VoidedAt = VoidedAt,
        VoidedBy = VoidedBy,
        VoidReason = VoidReason,
        Imported = Imported != 0,
    };
}
