using System.Globalization;

namespace PiiDocs.Word;

/// <summary>Writes the properties of paragraphs, tables and sections: elements of a value or two.</summary>
internal sealed class PropertyWriter(PartWriter xml)
{
    private const string W = WordNames.Main;

    public void Numbers(string element, params ReadOnlySpan<(string Name, int Value)> numbers)
    {
        xml.WriteStartElement(element, W);
        foreach (var (name, value) in numbers)
        {
            xml.WriteAttributeString(name, W, Text(value));
        }

        xml.WriteEndElement();
    }

    public void Width(string element, int width, string type)
    {
        xml.WriteStartElement(element, W);
        xml.WriteAttributeString("w", W, Text(width));
        xml.WriteAttributeString("type", W, type);
        xml.WriteEndElement();
    }

    public void Value(string element, string value)
    {
        xml.WriteStartElement(element, W);
        xml.WriteAttributeString("val", W, value);
        xml.WriteEndElement();
    }

    public void Flag(string element)
    {
        xml.WriteStartElement(element, W);
        xml.WriteEndElement();
    }

    public static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
