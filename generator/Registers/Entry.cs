using System.Data.Common;
using System.Globalization;
using System.Text;
using Dapper;
using PiiDocs.Core;

namespace PiiDocs.Registers;

/// <summary>One change in the making: its time, and the line it leaves in the audit log of the same transaction.</summary>
internal sealed class Entry(DbTransaction transaction, TimeProvider clock)
{
    /// <summary>UTC, to the millisecond: <c>2024-10-28T06:00:00.000Z</c>.</summary>
    public string Now { get; } = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Adds a line to the log. The writer's turn is held, so the last line read is the last line there is.</summary>
    public void Log(string who, string action, string subject, string detail)
    {
        var last = transaction.Connection!.QuerySingleOrDefault<(long Seq, string Hash)>(
            "select seq, hash from audit order by seq desc limit 1", null, transaction);
        var entry = new AuditEntry(last.Seq + 1, Now, who, action, subject, detail, last.Hash ?? AuditEntry.Beginning, "");
        transaction.Connection!.Execute(
            "insert into audit (seq, at, who, action, subject, detail, previous, hash) values (@Seq, @At, @Who, @Action, @Subject, @Detail, @Previous, @Hash)",
            entry with { Hash = entry.ExpectedHash() },
            transaction);
    }
}

/// <summary>A line of the audit log.</summary>
/// <param name="Seq">From 1, without gaps.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Who">The account that did it.</param>
/// <param name="Action">What was done: <c>number.reserve</c>, <c>publication.record</c> …</param>
/// <param name="Subject">To what: a number, a case id.</param>
/// <param name="Detail">Hashes and reasons; never the contents of a document.</param>
/// <param name="Previous">The hash of the line before.</param>
/// <param name="Hash">SHA-256 over all of the above, lower-case hex.</param>
public sealed record AuditEntry(long Seq, string At, string Who, string Action, string Subject, string Detail, string Previous, string Hash)
{
    /// <summary>Stands before the first line.</summary>
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>The hash this line must have.</summary>
    public string ExpectedHash()
    {
        // Each part with its length: no two different lines are written alike.
        var text = new StringBuilder();
        foreach (var part in new[] { Seq.ToString(CultureInfo.InvariantCulture), At, Who, Action, Subject, Detail, Previous })
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}\n");
        }

        return ContentHash.Of(text.ToString());
    }
}
