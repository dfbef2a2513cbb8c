using System.Net;
using System.Xml.Linq;
using PiiDocs.Addin;

namespace PiiDocs.EndToEnd.Server;

/// <summary>What Word, WPS and the pane get from the server: manifests, clauses.</summary>
public sealed class PaneTests : Workplace
{
    [Fact]
    public async Task The_manifest_is_that_of_the_address_it_was_asked_at_and_passes_the_check()
    {
        await using var server = await RunningServer.Start();
        foreach (var name in new[] { "manifest.xml", "manifest-sharepoint.xml" })
        {
            var text = await server.Client.GetStringAsync(new Uri(server.Address, name));
            var check = CommandLine.PiiDocs("manifest", "check", Write(name, text));

            Assert.Contains(PaneManifest.IdFor(server.Address).ToString("D"), text, StringComparison.Ordinal);
            Assert.Equal((0, ""), (check.Code, check.Out));
        }

        var plugins = XDocument.Parse(await server.Client.GetStringAsync(new Uri(server.Address, "wps/jsplugins.xml")));
        Assert.Equal(new Uri(server.Address, "wps/").AbsoluteUri, (string?)plugins.Root!.Element("jspluginonline")!.Attribute("url"));
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/wps/ribbon.xml")).StatusCode);
        Assert.Contains("/wps/main.js", await server.Client.GetStringAsync(new Uri(server.Address, "wps/")), StringComparison.Ordinal);
        Assert.Equal("/wps/", (await server.Client.GetAsync("/wps")).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/wps/manifest.xml")).StatusCode);
    }

    [Fact]
    public async Task Every_file_a_manifest_names_is_served()
    {
        await using var server = await RunningServer.Start();
        var manifest = XDocument.Parse(await server.Client.GetStringAsync(new Uri(server.Address, "manifest.xml")));
        var addresses = manifest.Descendants().Attributes("DefaultValue").Select(each => each.Value)
            .Where(value => value.StartsWith("https:", StringComparison.Ordinal)).Distinct().ToList();

        Assert.NotEmpty(addresses);
        foreach (var address in addresses)
        {
            var answer = await server.Client.GetAsync(new Uri(address));

            Assert.True(answer.StatusCode == HttpStatusCode.OK, address);
        }
    }

    [Fact]
    public void The_command_writes_manifests_icons_and_the_files_of_WPS()
    {
        var made = CommandLine.PiiDocs("manifest", "--url", "https://pii.office.lan:7443", "-o", Folder);
        var wrong = CommandLine.PiiDocs("manifest", "--url", "http://pii.office.lan", "-o", Folder);

        Assert.Equal(0, made.Code);
        Assert.Equal(
            ["assets/icon-16.png", "assets/icon-32.png", "assets/icon-64.png", "assets/icon-80.png",
             "manifest-sharepoint.xml", "manifest.xml", "wps/jsplugins.xml", "wps/manifest.xml", "wps/ribbon.xml"],
            Files());
        Assert.Equal(0, CommandLine.PiiDocs("manifest", "check", Path.Combine(Folder, "manifest.xml")).Code);
        Assert.Equal(1, wrong.Code);
        Assert.Contains("PD7768", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clause_comes_with_the_facts_of_the_case_as_text_and_for_Word()
    {
        await using var server = await RunningServer.Paired();

        var clauses = (await server.Get("/api/v1/clauses?type=indictment-with-civil-claims")).AsArray();
        var answer = await server.Post($"/api/v1/cases/{RunningServer.Case}/clauses/claims", new { type = "indictment-with-civil-claims" });
        var clause = await RunningServer.Json(answer);
        var package = XDocument.Parse((string)clause["ooxml"]!);

        Assert.Contains("indictment-with-civil-claims", clauses[0]!["uses"]!.AsArray().Select(each => (string?)each));
        Assert.Contains(clauses, each => (string?)each!["id"] == "claims" && (string?)each["title"] == "诉讼请求");
        Assert.DoesNotContain(clauses, each => (string?)each!["id"] == "accusation");
        Assert.StartsWith("1.", (string)clause["text"]!, StringComparison.Ordinal);
        Assert.Contains("赔偿损失", (string)clause["text"]!, StringComparison.Ordinal);
        Assert.Equal("package", package.Root!.Name.LocalName);
        Assert.Contains("赔偿损失", package.Root.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(package.Descendants(), each => each.Name.LocalName == "sectPr");
        Assert.Equal("PD7837", await RunningServer.CodeOf(await server.Post($"/api/v1/cases/{RunningServer.Case}/clauses/..%2Fx", new { type = RunningServer.Type })));
    }
}
