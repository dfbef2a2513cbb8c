namespace PiiDocs.Core;

/// <summary>Finds what a misspelt word was meant to be, for hints.</summary>
public static class Spelling
{
    /// <summary>The known word nearest to <paramref name="word"/>; null where none is near enough to be meant.</summary>
    /// <remarks>One edit is allowed for every three characters begun. Of equally near words the first wins.</remarks>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        string? nearest = null;
        var best = (word.Length + 2) / 3;
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - word.Length) > best)
            {
                continue;
            }

            var distance = Distance(word, candidate);
            if (distance <= best && (nearest is null || distance < best))
            {
                (nearest, best) = (candidate, distance);
            }
        }

        return nearest;
    }

    // Optimal string alignment: insert, delete, replace, and swap of neighbours count one each; case counts nothing.
    private static int Distance(string left, string right)
    {
        var beforeLast = new int[right.Length + 1];
        var last = new int[right.Length + 1];
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
