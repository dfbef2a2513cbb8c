using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PiiDocs.EndToEnd.Server;

namespace PiiDocs.Pane;

/// <summary>Every view, narrow and wide, light and dark, in both languages: nothing cut off, nothing axe calls serious.</summary>
[Collection(PaneTests.Name)]
public sealed class LookTests(Chromium chromium, Office office, Samples samples) : IClassFixture<Office>
{
    [Theory]
    [InlineData(320, false, "zh-CN")]
    [InlineData(450, true, "zh-CN")]
    [InlineData(320, true, "en")]
    [InlineData(450, false, "en")]
    public async Task Every_view_of_the_web_page(int width, bool dark, string language)
    {
        var name = office.AddCase(("    phone: 000-20000301           # 合成\n", ""));
        var pane = await PanePage.Open(chromium, office.Server, new() { Look = new() { Width = width, Dark = dark, Language = language }, IsPaired = false });
        await pane.Page.WaitForSelectorAsync("#pairing-code");
        await Look(pane.Page, $"{width}-{language}-pairing");
        await pane.Pair();
        await pane.Page.WaitForSelectorAsync("[data-case]");
        await Look(pane.Page, $"{width}-{language}-cases");
        await pane.Choose(name, Office.Type);
        await Look(pane.Page, $"{width}-{language}-form-missing");
        await pane.Page.UncheckAsync("#only-missing");
        await pane.Page.ClickAsync(".trace >> nth=0");
        await pane.Page.WaitForSelectorAsync(".traced dl");
        await pane.Fill("$.office.contact.phone", "没有");
        await pane.Page.PressAsync("[name='$.office.contact.phone']", "Tab");
        await Look(pane.Page, $"{width}-{language}-form");
        await pane.Page.ClickAsync("text=/放弃修改|Discard/");
        await pane.Show("make");
        await pane.Click("check");
        await pane.Page.WaitForSelectorAsync(".diagnostics, .badge.success");
        await pane.Page.CheckAsync("#draft");
        await pane.Click("make");
        await pane.Page.WaitForSelectorAsync(".files li");
        await Look(pane.Page, $"{width}-{language}-make");
        await pane.Show("findings");
        await Look(pane.Page, $"{width}-{language}-findings");
        await pane.Show("sync");
        await Look(pane.Page, $"{width}-{language}-sync");
        await pane.Show("more");
        await pane.Page.WaitForSelectorAsync(".deadlines li");
        await Look(pane.Page, $"{width}-{language}-more");
    }

    [Theory]
    [InlineData(320, true, "zh-CN")]
    [InlineData(450, false, "zh-CN")]
    [InlineData(320, false, "en")]
    [InlineData(450, true, "en")]
    public async Task Every_view_in_Word(int width, bool dark, string language)
    {
        var pane = await PanePage.Open(chromium, office.Server, new()
        {
            Look = new() { Width = width, Dark = dark, Language = language },
            Docx = samples.Document(Office.Case, Office.Type),
            Prepare = RoundTripAnswers.Install,
        });
        await pane.Page.WaitForSelectorAsync("[data-notice=follow]");
        await pane.Click("read");
        await pane.Page.WaitForSelectorAsync(".finding");
        await Look(pane.Page, $"word-{width}-{language}-findings");
        await pane.Show("sync");
        await pane.Click("compare");
        await pane.Page.WaitForSelectorAsync(".compared");
        await Look(pane.Page, $"word-{width}-{language}-sync");
        await pane.Show("make");
        await Look(pane.Page, $"word-{width}-{language}-make");
        await pane.Show("more");
        await pane.Page.WaitForSelectorAsync(".deadlines li");
        await Look(pane.Page, $"word-{width}-{language}-more");
    }

    [Theory]
    [InlineData(320, false, "zh-CN")]
    [InlineData(450, true, "en")]
    public async Task A_number_of_the_register_in_the_form(int width, bool dark, string language)
    {
        await using var server = await RunningServer.Paired(options => options with { Store = Path.Combine(options.Cases, "..", "registers.db") });
        var path = Path.Combine(server.Cases, $"{Office.Case}.yaml");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("number: 沪静检刑诉〔2024〕12号", "number: auto", StringComparison.Ordinal));
        var pane = await PanePage.Open(chromium, server, new() { Look = new() { Width = width, Dark = dark, Language = language } });
        await pane.Choose(Office.Case, "criminal-indictment");
        await pane.Page.WaitForSelectorAsync("[name=take-number]");
        await Look(pane.Page, $"{width}-{language}-number");
        await pane.Click("take-number");
        await pane.Page.WaitForSelectorAsync(".field [role=status]");
        await Look(pane.Page, $"{width}-{language}-number-taken");
    }

    [Fact]
    public async Task Colours_of_the_system_leave_nothing_unseen()
    {
        var pane = await PanePage.Open(chromium, office.Server, new() { Prepare = page => page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active }) });

        await Look(pane.Page, "forced-colors");

        Assert.NotEqual("rgba(0, 0, 0, 0)", await pane.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.tab[aria-current]'), '::after').backgroundColor"));
    }

    // PIIDOCS_SHOTS names a folder to leave pictures in, for a person to look at.
    private static async Task Look(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PIIDOCS_SHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }

        Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('body *')]
                .filter(each => !each.closest('.visually-hidden') && each.getBoundingClientRect().right > window.innerWidth + 1)
                .map(each => `${each.tagName}.${each.className}`)
                .concat(document.documentElement.scrollWidth > window.innerWidth ? ['the page scrolls sideways'] : [])
            """));
        var found = await page.RunAxe();
        Assert.Empty(found.Violations
            .Where(violation => violation.Impact is "serious" or "critical")
            .SelectMany(violation => violation.Nodes.Select(node => $"{name}: {violation.Id} {node.Html}")));
    }
}
