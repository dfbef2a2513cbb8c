using System.Collections.Immutable;
using Dapper;
using PiiDocs.Core;

namespace PiiDocs.Registers;

/// <summary>Who did what, when: lines are only ever added, each sealed with the hash of the one before.</summary>
public sealed class AuditLog
{
    private readonly RegisterStore _store;

    internal AuditLog(RegisterStore store) => _store = store;

    /// <summary>Adds a line for something that is not itself in a register: a case read, a document made.</summary>
    public void Add(string who, string action, string subject, string detail) => _store.Write((entry, _) =>
    {
        entry.Log(who, action, subject, detail);
        return true;
    });

    /// <summary>The newest lines, oldest of them first.</summary>
    public ImmutableArray<AuditEntry> Newest(int count) => _store.Read(connection => connection.Query<AuditEntry>(
        "select seq, at, who, action, subject, detail, previous, hash from audit order by seq desc limit @count", new { count }).Reverse().ToImmutableArray());

    /// <summary>The newest line of this action on this subject; null where there is none.</summary>
    public AuditEntry? Newest(string action, string subject) => _store.Read(connection => connection.QueryFirstOrDefault<AuditEntry>(
        "select seq, at, who, action, subject, detail, previous, hash from audit where action = @action and subject = @subject order by seq desc limit 1",
        new { action, subject }));

    /// <summary>Recomputes the whole chain.</summary>
    /// <param name="diagnostics">Takes the first line that does not fit; what follows it proves nothing.</param>
    /// <param name="seal">A seal noted earlier (<see cref="AuditSeal.Hash"/>): the log must still hold that line, so a log cut short shows too.</param>
    /// <returns>The length and last hash of the log, to be noted outside the database; null where it is broken.</returns>
    public AuditSeal? Verify(DiagnosticBag diagnostics, string? seal = null) => _store.Read(connection =>
    {
        var last = new AuditSeal(0, AuditEntry.Beginning);
        var isSealFound = seal is null || seal == AuditEntry.Beginning;
        foreach (var entry in connection.Query<AuditEntry>(
            "select seq, at, who, action, subject, detail, previous, hash from audit order by seq", buffered: false))
        {
            if (entry.Seq != last.Lines + 1 || entry.Previous != last.Hash || entry.Hash != entry.ExpectedHash())
            {
                diagnostics.Add(RegisterErrors.BrokenChain(last.Lines + 1));
                return null;
            }

            last = new(entry.Seq, entry.Hash);
            isSealFound |= entry.Hash == seal;
        }

        if (!isSealFound)
        {
            diagnostics.Add(RegisterErrors.SealNotFound());
            return null;
        }

        return last;
    });
}

/// <summary>What proves an audit log complete up to a line.</summary>
public sealed record AuditSeal(long Lines, string Hash);
