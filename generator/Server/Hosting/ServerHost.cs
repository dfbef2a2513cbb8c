using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using PiiDocs.Core;
using PiiDocs.Server.Endpoints;
using PiiDocs.Server.Http;

namespace PiiDocs.Server.Hosting;

/// <summary>A running server: its parts put together by hand, and the order in which a request passes them.</summary>
internal sealed class ServerHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ServerParts _parts;

    private ServerHost(WebApplication app, ServerParts parts)
    {
        _app = app;
        _parts = parts;
        Ended = app.WaitForShutdownAsync();
    }

    public ServerOptions Options => _parts.Options;

    public ServerCertificate? Certificate => _parts.Certificate;

    /// <summary>Where it can be reached, with the port it was given.</summary>
    public string Address => Options.Url is not null || Options.Port != 0
        ? Options.Address
        : (Options with { Port = new Uri(Listening().First()).Port }).Address;

    public int CaseCount => _parts.Cases.List().Length;

    public string PairingCode => _parts.Desk.Code;

    /// <summary>Every address it answers at.</summary>
    public IReadOnlyList<Endpoint> Endpoints => ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).ToList();

    /// <summary>Ends when the server does.</summary>
    public Task Ended { get; }

    public void Announce() => _parts.Desk.Announce();

    /// <summary>Starts the server; null, with diagnostics, where it cannot run as it was asked to.</summary>
    public static async Task<ServerHost?> Start(ServerOptions options, ServerConsole console, DiagnosticBag diagnostics)
    {
        if (ServerParts.Make(options, console, diagnostics) is not { } parts)
        {
            return null;
        }

        var app = Build(parts);
        try
        {
            await app.StartAsync();
            return new(app, parts);
        }
        catch (IOException)
        {
            await app.DisposeAsync();
            parts.Dispose();
            diagnostics.Add(ServerErrors.CannotListen(options.Address));
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _parts.Dispose();
    }

    private IEnumerable<string> Listening() =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;

    private static WebApplication Build(ServerParts parts)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = parts.Options.Home });
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => Listen(kestrel, parts));
        builder.Services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        });
        builder.Services.AddLimits(parts.Options);
        builder.Services.AddOpenApi(ApiDescription.DocumentName, ApiDescription.Configure);
        parts.Register(builder.Services);

        var app = builder.Build();
        app.UseFaults(parts.Console);
        app.UseSecurityHeaders(parts.Office.ScriptHosts);
        app.UseSameOrigin(parts.Options);
        app.UseRouting();
        app.UseBodySize();
        app.UseRequestTimeouts();
        app.UseRateLimiter();
        app.MapApi(parts);
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, ServerParts parts)
    {
        kestrel.AddServerHeader = false;
        Limits.Set(kestrel.Limits);
        var options = parts.Options;
        if (options.IsLoopback && options.Port != 0)
        {
            kestrel.ListenLocalhost(options.Port, Secure);
        }
        else
        {
            kestrel.Listen(options.IsLoopback ? IPAddress.Loopback : AddressOf(options.Host), options.Port, Secure);
        }

        void Secure(ListenOptions listen)
        {
            if (parts.Certificate is { } certificate)
            {
                listen.UseHttps(certificate.Certificate);
            }
        }
    }

    /// <summary>A name stands for every address of this machine.</summary>
    private static IPAddress AddressOf(string host) => IPAddress.TryParse(host, out var address) ? address : IPAddress.IPv6Any;
}
