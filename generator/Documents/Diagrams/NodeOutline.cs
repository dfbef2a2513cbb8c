namespace PiiDocs.Documents;

/// <summary>A rectangle of a drawing.</summary>
internal readonly record struct DiagramBox(Length Left, Length Top, Length Right, Length Bottom)
{
    public DiagramBox Shrunk(Length by) => new(Left + by, Top + by, Right - by, Bottom - by);
}

/// <summary>The outline of a node: what kind of party it is shows at a glance, in black and white.</summary>
internal static class NodeOutline
{
    private static readonly Length DoubleBorder = Length.FromPoints(2);
    private static readonly Length Corner = Length.FromPoints(7);

    public static void Draw(DiagramBox box, NodeShape shape, bool isDashed, ICollection<DiagramLine> lines)
    {
        foreach (var outline in Outlines(box, shape))
        {
            for (var i = 0; i < outline.Length; i++)
            {
                var (from, to) = (outline[i], outline[(i + 1) % outline.Length]);
                lines.Add(new(from.X, from.Y, to.X, to.Y, isDashed));
            }
        }
    }

    private static IEnumerable<(Length X, Length Y)[]> Outlines(DiagramBox box, NodeShape shape) =>
        shape switch
        {
            NodeShape.Person => [Rectangle(box)],
            NodeShape.Organisation => [Rectangle(box), Rectangle(box.Shrunk(DoubleBorder))],
            NodeShape.Platform => [CutCorners(box)],
            NodeShape.Account => [Slanted(box)],
            _ => throw new System.Diagnostics.UnreachableException($"no outline for {shape}"),
        };

    private static (Length X, Length Y)[] Rectangle(DiagramBox box) =>
        [(box.Left, box.Top), (box.Right, box.Top), (box.Right, box.Bottom), (box.Left, box.Bottom)];

    private static (Length X, Length Y)[] CutCorners(DiagramBox box) =>
    [
        (box.Left + Corner, box.Top), (box.Right - Corner, box.Top),
        (box.Right, box.Top + Corner), (box.Right, box.Bottom - Corner),
        (box.Right - Corner, box.Bottom), (box.Left + Corner, box.Bottom),
        (box.Left, box.Bottom - Corner), (box.Left, box.Top + Corner),
    ];

    private static (Length X, Length Y)[] Slanted(DiagramBox box) =>
        [(box.Left + Corner, box.Top), (box.Right, box.Top), (box.Right - Corner, box.Bottom), (box.Left, box.Bottom)];
}
