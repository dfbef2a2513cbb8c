using Microsoft.Playwright;

namespace PiiDocs.Pane;

/// <summary>One browser for all tests: Debian's own, with nothing fetched and nothing sent home.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        Assert.True(File.Exists(Program), $"{Program} is missing: install Debian's chromium (.ci/install-tools.sh does)");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A page in a fresh profile, as wide as a task pane; the one before it is closed.</summary>
    internal async Task<IPage> NewPage(Look look)
    {
        foreach (var old in _browser!.Contexts.ToList())
        {
            await old.CloseAsync();
        }

        var context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = look.Language,
            IgnoreHTTPSErrors = look.IgnoreCertificates,
            AcceptDownloads = true,
        });
        return await context.NewPageAsync();
    }
}

/// <summary>How a page is looked at.</summary>
internal sealed record Look
{
    public int Width { get; init; } = 320;

    public int Height { get; init; } = 900;

    public bool Dark { get; init; }

    public string Language { get; init; } = "zh-CN";

    public bool IgnoreCertificates { get; init; }
}
