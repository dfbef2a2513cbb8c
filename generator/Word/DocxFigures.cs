using System.Collections.Immutable;
using System.Xml.Linq;
using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>Leads from the pictures of a file back to the diagrams they were drawn from.</summary>
/// <param name="part">Our custom XML part; null where the file has none.</param>
/// <param name="pictureOf">The picture of a relationship of the main part; null where there is none.</param>
/// <param name="styles">Of the document.</param>
internal sealed class DocxFigures(XElement? part, Func<string, byte[]?> pictureOf, StyleSheet styles)
{
    private static readonly XName Place = XNamespace.Get(WordNames.Drawing) + "docPr";
    private static readonly XName Picture = XNamespace.Get(WordNames.Relationships) + "embed";

    /// <summary>The diagram a drawing shows; null where it is not ours, or not as we drew it.</summary>
    public Diagram? DiagramOf(XElement drawing)
    {
        var name = (string?)drawing.Descendants(Place).FirstOrDefault()?.Attribute("name");
        var picture = drawing.Descendants().Attributes(Picture).FirstOrDefault();
        var figure = part?.Elements(XNamespace.Get(WordNames.Fields) + WordNames.FigureElement)
            .FirstOrDefault(each => name is not null && (string?)each.Attribute("name") == name);
        if (figure is null || picture is null || pictureOf(picture.Value) is not { } bytes)
        {
            return null;
        }

        return (string?)figure.Attribute("hash") == WordFigures.HashOf(bytes) ? Read(figure) : null;
    }

    /// <summary>Whether a drawing only shows where a stamp goes.</summary>
    public static bool IsStamp(XElement drawing) =>
        drawing.Descendants(Place).Any(each => (string?)each.Attribute("name") == WordNames.StampName);

    private Diagram? Read(XElement figure)
    {
        var markup = string.Join('\n', figure.Elements().Select(line => line.Value));
        var text = new TracedText(markup, [new(new(0, markup.Length), Origin.None)]);
        var diagnostics = new DiagnosticBag();
        ImmutableArray<Block> blocks = MarkupReader.Read(text, styles, diagnostics);
        return blocks is [Diagram diagram] && !diagnostics.HasErrors ? diagram : null;
    }
}
