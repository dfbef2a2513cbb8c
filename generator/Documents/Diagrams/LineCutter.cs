namespace PiiDocs.Documents;

/// <summary>Leaves out what of a line would run through a label.</summary>
internal static class LineCutter
{
    public static IEnumerable<DiagramLine> Outside(DiagramLine line, IReadOnlyList<DiagramBox> boxes)
    {
        var cuts = boxes.Select(box => Inside(line, box)).Where(cut => cut.End > cut.Start).OrderBy(cut => cut.Start);
        var start = 0.0;
        foreach (var cut in cuts)
        {
            if (cut.Start > start)
            {
                yield return Part(line, start, cut.Start);
            }

            start = Math.Max(start, cut.End);
        }

        if (start < 1)
        {
            yield return Part(line, start, 1);
        }
    }

    // From where to where the line is inside the box, as shares of its length (Liang and Barsky).
    private static (double Start, double End) Inside(DiagramLine line, DiagramBox box)
    {
        var across = Between((line.X2 - line.X1).Millipoints, (box.Left - line.X1).Millipoints, (box.Right - line.X1).Millipoints);
        var down = Between((line.Y2 - line.Y1).Millipoints, (box.Top - line.Y1).Millipoints, (box.Bottom - line.Y1).Millipoints);
        return (Math.Max(0, Math.Max(across.Start, down.Start)), Math.Min(1, Math.Min(across.End, down.End)));
    }

    private static (double Start, double End) Between(double slope, double low, double high) =>
        slope switch
        {
            0 => low < 0 && high > 0 ? (0, 1) : (1, 0),
            > 0 => (low / slope, high / slope),
            _ => (high / slope, low / slope),
        };

    private static DiagramLine Part(DiagramLine line, double start, double end) =>
        new(At(line.X1, line.X2, start), At(line.Y1, line.Y2, start), At(line.X1, line.X2, end), At(line.Y1, line.Y2, end), line.IsDashed);

    private static Length At(Length from, Length to, double share) =>
        from + new Length((int)Math.Round((to - from).Millipoints * share, MidpointRounding.AwayFromZero));
}
