using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>Writes a diagram as a picture in a paragraph of its own, with its description for those who cannot see it.</summary>
internal sealed class FigureWriter(DrawingXml xml, WordFigures figures, StyleSheet styles)
{
    private const string W = WordNames.Main;
    private const string Place = WordNames.Drawing;
    private const string Shape = DrawingXml.Shape;
    private const string Picture = DrawingXml.Picture;

    public void Write(Diagram diagram)
    {
        var drawing = DiagramLayout.OnPage(diagram, styles.Page);
        var figure = new Figure(
            figures.Add(diagram, drawing),
            WordText.Writable(diagram.Description),
            (DrawingXml.Units(drawing.Width), DrawingXml.Units(drawing.Height)));
        xml.Open("p", W);
        xml.Open("pPr", W);
        xml.Element("pStyle", W, (W, "val", WordNames.FigureStyle));
        xml.Close(1);
        xml.Open("r", W);
        xml.Open("drawing", W);
        WriteInline(figure);
        xml.Close(3);
    }

    private void WriteInline(Figure figure)
    {
        xml.Element("inline", Place, isOpen: true, ("", "distT", "0"), ("", "distB", "0"), ("", "distL", "0"), ("", "distR", "0"));
        xml.Element("extent", Place, ("", "cx", figure.Size.Width), ("", "cy", figure.Size.Height));
        xml.Element("docPr", Place, ("", "id", DrawingXml.Number(figure.Number)), ("", "name", WordFigures.NameOf(figure.Number)), ("", "descr", figure.Description));
        xml.Open("cNvGraphicFramePr", Place);
        xml.Element("graphicFrameLocks", Shape, ("", "noChangeAspect", "1"));
        xml.Close(1);
        xml.Open("graphic", Shape);
        xml.Element("graphicData", Shape, isOpen: true, ("", "uri", Picture));
        WritePicture(figure);
        xml.Close(3);
    }

    private void WritePicture(Figure figure)
    {
        xml.Open("pic", Picture);
        xml.Open("nvPicPr", Picture);
        xml.Element("cNvPr", Picture, ("", "id", DrawingXml.Number(figure.Number)), ("", "name", WordFigures.NameOf(figure.Number)));
        xml.Element("cNvPicPr", Picture);
        xml.Close(1);
        xml.Open("blipFill", Picture);
        xml.Element("blip", Shape, (WordNames.Relationships, "embed", DocxTemplate.FigureId(figure.Number)));
        xml.Open("stretch", Shape);
        xml.Element("fillRect", Shape);
        xml.Close(2);
        xml.Open("spPr", Picture);
        xml.Open("xfrm", Shape);
        xml.Element("off", Shape, ("", "x", "0"), ("", "y", "0"));
        xml.Element("ext", Shape, ("", "cx", figure.Size.Width), ("", "cy", figure.Size.Height));
        xml.Close(1);
        xml.Element("prstGeom", Shape, isOpen: true, ("", "prst", "rect"));
        xml.Element("avLst", Shape);
        xml.Close(3);
    }

    private sealed record Figure(int Number, string Description, (string Width, string Height) Size);
}
