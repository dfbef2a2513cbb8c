using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;
using PiiDocs.Registers.Stores;

namespace PiiDocs.Registers;

/// <summary>Brings a database to the newest form, script by script, forward only.</summary>
/// <remarks>
/// <c>Schema/NNN.sql</c> is for both databases, <c>Schema/NNN.sqlite.sql</c> and <c>Schema/NNN.postgres.sql</c> for one each. A
/// script that was ever released is never changed; a change is a new script.
/// </remarks>
internal static class Migrations
{
    public const int Newest = 1;

    public static void Apply(IDatabase database, DbConnection connection, string address)
    {
        // Asked once without the lock: an up-to-date database can be opened while another process writes, and read-only.
        if (Current(database, connection, null, address) == Newest)
        {
            return;
        }

        using var transaction = database.BeginWrite(connection);
        for (var version = Current(database, connection, transaction, address) + 1; version <= Newest; version++)
        {
            Run(database, connection, transaction, version);
        }

        transaction.Commit();
    }

    private static int Current(IDatabase database, DbConnection connection, DbTransaction? transaction, string address)
    {
        if (!database.HasTable(connection, transaction, "schema_versions"))
        {
            return 0;
        }

        var version = connection.ExecuteScalar<int>("select coalesce(max(version), 0) from schema_versions", null, transaction);
        return version <= Newest ? version : throw new RegisterUnavailableException(RegisterErrors.FromNewerVersion(address, version, Newest));
    }

    private static void Run(IDatabase database, DbConnection connection, DbTransaction transaction, int version)
    {
        if (version == 1)
        {
            connection.Execute("create table schema_versions (version bigint primary key)", null, transaction);
        }

        var name = version.ToString("000", CultureInfo.InvariantCulture);
        foreach (var script in new[] { Script($"{name}.sql"), Script($"{name}.{database.Name}.sql") })
        {
            if (script is not null)
            {
                connection.Execute(database.Spell(script), null, transaction);
            }
        }

        connection.Execute("insert into schema_versions (version) values (@version)", new { version = (long)version }, transaction);
    }

    private static string? Script(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
