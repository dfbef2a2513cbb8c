using System.Net;
using System.Text.Json.Nodes;

namespace PiiDocs.EndToEnd.Server;

/// <summary>文号 over HTTP: taken by drafters, voided by reviewers, and nothing of it where the server has no register.</summary>
public sealed class NumberTests
{
    private const string Case = RunningServer.Case;
    private const string Type = "criminal-indictment";

    [Fact]
    public async Task A_document_takes_the_next_number_keeps_it_and_uses_it_once_it_is_made()
    {
        await using var server = await WithRegister();
        OpenNumber(server);

        var before = await server.Get($"/api/v1/numbers?case={Case}&type={Type}");
        var first = await RunningServer.Json(await server.Post("/api/v1/numbers", new { type = Type, @case = Case }));
        var again = await RunningServer.Json(await server.Post("/api/v1/numbers", new { type = Type, @case = Case }));

        Assert.Equal("沪静检刑诉〔2024〕1号", (string?)before["document"]!["next"]);
        Assert.Empty(before["numbers"]!.AsArray());
        Assert.Equal(("沪静检刑诉〔2024〕1号", "reserved", $"$.documents.{Type}.number"), ((string?)first["number"], (string?)first["state"], (string?)first["field"]));
        Assert.Equal((string?)first["number"], (string?)again["number"]);

        var version = (string)(await server.Get($"/api/v1/cases/{Case}"))["version"]!;
        (await server.Save(Case, version, ((string)first["field"]!, (string)first["number"]!))).EnsureSuccessStatusCode();
        (await server.Post($"/api/v1/cases/{Case}/make", new { type = Type, draft = true })).EnsureSuccessStatusCode();
        Assert.Equal("reserved", await StateOf(server));
        (await server.Post($"/api/v1/cases/{Case}/make", new { type = Type })).EnsureSuccessStatusCode();
        Assert.Equal("used", await StateOf(server));
        Assert.Equal("沪静检刑诉〔2024〕2号", (string?)(await server.Get($"/api/v1/numbers?case={Case}&type={Type}"))["document"]!["next"]);
    }

    [Fact]
    public async Task A_number_is_voided_with_a_reason_and_never_given_again()
    {
        await using var server = await WithRegister();
        OpenNumber(server);
        var number = (string)(await RunningServer.Json(await server.Post("/api/v1/numbers", new { type = Type, @case = Case })))["number"]!;

        var silent = await server.Post("/api/v1/numbers/void", new { number, reason = " " });
        var voided = await RunningServer.Json(await server.Post("/api/v1/numbers/void", new { number, reason = "案件并案" }));
        var twice = await server.Post("/api/v1/numbers/void", new { number, reason = "案件并案" });
        var unknown = await server.Post("/api/v1/numbers/void", new { number = "沪静检刑诉〔2024〕99号", reason = "试" });

        Assert.Equal("PD7826", await RunningServer.CodeOf(silent));
        Assert.Equal(("void", "案件并案"), ((string?)voided["state"], (string?)voided["voidReason"]));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (twice.StatusCode, unknown.StatusCode));
        Assert.Equal("沪静检刑诉〔2024〕2号", (string?)(await RunningServer.Json(await server.Post("/api/v1/numbers", new { type = Type, @case = Case })))["number"]);
        Assert.Single((await server.Get("/api/v1/numbers?office=沪静检&kind=criminal-indictment&year=2024&state=void"))["numbers"]!.AsArray());
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.GetAsync("/api/v1/numbers?state=lost")).StatusCode);
    }

    [Fact]
    public async Task A_document_that_has_a_number_or_bears_none_is_given_none()
    {
        await using var server = await WithRegister();

        Assert.Equal("PD7533", await RunningServer.CodeOf(await server.Post("/api/v1/numbers", new { type = Type, @case = Case })));
        Assert.Equal("PD7532", await RunningServer.CodeOf(await server.Post("/api/v1/numbers", new { type = "press-release", @case = Case })));
        Assert.Equal("PD7830", await RunningServer.CodeOf(await server.Post("/api/v1/numbers", new { type = Type, @case = "nowhere" })));
        Assert.Empty((await server.Get("/api/v1/numbers"))["numbers"]!.AsArray());
    }

    [Theory]
    [InlineData("reviewer", HttpStatusCode.Forbidden, HttpStatusCode.Conflict)]
    [InlineData("drafter", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("admin", HttpStatusCode.OK, HttpStatusCode.Conflict)]
    public async Task Drafters_take_numbers_and_reviewers_void_them(string role, HttpStatusCode reserve, HttpStatusCode voids)
    {
        var folder = Directory.CreateTempSubdirectory("piidocs-users-");
        var users = Path.Combine(folder.FullName, "users.json");
        var secret = CommandLine.PiiDocs("serve", "--add-user", "li", "--role", role, "--users", users).Out.Split(": ")[^1].Trim();
        await using var server = await RunningServer.Start(options => options with { Users = users, Store = Path.Combine(folder.FullName, "registers.db") });
        OpenNumber(server);
        var token = (string?)(await RunningServer.Json(await server.Post("/api/v1/pair", new { user = "li", code = secret })))["token"];
        server.Client.DefaultRequestHeaders.Authorization = new("Bearer", token);

        Assert.Equal(reserve, (await server.Post("/api/v1/numbers", new { type = Type, @case = Case })).StatusCode);
        Assert.Equal(voids, (await server.Post("/api/v1/numbers/void", new { number = "沪静检刑诉〔2024〕99号", reason = "试" })).StatusCode);
    }

    [Fact]
    public async Task A_server_without_a_register_says_so_and_has_no_such_address()
    {
        await using var with = await WithRegister();
        await using var without = await RunningServer.Paired();

        Assert.Contains("numbers", (await with.Get("/api/v1/version"))["features"]!.AsArray().Select(each => (string?)each));
        Assert.DoesNotContain("numbers", (await without.Get("/api/v1/version"))["features"]!.AsArray().Select(each => (string?)each));
        Assert.Equal(HttpStatusCode.NotFound, (await without.Client.GetAsync("/api/v1/numbers")).StatusCode);
    }

    [Fact]
    public void A_server_does_not_start_with_a_register_it_cannot_use()
    {
        var folder = Directory.CreateTempSubdirectory("piidocs-broken-");
        var store = Path.Combine(folder.FullName, "registers.db");
        File.WriteAllText(store, new string('x', 5000));

        var outcome = CommandLine.PiiDocs("serve", "--port", "0", "--cases", folder.FullName, "--store", store);

        Assert.Equal(3, outcome.Code);
        Assert.Contains("error PD75", outcome.Error, StringComparison.Ordinal);
    }

    private static Task<RunningServer> WithRegister() =>
        RunningServer.Paired(options => options with { Store = Path.Combine(options.DataFolder, "registers.db") });

    private static void OpenNumber(RunningServer server)
    {
        var path = Path.Combine(server.Cases, $"{Case}.yaml");
        File.WriteAllText(path, File.ReadAllText(path).Replace("number: 沪静检刑诉〔2024〕12号", "number: auto", StringComparison.Ordinal));
    }

    private static async Task<string?> StateOf(RunningServer server)
    {
        var numbers = (JsonArray)(await server.Get($"/api/v1/numbers?case={Case}&type={Type}"))["numbers"]!;
        return (string?)Assert.Single(numbers)!["state"];
    }
}
