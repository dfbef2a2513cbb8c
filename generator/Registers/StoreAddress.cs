using Microsoft.Data.Sqlite;
using Npgsql;
using PiiDocs.Core;
using PiiDocs.Registers.Stores;

namespace PiiDocs.Registers;

/// <summary>Where registers are kept: a SQLite file, or a PostgreSQL database that several machines share.</summary>
public sealed class StoreAddress
{
    private StoreAddress(IDatabase database, string shown)
    {
        Database = database;
        Shown = shown;
    }

    internal IDatabase Database { get; }

    /// <summary>As messages show it, without a password.</summary>
    public string Shown { get; }

    /// <summary>Reads <c>postgres://user@host:5432/database</c> (or <c>postgresql://…</c>), or the path of a file.</summary>
    /// <param name="text">A password may stand in the address, but is better left to <c>PGPASSWORD</c> or <c>~/.pgpass</c>.</param>
    /// <param name="diagnostics">Takes an address that is none.</param>
    public static StoreAddress? Parse(string text, DiagnosticBag diagnostics)
    {
        if (!text.Contains("://", StringComparison.Ordinal))
        {
            var path = Path.GetFullPath(text);
            return new(new SqliteDatabase(path, SqliteOpenMode.ReadWriteCreate), path);
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "postgres" or "postgresql"
            && address.Host.Length > 0 && address.AbsolutePath.Length > 1)
        {
            return new(new PostgresDatabase(ConnectionString(address)), $"postgres://{address.Host}{address.AbsolutePath}");
        }

        diagnostics.Add(RegisterErrors.BadAddress());
        return null;
    }

    private static string ConnectionString(Uri address)
    {
        var user = address.UserInfo.Split(':', 2);
        var parts = new NpgsqlConnectionStringBuilder
        {
            Host = address.Host,
            Port = address.Port > 0 ? address.Port : 5432,
            Database = Uri.UnescapeDataString(address.AbsolutePath[1..]),
            ApplicationName = "PiiDocs",
            // Seconds to connect: as patient as with another writer.
            Timeout = 60,
        };
        if (user[0].Length > 0)
        {
            parts.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length > 1)
        {
            parts.Password = Uri.UnescapeDataString(user[1]);
        }

        return parts.ConnectionString;
    }
}
