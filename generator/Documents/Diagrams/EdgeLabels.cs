namespace PiiDocs.Documents;

/// <summary>A label of a line in the gap between two rows.</summary>
/// <param name="From">Where the line enters the gap, across.</param>
/// <param name="To">Where it leaves it, across.</param>
internal sealed record EdgeLabel(LabelText Text, Length From, Length To)
{
    public Length Centre { get; set; }

    /// <summary>Which of the lanes it stands in, from above.</summary>
    public int Lane { get; set; }
}

/// <summary>Gives every label of a gap a lane, so that no two touch; as few lanes as will do.</summary>
internal static class EdgeLabels
{
    /// <returns>The number of lanes.</returns>
    public static int Place(List<EdgeLabel> labels, Length width, Length apart)
    {
        var sorted = labels.OrderBy(label => label.From + label.To).ToList();
        var lanes = labels.Count == 0 ? 0 : 1;
        while (lanes < labels.Count && !TryPlace(sorted, lanes, width, apart))
        {
            lanes++;
        }

        if (lanes == labels.Count)
        {
            for (var i = 0; i < lanes; i++)
            {
                Put(sorted[i], i, lanes, width);
            }
        }

        return lanes;
    }

    private static bool TryPlace(List<EdgeLabel> labels, int lanes, Length width, Length apart)
    {
        var placed = new List<EdgeLabel>();
        foreach (var label in labels)
        {
            var lane = 0;
            do
            {
                Put(label, lane, lanes, width);
            }
            while (placed.Exists(other => Touch(label, other, apart)) && ++lane < lanes);

            if (lane == lanes)
            {
                return false;
            }

            placed.Add(label);
        }

        return true;
    }

    // On its own line, at the height of the lane, but never outside the diagram.
    private static void Put(EdgeLabel label, int lane, int lanes, Length width)
    {
        var half = new Length(label.Text.Width.Millipoints / 2);
        var across = (label.To - label.From).Millipoints * (long)((2 * lane) + 1) / (2 * lanes);
        label.Lane = lane;
        label.Centre = Length.Max(half, Length.Min(label.From + new Length((int)across), width - half));
    }

    private static bool Touch(EdgeLabel one, EdgeLabel other, Length apart)
    {
        var distance = Math.Abs((one.Centre - other.Centre).Millipoints);
        return one.Lane == other.Lane
            && distance < ((one.Text.Width + other.Text.Width).Millipoints / 2) + apart.Millipoints;
    }
}
