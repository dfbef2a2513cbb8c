using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>Writes a diagram as a group of Word's own shapes: two of lines, solid and dashed, and a text box for each line of text.</summary>
/// <remarks>
/// Vector drawing, so it prints sharp and its texts can be edited. Programs that do not know such groups show the
/// description instead.
/// </remarks>
internal sealed class DiagramWriter(XmlWriter xml, StyleSheet styles)
{
    private const string W = WordNames.Main;
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private const string A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Group = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup";
    private const string Shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
    private const int LinesBesideDiagram = 6;

    private static readonly Length LineThickness = Length.FromPoints(0.75m);

    private int _shapes;

    public void Write(Diagram diagram)
    {
        var page = styles.Page;
        var height = page.LinePitch * Math.Max(1, page.LinesPerPage - LinesBesideDiagram);
        var drawing = DiagramLayout.Arrange(diagram, page.TextWidth, height);
        xml.WriteStartElement("p", W);
        WriteParagraphProperties();
        xml.WriteStartElement("r", W);
        xml.WriteStartElement("AlternateContent", WordNames.Compatibility);
        xml.WriteStartElement("Choice", WordNames.Compatibility);
        xml.WriteAttributeString("xmlns", "wpg", null, Group);
        xml.WriteAttributeString("xmlns", "wps", null, Shape);
        xml.WriteAttributeString("Requires", "wpg");
        WriteInline(drawing, diagram.Description);
        xml.WriteEndElement();
        xml.WriteStartElement("Fallback", WordNames.Compatibility);
        WriteText(diagram.Description);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // The exact line pitch of the text would show only the lowest line's height of the drawing.
    private void WriteParagraphProperties()
    {
        xml.WriteStartElement("pPr", W);
        Empty("pStyle", W, ("val", styles.Tables.CellStyle));
        Empty("spacing", W, ("line", "240"), ("lineRule", "auto"));
        Empty("ind", W, ("left", "0"), ("leftChars", "0"), ("firstLine", "0"), ("firstLineChars", "0"));
        Empty("jc", W, ("val", "center"));
        xml.WriteEndElement();
    }

    private void WriteInline(DiagramDrawing drawing, string description)
    {
        xml.WriteStartElement("drawing", W);
        xml.WriteStartElement("wp", "inline", Drawing);
        Empty("extent", Drawing, ("cx", Emu(drawing.Width)), ("cy", Emu(drawing.Height)));
        Empty("docPr", Drawing, ("id", NextId()), ("name", $"diagram {_shapes}"), ("descr", description));
        xml.WriteStartElement("a", "graphic", A);
        xml.WriteStartElement("graphicData", A);
        xml.WriteAttributeString("uri", Group);
        xml.WriteStartElement("wgp", Group);
        Empty("cNvGrpSpPr", Group);
        xml.WriteStartElement("grpSpPr", Group);
        WriteGroupFrame(drawing);
        xml.WriteEndElement();
        foreach (var lines in drawing.Lines.GroupBy(line => line.IsDashed))
        {
            WriteLines(drawing, lines.Key, lines);
        }

        foreach (var text in drawing.Texts)
        {
            WriteTextBox(text);
        }

        for (var open = 0; open < 5; open++)
        {
            xml.WriteEndElement();
        }
    }

    private void WriteGroupFrame(DiagramDrawing drawing)
    {
        xml.WriteStartElement("xfrm", A);
        Empty("off", A, ("x", "0"), ("y", "0"));
        Empty("ext", A, ("cx", Emu(drawing.Width)), ("cy", Emu(drawing.Height)));
        Empty("chOff", A, ("x", "0"), ("y", "0"));
        Empty("chExt", A, ("cx", Emu(drawing.Width)), ("cy", Emu(drawing.Height)));
        xml.WriteEndElement();
    }

    private void WriteLines(DiagramDrawing drawing, bool isDashed, IEnumerable<DiagramLine> lines)
    {
        StartShape("cNvSpPr", new(Length.Zero, Length.Zero, drawing.Width, drawing.Height));
        xml.WriteStartElement("custGeom", A);
        Empty("avLst", A);
        Empty("gdLst", A);
        Empty("ahLst", A);
        Empty("cxnLst", A);
        Empty("rect", A, ("l", "0"), ("t", "0"), ("r", "r"), ("b", "b"));
        xml.WriteStartElement("pathLst", A);
        xml.WriteStartElement("path", A);
        xml.WriteAttributeString("w", Emu(drawing.Width));
        xml.WriteAttributeString("h", Emu(drawing.Height));
        xml.WriteAttributeString("fill", "none");
        foreach (var line in lines)
        {
            WritePoint("moveTo", line.X1, line.Y1);
            WritePoint("lnTo", line.X2, line.Y2);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        Empty("noFill", A);
        WritePen(isDashed);
        xml.WriteEndElement();
        Empty("bodyPr", Shape);
        xml.WriteEndElement();
    }

    private void WritePoint(string name, Length x, Length y)
    {
        xml.WriteStartElement(name, A);
        Empty("pt", A, ("x", Emu(x)), ("y", Emu(y)));
        xml.WriteEndElement();
    }

    private void WritePen(bool isDashed)
    {
        xml.WriteStartElement("ln", A);
        xml.WriteAttributeString("w", Emu(LineThickness));
        xml.WriteStartElement("solidFill", A);
        Empty("srgbClr", A, ("val", "000000"));
        xml.WriteEndElement();
        Empty("prstDash", A, ("val", isDashed ? "dash" : "solid"));
        xml.WriteEndElement();
    }

    // Wider than its text by one size on either side: Word's faces may be wider than the layout took them to be.
    private void WriteTextBox(DiagramText text)
    {
        var width = text.Size * (text.Runs.Sum(run => run.Text.Length) + 2);
        StartShape("cNvSpPr", new(
            text.Centre - new Length(width.Millipoints / 2), text.Baseline - (text.Size * 1.1m), width, text.Size * 1.4m));
        xml.WriteStartElement("prstGeom", A);
        xml.WriteAttributeString("prst", "rect");
        Empty("avLst", A);
        xml.WriteEndElement();
        Empty("noFill", A);
        xml.WriteEndElement();
        xml.WriteStartElement("txbx", Shape);
        xml.WriteStartElement("txbxContent", W);
        WriteLabel(text);
        xml.WriteEndElement();
        xml.WriteEndElement();
        Empty("bodyPr", Shape, ("wrap", "none"), ("lIns", "0"), ("tIns", "0"), ("rIns", "0"), ("bIns", "0"), ("anchor", "ctr"));
        xml.WriteEndElement();
    }

    private void WriteLabel(DiagramText text)
    {
        xml.WriteStartElement("p", W);
        WriteParagraphProperties();
        xml.WriteStartElement("r", W);
        xml.WriteStartElement("rPr", W);
        var halfPoints = (text.Size.Millipoints / 500).ToString(CultureInfo.InvariantCulture);
        Empty("sz", W, ("val", halfPoints));
        Empty("szCs", W, ("val", halfPoints));
        xml.WriteEndElement();
        WriteText(string.Concat(text.Runs.Select(run => run.Text)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteText(string text)
    {
        xml.WriteStartElement("t", W);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    private string NextId() => (++_shapes).ToString(CultureInfo.InvariantCulture);

    // Leaves the shape and its properties open.
    private void StartShape(string kind, in Frame frame)
    {
        xml.WriteStartElement("wsp", Shape);
        Empty("cNvPr", Shape, ("id", NextId()), ("name", $"shape {_shapes}"));
        Empty(kind, Shape);
        xml.WriteStartElement("spPr", Shape);
        xml.WriteStartElement("xfrm", A);
        Empty("off", A, ("x", Emu(frame.Left)), ("y", Emu(frame.Top)));
        Empty("ext", A, ("cx", Emu(frame.Width)), ("cy", Emu(frame.Height)));
        xml.WriteEndElement();
    }

    private void Empty(string name, string space, params ImmutableArray<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, space);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, space == W ? W : null, value);
        }

        xml.WriteEndElement();
    }

    // English metric units: 12,700 to the point.
    private static string Emu(Length length) =>
        (length.Millipoints * 127L / 10).ToString(CultureInfo.InvariantCulture);

    private readonly record struct Frame(Length Left, Length Top, Length Width, Length Height);
}
