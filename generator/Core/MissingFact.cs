namespace PiiDocs.Core;

/// <summary>How a draft shows a fact that the case does not have: <c>【待补：联系电话】</c>.</summary>
public static class MissingFact
{
    public const string Opening = "【待补：";

    private const string Closing = "】";

    public static string Of(string label) => $"{Opening}{label}{Closing}";

    public static bool IsIn(string text) => text.Contains(Opening, StringComparison.Ordinal);

    /// <summary>Every placeholder in a text, in order.</summary>
    public static IEnumerable<string> AllIn(string text)
    {
        for (var start = text.IndexOf(Opening, StringComparison.Ordinal); start >= 0; start = text.IndexOf(Opening, start + 1, StringComparison.Ordinal))
        {
            var end = text.IndexOf(Closing, start, StringComparison.Ordinal);
            yield return end < 0 ? text[start..] : text[start..(end + 1)];
        }
    }
}
