using System.Collections.Immutable;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Lines;

namespace PiiDocs.Typesetting.Pages;

/// <summary>Draws a figure: lines as rules, labels as text of the figure.</summary>
internal sealed class FigureSetter(Formats formats, ShortTextSetter texts)
{
    private const string Color = "000000";

    private static readonly Length Thickness = Length.FromPoints(0.75m);
    private static readonly Length Dash = Length.FromPoints(4);
    private static readonly Length DashGap = Length.FromPoints(2.5m);

    public void Set(FlowFigure figure, Length left, Length top, OpenPage page)
    {
        foreach (var line in figure.Drawing.Lines)
        {
            var rule = new Rule(left + line.X1, top + line.Y1, left + line.X2, top + line.Y2, Thickness, Color);
            if (line.IsDashed)
            {
                AddDashes(rule, page.Items);
            }
            else
            {
                page.Items.Add(rule);
            }
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

    private static void AddDashes(Rule line, List<PageItem> items)
    {
        var (width, height) = ((line.X2 - line.X1).Millipoints, (line.Y2 - line.Y1).Millipoints);
        var length = Math.Sqrt(((double)width * width) + ((double)height * height));
        var step = (Dash + DashGap).Millipoints;
        for (var start = 0.0; start < length; start += step)
        {
            var (from, to) = (start / length, Math.Min(1, (start + Dash.Millipoints) / length));
            items.Add(line with
            {
                X1 = line.X1 + Share(width, from),
                Y1 = line.Y1 + Share(height, from),
                X2 = line.X1 + Share(width, to),
                Y2 = line.Y1 + Share(height, to),
            });
        }
    }

    private static Length Share(int length, double share) =>
        new((int)Math.Round(length * share, MidpointRounding.AwayFromZero));
}
