using System.Text.RegularExpressions;

namespace PiiDocs.Privacy.Scanning.Matching;

/// <summary>Matches as spans, without a string for each.</summary>
internal static class SpanMatches
{
    /// <summary>The group that is the value, where a pattern needs words around it.</summary>
    private const string ValueGroup = "v";

    public static List<(int Start, int End)> EnumerateSpans(this Regex pattern, string text)
    {
        var spans = new List<(int, int)>();
        if (pattern.GroupNumberFromName(ValueGroup) >= 0)
        {
            for (var match = pattern.Match(text); match.Success; match = match.NextMatch())
            {
                var value = match.Groups[ValueGroup];
                spans.Add((value.Index, value.Index + value.Length));
            }

            return spans;
        }

        foreach (var match in pattern.EnumerateMatches(text))
        {
            spans.Add((match.Index, match.Index + match.Length));
        }

        return spans;
    }
}
