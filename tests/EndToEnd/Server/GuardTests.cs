using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Routing;
using PiiDocs.Core;
using PiiDocs.Server.Security;

namespace PiiDocs.EndToEnd.Server;

/// <summary>Who is let in: no other web page, no other program, nobody without a code.</summary>
public sealed class GuardTests : Workplace
{
    private static readonly string[] Open = ["/api/v1/health", "/api/v1/version", "/api/v1/pair"];

    [Fact]
    public async Task Without_a_token_every_endpoint_but_three_is_closed()
    {
        await using var server = await RunningServer.Start();
        var endpoints = server.Host.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(endpoints);
        foreach (var endpoint in endpoints.Where(endpoint => !Open.Contains(endpoint.RoutePattern.RawText)))
        {
            var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0];
            var path = endpoint.RoutePattern.RawText!.Replace("{name}", RunningServer.Case, StringComparison.Ordinal)
                .Replace("{type}", RunningServer.Type, StringComparison.Ordinal)
                .Replace("{field}", "$.office.name?case=x", StringComparison.Ordinal)
                .Replace("{id}", "claims", StringComparison.Ordinal);
            path += path.Contains('?', StringComparison.Ordinal) ? "" : "?case=x&name=x";
            var request = new HttpRequestMessage(new(method), path) { Content = ContentFor(method, path) };
            request.Headers.Authorization = new("Bearer", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

            var answer = await server.Client.SendAsync(request);

            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{method} {path}: {answer.StatusCode}");
            Assert.Equal("PD7822", await RunningServer.CodeOf(answer));
        }

        Assert.All(Open[..2], path => Assert.Contains(endpoints, endpoint => endpoint.RoutePattern.RawText == path));
        Assert.Equal("ok", (string?)(await server.Get("/api/v1/health"))["status"]);
    }

