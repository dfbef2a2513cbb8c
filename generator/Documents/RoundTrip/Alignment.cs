namespace PiiDocs.Documents.RoundTrip;

/// <summary>Finds which lines of one list are those of another, in order and in nearly linear time.</summary>
/// <remarks>
/// Lines that occur once on each side are anchors (the longest run of them in common order); what is equal beside an anchor,
/// or beside either end, belongs together too. Documents repeat few lines, so little else is left.
/// </remarks>
public static class Alignment
{
    /// <summary>For each line of <paramref name="before"/>, its index in <paramref name="after"/>; −1 for none.</summary>
    public static int[] Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var pairs = new int[before.Count];
        Array.Fill(pairs, -1);
        foreach (var (old, now) in Anchors(before, after))
        {
            pairs[old] = now;
        }

        Extend(before, after, pairs);
        return pairs;
    }

    private static List<(int Old, int Now)> Anchors(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var places = Unique(after);
        var candidates = Unique(before).Where(each => places.ContainsKey(each.Key))
            .Select(each => (Old: each.Value, Now: places[each.Key])).OrderBy(each => each.Old).ToList();
        return LongestRising(candidates);
    }

    private static Dictionary<string, int> Unique(IReadOnlyList<string> lines) =>
        lines.Index().GroupBy(each => each.Item, StringComparer.Ordinal).Where(same => same.Count() == 1)
            .ToDictionary(same => same.Key, same => same.First().Index, StringComparer.Ordinal);

    // Patience sorting: the last of each pile's tops, and from it back along the piles.
    private static List<(int Old, int Now)> LongestRising(List<(int Old, int Now)> candidates)
    {
        var tops = new List<int>();
        var previous = new int[candidates.Count];
        for (var i = 0; i < candidates.Count; i++)
        {
            var (low, high) = (0, tops.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = candidates[tops[middle]].Now < candidates[i].Now ? (middle + 1, high) : (low, middle);
            }

            previous[i] = low > 0 ? tops[low - 1] : -1;
            if (low == tops.Count)
            {
                tops.Add(i);
            }
            else
            {
                tops[low] = i;
            }
        }

        var rising = new List<(int, int)>();
        for (var i = tops.Count > 0 ? tops[^1] : -1; i >= 0; i = previous[i])
        {
            rising.Add(candidates[i]);
        }

        rising.Reverse();
        return rising;
    }

    private static void Extend(IReadOnlyList<string> before, IReadOnlyList<string> after, int[] pairs)
    {
        var limits = Limits(pairs, after.Count);
        for (var (i, next) = (0, 0); i < pairs.Length; i++)
        {
            if (pairs[i] < 0 && next < limits[i] && before[i] == after[next])
            {
                pairs[i] = next;
            }

            next = pairs[i] >= 0 ? pairs[i] + 1 : next;
        }

        var floors = Floors(pairs);
        for (var (i, next) = (pairs.Length - 1, after.Count - 1); i >= 0; i--)
        {
            if (pairs[i] < 0 && next > floors[i] && before[i] == after[next])
            {
                pairs[i] = next;
            }

            next = pairs[i] >= 0 ? pairs[i] - 1 : next;
        }
    }

    // For each line, the partner of the next line below that has one.
    private static int[] Limits(int[] pairs, int count)
    {
        var limits = new int[pairs.Length];
        for (var (i, limit) = (pairs.Length - 1, count); i >= 0; i--)
        {
            limits[i] = limit = pairs[i] >= 0 ? pairs[i] : limit;
        }

        return limits;
    }

    // For each line, the partner of the next line above that has one.
    private static int[] Floors(int[] pairs)
    {
        var floors = new int[pairs.Length];
        for (var (i, floor) = (0, -1); i < pairs.Length; i++)
        {
            floors[i] = floor = pairs[i] >= 0 ? pairs[i] : floor;
        }

        return floors;
    }
}
