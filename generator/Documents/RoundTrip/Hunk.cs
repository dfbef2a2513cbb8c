namespace PiiDocs.Documents.RoundTrip;

/// <summary>A stretch that differs: lines as they were, and the indexes of those that stand in their place.</summary>
/// <param name="BeforeStart">Where it begins in the lines as they were.</param>
/// <param name="Before">The lines as they were.</param>
/// <param name="NowStart">Where it begins in the lines as they are.</param>
/// <param name="Now">The indexes of the lines as they are.</param>
internal sealed record Hunk(int BeforeStart, List<(int Index, string Hash)> Before, int NowStart, List<int> Now)
{
    /// <summary>The stretches between lines that are the same.</summary>
    /// <param name="before">The lines as they were.</param>
    /// <param name="pairs">For each of them its index now; −1 for none.</param>
    /// <param name="count">How many lines there are now.</param>
    public static List<Hunk> Between(IReadOnlyList<string> before, int[] pairs, int count)
    {
        var hunks = new List<Hunk>();
        var now = 0;
        for (var i = 0; i <= before.Count;)
        {
            var end = i;
            while (end < before.Count && pairs[end] < 0)
            {
                end++;
            }

            var nowEnd = end < before.Count ? pairs[end] : count;
            if (end > i || nowEnd > now)
            {
                hunks.Add(new(i, [.. Enumerable.Range(i, end - i).Select(index => (index, before[index]))], now, [.. Enumerable.Range(now, nowEnd - now)]));
            }

            now = nowEnd + 1;
            i = end + 1;
        }

        return hunks;
    }
}
