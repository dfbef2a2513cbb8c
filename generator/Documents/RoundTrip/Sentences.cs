namespace PiiDocs.Documents.RoundTrip;

/// <summary>Quotes what a person is to look at.</summary>
public static class Sentences
{
    // Word's search takes no more than 255 characters; a person needs less.
    private const int LongestQuote = 120;

    private const int ShownBefore = 24;
    private const int ShownAfter = 48;

    // No paragraph of a filing is longer; one that is gets its beginning quoted.
    private const int LongestParagraph = 50_000;

    private static readonly char[] Ends = ['。', '；', '！', '？', '\n'];

    /// <summary>The first sentence that the other text does not have; the beginning where it has them all.</summary>
    public static string Quote(string text, string other)
    {
        var quote = other.Length <= LongestParagraph && text.Length <= LongestParagraph
            ? Of(text).FirstOrDefault(each => !other.Contains(each, StringComparison.Ordinal)) ?? text
            : text;
        if (quote.Length <= LongestQuote)
        {
            return quote;
        }

        return quote[..(char.IsHighSurrogate(quote[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)];
    }

    /// <summary>The sentence in which a word stands.</summary>
    public static string Around(string text, string word) =>
        Quote(Of(text).FirstOrDefault(each => each.Contains(word, StringComparison.Ordinal)) ?? text, "");

    /// <summary>The sentence that holds a character of a text; of a long one what stands around it.</summary>
    public static string At(string text, int offset)
    {
        var at = Math.Clamp(offset, 0, Math.Max(0, text.Length - 1));
        var start = at == 0 ? 0 : text.LastIndexOfAny(Ends, at - 1) + 1;
        var end = at < text.Length ? text.IndexOfAny(Ends, at) : -1;
        start = Math.Max(start, at - ShownBefore);
        end = Math.Min(end < 0 ? text.Length : end + 1, at + ShownAfter);
        return text[AtWhole(text, start)..AtWhole(text, end)].Trim();
    }

    // Never between the two halves of one character.
    private static int AtWhole(string text, int position) =>
        position > 0 && position < text.Length && char.IsLowSurrogate(text[position]) ? position - 1 : position;

    private static IEnumerable<string> Of(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOfAny(Ends, start);
            end = end < 0 ? text.Length : end + 1;
            if (text[start..end].Trim() is { Length: > 0 } sentence)
            {
                yield return sentence;
            }

            start = end;
        }
    }
}
