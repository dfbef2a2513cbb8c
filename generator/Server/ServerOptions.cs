using System.Collections.Immutable;
using System.Net;
using PiiDocs.Core;

namespace PiiDocs.Server;

/// <summary>How the server is run.</summary>
/// <param name="Home">The folder with <c>templates</c> and <c>addin</c>.</param>
/// <param name="DataFolder">Where the server keeps what is its own: certificate, audit log.</param>
internal sealed record ServerOptions(string Home, string DataFolder)
{
    public const int UsualPort = 7443;

    public int Port { get; init; } = UsualPort;

    /// <summary>The name or address under which the pane reaches this machine; loopback by default.</summary>
    public string Host { get; init; } = "localhost";

    /// <summary>The whole address the pane uses, where another server stands in front of this one.</summary>
    public Uri? Url { get; init; }

    /// <summary>Without TLS: only on loopback, behind a server that has it.</summary>
    public bool PlainHttp { get; init; }

    public string Cases { get; init; } = "cases";

    public string Templates { get; init; } = Path.Combine(Home, "templates");

    public string Addin { get; init; } = Path.Combine(Home, "addin");

    /// <summary>The folder with Microsoft's script library; null for <c>addin/office</c> where that is there.</summary>
    public string? OfficeScripts { get; init; }

    /// <summary>The office's own certificate (.pfx); null for one made here.</summary>
    public string? Certificate { get; init; }

    public string? CertificatePasswordFile { get; init; }

    /// <summary>Names, roles and secrets of those who may work here; null for one person at this machine.</summary>
    public string? Users { get; init; }

    /// <summary>The header in which a server in front names who asks; null where there is none.</summary>
    public string? ProxyUserHeader { get; init; }

    /// <summary>Addresses that may set that header, beside this machine's own.</summary>
    public ImmutableArray<IPAddress> TrustedProxies { get; init; } = [];

    /// <summary>Where the registers are: a SQLite file or postgres://…; null for a server that gives no numbers.</summary>
    public string? Store { get; init; }

    public string Audit { get; init; } = Path.Combine(DataFolder, "audit.jsonl");

    public Language Language { get; init; }

    /// <summary>How many requests are worked on at once.</summary>
    public int Workers { get; init; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>How many more wait; others are told to come again.</summary>
    public int LongestQueue { get; init; } = 512;

    /// <summary>How long a request may take.</summary>
    public TimeSpan LongestWork { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Stop when standard input ends: the program that started the server holds the other end of it.</summary>
    public bool UntilInputEnds { get; init; }

    /// <summary>The address under which the pane reaches the server, without a slash at its end.</summary>
    public string Address => (Url ?? new UriBuilder(PlainHttp ? "http" : "https", Host, Port).Uri).GetLeftPart(UriPartial.Authority);

    /// <summary>Whether only this machine can reach the server.</summary>
    public bool IsLoopback => Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));
}
