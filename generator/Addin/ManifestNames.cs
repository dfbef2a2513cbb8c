using System.Xml.Linq;

namespace PiiDocs.Addin;

/// <summary>The namespaces of Microsoft's manifest.</summary>
internal static class ManifestNames
{
    public static readonly XNamespace Office = "http://schemas.microsoft.com/office/appforoffice/1.1";

    /// <summary>Ribbon and the like.</summary>
    public static readonly XNamespace Overrides = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";

    /// <summary>Resources.</summary>
    public static readonly XNamespace Types = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";

    public static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";
}
