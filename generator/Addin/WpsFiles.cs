using System.Xml.Linq;

namespace PiiDocs.Addin;

/// <summary>What WPS reads to know the pane: its ribbon, the description it asks for at each start, and the office's list of add-ins.</summary>
public static class WpsFiles
{
    private const string Name = "公益诉讼文书";

    private static readonly XNamespace Ribbons = "http://schemas.microsoft.com/office/2006/01/customui";

    /// <summary>The ribbon; the functions it names are in <c>addin/wps/main.js</c>.</summary>
    public static string Ribbon() => XmlText.Of(
        new(Ribbons + "customUI",
            new XAttribute("onLoad", "OnAddinLoad"),
            new XElement(Ribbons + "ribbon",
                new XAttribute("startFromScratch", "false"),
                new XElement(Ribbons + "tabs",
                    new XElement(Ribbons + "tab",
                        new XAttribute("id", "PiiDocsTab"),
                        new XAttribute("label", Name),
                        new XElement(Ribbons + "group",
                            new XAttribute("id", "PiiDocsGroup"),
                            new XAttribute("label", Name),
                            new XElement(Ribbons + "button",
                                new XAttribute("id", "PiiDocsShowPane"),
                                new XAttribute("label", "文书窗格"),
                                new XAttribute("size", "large"),
                                new XAttribute("onAction", "OnAction"),
                                new XAttribute("getImage", "GetImage"))))))));

    /// <summary>Without it WPS reports a missing file at every start.</summary>
    public static string Manifest() => XmlText.Of(
        new("JsPlugin",
            new XElement("ApiVersion", "1.0.0"),
            new XElement("Name", "PiiDocs"),
            new XElement("Description", Name)));

    /// <summary>What <c>JSPluginsServer</c> in <c>oem.ini</c> points to.</summary>
    /// <param name="address">The server's address.</param>
    public static string Plugins(Uri address) => XmlText.Of(
        new("jsplugins",
            new XElement("jspluginonline",
                new XAttribute("name", "PiiDocs"),
                new XAttribute("type", "wps"),
                new XAttribute("url", $"{address.GetLeftPart(UriPartial.Authority)}/wps/"))));
}
