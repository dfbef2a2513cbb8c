using System.Collections.Immutable;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Lines;

namespace PiiDocs.Typesetting.Pages;

/// <summary>Draws a figure: lines as rules, labels as text of the figure.</summary>
internal sealed class FigureSetter(Formats formats, ShortTextSetter texts)
{
    private const string Color = "000000";

    public void Set(FlowFigure figure, Length left, Length top, OpenPage page)
    {
        foreach (var line in figure.Drawing.Lines.SelectMany(DiagramStroke.Parts))
        {
            page.Items.Add(new Rule(
                left + line.X1, top + line.Y1, left + line.X2, top + line.Y2, DiagramStroke.Thickness, Color));
        }

        foreach (var text in figure.Drawing.Texts)
        {
            SetText(text, figure, (left, top), page);
        }
    }

    // In the middle of a room as wide as the figure and more: a label is one line, whatever its face makes of its width.
    private void SetText(DiagramText text, FlowFigure figure, (Length Left, Length Top) corner, OpenPage page)
    {
        var room = figure.Drawing.Width * 2;
        var place = new LinePlace(
            corner.Left + text.Centre - figure.Drawing.Width, room, corner.Top + text.Baseline, figure.Element);
        texts.Set(ImmutableArray<Inline>.CastUp(text.Runs), formats.OfFigure(text.Size), place, page);
    }
}
