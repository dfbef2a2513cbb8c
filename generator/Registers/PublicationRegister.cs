using System.Collections.Immutable;
using Dapper;

namespace PiiDocs.Registers;

/// <summary>A document that was made public, and the period that runs from it. Days are yyyy-MM-dd.</summary>
public sealed record Publication
{
    /// <summary>Given by the register.</summary>
    public long Id { get; init; }

    public required string CaseId { get; init; }

    public required string Type { get; init; }

    public required string Title { get; init; }

    /// <summary>For whom it was masked: <c>public</c>, or <c>original</c> where the law wants full names.</summary>
    public required string Audience { get; init; }

    /// <summary>Newspaper, site or App; null until it is out.</summary>
    public string? Medium { get; init; }

    public string? PublishedOn { get; init; }

    /// <summary>The page of the newspaper.</summary>
    public string? Page { get; init; }

    public string? Url { get; init; }

    /// <summary>The first day of the period the publication begins.</summary>
    public string? RunsFrom { get; init; }

    /// <summary>The last day of that period, moved past holidays.</summary>
    public string? RunsTo { get; init; }

    /// <summary>The scan or screenshot that proves it.</summary>
    public string? EvidenceFile { get; init; }

    /// <summary>SHA-256 of the proof, lower-case hex.</summary>
    public string? EvidenceHash { get; init; }

    /// <summary>The masking rules used, by name and hash.</summary>
    public required string Rules { get; init; }

    /// <summary>The files that passed the gate, as <c>name sha256</c> lines.</summary>
    public required string Files { get; init; }

    /// <summary>The hash of everything the files were made from.</summary>
    public required string InputHash { get; init; }

    /// <summary>Given by the register.</summary>
    public string RecordedAt { get; init; } = "";

    public required string RecordedBy { get; init; }
}

/// <summary>Where, when and with what proof a publication came out.</summary>
public sealed record PublicationOutcome(string Medium, string PublishedOn, string? Page, string? Url)
{
    public string? RunsFrom { get; init; }

    public string? RunsTo { get; init; }

    public string? EvidenceFile { get; init; }

    public string? EvidenceHash { get; init; }
}

/// <summary>What was published, where and when.</summary>
public sealed class PublicationRegister
{
    private const string Columns = """
        id as Id, case_id as CaseId, type as Type, title as Title, audience as Audience, medium as Medium, published_on as PublishedOn, page as Page,
        url as Url, runs_from as RunsFrom, runs_to as RunsTo, evidence_file as EvidenceFile, evidence_hash as EvidenceHash, rules as Rules,
        files as Files, input_hash as InputHash, recorded_at as RecordedAt, recorded_by as RecordedBy
        """;

    private readonly RegisterStore _store;

    internal PublicationRegister(RegisterStore store) => _store = store;

    /// <summary>Keeps the receipt of files that passed the gate.</summary>
    /// <returns>Its id.</returns>
    public long Record(Publication publication) => _store.Write((entry, transaction) =>
    {
        var id = transaction.Connection!.ExecuteScalar<long>(
            """
            insert into publications (case_id, type, title, audience, medium, published_on, page, url, runs_from, runs_to,
                evidence_file, evidence_hash, rules, files, input_hash, recorded_at, recorded_by)
            values (@CaseId, @Type, @Title, @Audience, @Medium, @PublishedOn, @Page, @Url, @RunsFrom, @RunsTo,
                @EvidenceFile, @EvidenceHash, @Rules, @Files, @InputHash, @RecordedAt, @RecordedBy)
            returning id
            """,
            publication with { RecordedAt = entry.Now },
            transaction);
        entry.Log(publication.RecordedBy, "publication.record", publication.CaseId, $"id={id};type={publication.Type};input={publication.InputHash}");
        return id;
    });

    /// <summary>Adds where and when it came out, and the period that began.</summary>
    /// <returns>The publication as it now stands; null where there is none of that id.</returns>
    public Publication? Complete(long id, PublicationOutcome outcome, string by) => _store.Write((entry, transaction) =>
    {
        var changed = transaction.Connection!.Execute(
            """
            update publications set medium = @Medium, published_on = @PublishedOn, page = @Page, url = @Url, runs_from = @RunsFrom,
                runs_to = @RunsTo, evidence_file = @EvidenceFile, evidence_hash = @EvidenceHash
            where id = @id
            """,
            new
            {
                id,
                outcome.Medium,
                outcome.PublishedOn,
                outcome.Page,
                outcome.Url,
                outcome.RunsFrom,
                outcome.RunsTo,
                outcome.EvidenceFile,
                outcome.EvidenceHash,
            },
            transaction);
        if (changed == 0)
        {
            return null;
        }

        var publication = transaction.Connection!.QuerySingle<Publication>($"select {Columns} from publications where id = @id", new { id }, transaction);
        entry.Log(by, "publication.complete", publication.CaseId, $"id={id};on={outcome.PublishedOn};evidence={outcome.EvidenceHash}");
        return publication;
    });

    /// <summary>Publications in the order they were recorded; of one case, or all.</summary>
    public ImmutableArray<Publication> List(string? caseId = null) => _store.Read(connection => connection.Query<Publication>(
        caseId is null
            ? $"select {Columns} from publications order by id"
            : $"select {Columns} from publications where case_id = @caseId order by id",
        new { caseId }).ToImmutableArray());
}
