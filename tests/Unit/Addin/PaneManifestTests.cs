using System.Xml.Linq;
using PiiDocs.Addin;
using PiiDocs.Core;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Addin;

public sealed class PaneManifestTests
{
    private static readonly Uri Address = new("https://pii.office.lan:7443");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_written_passes_our_own_check(bool withRibbon)
    {
        var diagnostics = new DiagnosticBag();

        ManifestCheck.Run(new("manifest.xml", PaneManifest.Write(Address, withRibbon)), Icon, diagnostics);

        Assert.Empty(diagnostics.Items);
    }

    [Fact]
    public void The_id_is_that_of_the_address()
    {
        Assert.Equal(PaneManifest.IdFor(Address), PaneManifest.IdFor(new("https://PII.office.lan:7443/")));
        Assert.NotEqual(PaneManifest.IdFor(Address), PaneManifest.IdFor(new("https://pii.office.lan:7444")));
        Assert.Equal(Guid.Parse("a57c1f5e-0000-8000-8000-000000000000").ToString("D").Length, PaneManifest.IdFor(Address).ToString("D").Length);
        Assert.Equal('8', PaneManifest.IdFor(Address).ToString("D")[14]);
    }

    [Fact]
    public void The_pane_opens_by_itself_from_Chinese_with_English_beside_it_and_asks_for_no_more_than_Word_2019_has()
    {
        var text = PaneManifest.Write(Address);

        Assert.Contains("<TaskpaneId>Office.AutoShowTaskpaneWithDocument</TaskpaneId>", text, StringComparison.Ordinal);
        Assert.Contains("<DefaultLocale>zh-CN</DefaultLocale>", text, StringComparison.Ordinal);
        Assert.Contains("<Set Name=\"WordApi\" MinVersion=\"1.3\" />", text, StringComparison.Ordinal);
        Assert.Equal(7, XDocument.Parse(text).Descendants().Count(each => each.Name.LocalName == "Override"));
        Assert.DoesNotContain("VersionOverrides", PaneManifest.Write(Address, withRibbon: false), StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void The_files_of_WPS_name_functions_that_the_pane_has()
    {
        var script = File.ReadAllText(Repository.PathTo("addin/wps/main.js"));
        var ribbon = XDocument.Parse(WpsFiles.Ribbon());

        var calls = ribbon.Descendants().Attributes().Where(each => each.Name.LocalName is "onLoad" or "onAction" or "getImage").Select(each => each.Value).ToList();

        Assert.Equal(3, calls.Count);
        Assert.All(calls, call => Assert.Contains($"function {call}(", script, StringComparison.Ordinal));
        Assert.Contains("url=\"https://pii.office.lan:7443/wps/\"", WpsFiles.Plugins(Address), StringComparison.Ordinal);
        Assert.Contains("<ApiVersion>1.0.0</ApiVersion>", WpsFiles.Manifest(), StringComparison.Ordinal);
    }

    private static byte[]? Icon(string path) =>
        File.Exists(Repository.PathTo($"addin/{path}")) ? File.ReadAllBytes(Repository.PathTo($"addin/{path}")) : null;
}
