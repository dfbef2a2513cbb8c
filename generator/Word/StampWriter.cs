using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>Writes the place of a stamp: a dashed circle behind the text, anchored to the line of the seal.</summary>
internal sealed class StampWriter(DrawingXml xml, Document document)
{
    private const string W = WordNames.Main;
    private const string Place = WordNames.Drawing;
    private const string Shape = DrawingXml.Shape;
    private const string WordShape = DrawingXml.WordShape;

    // Beyond the numbers of figures.
    private const int FirstNumber = 10_000;

    private int _count;

    /// <summary>Writes a run into the paragraph at <paramref name="index"/>, if it is that of a seal and the place is shown.</summary>
    public void Write(int index)
    {
        var styles = document.Styles;
        if (styles.Seal is not { } seal || !seal.IsShownIn(document.Info)
            || styles.Paragraphs.GetValueOrDefault(((Paragraph)document.Blocks[index]).Style) is not { Role: ParagraphRole.Seal })
        {
            return;
        }

        var radius = new Length(seal.Diameter.Millipoints / 2);
        var (x, above) = SignatureBlock.StampAt(document.Blocks, index, styles, seal);
        xml.Open("r", W);
        xml.OpenChoice();
        xml.Open("drawing", W);
        WriteAnchor(seal, (x - radius, styles.Page.LinePitch - above - radius));
        xml.Close(4);
    }

    private void WriteAnchor(SealStyle seal, (Length X, Length Y) corner)
    {
        var (size, number) = (DrawingXml.Units(seal.Diameter), DrawingXml.Number(FirstNumber + _count++));
        xml.Element(
            "anchor",
            Place,
            isOpen: true,
            ("", "distT", "0"), ("", "distB", "0"), ("", "distL", "0"), ("", "distR", "0"),
            ("", "simplePos", "0"), ("", "relativeHeight", "1"), ("", "behindDoc", "1"), ("", "locked", "0"),
            ("", "layoutInCell", "1"), ("", "allowOverlap", "1"));
        xml.Element("simplePos", Place, ("", "x", "0"), ("", "y", "0"));
        WritePosition("positionH", "margin", corner.X);
        WritePosition("positionV", "paragraph", corner.Y);
        xml.Element("extent", Place, ("", "cx", size), ("", "cy", size));
        xml.Element("effectExtent", Place, ("", "l", "0"), ("", "t", "0"), ("", "r", "0"), ("", "b", "0"));
        xml.Element("wrapNone", Place);
        xml.Element("docPr", Place, ("", "id", number), ("", "name", WordNames.StampName), ("", "descr", "盖章处"));
        xml.Element("cNvGraphicFramePr", Place);
        xml.Open("graphic", Shape);
        xml.Element("graphicData", Shape, isOpen: true, ("", "uri", WordShape));
        WriteCircle(seal, size);
        xml.Close(3);
    }

    private void WritePosition(string name, string from, Length offset)
    {
        xml.Element(name, Place, isOpen: true, ("", "relativeFrom", from));
        xml.Text("posOffset", Place, DrawingXml.Units(offset));
        xml.Close(1);
    }

    private void WriteCircle(SealStyle seal, string size)
    {
        xml.Open("wsp", WordShape);
        xml.Element("cNvSpPr", WordShape);
        xml.Open("spPr", WordShape);
        xml.Open("xfrm", Shape);
        xml.Element("off", Shape, ("", "x", "0"), ("", "y", "0"));
        xml.Element("ext", Shape, ("", "cx", size), ("", "cy", size));
        xml.Close(1);
        xml.Element("prstGeom", Shape, isOpen: true, ("", "prst", "ellipse"));
        xml.Element("avLst", Shape);
        xml.Close(1);
        xml.Element("noFill", Shape);
        xml.Element("ln", Shape, isOpen: true, ("", "w", DrawingXml.Units(SealStyle.Thickness)));
        xml.Open("solidFill", Shape);
        xml.Element("srgbClr", Shape, ("", "val", seal.Color));
        xml.Close(1);
        xml.Element("prstDash", Shape, ("", "val", "dash"));
        xml.Close(2);
        xml.Element("bodyPr", WordShape);
        xml.Close(1);
    }
}
