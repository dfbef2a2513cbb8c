using System.Globalization;
using System.Net;
using PiiDocs.Core;

namespace PiiDocs.Server;

/// <summary>Reads the server's command line: <c>--name value</c> or <c>--name=value</c>.</summary>
internal static class OptionReader
{
    private delegate ServerOptions? Setter(ServerOptions options, string value);

    private static readonly Dictionary<string, Setter> Options = new(StringComparer.Ordinal)
    {
        ["--port"] = (options, value) => ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? options with { Port = port } : null,
        ["--host"] = (options, value) => Uri.CheckHostName(value) != UriHostNameType.Unknown ? options with { Host = value } : null,
        ["--url"] = (options, value) => AddressOf(value) is { } url ? options with { Url = url } : null,
        ["--cases"] = (options, value) => options with { Cases = Path.GetFullPath(value) },
        ["--templates"] = (options, value) => options with { Templates = Path.GetFullPath(value) },
        ["--addin"] = (options, value) => options with { Addin = Path.GetFullPath(value) },
        ["--office-js"] = (options, value) => options with { OfficeScripts = Path.GetFullPath(value) },
        ["--cert"] = (options, value) => options with { Certificate = Path.GetFullPath(value) },
        ["--cert-password-file"] = (options, value) => options with { CertificatePasswordFile = Path.GetFullPath(value) },
        ["--users"] = (options, value) => options with { Users = Path.GetFullPath(value) },
        ["--proxy-user-header"] = (options, value) => IsHeaderName(value) ? options with { ProxyUserHeader = value } : null,
        ["--trusted-proxy"] = (options, value) => IPAddress.TryParse(value, out var address) ? options with { TrustedProxies = options.TrustedProxies.Add(address) } : null,
        ["--store"] = (options, value) => value.Length > 0 ? options with { Store = value } : null,
        ["--audit"] = (options, value) => options with { Audit = Path.GetFullPath(value) },
        ["--lang"] = (options, value) => value switch
        {
            "zh" => options with { Language = Language.Chinese },
            "en" => options with { Language = Language.English },
            _ => null,
        },
    };

    private static readonly Dictionary<string, Func<ServerOptions, ServerOptions>> Flags = new(StringComparer.Ordinal)
    {
        ["--plain-http"] = options => options with { PlainHttp = true },
        ["--until-input-ends"] = options => options with { UntilInputEnds = true },
    };

    /// <summary>The options; null, with diagnostics, where the command line is wrong.</summary>
    public static ServerOptions? Read(IReadOnlyList<string> arguments, ServerOptions usual, DiagnosticBag diagnostics)
    {
        var options = usual;
        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, value) = Split(arguments[i]);
            if (value is null && Flags.TryGetValue(name, out var raise))
            {
                options = raise(options);
            }
            else if (!Options.TryGetValue(name, out var set))
            {
                diagnostics.Add(ServerErrors.UnknownOption(name, NearestName.Find(name, Options.Keys.Concat(Flags.Keys))));
            }
            else if ((value ?? (++i < arguments.Count ? arguments[i] : null)) is not { } given || set(options, given) is not { } next)
            {
                diagnostics.Add(ServerErrors.BadOption(name));
            }
            else
            {
                options = next;
            }
        }

        Check(options, diagnostics);
        return diagnostics.HasErrors ? null : options;
    }

    private static void Check(ServerOptions options, DiagnosticBag diagnostics)
    {
        if (options.PlainHttp && !options.IsLoopback)
        {
            diagnostics.Add(ServerErrors.PlainHttpBeyondLoopback());
        }

        if (!options.IsLoopback && options.Users is null && options.ProxyUserHeader is null)
        {
            diagnostics.Add(ServerErrors.OfficeWithoutUsers());
        }
    }

    private static (string Name, string? Value) Split(string argument) =>
        argument.IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? (argument[..at], argument[(at + 1)..]) : (argument, null);

    private static Uri? AddressOf(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" && url is { PathAndQuery: "/", UserInfo: "" } ? url : null;

    private static bool IsHeaderName(string value) =>
        value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
