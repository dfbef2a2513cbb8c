namespace PiiDocs.Cases;

/// <summary>Characters that neither XML (so neither Word) nor YAML can hold.</summary>
internal static class IllegalCharacters
{
    /// <summary>The first UTF-16 unit that is a control character other than tab and line end, half a character, or no character.</summary>
    public static (int Offset, int Code)? Find(string text)
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