    private static HttpContent? ContentFor(string method, string path)
    {
        if (method == "GET")
        {
            return null;
        }

        var document = new ByteArrayContent([]);
        document.Headers.ContentType = new("application/octet-stream");
        return path.Contains("/documents/", StringComparison.Ordinal) ? document : JsonContent.Create(new { });
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example:7443")]
    public async Task A_name_that_is_not_ours_is_turned_away(string host)
    {
        await using var server = await RunningServer.Paired();
        foreach (var path in new[] { "/api/v1/cases", "/api/v1/health", "/" })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;

            var answer = await server.Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
            Assert.Equal("PD7820", await RunningServer.CodeOf(answer));
        }
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Another_web_page_is_turned_away_even_with_a_token(string header, string value)
    {
        await using var server = await RunningServer.Paired();
        foreach (var path in new[] { "/api/v1/cases", "/api/v1/version" })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add(header, value);

            var answer = await server.Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Equal("PD7821", await RunningServer.CodeOf(answer));
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Fact]
    public async Task The_pane_itself_is_served()
    {
        await using var server = await RunningServer.Paired();
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/session");
        request.Headers.Add("Origin", server.Address.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");

        var answer = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("admin", (string?)(await RunningServer.Json(answer))["role"]);
    }

    [Fact]
    public async Task Every_answer_forbids_inline_scripts_framing_and_guessing_of_types()
    {
        await using var server = await RunningServer.Start();
        foreach (var path in new[] { "/health.html", "/api/v1/health", "/no-such-file.html" })
        {
            var answer = await server.Client.GetAsync(path);

            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task A_code_is_good_once_and_shown_on_the_console()
    {
        await using var server = await RunningServer.Start();
        var code = server.Host.PairingCode;
        server.Host.Announce();

        var first = await server.Post("/api/v1/pair", new { code });
        var second = await server.Post("/api/v1/pair", new { code });

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, second.StatusCode);
        Assert.Equal("PD7823", await RunningServer.CodeOf(second));
        Assert.Contains(code, server.Console.ToString(), StringComparison.Ordinal);
        Assert.Contains(server.Host.PairingCode, server.Console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_codes_close_the_desk_for_a_while_and_change_the_code()
    {
        await using var server = await RunningServer.Start();
        var code = server.Host.PairingCode;
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await server.Post("/api/v1/pair", new { code = "" })).StatusCode);
        }

        var closed = await server.Post("/api/v1/pair", new { code = server.Host.PairingCode });
        server.Clock.Advance(TimeSpan.FromSeconds(31));
        var old = await server.Post("/api/v1/pair", new { code });
        var now = await server.Post("/api/v1/pair", new { code = server.Host.PairingCode });

        Assert.Equal(HttpStatusCode.TooManyRequests, closed.StatusCode);
        Assert.Equal("PD7824", await RunningServer.CodeOf(closed));
        Assert.InRange(closed.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 30);
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
        Assert.Equal(HttpStatusCode.OK, now.StatusCode);
    }

    [Fact]
    public async Task A_token_ends_after_a_day_of_work()
    {
        await using var server = await RunningServer.Paired();
        server.Clock.Advance(TimeSpan.FromHours(11));
        var during = await server.Client.GetAsync("/api/v1/session");
        server.Clock.Advance(TimeSpan.FromHours(2));
        var after = await server.Client.GetAsync("/api/v1/session");

        Assert.Equal(HttpStatusCode.OK, during.StatusCode);
        Assert.Equal("PD7822", await RunningServer.CodeOf(after));
    }

    [Fact]
    public async Task Users_log_in_with_their_secrets_and_may_do_what_their_role_allows()
    {
        var users = Path.Combine(Folder, "users.json");
        var secret = UserList.Add(users, "审核人", Role.Reviewer, new DiagnosticBag())!;
        await using var server = await RunningServer.Start(options => options with { Users = users });

        var stranger = await server.Post("/api/v1/pair", new { user = "某人", code = secret });
        var paired = await server.Post("/api/v1/pair", new { user = "审核人", code = secret });
        server.Client.DefaultRequestHeaders.Authorization = new("Bearer", (string?)(await RunningServer.Json(paired))["token"]);
        var read = await server.Client.GetAsync($"/api/v1/cases/{RunningServer.Case}");
        var save = await server.Save(RunningServer.Case, read.Headers.ETag!.Tag.Trim('"'), ("$.office.chief", "某某"));

        Assert.Equal("PD7823", await RunningServer.CodeOf(stranger));
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, save.StatusCode);
        Assert.Equal("PD7825", await RunningServer.CodeOf(save));
        Assert.DoesNotContain(secret, await File.ReadAllTextAsync(users), StringComparison.Ordinal);
        Assert.Equal("user", (string?)(await server.Get("/api/v1/version"))["login"]);
    }

    [Fact]
    public async Task A_proxy_on_this_machine_names_the_user()
    {
        var users = Path.Combine(Folder, "users.json");
        UserList.Add(users, "drafter-1", Role.Drafter, new DiagnosticBag());
        await using var server = await RunningServer.Start(options => options with { Users = users, ProxyUserHeader = "X-Remote-User" });

        server.Client.DefaultRequestHeaders.Add("X-Remote-User", "drafter-1");
        var known = await server.Client.GetAsync("/api/v1/session");
        server.Client.DefaultRequestHeaders.Remove("X-Remote-User");
        server.Client.DefaultRequestHeaders.Add("X-Remote-User", "somebody");
        var unknown = await server.Client.GetAsync("/api/v1/session");

        Assert.Equal("drafter", (string?)(await RunningServer.Json(known))["role"]);
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
    }

    [Fact]
    public async Task Without_a_proxy_its_header_says_nothing()
    {
        await using var server = await RunningServer.Start();
        server.Client.DefaultRequestHeaders.Add("X-Remote-User", "admin");

        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Client.GetAsync("/api/v1/session")).StatusCode);
    }
}
