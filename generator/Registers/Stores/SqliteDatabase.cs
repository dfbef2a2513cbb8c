using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using PiiDocs.Core;

namespace PiiDocs.Registers.Stores;

/// <summary>One file, many processes of one machine.</summary>
/// <remarks>Write-ahead log, every commit on disk before it is told: a killed process loses nothing that was answered.</remarks>
/// <param name="path">The file.</param>
/// <param name="mode">Whether it may be made and written.</param>
/// <param name="patience">Seconds to wait for another program's transaction.</param>
internal sealed class SqliteDatabase(string path, SqliteOpenMode mode, int patience = 60) : IDatabase
{
    // Primary result codes of SQLite; https://sqlite.org/rescode.html.
    private const int Nonsense = 1;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    private readonly string _connection = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = mode,
        DefaultTimeout = patience,
        ForeignKeys = true,
        Pooling = false,
    }.ConnectionString;

    public string Name => "sqlite";

    public DbConnection Connect()
    {
        if (mode == SqliteOpenMode.ReadWriteCreate && Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var connection = new SqliteConnection(_connection);
        try
        {
            connection.Open();
            connection.Execute("pragma journal_mode = wal; pragma synchronous = full;");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public DbTransaction BeginWrite(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    public DbTransaction BeginRead(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    public string Spell(string script) =>
        script.Replace("{identity}", "integer primary key autoincrement", StringComparison.Ordinal);

    public bool HasTable(DbConnection connection, DbTransaction? transaction, string table) =>
        connection.ExecuteScalar<long>("select count(*) from sqlite_master where type = 'table' and name = @table", new { table }, transaction) > 0;

    public Diagnostic? Explain(DbException exception, string address) => ((SqliteException)exception).SqliteErrorCode switch
    {
        Busy or Locked => RegisterErrors.Locked(address),
        ReadOnly or CannotOpen => RegisterErrors.ReadOnly(address),
        Full or InputOutput => RegisterErrors.DiskFull(address),
        Corrupt or NotADatabase => RegisterErrors.NotARegister(address),

        // Statements are fixed and tested; one that makes no sense here meets a table or a column that somebody took away.
        Nonsense => RegisterErrors.NotARegister(address),
        _ => null,
    };
}
