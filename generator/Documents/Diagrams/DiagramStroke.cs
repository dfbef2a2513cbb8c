namespace PiiDocs.Documents;

/// <summary>How the lines of a diagram are drawn, the same on pages and in Word.</summary>
public static class DiagramStroke
{
    public static readonly Length Thickness = Length.FromPoints(0.75m);

    private static readonly Length Dash = Length.FromPoints(4);
    private static readonly Length DashGap = Length.FromPoints(2.5m);

    /// <summary>What of the line is black: all of it, or its dashes one by one.</summary>
    /// <remarks>Dashes of our own look alike everywhere; those of a pen are as long as each program likes.</remarks>
    public static IEnumerable<DiagramLine> Parts(DiagramLine line)
    {
        if (!line.IsDashed)
        {
            yield return line;
            yield break;
        }

        var (width, height) = ((line.X2 - line.X1).Millipoints, (line.Y2 - line.Y1).Millipoints);
        var length = Math.Sqrt(((double)width * width) + ((double)height * height));
        var step = (Dash + DashGap).Millipoints;
        for (var start = 0.0; start < length; start += step)
        {
            var (from, to) = (start / length, Math.Min(1, (start + Dash.Millipoints) / length));
            yield return new(
                line.X1 + Share(width, from),
                line.Y1 + Share(height, from),
                line.X1 + Share(width, to),
                line.Y1 + Share(height, to),
                IsDashed: false);
        }
    }

    private static Length Share(int length, double share) =>
        new((int)Math.Round(length * share, MidpointRounding.AwayFromZero));
}
