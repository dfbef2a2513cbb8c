using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PiiDocs.EndToEnd.Registers;

/// <summary>A PostgreSQL server of the tests' own: Debian's package, a folder of its own, a free port of this machine, gone afterwards.</summary>
public sealed class PostgresServer : IDisposable
{
    // The server refuses to run as root.
    private static readonly bool AsRoot = Environment.UserName == "root";

    private readonly string _folder = Directory.CreateTempSubdirectory("piidocs-postgres-").FullName;
    private readonly string _programs = Programs();
    private readonly int _port = FreePort();
    private int _databases;

    public PostgresServer()
    {
        if (AsRoot)
        {
            Must("chown", "postgres", _folder);
        }

        AsServer("initdb", "-D", Data, "-A", "trust", "-U", "piidocs", "-E", "UTF8", "--locale=C");
        AsServer("pg_ctl", "-D", Data, "-w", "-t", "60", "-l", Path.Combine(_folder, "log"),
            "-o", $"-p {_port.ToString(CultureInfo.InvariantCulture)} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=off", "start");
    }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>The address of a new, empty database.</summary>
    public string NewDatabase()
    {
        var name = $"office{++_databases}";
        AsServer("createdb", "-h", "127.0.0.1", "-p", _port.ToString(CultureInfo.InvariantCulture), "-U", "piidocs", name);
        return $"postgres://piidocs@127.0.0.1:{_port}/{name}";
    }

    public void Dispose()
    {
        AsServer("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private void AsServer(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        if (AsRoot)
        {
            Must("runuser", ["-u", "postgres", "--", path, .. arguments]);
        }
        else
        {
            Must(path, arguments);
        }
    }

    private static void Must(string program, params string[] arguments)
    {
        var outcome = CommandLine.Run(program, arguments);
        Assert.True(outcome.Code == 0, $"{program}: {outcome.Out}{outcome.Error}");
    }

    private static string Programs() => Directory.EnumerateFiles("/usr/lib/postgresql", "initdb", SearchOption.AllDirectories)
        .Select(path => Path.GetDirectoryName(path)!).Max(StringComparer.Ordinal)!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
