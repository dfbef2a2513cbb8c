using System.Data.Common;
using PiiDocs.Registers.Stores;

namespace PiiDocs.Registers;

/// <summary>The registers of an office: numbers, publications, service of documents, and the log of who did what.</summary>
/// <remarks>Safe for many threads and processes: every call is one transaction on a connection of its own.</remarks>
public sealed class RegisterStore
{
    private readonly IDatabase _database;
    private readonly TimeProvider _clock;

    private RegisterStore(StoreAddress address, TimeProvider clock)
    {
        _database = address.Database;
        _clock = clock;
        Address = address;
        Numbers = new(this);
        Publications = new(this);
        Services = new(this);
        Audit = new(this);
    }

    public StoreAddress Address { get; }

    public NumberRegister Numbers { get; }

    public PublicationRegister Publications { get; }

    public ServiceRegister Services { get; }

    public AuditLog Audit { get; }

    /// <summary>Opens the registers at an address; makes them where there are none yet, and brings older ones up to date.</summary>
    /// <exception cref="RegisterUnavailableException">Not reachable, locked, read-only, damaged, or made by a newer version.</exception>
    public static RegisterStore Open(StoreAddress address, TimeProvider clock)
    {
        var store = new RegisterStore(address, clock);
        store.Guard(() =>
        {
            using var connection = store._database.Connect();
            Migrations.Apply(store._database, connection, address.Shown);
            return true;
        });
        return store;
    }

    /// <summary>Copies everything, as it stands at this moment, into an empty store: a backup while in use, or a move to another database.</summary>
    /// <returns>How many rows were copied.</returns>
    /// <exception cref="RegisterUnavailableException">Either store cannot be used, or the target holds something already.</exception>
    public long CopyTo(RegisterStore target) => Guard(() =>
    {
        using var connection = _database.Connect();
        using var snapshot = _database.BeginRead(connection);
        return target.Write((_, writer) => StoreCopy.Copy(snapshot, writer, target.Address.Shown));
    });

    /// <summary>One transaction that waits for its turn to write; kept whole or not at all.</summary>
    internal T Write<T>(Func<Entry, DbTransaction, T> change) => Guard(() =>
    {
        using var connection = _database.Connect();
        using var transaction = _database.BeginWrite(connection);
        var result = change(new(transaction, _clock), transaction);
        transaction.Commit();
        return result;
    });

    internal T Read<T>(Func<DbConnection, T> query) => Guard(() =>
    {
        using var connection = _database.Connect();
        return query(connection);
    });

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DbException exception) when (_database.Explain(exception, Address.Shown) is { } diagnostic)
        {
            throw new RegisterUnavailableException(diagnostic, exception);
        }
    }
}
