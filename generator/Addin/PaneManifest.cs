using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace PiiDocs.Addin;

/// <summary>What Word reads to know the pane: Microsoft's XML manifest, for the address the pane is served at.</summary>
/// <remarks>
/// The add-in only manifest, because Office without a subscription and shared folders take no other. Order of elements is the one
/// Office demands (<see cref="ElementOrder"/>); <see cref="ManifestCheck"/> holds every manifest we write to it.
/// </remarks>
public static class PaneManifest
{
    /// <summary>Raised whenever what is written here changes: Office keeps the old one until the number grows.</summary>
    private const string Version = "1.0.0.0";

    /// <summary>Office opens a pane of this id by itself with a document that asks for it.</summary>
    private const string AutomaticPane = "Office.AutoShowTaskpaneWithDocument";

    private const string Name = "公益诉讼文书";
    private const string EnglishName = "Procuratorial documents";
    private const string About = "由案件数据生成、核对检察公益诉讼文书，并与案件往返更新。";
    private const string EnglishAbout = "Makes and checks public-interest filings from case data, and keeps both in step.";

    private static readonly ImmutableArray<int> RibbonSizes = [16, 32, 80];

    /// <summary>Sizes of the icons a manifest names, in pixels.</summary>
    public static ImmutableArray<int> IconSizes { get; } = [16, 32, 64, 80];

    /// <summary>Where an icon lies below the pane's address.</summary>
    public static string IconPath(int size) => $"assets/icon-{size}.png";

