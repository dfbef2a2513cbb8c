using System.Text.Json;
using Microsoft.Playwright;
using PiiDocs.EndToEnd;
using PiiDocs.Unit.Support;

namespace PiiDocs.Pane;

/// <summary>Microsoft's own office.js, from the local folder, in a browser: the pane gets on with it, and finds in it what it uses.</summary>
[Collection(PaneTests.Name)]
public sealed class OfficeLibraryTests(Chromium chromium)
{
    private const string InWord = "_host_Info=Word$Win32$16.01$zh-CN$telemetry$isDialog$$0";

    [Fact]
    public async Task Outside_Word_the_real_library_leads_to_the_web_page_and_history_still_works()
    {
        var page = await Open("/taskpane.html");

        await page.WaitForSelectorAsync("#app header");

        Assert.Equal("function function", await page.EvaluateAsync<string>("() => `${typeof history.pushState} ${typeof history.replaceState}`"));
        Assert.Equal("object", await page.EvaluateAsync<string>("() => typeof Office"));
    }

    [Fact]
    public async Task Every_member_of_Word_the_pane_uses_is_in_the_library_hosted_here()
    {
        var listed = CommandLine.Run("node", "addin/scripts/office-members.mjs");
        Assert.True(listed.Code == 0, listed.Error);
        var members = JsonDocument.Parse(listed.Out).RootElement.EnumerateArray()
            .Select(each => each.GetProperty("name").GetString()!)
            .Where(name => name.StartsWith("Word.", StringComparison.Ordinal) && name.Count(c => c == '.') == 2)
            .ToArray();
        var page = await Open($"/taskpane.html?{InWord}");
        await page.WaitForFunctionAsync("() => typeof window.Word === 'object' && typeof Word.ContentControl === 'function'");

        var missing = await page.EvaluateAsync<string[]>(
            """
            names => names.filter(name => {
                const [, type, member] = name.split('.');
                return Word[type] === undefined || !(member in Word[type].prototype);
            })
            """,
            members);

        Assert.True(members.Length > 25);
        Assert.Empty(missing);
    }

    private async Task<IPage> Open(string path)
    {
        var page = await chromium.NewPage(new());
        await PaneFiles.Serve(page);
        await page.RouteAsync($"{PaneFiles.Origin}/office/**", async route =>
        {
            var file = Repository.PathTo(["addin", "node_modules", "@microsoft", "office-js", "dist", .. new Uri(route.Request.Url).AbsolutePath["/office/".Length..].Split('/')]);
            await (File.Exists(file) ? route.FulfillAsync(new() { Path = file, ContentType = "text/javascript; charset=utf-8" }) : route.FulfillAsync(new() { Status = 404 }));
        });
        await page.GotoAsync(PaneFiles.Origin + path);
        return page;
    }
}
