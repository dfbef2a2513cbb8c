namespace PiiDocs.Core;

/// <summary>Finds the name a misspelt one most likely meant, for "did you mean".</summary>
public static class NearestName
{
    /// <summary>The nearest of <paramref name="names"/>, or null where none is near enough to be a slip of the hand.</summary>
    /// <remarks>Near is a third of the letters, at least one. Of equally near names the first in ordinal order wins.</remarks>
    public static string? Find(string wanted, IEnumerable<string> names)
    {
        var limit = Math.Max(1, wanted.Length / 3);
        string? nearest = null;
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            if (Math.Abs(name.Length - wanted.Length) <= limit && Distance(wanted, name) is var distance && distance <= limit)
            {
                nearest = name;
                limit = distance - 1;
            }
        }

        return nearest;
    }

    /// <summary>Insertions, deletions, replacements and swaps of neighbours between two names, letter case ignored.</summary>
    internal static int Distance(string left, string right)
    {
        // Optimal string alignment; three rows are enough, because a swap looks two rows back.
        var twoBack = new int[right.Length + 1];
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replace = previous[j - 1] + (Same(left[i - 1], right[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replace, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    current[j] = Math.Min(current[j], twoBack[j - 2] + 1);
                }
            }

            (twoBack, previous, current) = (previous, current, twoBack);
        }

        return previous[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
