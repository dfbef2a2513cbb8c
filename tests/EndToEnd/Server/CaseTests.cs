using System.Net;
using System.Net.Http.Json;
using PiiDocs.Unit.Support;

namespace PiiDocs.EndToEnd.Server;

/// <summary>Cases over HTTP: found, read, changed without losing anything.</summary>
public sealed class CaseTests
{
    private const string Case = RunningServer.Case;

    [Fact]
    public async Task Cases_are_found_by_words_of_their_titles()
    {
        await using var server = await RunningServer.Paired();

        var all = await server.Get("/api/v1/cases");
        var some = await server.Get("/api/v1/cases?q=%E9%9D%99%E5%AE%89%20003");

        Assert.Equal(5, all.AsArray().Count);
        Assert.Equal(Case, (string?)Assert.Single(some.AsArray())!["name"]);
    }

    [Fact]
    public async Task A_new_a_changed_and_a_broken_file_are_noticed()
    {
        await using var server = await RunningServer.Paired();
        await server.Get("/api/v1/cases");
        File.Copy(Path.Combine(server.Cases, $"{Case}.yaml"), Path.Combine(server.Cases, "new.yaml"));
        await File.WriteAllTextAsync(Path.Combine(server.Cases, "broken.yaml"), "a: [");
        File.Delete(Path.Combine(server.Cases, "002-short-video-app.yaml"));

        var cases = (await server.Get("/api/v1/cases")).AsArray().ToDictionary(each => (string)each!["name"]!, each => (bool)each!["readable"]!);
        var broken = await server.Client.GetAsync("/api/v1/cases/broken");

        Assert.True(cases["new"]);
        Assert.False(cases["broken"]);
        Assert.DoesNotContain("002-short-video-app", cases.Keys);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.StatusCode);
        Assert.StartsWith("PD10", await RunningServer.CodeOf(broken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_read_with_its_values_types_and_version()
    {
        await using var server = await RunningServer.Paired();

        var answer = await server.Client.GetAsync($"/api/v1/cases/{Case}");
        var body = await RunningServer.Json(answer);

        Assert.Equal($"\"{body["version"]}\"", answer.Headers.ETag!.Tag);
        Assert.Equal("上海市静安区人民检察院", (string?)body["data"]!["office"]!["name"]);
        Assert.Equal("诉前公告", (string?)body["types"]![0]!["title"]);
    }

    [Fact]
    public async Task A_save_changes_and_adds_fields_and_leaves_every_comment_where_it_was()
    {
        await using var server = await RunningServer.Paired();
        var path = Path.Combine(server.Cases, $"{Case}.yaml");
        var before = await File.ReadAllTextAsync(path);
        var version = (string)(await server.Get($"/api/v1/cases/{Case}"))["version"]!;

        var answer = await server.Save(Case, version, ("$.office.contact.name", "林检察官"), ("$.parties[2].phone", "000-20000399"), ("$.office.seal_note", null));
        var refused = await RunningServer.CodeOf(answer);
        var saved = await server.Save(Case, version, ("$.office.contact.name", "林检察官"), ("$.parties[2].phone", "000-20000399"));
        var after = await File.ReadAllTextAsync(path);

        Assert.Equal("PD1011", refused);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Equal(
            before.Replace("name: 陈检察官", "name: 林检察官", StringComparison.Ordinal).Length + "    phone: 000-20000399\n".Length, after.Length);
        Assert.Equal(before.Split('\n').Count(line => line.Contains('#', StringComparison.Ordinal)), after.Split('\n').Count(line => line.Contains('#', StringComparison.Ordinal)));
        var now = await server.Get($"/api/v1/cases/{Case}");
        Assert.Equal("000-20000399", (string?)now["data"]!["parties"]![2]!["phone"]);
        Assert.Equal((string?)(await RunningServer.Json(saved))["version"], (string?)now["version"]);
    }

    [Fact]
    public async Task A_value_of_another_kind_than_text_stays_what_it_is()
    {
        await using var server = await RunningServer.Paired();
        var version = (string)(await server.Get($"/api/v1/cases/{Case}"))["version"]!;

        var saved = await server.Save(Case, version, ("$.matter.involves_minors", "false"));

        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Contains("involves_minors: false", await File.ReadAllTextAsync(Path.Combine(server.Cases, $"{Case}.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_says_what_is_now_wrong_with_the_case()
    {
        await using var server = await RunningServer.Paired();
        var version = (string)(await server.Get($"/api/v1/cases/{Case}"))["version"]!;

        var saved = await server.Save(Case, version, ("$.matter.law_act_date", "去年"));

        Assert.Equal("PD1012", (string?)(await RunningServer.Json(saved))["diagnostics"]![0]!["code"]);
    }

    [Fact]
    public async Task A_case_that_someone_else_changed_meanwhile_is_not_overwritten()
    {
        await using var server = await RunningServer.Paired();
        var path = Path.Combine(server.Cases, $"{Case}.yaml");
        var version = (string)(await server.Get($"/api/v1/cases/{Case}"))["version"]!;
        var other = (await File.ReadAllTextAsync(path)).Replace("陈检察官", "张检察官", StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, other);

        var answer = await server.Save(Case, version, ("$.office.contact.name", "林检察官"));

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        Assert.Equal("PD7831", await RunningServer.CodeOf(answer));
        Assert.Equal((string?)(await server.Get($"/api/v1/cases/{Case}"))["version"], (string?)(await RunningServer.Json(answer))["version"]);
        Assert.Equal(other, await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task Of_twenty_saves_at_once_one_wins()
    {
        await using var server = await RunningServer.Paired();
        var version = (string)(await server.Get($"/api/v1/cases/{Case}"))["version"]!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => server.Save(Case, version, ("$.office.contact.phone", $"000-{n:D8}"))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(19, answers.Count(answer => answer.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task A_save_without_a_version_or_without_proper_changes_is_refused()
    {
        await using var server = await RunningServer.Paired();
        var version = (string)(await server.Get($"/api/v1/cases/{Case}"))["version"]!;

        var blind = await server.Client.PutAsJsonAsync($"/api/v1/cases/{Case}", new { changes = new[] { new { field = "$.id", value = "1" } } });
        var list = await server.Save(Case, version, ("$.parties", new[] { 1 }));
        var group = await server.Save(Case, version, ("$.office", "某院"));
        var id = await server.Save(Case, version, ("$.id", "004"));
        using var nothing = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/cases/{Case}") { Content = JsonContent.Create(new { changes = new object?[] { null } }) };
        nothing.Headers.Add("If-Match", $"\"{version}\"");

        Assert.Equal(HttpStatusCode.PreconditionRequired, blind.StatusCode);
        Assert.Equal("PD7832", await RunningServer.CodeOf(blind));
        Assert.Equal("PD7826", await RunningServer.CodeOf(list));
        Assert.Equal("PD1061", await RunningServer.CodeOf(group));
        Assert.Equal("PD7826", await RunningServer.CodeOf(id));
        Assert.Equal("PD7826", await RunningServer.CodeOf(await server.Client.SendAsync(nothing)));
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_leaves_the_case_as_it_was()
    {
        await using var server = await RunningServer.Paired();
        var path = Path.Combine(server.Cases, $"{Case}.yaml");
        var before = await File.ReadAllTextAsync(path);
        var version = (string)(await server.Get($"/api/v1/cases/{Case}"))["version"]!;
        Directory.CreateDirectory(Path.Combine(server.Cases, $".{Case}.yaml.part"));

        var answer = await server.Save(Case, version, ("$.office.contact.name", "林检察官"));

        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
        Assert.Equal("PD7833", await RunningServer.CodeOf(answer));
        Assert.Equal(before, await File.ReadAllTextAsync(path));
    }

    [Theory]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData("..%5C..%5Csecret")]
    [InlineData(".hidden")]
    [InlineData("C:secret")]
    [InlineData("no-such-case")]
    [InlineData("a%00b")]
    public async Task A_key_that_leads_elsewhere_finds_nothing(string name)
    {
        await using var server = await RunningServer.Paired();

        foreach (var path in new[] { $"/api/v1/cases/{name}", $"/api/v1/cases/{name}/check", $"/api/v1/cases/{name}/forms/pre-suit-notice" })
        {
            var answer = await server.Client.GetAsync(path);

            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{path}: {answer.StatusCode}");
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest || await RunningServer.CodeOf(answer) == "PD7830", path);
        }
    }

    [Fact]
    public async Task A_changed_template_is_used_without_a_restart()
    {
        var templates = Directory.CreateTempSubdirectory("piidocs-templates-").FullName;
        Copy(Repository.PathTo("templates"), templates);
        await using var server = await RunningServer.Paired(options => options with { Templates = templates });
        var path = Path.Combine(templates, "pre-suit-notice", "type.yaml");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("title: 诉前公告", "title: 改名公告", StringComparison.Ordinal));
        server.Clock.Advance(TimeSpan.FromSeconds(2));

        var types = (await server.Get("/api/v1/types")).AsArray();

        Assert.Contains(types, type => (string?)type!["title"] == "改名公告");
        Directory.Delete(templates, recursive: true);
    }

    [Fact]
    public async Task A_type_that_cannot_be_read_says_why_and_where_none_can_that_is_the_answer()
    {
        var templates = Directory.CreateTempSubdirectory("piidocs-templates-").FullName;
        Copy(Repository.PathTo("templates"), templates);
        await using var server = await RunningServer.Paired(options => options with { Templates = templates });

        await File.WriteAllTextAsync(Path.Combine(templates, "apology-notice", "template.sbn"), "{{ end }}");
        server.Clock.Advance(TimeSpan.FromSeconds(2));
        var types = (await server.Get("/api/v1/types")).AsArray();
        Assert.NotEmpty(types.Single(each => (string?)each!["id"] == "apology-notice")!["diagnostics"]!.AsArray());
        Assert.Null(types.Single(each => (string?)each!["id"] == RunningServer.Type)!["diagnostics"]);

        foreach (var sheet in Directory.EnumerateFiles(Path.Combine(templates, "_styles"), "*.yaml"))
        {
            await File.WriteAllTextAsync(sheet, "fonts: 1\n");
        }

        server.Clock.Advance(TimeSpan.FromSeconds(2));
        var none = await server.Client.GetAsync("/api/v1/types");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.Contains((await RunningServer.Json(none))["diagnostics"]!.AsArray(), each => ((string)each!["code"]!).StartsWith("PD3", StringComparison.Ordinal));
        Directory.Delete(templates, recursive: true);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
