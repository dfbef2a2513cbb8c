using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Routing;
using PiiDocs.Core;
using PiiDocs.Server;
using PiiDocs.Server.Hosting;
using PiiDocs.Server.Security;
using PiiDocs.Unit.Support;

namespace PiiDocs.EndToEnd.Server;

/// <summary>How the server starts, what it keeps, and what it says when it cannot.</summary>
public sealed class StartTests : Workplace
{
    private ServerOptions Usual => new(Repository.Root, Path.Combine(Folder, "data")) { Cases = Path.Combine(Folder, "cases"), Port = 0 };

    [Theory]
    [InlineData("PD7800", "--prot", "1")]
    [InlineData("PD7801", "--port", "http")]
    [InlineData("PD7801", "--port")]
    [InlineData("PD7801", "--url", "https://pii.example/path")]
    [InlineData("PD7801", "--trusted-proxy", "proxy")]
    [InlineData("PD7802", "--plain-http", "--host", "pii.example", "--users", "x")]
    [InlineData("PD7803", "--host", "pii.example")]
    public void A_wrong_command_line_is_explained(string code, params string[] arguments)
    {
        var diagnostics = new DiagnosticBag();

        Assert.Null(OptionReader.Read(arguments, Usual, diagnostics));
        Assert.Equal(code, diagnostics.Items[0].Code);
    }

    [Fact]
    public void Options_are_read_in_both_spellings()
    {
        var options = OptionReader.Read(
            ["--port=8443", "--host", "pii.example", "--users", "u.json", "--trusted-proxy", "10.0.0.1", "--lang", "en"], Usual, new())!;

        Assert.Equal("https://pii.example:8443", options.Address);
        Assert.Equal(IPAddress.Parse("10.0.0.1"), Assert.Single(options.TrustedProxies));
        Assert.Equal(Language.English, options.Language);
    }

