using System.Globalization;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>Writes elements of DrawingML into a part, each with its usual prefix.</summary>
internal sealed class DrawingXml(PartWriter xml)
{
    public const string Shape = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public const string Picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    /// <summary>Shapes drawn by Word itself, from Word 2010 on.</summary>
    public const string WordShape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";

    // English metric units, DrawingML's own.
    private const int UnitsPerPoint = 12_700;

    public static string Units(Length length) => Number((int)(length.Points * UnitsPerPoint));

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    public void Open(string name, string space) => Element(name, space, isOpen: true);

    public void Close(int elements)
    {
        for (var i = 0; i < elements; i++)
        {
            xml.WriteEndElement();
        }
    }

    /// <summary>An element around a text.</summary>
    public void Text(string name, string space, string text) => xml.WriteElementString(PrefixOf(space), name, space, text);

    public void Element(string name, string space, params ReadOnlySpan<(string Space, string Name, string Value)> attributes) =>
        Element(name, space, isOpen: false, attributes);

    public void Element(
        string name,
        string space,
        bool isOpen,
        params ReadOnlySpan<(string Space, string Name, string Value)> attributes)
    {
        xml.WriteStartElement(PrefixOf(space), name, space);
        foreach (var attribute in attributes)
        {
            xml.WriteAttributeString(attribute.Name, attribute.Space, attribute.Value);
        }

        if (!isOpen)
        {
            xml.WriteEndElement();
        }
    }

    /// <summary>What only readers that know shapes of Word 2010 are to read.</summary>
    public void OpenChoice()
    {
        Open("AlternateContent", WordNames.Compatibility);
        Open("Choice", WordNames.Compatibility);
        xml.Declare("wps", WordShape);
        xml.WriteAttributeString("Requires", "wps");
    }

    private static string PrefixOf(string space) => space switch
    {
        WordNames.Main => "w",
        WordNames.Compatibility => "mc",
        WordNames.Drawing => "wp",
        WordShape => "wps",
        Shape => "a",
        _ => "pic",
    };
}
