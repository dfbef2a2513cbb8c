using System.Text.Json;
using Microsoft.Playwright;
using PiiDocs.Unit.Support;

namespace PiiDocs.Pane;

/// <summary>Puts our stand-in for Office.js, over a real .docx, where the page would load Microsoft's.</summary>
internal static class FakeWord
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Must be called before the page is opened.</summary>
    public static async Task Install(IPage page, byte[] docx, WordTraits? traits = null)
    {
        var given = traits ?? new();
        var options = new Dictionary<string, object>
        {
            ["docx"] = Convert.ToBase64String(docx),
            ["mode"] = given.ReadOnly ? "readOnly" : "readWrite",
            ["protected"] = given.Protected,
            ["noBridge"] = given.NoBridge,
            ["sets"] = new Dictionary<string, string> { ["WordApi"] = given.WordApi, ["OpenBrowserWindowApi"] = "1.1" },
        };
        await page.AddInitScriptAsync(await Script("addin", "node_modules", "fflate", "umd", "index.js"));
        await page.AddInitScriptAsync($"window.fakeOfficeOptions = {JsonSerializer.Serialize(options, Json)};");
        var script = await Script("tests", "Pane", "fake", "word-document.js") + "\n" + await Script("tests", "Pane", "fake", "office.js");
        await page.RouteAsync("**/office/office.js", route => route.FulfillAsync(new() { ContentType = "text/javascript; charset=utf-8", Body = script }));
    }

    /// <summary>The document as Word would save it now.</summary>
    public static async Task<byte[]> Save(IPage page) => Convert.FromBase64String(await page.EvaluateAsync<string>("() => fakeWord.save()"));

    public static Task Type(IPage page, string tag, string text, int occurrence = 0) =>
        page.EvaluateAsync("([tag, occurrence, text]) => fakeWord.type(tag, occurrence, text)", new object[] { tag, occurrence, text });

    public static Task<string> TextOf(IPage page, string tag, int occurrence = 0) =>
        page.EvaluateAsync<string>("([tag, occurrence]) => fakeWord.controls().filter(each => each.tag === tag)[occurrence].text", new object[] { tag, occurrence });

    private static Task<string> Script(params string[] path) => File.ReadAllTextAsync(Repository.PathTo(path));
}

/// <summary>What kind of Word it is.</summary>
internal sealed record WordTraits
{
    public string WordApi { get; init; } = "1.3";

    public bool ReadOnly { get; init; }

    public bool Protected { get; init; }

    public bool NoBridge { get; init; }
}
