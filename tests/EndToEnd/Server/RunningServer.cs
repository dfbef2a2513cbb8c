using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using PiiDocs.Core;
using PiiDocs.Server;
using PiiDocs.Server.Hosting;
using PiiDocs.Unit.Support;

namespace PiiDocs.EndToEnd.Server;

/// <summary>The server itself, on a port of its own, over copies of the sample cases.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    public const string Case = "003-maternity-nanny";
    public const string Type = "pre-suit-notice";

    private readonly string _folder;
    private readonly ServerHost _host;

    private RunningServer(string folder, ServerHost host, TestClock clock, StringWriter console)
    {
        (_folder, _host, Clock, Console) = (folder, host, clock, console);
        Client = NewClient();
    }

    public TestClock Clock { get; }

    public StringWriter Console { get; }

    /// <summary>Comes without a token until <see cref="Pair"/>.</summary>
    public HttpClient Client { get; }

    public Uri Address => new(_host.Address);

    public ServerHost Host => _host;

    public string Cases => Path.Combine(_folder, "cases");

    public string PathTo(string name) => Path.Combine(_folder, name);

    /// <summary>A server without anybody paired.</summary>
    public static async Task<RunningServer> Start(Func<ServerOptions, ServerOptions>? change = null)
    {
        var folder = Directory.CreateTempSubdirectory("piidocs-server-").FullName;
        var cases = Directory.CreateDirectory(Path.Combine(folder, "cases")).FullName;
        foreach (var path in Directory.EnumerateFiles(Repository.PathTo("templates/_cases"), "*.yaml"))
        {
            File.Copy(path, Path.Combine(cases, Path.GetFileName(path)));
        }

        var options = new ServerOptions(Repository.Root, Path.Combine(folder, "data")) { Port = 0, Cases = cases };
        var (clock, console) = (new TestClock(), new StringWriter());
        var diagnostics = new DiagnosticBag();
        var host = await ServerHost.Start(change?.Invoke(options) ?? options, new(console, console, TextReader.Null, clock), diagnostics);
        Assert.True(host is not null, string.Join('\n', diagnostics.Items.Select(each => $"{each.Code} {each.Message}")));
        return new(folder, host, clock, console);
    }

    /// <summary>A server whose client has a token.</summary>
    public static async Task<RunningServer> Paired(Func<ServerOptions, ServerOptions>? change = null)
    {
        var server = await Start(change);
        await server.Pair();
        return server;
    }

    public async Task Pair()
    {
        var answer = await Client.PostAsJsonAsync("/api/v1/pair", new { code = _host.PairingCode });
        Client.DefaultRequestHeaders.Authorization = new("Bearer", (string?)(await Json(answer))["token"]);
    }

    public HttpClient NewClient() =>
        new(new HttpClientHandler
        {
            // The certificate is the one the server just made; that browsers ask for trust is not what these tests are about.
            ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate!.Subject.Contains("O=PiiDocs", StringComparison.Ordinal),
            AllowAutoRedirect = false,
        })
        {
            BaseAddress = Address,
            Timeout = TimeSpan.FromMinutes(2),
        };

    public async Task<JsonNode> Get(string path) => await Json(await Client.GetAsync(path));

    public Task<HttpResponseMessage> Post(string path, object body) => Client.PostAsJsonAsync(path, body);

    public Task<HttpResponseMessage> PostDocument(string path, byte[] docx, string accept = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(docx) };
        request.Content.Headers.ContentType = new("application/octet-stream");

        // The server may answer before it has read all; a client that asks first is not left writing into a closed door.
        request.Headers.ExpectContinue = true;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        return Client.SendAsync(request);
    }

    public async Task<HttpResponseMessage> Save(string name, string version, params (string Field, object? Value)[] changes)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/cases/{name}")
        {
            Content = JsonContent.Create(new { changes = changes.Select(change => new { field = change.Field, value = change.Value }) }),
        };
        request.Headers.IfMatch.Add(new($"\"{version}\""));
        return await Client.SendAsync(request);
    }

    public static async Task<JsonNode> Json(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

    /// <summary>The code of the first diagnostic of a problem.</summary>
    public static async Task<string?> CodeOf(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return (string?)(await Json(answer))["diagnostics"]![0]!["code"];
    }

    /// <summary>A finished document of the sample case.</summary>
    public async Task<byte[]> Docx(string type = Type)
    {
        var answer = await Post($"/api/v1/cases/{Case}/make", new { type });
        answer.EnsureSuccessStatusCode();
        return Convert.FromBase64String((string)(await Json(answer))["files"]![0]!["content"]!);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}

/// <summary>The real time, until it is moved on.</summary>
internal sealed class TestClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Advance(TimeSpan time) => _ahead += time;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(_ahead.TotalSeconds * TimestampFrequency);
}
