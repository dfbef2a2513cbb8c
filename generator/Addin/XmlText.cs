using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PiiDocs.Addin;

/// <summary>XML as a file: UTF-8, two columns a level, the same bytes on every machine.</summary>
internal static class XmlText
{
    private static readonly XmlWriterSettings Form = new()
    {
        Indent = true,
        IndentChars = "  ",
        NewLineChars = "\n",
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    public static string Of(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Form))
        {
            new XDocument(root).Save(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
