namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>Reads the attributes of a tag, quoted or not.</summary>
internal static class HtmlAttributes
{
    /// <param name="tag">What stands between the angle brackets.</param>
    public static IEnumerable<(string Name, string Value)> Of(string tag)
    {
        var at = 0;
        while (at < tag.Length)
        {
            var equals = tag.IndexOf('=', at);
            if (equals < 0)
            {
                yield break;
            }

            var nameStart = equals;
            while (nameStart > at && char.IsWhiteSpace(tag[nameStart - 1]))
            {
                nameStart--;
            }

            var nameEnd = nameStart;
            while (nameStart > at && !char.IsWhiteSpace(tag[nameStart - 1]) && tag[nameStart - 1] is not ('"' or '\'' or '/'))
            {
                nameStart--;
            }

            var (value, end) = ValueFrom(tag, equals + 1);
            yield return (tag[nameStart..nameEnd].ToLowerInvariant(), value);
            at = end;
        }
    }

    private static (string Value, int End) ValueFrom(string tag, int at)
    {
        while (at < tag.Length && char.IsWhiteSpace(tag[at]))
        {
            at++;
        }

        if (at < tag.Length && tag[at] is '"' or '\'')
        {
            var close = tag.IndexOf(tag[at], at + 1);
            close = close < 0 ? tag.Length : close;
            return (tag[(at + 1)..close], Math.Min(close + 1, tag.Length));
        }

        var end = at;
        while (end < tag.Length && !char.IsWhiteSpace(tag[end]))
        {
            end++;
        }

        return (tag[at..end], end);
    }
}
