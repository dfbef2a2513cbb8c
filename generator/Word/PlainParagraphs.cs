using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>Writes paragraphs that are nothing but text in a style: those of cells, and empty ones.</summary>
internal sealed class PlainParagraphs(PartWriter xml, InlineWriter inlines)
{
    private const string W = WordNames.Main;

    private readonly PropertyWriter _properties = new(xml);

    public void Write(Paragraph paragraph, string style, bool keepWithNext = false)
    {
        xml.WriteStartElement("p", W);
        xml.WriteStartElement("pPr", W);
        _properties.Value("pStyle", style);
        if (keepWithNext)
        {
            _properties.Flag("keepNext");
        }

        xml.WriteEndElement();
        inlines.Write(paragraph.Inlines);
        xml.WriteEndElement();
    }
}
