using Microsoft.Playwright;
using PiiDocs.EndToEnd.Server;

namespace PiiDocs.Pane;

/// <summary>The pane as a person has it before them.</summary>
internal sealed class PanePage(IPage page, RunningServer server)
{
    public IPage Page => page;

    /// <summary>The pane over a server, as a web page or, with a document, in Word; the code is typed already.</summary>
    public static async Task<PanePage> Open(Chromium chromium, RunningServer server, PaneStart start)
    {
        var page = await chromium.NewPage(start.Look with { IgnoreCertificates = true });
        if (start.Docx is { } docx)
        {
            await FakeWord.Install(page, docx, start.Word);
        }

        // Longer than a slow machine takes, shorter than a person would wait for a test that fails.
        page.SetDefaultTimeout(20_000);
        await start.Prepare(page);
        await page.GotoAsync(new Uri(server.Address, start.Docx is null ? "/" : "/taskpane.html").AbsoluteUri);
        var pane = new PanePage(page, server);
        if (start.IsPaired)
        {
            await pane.Pair();
        }

        return pane;
    }

    public async Task Pair()
    {
        await page.FillAsync("#pairing-code", server.Host.PairingCode);
        await page.ClickAsync("[name=pair]");
        await page.WaitForSelectorAsync(".tabs");
    }

    public async Task Choose(string name, string type)
    {
        await page.ClickAsync($"[data-case='{name}'] >> nth=0");
        await page.ClickAsync($"[data-type='{type}']");
        await page.WaitForSelectorAsync(".field, .empty");
    }

    public Task Show(string view) => page.ClickAsync($"[name=view-{view}]");

    public Task Click(string name) => page.ClickAsync($"[name={name}]");

    public Task Fill(string field, string text) => page.FillAsync($"[name='{field}']", text);

    /// <summary>Waits for a notice of this tone and gives its words.</summary>
    public async Task<string> Notice(string tone)
    {
        await page.WaitForSelectorAsync($".notice.{tone}");
        return await page.InnerTextAsync($".notice.{tone}");
    }

    /// <summary>Clicks what makes a file come down, and gives its bytes.</summary>
    public async Task<(string Name, byte[] Bytes)> Download(string button)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => Click(button));
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
    }
}

/// <summary>How the pane is opened.</summary>
internal sealed record PaneStart
{
    public Look Look { get; init; } = new();

    /// <summary>The document open in Word; null for a web page.</summary>
    public byte[]? Docx { get; init; }

    public WordTraits Word { get; init; } = new();

    public bool IsPaired { get; init; } = true;

    public Func<IPage, Task> Prepare { get; init; } = _ => Task.CompletedTask;
}
