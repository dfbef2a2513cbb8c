using System.Xml.Linq;

namespace PiiDocs.Word;

/// <summary>Reading WordprocessingML.</summary>
internal static class Xml
{
    public static readonly XNamespace W = WordNames.Main;

    public static string? Value(XElement? element, string attribute) => (string?)element?.Attribute(W + attribute);

    /// <summary>A property that is on by being there, unless it says otherwise.</summary>
    public static bool IsOn(XElement? element) => element is not null && Value(element, "val") is not ("0" or "false" or "off" or "none");
}
