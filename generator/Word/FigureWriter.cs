using System.Globalization;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>Writes a diagram as a picture in a paragraph of its own, with its description for those who cannot see it.</summary>
internal sealed class FigureWriter(PartWriter xml, WordFigures figures, StyleSheet styles)
{
    private const string W = WordNames.Main;
    private const string Place = WordNames.Drawing;
    private const string Shape = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    // English metric units, DrawingML's own.
    private const int UnitsPerPoint = 12_700;

    public void Write(Diagram diagram)
    {
        var drawing = DiagramLayout.OnPage(diagram, styles.Page);
        var figure = new Figure(
            figures.Add(diagram, drawing),
            WordText.Writable(diagram.Description),
            (Units(drawing.Width), Units(drawing.Height)));
        Open("p", W);
        Open("pPr", W);
        Element("pStyle", W, (W, "val", WordNames.FigureStyle));
        Close(1);
        Open("r", W);
        Open("drawing", W);
        WriteInline(figure);
        Close(3);
    }

    private void WriteInline(Figure figure)
    {
        Element("inline", Place, isOpen: true, ("", "distT", "0"), ("", "distB", "0"), ("", "distL", "0"), ("", "distR", "0"));
        Element("extent", Place, ("", "cx", figure.Size.Width), ("", "cy", figure.Size.Height));
        Element("docPr", Place, ("", "id", Number(figure.Number)), ("", "name", WordFigures.NameOf(figure.Number)), ("", "descr", figure.Description));
        Open("cNvGraphicFramePr", Place);
        Element("graphicFrameLocks", Shape, ("", "noChangeAspect", "1"));
        Close(1);
        Open("graphic", Shape);
        Element("graphicData", Shape, isOpen: true, ("", "uri", Picture));
        WritePicture(figure);
        Close(3);
    }

    private void WritePicture(Figure figure)
    {
        Open("pic", Picture);
        Open("nvPicPr", Picture);
        Element("cNvPr", Picture, ("", "id", Number(figure.Number)), ("", "name", WordFigures.NameOf(figure.Number)));
        Element("cNvPicPr", Picture);
        Close(1);
        Open("blipFill", Picture);
        Element("blip", Shape, (WordNames.Relationships, "embed", DocxTemplate.FigureId(figure.Number)));
        Open("stretch", Shape);
        Element("fillRect", Shape);
        Close(2);
        Open("spPr", Picture);
        Open("xfrm", Shape);
        Element("off", Shape, ("", "x", "0"), ("", "y", "0"));
        Element("ext", Shape, ("", "cx", figure.Size.Width), ("", "cy", figure.Size.Height));
        Close(1);
        Element("prstGeom", Shape, isOpen: true, ("", "prst", "rect"));
        Element("avLst", Shape);
        Close(3);
    }

    private void Open(string name, string space) => Element(name, space, isOpen: true);

    private void Close(int elements)
    {
        for (var i = 0; i < elements; i++)
        {
            xml.WriteEndElement();
        }
    }

    private void Element(string name, string space, params ReadOnlySpan<(string Space, string Name, string Value)> attributes) =>
        Element(name, space, isOpen: false, attributes);

    private void Element(
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

    private static string PrefixOf(string space) =>
        space switch { W => "w", Place => "wp", Shape => "a", _ => "pic" };

    private static string Units(Length length) => Number((int)(length.Points * UnitsPerPoint));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Figure(int Number, string Description, (string Width, string Height) Size);
}
