using PiiDocs.Addin;
using PiiDocs.Core;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Addin;

/// <summary>Each fault that keeps Office from loading a manifest, made on purpose in a good one.</summary>
public sealed class ManifestCheckTests
{
    private static readonly string Good = PaneManifest.Write(new("https://pii.office.lan:7443"));

    public static TheoryData<string, string, string> Faults => new()
    {
        { "PD7751", "TaskPaneApp", "ContentApp" },
        { "PD7752", "  <Version>1.0.0.0</Version>\n  <ProviderName>PiiDocs</ProviderName>\n", "  <ProviderName>PiiDocs</ProviderName>\n  <Version>1.0.0.0</Version>\n" },
        { "PD7753", "  <Permissions>ReadWriteDocument</Permissions>\n", "" },
        { "PD7754", "<ProviderName>PiiDocs</ProviderName>", "<ProviderName>PiiDocs</ProviderName><Colour/>" },
        { "PD7755", "<ProviderName>PiiDocs</ProviderName>", "<ProviderName>PiiDocs</ProviderName><ProviderName>PiiDocs</ProviderName>" },
        { "PD7756", "<Id>", "<Id>x" },
        { "PD7757", "<Version>1.0.0.0</Version>", "<Version>1.0</Version>" },
        { "PD7758", "<Host Name=\"Document\" />", "<Host Name=\"Mailbox\" />" },
        { "PD7758", "xsi:type=\"Document\"", "xsi:type=\"Workbook\"" },
        { "PD7758", "ReadWriteDocument", "Everything" },
        { "PD7758", "MinVersion=\"1.3\"", "MinVersion=\"new\"" },
        { "PD7758", "<DefaultLocale>zh-CN", "<DefaultLocale>Chinese" },
        { "PD7759", "<SourceLocation DefaultValue=\"https:", "<SourceLocation DefaultValue=\"http:" },
        { "PD7759", "id=\"Pane.Url\" DefaultValue=\"https://pii.office.lan:7443", "id=\"Pane.Url\" DefaultValue=\"" },
        { "PD7760", "DefaultValue=\"文书窗格\"", "DefaultValue=\"\"" },
        { "PD7760", "Value=\"Documents pane\"", $"Value=\"{new string('x', 126)}\"" },
        { "PD7761", "<Label resid=\"Group.Label\" />", "<Label resid=\"Group.Lable\" />" },
        { "PD7762", "<bt:Url id=\"Pane.Url\"", "<bt:Url id=\"Spare.Url\" DefaultValue=\"https://x.example/\" /><bt:Url id=\"Pane.Url\"" },
        { "PD7763", "<bt:Url id=\"Health.Url\"", "<bt:Url id=\"Pane.Url\"" },
        { "PD7764", "            <bt:Image size=\"16\" resid=\"Icon.16\" />\n", "" },
        { "PD7765", "assets/icon-80.png", "assets/icon-81.png" },
        { "PD7766", "id=\"Icon.80\" DefaultValue=\"https://pii.office.lan:7443/assets/icon-80.png\"", "id=\"Icon.80\" DefaultValue=\"https://pii.office.lan:7443/assets/icon-64.png\"" },
        { "PD7767", "<DesktopFormFactor>", "<Runtimes><Runtime resid=\"Pane.Url\" lifetime=\"long\" /></Runtimes><DesktopFormFactor>" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_found_where_it_is(string code, string right, string wrong)
    {
        Assert.Contains(right, Good, StringComparison.Ordinal);

        var found = Check(ReplaceFirst(Good, right, wrong));

        var diagnostic = found.First(each => each.Code == code);
        Assert.True(diagnostic.Location!.Value.Start.Line > 1);
    }

    [Theory]
    [InlineData("no xml")]
    [InlineData("")]
    [InlineData("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>")]
    [InlineData("<OfficeApp>")]
    public void What_is_no_xml_or_asks_for_outside_files_is_named_once(string text) =>
        Assert.Equal("PD7750", Assert.Single(Check(text)).Code);

    [Fact]
    public void The_place_is_that_of_the_element()
    {
        var diagnostic = Assert.Single(Check(Good.Replace("<Version>1.0.0.0", "<Version>1.0.0", StringComparison.Ordinal)));

        Assert.Equal("<Version", diagnostic.Location!.Value.Source.Text.Substring(diagnostic.Location.Value.Span.Start, diagnostic.Location.Value.Span.Length));
    }

    private static string ReplaceFirst(string text, string right, string wrong)
    {
        var at = text.IndexOf(right, StringComparison.Ordinal);
        return text[..at] + wrong + text[(at + right.Length)..];
    }

    private static IReadOnlyList<Diagnostic> Check(string text)
    {
        var diagnostics = new DiagnosticBag();
        ManifestCheck.Run(
            new("manifest.xml", text),
            path => File.Exists(Repository.PathTo($"addin/{path}")) ? File.ReadAllBytes(Repository.PathTo($"addin/{path}")) : null,
            diagnostics);
        return diagnostics.Items;
    }
}
