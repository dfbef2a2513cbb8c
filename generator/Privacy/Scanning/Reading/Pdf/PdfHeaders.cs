namespace PiiDocs.Privacy.Scanning.Reading.Pdf;

/// <summary>Finds where objects begin and streams end.</summary>
internal static class PdfHeaders
{
    /// <summary>The number in front of <c>obj</c>, and where it starts; null where the word is part of another.</summary>
    public static (int Number, int Start)? Before(ReadOnlySpan<byte> bytes, int keyword)
    {
        var at = keyword;
        if (Back(bytes, ref at, isSpace: true) > 8 || Back(bytes, ref at, isSpace: false) is 0 or > 6 || Back(bytes, ref at, isSpace: true) is 0 or > 8)
        {
            return null;
        }

        var end = at;
        var digits = Back(bytes, ref at, isSpace: false);
        return digits is > 0 and < 10 ? (int.Parse(bytes[at..end], System.Globalization.CultureInfo.InvariantCulture), at) : null;
    }

    /// <summary>The bytes of a stream: as many as its length says, if they end there; else up to the word that ends it.</summary>
    /// <returns>The bytes, and where reading goes on.</returns>
    public static (ReadOnlyMemory<byte> Raw, int End) Stream(ReadOnlyMemory<byte> bytes, int start, int length)
    {
        var span = bytes.Span;
        start = Math.Min(start, bytes.Length);
        start += start < span.Length && span[start] == '\r' ? 1 : 0;
        start += start < span.Length && span[start] == '\n' ? 1 : 0;
        if (length >= 0 && length <= bytes.Length - start)
        {
            var end = start + length;
            var after = span[end..Math.Min(end + 16, span.Length)];
            if (after.IndexOf("endstream"u8) >= 0)
            {
                return (bytes[start..end], end);
            }
        }

        var found = span[start..].IndexOf("endstream"u8);
        var stop = found < 0 ? bytes.Length : start + found;
        return (bytes[start..stop], stop);
    }

    private static int Back(ReadOnlySpan<byte> bytes, ref int at, bool isSpace)
    {
        var from = at;
        while (at > 0 && (isSpace ? PdfLexer.IsSpace(bytes[at - 1]) : char.IsAsciiDigit((char)bytes[at - 1])) && from - at < 12)
        {
            at--;
        }

        return from - at;
    }
}
