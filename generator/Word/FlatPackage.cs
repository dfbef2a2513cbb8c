using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PiiDocs.Word;

/// <summary>A .docx as one XML text ("flat OPC"): what Word's <c>insertOoxml</c> takes for a piece of a document.</summary>
/// <remarks>
/// Only body and styles go in. Page size, footers and settings are those of the document the piece goes into; its tags lead to their
/// fields by their names.
/// </remarks>
public static class FlatPackage
{
    private const string RelationshipType = "application/vnd.openxmlformats-package.relationships+xml";
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string StylesType = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml";
    private const string StylesPart = "word/styles.xml";

    private static readonly XNamespace Package = "http://schemas.microsoft.com/office/2006/xmlPackage";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <param name="docx">A file of our own writing.</param>
    public static string Write(ReadOnlyMemory<byte> docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx.ToArray()), ZipArchiveMode.Read);
        var document = Load(zip, WordNames.DocumentPart);
        document.Element(Xml.W + "body")!.Elements(Xml.W + "sectPr").Remove();
        var root = new XElement(Package + "package",
            new XAttribute(XNamespace.Xmlns + "pkg", Package.NamespaceName),
            Part("/_rels/.rels", RelationshipType, Relation("officeDocument", WordNames.DocumentPart)),
            Part("/word/_rels/document.xml.rels", RelationshipType, Relation("styles", "styles.xml")),
            Part($"/{WordNames.DocumentPart}", MainType, document),
            Part($"/{StylesPart}", StylesType, Load(zip, StylesPart)));
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new() { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize }))
        {
            root.Save(writer);
        }

        return text.ToString();
    }

    private static XElement Load(ZipArchive zip, string part)
    {
        using var input = zip.GetEntry(part)!.Open();
        return XElement.Load(input, LoadOptions.PreserveWhitespace);
    }

    private static XElement Part(string name, string type, XElement content) =>
        new(Package + "part",
            new XAttribute(Package + "name", name),
            new XAttribute(Package + "contentType", type),
            new XElement(Package + "xmlData", content));

    private static XElement Relation(string kind, string target) =>
        new(Relations + "Relationships",
            new XElement(Relations + "Relationship",
                new XAttribute("Id", "rId1"),
                new XAttribute("Type", $"{WordNames.Relationships}/{kind}"),
                new XAttribute("Target", target)));
}
