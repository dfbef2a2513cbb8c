using System.Buffers;

namespace PiiDocs.Cases;

/// <summary>Characters that neither XML (so neither Word) nor YAML can hold.</summary>
internal static class IllegalCharacters
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\v\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017"
        + "\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F\uFFFE\uFFFF");

    /// <summary>The first UTF-16 unit that is a control character other than tab and line end, half a character, or no character.</summary>
    public static (int Offset, int Code)? Find(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.AsSpan().ContainsAny(Suspects) ? FindOneByOne(text) : null;

    private static (int Offset, int Code)? FindOneByOne(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (c is < ' ' and not ('\t' or '\n' or '\r') or '\u007F' or '\uFFFE' or '\uFFFF' || char.IsSurrogate(c))
            {
                return (i, c);
            }
        }

        return null;
    }
}
