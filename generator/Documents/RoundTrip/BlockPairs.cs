namespace PiiDocs.Documents.RoundTrip;

/// <summary>Finds which blocks of a stretch that differs are the same ones, worded otherwise.</summary>
internal static class BlockPairs
{
    // Half the fixed text the same, or half the controls.
    private const double LeastAlike = 0.5;

    // Beyond this everything has changed, and order is as good a guess as any.
    private const int MostCompared = 40_000;

    /// <summary>Pairs in order; a block may stay without a partner on either side.</summary>
    /// <param name="before">The blocks as they were.</param>
    /// <param name="now">The blocks as they are.</param>
    /// <param name="likeness">How alike two blocks are.</param>
    /// <returns>Indexes into both; −1 for none.</returns>
    public static List<(int Before, int Now)> Find(int before, int now, Func<int, int, double> likeness)
    {
        if ((long)before * now > MostCompared)
        {
            return [.. Enumerable.Range(0, Math.Max(before, now)).Select(i => (i < before ? i : -1, i < now ? i : -1))];
        }

        var alike = new double[before, now];
        var best = new double[before + 1, now + 1];
        for (var i = before - 1; i >= 0; i--)
        {
            for (var k = now - 1; k >= 0; k--)
            {
                var like = likeness(i, k);
                alike[i, k] = like >= LeastAlike ? like + best[i + 1, k + 1] : -1;
                best[i, k] = Math.Max(alike[i, k], Math.Max(best[i + 1, k], best[i, k + 1]));
            }
        }

        var pairs = new List<(int, int)>();
        for (var (i, k) = (0, 0); i < before || k < now;)
        {
            var isPair = i < before && k < now && alike[i, k] >= best[i, k];
            var isBefore = !isPair && i < before && (k == now || best[i + 1, k] >= best[i, k]);
            pairs.Add((isPair || isBefore ? i : -1, isBefore ? -1 : k));
            i += isPair || isBefore ? 1 : 0;
            k += isBefore ? 0 : 1;
        }

        return pairs;
    }

    /// <summary>How alike two texts are, by how they begin and end: from 0 to 1.</summary>
    public static double Likeness(string one, string other)
    {
        var most = Math.Max(one.Length, other.Length);
        var least = Math.Min(one.Length, other.Length);
        var start = one.AsSpan().CommonPrefixLength(other);
        var end = 0;
        while (end < least - start && one[^(end + 1)] == other[^(end + 1)])
        {
            end++;
        }

        return most == 0 ? 1 : (double)(start + end) / most;
    }
}
