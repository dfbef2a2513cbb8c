namespace PiiDocs.Law;

/// <summary>The known name nearest to a mistaken one.</summary>
internal static class Suggestion
{
    /// <summary>The nearest of the names, or null where none is near enough to be meant.</summary>
    public static string? For(string mistaken, IEnumerable<string> names) =>
        (from name in names
         let distance = Distance(mistaken, name)
         where distance <= Math.Max(2, Math.Max(mistaken.Length, name.Length) / 3)
         orderby distance, name
         select name).FirstOrDefault();

    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[right.Length];
    }
}
