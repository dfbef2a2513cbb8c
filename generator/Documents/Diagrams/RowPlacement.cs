namespace PiiDocs.Documents;

/// <summary>Puts the slots of each row side by side: few crossings first, short lines next.</summary>
internal static class RowPlacement
{
    private const int Rounds = 12;

    /// <param name="rows">Whose slots have their widths.</param>
    /// <param name="width">Of the diagram.</param>
    /// <param name="gap">At least this between neighbours, where there is room.</param>
    public static void Place(List<List<DiagramSlot>> rows, Length width, Length gap)
    {
        Order(rows);
        foreach (var row in rows)
        {
            Spread(row, width);
        }

        for (var round = 0; round < Rounds; round++)
        {
            var down = round % 2 == 0;
            foreach (var row in down ? rows : Enumerable.Reverse(rows))
            {
                foreach (var slot in row)
                {
                    slot.Centre = Wanted(slot, down);
                }

                KeepApart(row, width, gap);
            }
        }

        Centre(rows, width);
    }

    // Each row sorted by the middle of its neighbours, down and up again; the best of all rounds is kept.
    private static void Order(List<List<DiagramSlot>> rows)
    {
        rows.ForEach(Number);
        var best = rows.ConvertAll(row => row.ToList());
        var fewest = Crossings(rows);
        for (var round = 0; round < Rounds && fewest > 0; round++)
        {
            var down = round % 2 == 0;
            foreach (var row in down ? rows : Enumerable.Reverse(rows))
            {
                var sorted = row.OrderBy(slot => Middle(down ? slot.Above : slot.Below, slot.Order)).ToList();
                row.Clear();
                row.AddRange(sorted);
                Number(row);
            }

            if (Crossings(rows) is var crossings && crossings < fewest)
            {
                (best, fewest) = (rows.ConvertAll(row => row.ToList()), crossings);
            }
        }

        for (var i = 0; i < rows.Count; i++)
        {
            rows[i].Clear();
            rows[i].AddRange(best[i]);
            Number(rows[i]);
        }
    }

    private static void Number(List<DiagramSlot> row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            row[i].Order = i;
        }
    }

    private static double Middle(List<DiagramSlot> neighbours, int otherwise) =>
        neighbours.Count == 0 ? otherwise : neighbours.Average(slot => slot.Order);

    private static int Crossings(List<List<DiagramSlot>> rows)
    {
        var crossings = 0;
        foreach (var row in rows)
        {
            var lines = row.SelectMany(slot => slot.Below, (slot, below) => (slot.Order, Below: below.Order)).ToList();
            crossings += lines.Sum(one => lines.Count(other => one.Order < other.Order && one.Below > other.Below));
        }

        return crossings;
    }

    private static void Spread(List<DiagramSlot> row, Length width)
    {
        for (var i = 0; i < row.Count; i++)
        {
            row[i].Centre = new((int)((long)width.Millipoints * ((2 * i) + 1) / (2 * row.Count)));
        }
    }

    private static Length Wanted(DiagramSlot slot, bool down)
    {
        var neighbours = down ? slot.Above : slot.Below;
        return neighbours.Count == 0 ? slot.Centre : new((int)neighbours.Average(each => each.Centre.Millipoints));
    }

    // Pushed to the right until nobody overlaps, and to the left: half way between the two is fair, and keeps the order.
    private static void KeepApart(List<DiagramSlot> row, Length width, Length gap)
    {
        var spare = (width.Millipoints - row.Sum(slot => slot.Width.Millipoints)) / (row.Count + 1);
        var between = new Length(Math.Clamp(spare, 0, gap.Millipoints));
        var wanted = row.ConvertAll(slot => slot.Centre);
        PushRight(row, Length.Zero - width, between);
        var right = row.ConvertAll(slot => slot.Centre);
        for (var i = 0; i < row.Count; i++)
        {
            row[i].Centre = wanted[i];
        }

        PushLeft(row, width * 2, between);
        for (var i = 0; i < row.Count; i++)
        {
            row[i].Centre = new((int)(((long)row[i].Centre.Millipoints + right[i].Millipoints) / 2));
        }

        PushRight(row, Length.Zero, between);
        PushLeft(row, width, between);
    }

    private static void PushRight(List<DiagramSlot> row, Length edge, Length between)
    {
        foreach (var slot in row)
        {
            var half = new Length((slot.Width.Millipoints + 1) / 2);
            slot.Centre = Length.Max(slot.Centre, edge + half);
            edge = slot.Centre + half + between;
        }
    }

    private static void PushLeft(List<DiagramSlot> row, Length edge, Length between)
    {
        foreach (var slot in Enumerable.Reverse(row))
        {
            var half = new Length((slot.Width.Millipoints + 1) / 2);
            slot.Centre = Length.Min(slot.Centre, edge - half);
            edge = slot.Centre - half - between;
        }
    }

    private static void Centre(List<List<DiagramSlot>> rows, Length width)
    {
        var slots = rows.SelectMany(row => row).ToList();
        var left = slots.Min(slot => slot.Centre.Millipoints - (slot.Width.Millipoints / 2));
        var right = slots.Max(slot => slot.Centre.Millipoints + (slot.Width.Millipoints / 2));
        var shift = new Length((width.Millipoints - left - right) / 2);
        slots.ForEach(slot => slot.Centre += shift);
    }
}
