using PiiDocs.Documents;
using PiiDocs.Typesetting;

namespace PiiDocs.Pdf;

/// <summary>Operators of a page's content (PDF 1.7, 8 and 9), written only where something changes.</summary>
internal sealed class ContentStream(PdfBuffer output, Length pageHeight)
{
    private string _fillColor = "000000";
    private string _strokeColor = "000000";
    private string? _font;
    private Length _size;
    private Length _spacing;
    private Length _outlineWidth;
    private bool _isOutlined;
    private bool _inText;
    private (Length X, Length Y) _line;

    public void BeginElement(string tag, int markedContent)
    {
        EndText();
        output.Text($"/{tag}<</MCID {markedContent}>>BDC\n");
    }

    public void BeginArtifact()
    {
        EndText();
        output.Text("/Artifact BMC\n");
    }

    public void EndMarked()
    {
        EndText();
        output.Text("EMC\n");
    }

    /// <summary>Draws glyphs.</summary>
    /// <param name="run">Which, and where.</param>
    /// <param name="forms">Their font.</param>
    public void Draw(GlyphRun run, in PdfFontForms forms)
    {
        BeginText();
        SetFill(run.Color);
        SetOutline(run);
        var name = forms.Vertical?.ResourceName ?? forms.Font.ResourceName;
        if (name != _font || run.Size != _size)
        {
            (_font, _size) = (name, run.Size);
            output.Text($"/{name} {run.Size} Tf\n");
        }

        if (run.Direction == RunDirection.Turned)
        {
            output.Text($"0 -1 1 0 {run.X} {pageHeight - run.Baseline} Tm\n");
            GlyphText.Write(output, run, forms, SetSpacing);
            EndText(); // What comes next lies again.
            return;
        }

        MoveTo(run.X, pageHeight - run.Baseline);
        GlyphText.Write(output, run, forms, SetSpacing);
    }

    public void Draw(Rule rule)
    {
        EndText();
        var (left, right) = rule.X1 < rule.X2 ? (rule.X1, rule.X2) : (rule.X2, rule.X1);
        var (top, bottom) = rule.Y1 < rule.Y2 ? (rule.Y1, rule.Y2) : (rule.Y2, rule.Y1);
        var half = new Length(rule.Thickness.Millipoints / 2);
        if (top == bottom)
        {
            SetFill(rule.Color);
            Rectangle(left, pageHeight - top - half, right - left, rule.Thickness);
        }
        else if (left == right)
        {
            SetFill(rule.Color);
            Rectangle(left - half, pageHeight - bottom, rule.Thickness, bottom - top);
        }
        else
        {
            SetStroke(rule.Color);
            output.Text($"{rule.Thickness} w {rule.X1} {pageHeight - rule.Y1} m {rule.X2} {pageHeight - rule.Y2} l S\n");
            _outlineWidth = rule.Thickness;
        }
    }

    public void EndText()
    {
        if (_inText)
        {
            output.Text("ET\n");
            _inText = false;
        }
    }

    private void Rectangle(Length x, Length y, Length width, Length height) =>
        output.Text($"{x} {y} {width} {height} re f\n");

    private void BeginText()
    {
        if (!_inText)
        {
            output.Text("BT\n");
            _inText = true;
            _line = default;
        }
    }

    private void MoveTo(Length x, Length y)
    {
        output.Text($"{x - _line.X} {y - _line.Y} Td\n");
        _line = (x, y);
    }

    private void SetSpacing(Length spacing)
    {
        if (spacing != _spacing)
        {
            _spacing = spacing;
            output.Text($"{spacing} Tc\n");
        }
    }

    private void SetOutline(GlyphRun run)
    {
        if (run.IsEmboldened)
        {
            // A thirtieth of an em, as word processors thicken a face that has no bold.
            var width = new Length(run.Size.Millipoints / 30);
            SetStroke(run.Color);
            if (width != _outlineWidth)
            {
                _outlineWidth = width;
                output.Text($"{width} w\n");
            }
        }

        if (run.IsEmboldened != _isOutlined)
        {
            _isOutlined = run.IsEmboldened;
            output.Text(_isOutlined ? "2 Tr\n" : "0 Tr\n");
        }
    }

    private void SetFill(string color)
    {
        if (color != _fillColor)
        {
            _fillColor = color;
            WriteColor(color, "g", "rg");
        }
    }

    private void SetStroke(string color)
    {
        if (color != _strokeColor)
        {
            _strokeColor = color;
            WriteColor(color, "G", "RG");
        }
    }

    private void WriteColor(string color, string gray, string rgb)
    {
        var value = Convert.ToInt32(color, 16);
        var (red, green, blue) = (value >> 16, (value >> 8) & 0xFF, value & 0xFF);
        if (red == green && green == blue)
        {
            output.Text($"{Share(red)} {gray}\n");
        }
        else
        {
            output.Text($"{Share(red)} {Share(green)} {Share(blue)} {rgb}\n");
        }
    }

    // Thousandths are enough for 256 steps, and Length writes them exactly.
    private static Length Share(int level) => new(((level * 1000) + 127) / 255);
}
