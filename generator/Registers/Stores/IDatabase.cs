using System.Data.Common;
using PiiDocs.Core;

namespace PiiDocs.Registers.Stores;

/// <summary>What the two databases do differently; everything else is the same SQL.</summary>
internal interface IDatabase
{
    /// <summary>The name in the file names of scripts for this database alone.</summary>
    string Name { get; }

    /// <summary>An open connection.</summary>
    DbConnection Connect();

    /// <summary>Begins a transaction and waits until no other process writes; what is then read stays true until it ends.</summary>
    DbTransaction BeginWrite(DbConnection connection);

    /// <summary>A transaction that sees the database as it is now, whatever others write meanwhile.</summary>
    DbTransaction BeginRead(DbConnection connection);

    /// <summary>Spells what scripts leave open in this database's words.</summary>
    string Spell(string script);

    /// <summary>Whether a table exists.</summary>
    bool HasTable(DbConnection connection, DbTransaction? transaction, string table);

    /// <summary>What a failure of the database means for the person who waits for it; null where it is a bug of ours.</summary>
    Diagnostic? Explain(DbException exception, string address);
}
