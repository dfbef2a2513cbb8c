namespace PiiDocs.Documents.RoundTrip;

/// <summary>Quotes what a person is to look at.</summary>
public static class Sentences
{
    // Word's search takes no more than 255 characters; a person needs less.
    private const int LongestQuote = 120;

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

    /// <summary>The sentence that holds a character of a text.</summary>
    public static string At(string text, int offset)
    {
        var start = 0;
        foreach (var sentence in Of(text))
        {
            start = text.IndexOf(sentence, start, StringComparison.Ordinal) + sentence.Length;
            if (start > offset)
            {
                return Quote(sentence, "");
            }
        }

        return Quote(text, "");
    }

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
