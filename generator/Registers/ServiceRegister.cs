using System.Collections.Immutable;
using Dapper;

namespace PiiDocs.Registers;

/// <summary>送达: a document that reached someone. Days are yyyy-MM-dd.</summary>
public sealed record ServiceRecord
{
    /// <summary>Given by the register.</summary>
    public long Id { get; init; }

    public required string CaseId { get; init; }

    public required string Type { get; init; }

    /// <summary>The number of the document served; null where it has none.</summary>
    public string? Number { get; init; }

    public required string Recipient { get; init; }

    /// <summary>直接送达, 留置送达, 邮寄送达, 公告送达 …</summary>
    public required string Method { get; init; }

    public required string ServedOn { get; init; }

    /// <summary>Who signed for it, where it was not the recipient.</summary>
    public string? ReceivedBy { get; init; }

    public string? EvidenceFile { get; init; }

    /// <summary>SHA-256 of the receipt, lower-case hex.</summary>
    public string? EvidenceHash { get; init; }

    /// <summary>Given by the register.</summary>
    public string RecordedAt { get; init; } = "";

    public required string RecordedBy { get; init; }
}

/// <summary>What was served on whom, and when.</summary>
public sealed class ServiceRegister
{
    private readonly RegisterStore _store;

    internal ServiceRegister(RegisterStore store) => _store = store;

    /// <returns>The id of the record.</returns>
    public long Record(ServiceRecord record) => _store.Write((entry, transaction) =>
    {
        var id = transaction.Connection!.ExecuteScalar<long>(
            """
            insert into services (case_id, type, number, recipient, method, served_on, received_by, evidence_file, evidence_hash, recorded_at, recorded_by)
            values (@CaseId, @Type, @Number, @Recipient, @Method, @ServedOn, @ReceivedBy, @EvidenceFile, @EvidenceHash, @RecordedAt, @RecordedBy)
            returning id
            """,
            record with { RecordedAt = entry.Now },
            transaction);
        entry.Log(record.RecordedBy, "service.record", record.CaseId, $"id={id};type={record.Type};on={record.ServedOn};evidence={record.EvidenceHash}");
        return id;
    });

    /// <summary>Records in the order they were made; of one case, or all.</summary>
    public ImmutableArray<ServiceRecord> List(string? caseId = null) => _store.Read(connection => connection.Query<ServiceRecord>(
        $"""
        select id as Id, case_id as CaseId, type as Type, number as Number, recipient as Recipient, method as Method, served_on as ServedOn,
            received_by as ReceivedBy, evidence_file as EvidenceFile, evidence_hash as EvidenceHash, recorded_at as RecordedAt, recorded_by as RecordedBy
        from services {(caseId is null ? "" : "where case_id = @caseId")} order by id
        """,
        new { caseId }).ToImmutableArray());
}
