using Deque.AxeCore.Playwright;
using PiiDocs.EndToEnd;
using PiiDocs.Unit.Support;

namespace PiiDocs.Pane;

/// <summary>What is put on the office's site, and the report of a scan, as readers meet them: on a telephone and on a desk.</summary>
[Collection(PaneTests.Name)]
public sealed class PublishedPageTests(Chromium chromium) : Workplace
{
    private static readonly int[] Widths = [375, 1280];

    [Theory]
    [InlineData("002-short-video-app", "mediation-agreement")]
    [InlineData("000-baoshan-platform", "press-release")]
    [InlineData("003-maternity-nanny", "criminal-indictment")]
    [InlineData("002-short-video-app", "apology-notice-app")]
    public async Task A_published_page_can_be_read_by_everyone(string sample, string type)
    {
        var outcome = CommandLine.PiiDocs("publish", Repository.PathTo("templates", "_cases", $"{sample}.yaml"), "-t", type, "-o", Folder);
        Assert.True(outcome.Code == 0, outcome.Error);

        foreach (var file in Directory.GetFiles(Folder, "*.html", SearchOption.AllDirectories))
        {
            // The article is a piece for an editor that has the page around it.
            await Look(file, isPage: !file.Contains("公众号", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task The_report_of_a_scan_can_be_read_by_everyone(string language)
    {
        Directory.CreateDirectory(Path.Combine(Folder, "site"));
        Write(Path.Combine("site", "a.txt"), "手机13000000000");
        Write(Path.Combine("site", "b.docx"), "PK\u0003\u0004");
        CommandLine.PiiDocs("scan", Path.Combine(Folder, "site"), "--report", Path.Combine(Folder, "report"), "--lang", language);

        await Look(Path.Combine(Folder, "report", "scan-report.html"), isPage: true);
    }

    private async Task Look(string file, bool isPage)
    {
        foreach (var width in Widths)
        {
            var page = await chromium.NewPage(new() { Width = width });
            await page.GotoAsync(new Uri(file).AbsoluteUri);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{file} is wider than {width}");
            var found = isPage ? (await page.RunAxe()).Violations : [];
            Assert.Empty(found.Where(each => each.Impact is "serious" or "critical").Select(each => $"{Path.GetFileName(file)} {width}: {each.Id} {each.Nodes[0].Html}"));
        }
    }
}