    [Fact]
    public async Task The_certificate_is_made_once_for_this_machine_alone_and_only_its_owner_can_read_it()
    {
        var first = await CertificateOf(Usual);
        var second = await CertificateOf(Usual);

        Assert.Equal(first.Thumbprint, second.Thumbprint);
        Assert.True(first.MatchesHostname("localhost"));
        Assert.True(first.MatchesHostname("127.0.0.1"));
        Assert.False(first.MatchesHostname("pii.example"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Certificates.FileIn(Usual.DataFolder)));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Usual.DataFolder));
        }
    }

    [Fact]
    public async Task A_certificate_near_its_end_is_made_anew()
    {
        var first = await CertificateOf(Usual);
        var clock = new TestClock();
        clock.Advance(TimeSpan.FromDays(800));

        Assert.NotEqual(first.Thumbprint, Certificates.Open(Usual, clock, new())!.Certificate.Thumbprint);
    }

    [Fact]
    public async Task The_offices_own_certificate_is_used_with_the_password_from_a_file()
    {
        using var own = await CertificateOf(Usual);
        var (pfx, password) = (Path.Combine(Folder, "own.pfx"), Write("password", "secret\n"));
        await File.WriteAllBytesAsync(pfx, own.Export(X509ContentType.Pfx, "secret"));

        using var used = await CertificateOf(Usual with { Certificate = pfx, CertificatePasswordFile = password });

        Assert.Equal(own.Thumbprint, used.Thumbprint);
        Assert.Equal("PD7804", await Refusal(Usual with { Certificate = pfx }));
        Assert.Equal("PD7804", await Refusal(Usual with { Certificate = Write("text.pfx", "no certificate") }));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"users": [{"name": "a", "role": "king", "secret": ""}]}""")]
    [InlineData("""{"users": [{"name": "a", "role": "admin", "secret": "plain"}]}""")]
    [InlineData("""{"users": [{"name": "a", "role": "admin"}, {"name": "a", "role": "drafter"}]}""")]
    public async Task A_wrong_file_of_users_stops_the_start(string text) =>
        Assert.Equal("PD7805", await Refusal(Usual with { Users = Write("users.json", text) }));

    [Fact]
    public async Task A_taken_port_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        Assert.Equal("PD7806", await Refusal(Usual with { Port = ((IPEndPoint)taken.LocalEndpoint).Port }));
    }

    [Fact]
    public async Task Everything_done_is_written_down_without_contents_and_sealed()
    {
        await using var server = await RunningServer.Paired();
        var version = (string)(await server.Get($"/api/v1/cases/{RunningServer.Case}"))["version"]!;
        await server.Save(RunningServer.Case, version, ("$.office.contact.name", "林检察官"));
        await server.Docx();
        await server.Client.GetAsync("/api/v1/cases/no-such-case");

        var log = File.ReadAllLines(server.Host.Options.Audit);

        Assert.Equal(5, log.Length);
        Assert.Contains("\"action\":\"PUT /api/v1/cases/{name}\",\"status\":200", log[2], StringComparison.Ordinal);
        Assert.Contains(version, log[2], StringComparison.Ordinal);
        Assert.All(log, line => Assert.DoesNotContain("检察官", line, StringComparison.Ordinal));
        Assert.NotNull(AuditLog.Follow(server.Host.Options.Audit, null, new()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_log_that_another_hand_changed_stops_the_start(int line)
    {
        await using (var server = await RunningServer.Paired(options => options with { Audit = Path.Combine(Folder, "audit.jsonl") }))
        {
            await server.Get("/api/v1/types");
            await server.Get("/api/v1/cases");
        }

        var path = Path.Combine(Folder, "audit.jsonl");
        var lines = await File.ReadAllLinesAsync(path);
        await File.WriteAllLinesAsync(path, lines.Select((text, index) => index == line ? text.Replace("GET", "PUT", StringComparison.Ordinal) : text));

        var diagnostics = new DiagnosticBag();
        Assert.Null(AuditLog.Open(path, null, TimeProvider.System, diagnostics));
        Assert.Equal("PD7807", diagnostics.Items[0].Code);
        Assert.Equal(line + 1, diagnostics.Items[0].Location!.Value.Start.Line);
    }

    [Fact]
    public async Task A_log_that_was_cut_short_stops_the_start_of_a_server_with_registers()
    {
        ServerOptions Options(ServerOptions usual) =>
            usual with { Audit = Path.Combine(Folder, "audit.jsonl"), Store = Path.Combine(Folder, "registers.db") };
        await using (var server = await RunningServer.Paired(Options))
        {
            await server.Get("/api/v1/cases");
        }

        await using (await RunningServer.Start(Options))
        {
            // As it was left, it goes on.
        }

        var path = Path.Combine(Folder, "audit.jsonl");
        var lines = await File.ReadAllLinesAsync(path);
        await File.WriteAllLinesAsync(path, lines[..^1]);
        Assert.Equal("PD7808", await Refusal(Options(Usual)));
        File.Delete(path);
        Assert.Equal("PD7808", await Refusal(Options(Usual)));
        Assert.Equal(0, CommandLine.PiiDocs("audit", "verify", "--store", Path.Combine(Folder, "registers.db")).Code);
    }

    [Fact]
    public async Task The_description_has_every_endpoint()
    {
        await using var server = await RunningServer.Start();

        var described = (await server.Get("/openapi/v1.json"))["paths"]!.AsObject().Select(path => path.Key).Order(StringComparer.Ordinal);

        Assert.Equal(
            server.Host.Endpoints.OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText!)
                .Where(path => path.StartsWith("/api/", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal),
            described);
    }

    [Fact]
    public async Task Pages_are_asked_for_anew_each_time_and_nothing_beside_them_is_served()
    {
        var addin = Directory.CreateDirectory(Path.Combine(Folder, "addin")).FullName;
        await File.WriteAllTextAsync(Path.Combine(addin, "index.html"), "<!doctype html><title>窗格</title>");
        await File.WriteAllTextAsync(Path.Combine(addin, "package.json.txt"), "x");
        Directory.CreateDirectory(Path.Combine(addin, "node_modules"));
        await File.WriteAllTextAsync(Path.Combine(addin, "node_modules", "a.js"), "x");
        await using var server = await RunningServer.Start(options => options with { Addin = addin });

        var page = await server.Client.GetAsync("/");
        var again = new HttpRequestMessage(HttpMethod.Get, "/index.html");
        again.Headers.IfNoneMatch.Add(page.Headers.ETag!);
        var assets = (string?)(await server.Get("/api/v1/version"))["assets"];
        await File.AppendAllTextAsync(Path.Combine(addin, "index.html"), "<p>neu</p>");
        server.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("no-cache", page.Headers.CacheControl!.ToString());
        Assert.Contains("窗格", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(again)).StatusCode);
        Assert.NotEqual(assets, (string?)(await server.Get("/api/v1/version"))["assets"]);
        foreach (var path in new[] { "/package.json.txt", "/node_modules/a.js", "/..%2Ftemplates/README.md", "/../templates/_case/schema.json" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync(path)).StatusCode);
        }
    }

    [Fact]
    public async Task The_script_library_comes_from_the_local_folder_or_from_its_maker()
    {
        var scripts = Directory.CreateDirectory(Path.Combine(Folder, "office")).FullName;
        await using var far = await RunningServer.Start(options => options with { OfficeScripts = scripts });
        var sent = await far.Client.GetAsync("/office/office.js");
        await File.WriteAllTextAsync(Path.Combine(scripts, "office.js"), "// loader");
        await using var near = await RunningServer.Start(options => options with { OfficeScripts = scripts });
        var served = await near.Client.GetAsync("/office/office.js");

        Assert.Equal("https://appsforoffice.microsoft.com/lib/1/hosted/office.js", sent.Headers.Location!.AbsoluteUri);
        Assert.Equal("// loader", await served.Content.ReadAsStringAsync());
        Assert.Equal("local", (string?)(await near.Get("/api/v1/version"))["officeJs"]);
        Assert.DoesNotContain("microsoft", Assert.Single(served.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_line_starts_the_server_and_adds_users()
    {
        var users = Path.Combine(Folder, "users.json");

        var added = CommandLine.PiiDocs("serve", "--add-user", "drafter-1", "--role", "drafter", "--users", users);
        var wrong = CommandLine.PiiDocs("serve", "--port", "none");

        Assert.Equal(0, added.Code);
        Assert.NotNull(UserList.Read(users, new())!.Find("drafter-1"));
        Assert.Equal(2, wrong.Code);
        Assert.Contains("PD7801", wrong.Error, StringComparison.Ordinal);
    }

    private static async Task<string?> Refusal(ServerOptions options)
    {
        var diagnostics = new DiagnosticBag();
        await using var host = await ServerHost.Start(options, new(TextWriter.Null, TextWriter.Null, TextReader.Null, TimeProvider.System), diagnostics);
        Assert.Null(host);
        return diagnostics.Items[0].Code;
    }

    private static async Task<X509Certificate2> CertificateOf(ServerOptions options)
    {
        var diagnostics = new DiagnosticBag();
        await using var host = await ServerHost.Start(options, new(TextWriter.Null, TextWriter.Null, TextReader.Null, TimeProvider.System), diagnostics);
        Assert.NotNull(host);
        return X509CertificateLoader.LoadPkcs12(host.Certificate!.Certificate.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
    }
}
