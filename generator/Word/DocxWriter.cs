using System.Collections.Immutable;
using System.Globalization;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>Writes documents of one style sheet as .docx; the same document always gives the same bytes.</summary>
/// <remarks>Make one per style sheet and keep it: styles, settings and fonts are built once. Thread-safe.</remarks>
public sealed class DocxWriter(StyleSheet styles)
{
    private readonly ImmutableArray<PackagePart> _shared = DocxTemplate.Build(styles);
    private readonly PackagePart _relationships = DocxTemplate.Relationships(styles, figures: 0);

    /// <summary>Writes <paramref name="document"/>, which must be of this writer's style sheet.</summary>
    public void Write(Document document, DocxOptions options, Stream output)
    {
        if (!ReferenceEquals(document.Styles, styles) && document.Styles != styles)
        {
            throw new ArgumentException($"this writer is for style sheet '{styles.Name}'", nameof(document));
        }

        var tags = new FieldTags();
        var figures = new WordFigures(document, options);
        var body = Part(WordNames.DocumentPart, options, xml =>
            new BodyWriter(xml, new(xml, tags, options), figures, document).Write());
        var fields = Part(WordNames.FieldsPart, options, xml => tags.Write(document.Info, styles, figures, xml));
        var core = Part("docProps/core.xml", options, xml => WriteCore(document.Info, xml));
        var pictures = figures.Parts;
        var relationships = pictures.IsEmpty ? _relationships : DocxTemplate.Relationships(styles, pictures.Length);
        StablePackage.Write([.. _shared, relationships, body, fields, core, .. pictures], output);
    }

    private static PackagePart Part(string name, DocxOptions options, Action<PartWriter> write) =>
        PackagePart.Write(name, options.Compression, output =>
        {
            using var xml = new PartWriter();
            write(xml);
            xml.CopyTo(output);
        });

    private static void WriteCore(DocumentInfo info, PartWriter xml)
    {
        const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string Dublin = "http://purl.org/dc/elements/1.1/";
        const string Terms = "http://purl.org/dc/terms/";
        const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
        var date = info.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
        xml.WriteStartDocument();
        xml.WriteStartElement("cp", "coreProperties", Core);
        xml.WriteElementString("dc", "title", Dublin, info.Title);
        xml.WriteElementString("dc", "creator", Dublin, info.Author);
        xml.WriteElementString("dc", "language", Dublin, info.Language);
        xml.WriteElementString("cp", "lastModifiedBy", Core, info.Author);
        foreach (var moment in new[] { "created", "modified" })
        {
            xml.WriteStartElement("dcterms", moment, Terms);
            xml.Declare("xsi", Instance);
            xml.WriteAttributeString("type", Instance, "dcterms:W3CDTF");
            xml.WriteString(date);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