    /// <summary>The add-in's id: the same for the same address on every machine, another for another address.</summary>
    public static Guid IdFor(Uri address)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"piidocs pane {Origin(address)}"));

        // RFC 9562, version 8: bits of our own making.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new(hash.AsSpan(0, 16), bigEndian: true);
    }

    /// <param name="address">The server's address: scheme, name, port.</param>
    /// <param name="withRibbon">False for the app catalogue of a SharePoint server, which takes no ribbon button.</param>
    public static string Write(Uri address, bool withRibbon = true)
    {
        var origin = Origin(address);
        var root = new XElement(ManifestNames.Office + "OfficeApp",
            new XAttribute(XNamespace.Xmlns + "xsi", ManifestNames.Instance.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "bt", ManifestNames.Types.NamespaceName),
            new XAttribute(ManifestNames.Instance + "type", "TaskPaneApp"),
            Element("Id", IdFor(address).ToString("D")),
            Element("Version", Version),
            Element("ProviderName", "PiiDocs"),
            Element("DefaultLocale", "zh-CN"),
            Localized("DisplayName", Name, EnglishName),
            Localized("Description", About, EnglishAbout),
            Address("IconUrl", $"{origin}/{IconPath(32)}"),
            Address("HighResolutionIconUrl", $"{origin}/{IconPath(64)}"),
            Address("SupportUrl", $"{origin}/health.html"),
            new XElement(ManifestNames.Office + "AppDomains", Element("AppDomain", origin)),
            new XElement(ManifestNames.Office + "Hosts", new XElement(ManifestNames.Office + "Host", new XAttribute("Name", "Document"))),
            new XElement(ManifestNames.Office + "Requirements",
                new XElement(ManifestNames.Office + "Sets",
                    new XElement(ManifestNames.Office + "Set", new XAttribute("Name", "WordApi"), new XAttribute("MinVersion", "1.3")))),
            new XElement(ManifestNames.Office + "DefaultSettings", Address("SourceLocation", $"{origin}/taskpane.html")),
            Element("Permissions", "ReadWriteDocument"),
            withRibbon ? Overrides(origin) : null);
        return XmlText.Of(root);
    }

    private static XElement Overrides(string origin) =>
        new(ManifestNames.Overrides + "VersionOverrides",
            new XAttribute("xmlns", ManifestNames.Overrides.NamespaceName),
            new XAttribute(ManifestNames.Instance + "type", "VersionOverridesV1_0"),
            new XElement(ManifestNames.Overrides + "Hosts",
                new XElement(ManifestNames.Overrides + "Host",
                    new XAttribute(ManifestNames.Instance + "type", "Document"),
                    new XElement(ManifestNames.Overrides + "DesktopFormFactor", GetStarted(), Ribbon()))),
            Resources(origin));

    private static XElement GetStarted() =>
        new(ManifestNames.Overrides + "GetStarted",
            Resource("Title", "GetStarted.Title"),
            Resource("Description", "GetStarted.Description"),
            Resource("LearnMoreUrl", "Health.Url"));

    private static XElement Ribbon() =>
        new(ManifestNames.Overrides + "ExtensionPoint",
            new XAttribute(ManifestNames.Instance + "type", "PrimaryCommandSurface"),
            new XElement(ManifestNames.Overrides + "OfficeTab",
                new XAttribute("id", "TabHome"),
                new XElement(ManifestNames.Overrides + "Group",
                    new XAttribute("id", "PiiDocs.Group"),
                    Resource("Label", "Group.Label"),
                    Icon(),
                    new XElement(ManifestNames.Overrides + "Control",
                        new XAttribute(ManifestNames.Instance + "type", "Button"),
                        new XAttribute("id", "PiiDocs.ShowPane"),
                        Resource("Label", "Button.Label"),
                        new XElement(ManifestNames.Overrides + "Supertip",
                            Resource("Title", "Button.Label"),
                            Resource("Description", "Button.Tip")),
                        Icon(),
                        new XElement(ManifestNames.Overrides + "Action",
                            new XAttribute(ManifestNames.Instance + "type", "ShowTaskpane"),
                            new XElement(ManifestNames.Overrides + "TaskpaneId", AutomaticPane),
                            Resource("SourceLocation", "Pane.Url"))))));

    private static XElement Resources(string origin) =>
        new(ManifestNames.Overrides + "Resources",
            new XElement(ManifestNames.Types + "Images",
                RibbonSizes.Select(size => Item("Image", $"Icon.{size}", $"{origin}/{IconPath(size)}"))),
            new XElement(ManifestNames.Types + "Urls",
                Item("Url", "Pane.Url", $"{origin}/taskpane.html"),
                Item("Url", "Health.Url", $"{origin}/health.html")),
            new XElement(ManifestNames.Types + "ShortStrings",
                Text("GetStarted.Title", "公益诉讼文书已可使用", "Procuratorial documents are ready"),
                Text("Group.Label", Name, EnglishName),
                Text("Button.Label", "文书窗格", "Documents pane")),
            new XElement(ManifestNames.Types + "LongStrings",
                Text("GetStarted.Description", "在“开始”选项卡中单击“文书窗格”。", "Choose Documents pane on the Home tab."),
                Text("Button.Tip", About, EnglishAbout)));

    private static XElement Icon() =>
        new(ManifestNames.Overrides + "Icon",
            RibbonSizes.Select(size => new XElement(ManifestNames.Types + "Image", new XAttribute("size", size), new XAttribute("resid", $"Icon.{size}"))));

    private static XElement Element(string name, string value) => new(ManifestNames.Office + name, value);

    private static XElement Address(string name, string value) => new(ManifestNames.Office + name, new XAttribute("DefaultValue", value));

    private static XElement Localized(string name, string chinese, string english) =>
        new(ManifestNames.Office + name,
            new XAttribute("DefaultValue", chinese),
            new XElement(ManifestNames.Office + "Override", new XAttribute("Locale", "en-US"), new XAttribute("Value", english)));

    private static XElement Resource(string name, string id) => new(ManifestNames.Overrides + name, new XAttribute("resid", id));

    private static XElement Item(string kind, string id, string value) =>
        new(ManifestNames.Types + kind, new XAttribute("id", id), new XAttribute("DefaultValue", value));

    private static XElement Text(string id, string chinese, string english)
    {
        var text = Item("String", id, chinese);
        text.Add(new XElement(ManifestNames.Types + "Override", new XAttribute("Locale", "en-US"), new XAttribute("Value", english)));
        return text;
    }

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
