using System.Net;
using System.Net.Http.Headers;

namespace PiiDocs.EndToEnd.Server;

/// <summary>Documents that come back from Word, and files on their way to the browser.</summary>
public sealed class RoundTripTests
{
    private const string Case = RunningServer.Case;

    [Fact]
    public async Task A_document_nobody_edited_has_no_edits_and_nothing_to_refresh()
    {
        await using var server = await RunningServer.Paired();
        var docx = await server.Docx();

        var read = await RunningServer.Json(await server.PostDocument($"/api/v1/documents/read?case={Case}", docx));
        var refresh = await RunningServer.Json(await server.PostDocument($"/api/v1/documents/refresh?case={Case}", docx));

        Assert.True((bool)read["document"]!["isOurs"]!);
        Assert.Equal(RunningServer.Type, (string?)read["document"]!["type"]);
        Assert.Empty(read["edits"]!.AsArray());
        Assert.NotEmpty(refresh["controls"]!.AsArray());
        Assert.All(refresh["controls"]!.AsArray(), control => Assert.Equal("same", (string?)control!["state"]));
        Assert.Null(refresh["content"]);
    }

    [Fact]
    public async Task A_fact_that_changed_goes_into_the_document_that_was_made_before()
    {
        await using var server = await RunningServer.Paired();
        var docx = await server.Docx();
        var version = (string)(await server.Get($"/api/v1/cases/{Case}"))["version"]!;
        await server.Save(Case, version, ("$.office.contact.name", "林检察官"));

        var compared = await RunningServer.Json(await server.PostDocument($"/api/v1/documents/refresh?case={Case}", docx));
        var applied = await RunningServer.Json(await server.PostDocument($"/api/v1/documents/refresh?case={Case}&apply=1&track=1", docx));
        var again = await RunningServer.Json(await server.PostDocument(
            $"/api/v1/documents/refresh?case={Case}", Convert.FromBase64String((string)applied["content"]!)));

        var update = Assert.Single(compared["controls"]!.AsArray(), control => (string?)control!["state"] == "update");
        Assert.Equal(("$.office.contact.name", "陈检察官", "林检察官"), ((string?)update!["field"], (string?)update["document"], (string?)update["current"]));
        Assert.DoesNotContain(again["controls"]!.AsArray(), control => (string?)control!["state"] == "update");
    }

    [Fact]
    public async Task A_row_that_the_case_has_gained_goes_into_the_document_that_was_made_before()
    {
        await using var server = await RunningServer.Paired();
        var docx = await server.Docx("evidence-list");
        var path = Path.Combine(server.Cases, $"{Case}.yaml");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace(
            "  - { id: E8,", "  - { id: E9, category: documentary, name: 转账记录, proves: 参与出售 }\n  - { id: E8,", StringComparison.Ordinal));

        var applied = await RunningServer.Json(await server.PostDocument($"/api/v1/documents/refresh?case={Case}&apply=1", docx));
        var again = await RunningServer.Json(await server.PostDocument(
            $"/api/v1/documents/refresh?case={Case}", Convert.FromBase64String((string)applied["content"]!)));

        Assert.Equal(["rewrite", "insert"], applied["blocks"]!.AsArray().Select(block => (string?)block!["kind"]));
        Assert.All(applied["blocks"]!.AsArray(), block => Assert.True((bool)block!["canBeMade"]!));
        Assert.Empty(again["blocks"]!.AsArray());
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_with_its_reason()
    {
        await using var server = await RunningServer.Paired();

        Assert.Equal("PD5001", await RunningServer.CodeOf(await server.PostDocument($"/api/v1/documents/read?case={Case}", "x"u8.ToArray())));
        Assert.Equal("PD7830", await RunningServer.CodeOf(await server.PostDocument("/api/v1/documents/read?case=none", "x"u8.ToArray())));
        Assert.Equal("PD7826", await RunningServer.CodeOf(await server.PostDocument("/api/v1/documents/read", "x"u8.ToArray())));
    }

    [Fact]
    public async Task A_file_that_names_the_people_of_its_case_is_not_clean_and_no_value_comes_back()
    {
        await using var server = await RunningServer.Paired();

        var answer = await server.PostDocument($"/api/v1/documents/scan?case={Case}&name=a.docx", await server.Docx("criminal-indictment"));
        var text = await answer.Content.ReadAsStringAsync();
        var scan = await RunningServer.Json(answer);

        Assert.False((bool)scan["clean"]!);
        Assert.Contains(scan["hits"]!.AsArray(), hit => (string?)hit!["field"] == "$.parties[0].id_number");
        Assert.DoesNotContain("990000199104160026", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_on_the_shelf_is_fetched_once_without_a_token()
    {
        await using var server = await RunningServer.Paired();
        using var browser = server.NewClient();
        var content = new ByteArrayContent("%PDF-"u8.ToArray());
        content.Headers.ContentType = new("application/pdf");
        var page = new ByteArrayContent("<script>"u8.ToArray());
        page.Headers.ContentType = new("text/html");

        var url = (string)(await RunningServer.Json(await server.Client.PostAsync("/api/v1/downloads?name=%E5%85%AC%E5%91%8A.pdf", content)))["url"]!;
        var first = await browser.GetAsync(url);
        var second = await browser.GetAsync(url);
        var html = (string)(await RunningServer.Json(await server.Client.PostAsync("/api/v1/downloads?name=a.html", page)))["url"]!;
        var harmless = await browser.GetAsync(html);
        var late = (string)(await RunningServer.Json(await server.Client.PostAsync("/api/v1/downloads?name=b.pdf", new ByteArrayContent([1]))))["url"]!;
        server.Clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal("%PDF-", await first.Content.ReadAsStringAsync());
        Assert.Equal(("attachment", "公告.pdf"), (first.Content.Headers.ContentDisposition!.DispositionType, first.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal(HttpStatusCode.NotFound, second.StatusCode);
        Assert.Equal(new MediaTypeHeaderValue("application/octet-stream"), harmless.Content.Headers.ContentType);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(late)).StatusCode);
        Assert.Equal("PD7826", await RunningServer.CodeOf(await server.Client.PostAsync("/api/v1/downloads?name=a%2Fb", new ByteArrayContent([1]))));
    }
}
