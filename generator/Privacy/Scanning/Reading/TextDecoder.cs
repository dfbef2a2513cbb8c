using System.Text;

namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>Finds out how a text file is encoded: byte order mark, UTF-8 where it is valid, UTF-16, else GB 18030.</summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly Lazy<Encoding> LazyGb18030 = new(() => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!);

    public static Encoding Gb18030 => LazyGb18030.Value;

    /// <summary>The encoding of a code page; null where there is none.</summary>
    public static Encoding? CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number);

    /// <summary>The text; null where the bytes are no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> content)
    {
        if (content is [0xEF, 0xBB, 0xBF, ..])
        {
            return Encoding.UTF8.GetString(content[3..]);
        }

        if (content is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(content[2..]);
        }

        if (content is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode.GetString(content[2..]);
        }

        if (content.Contains((byte)0))
        {
            return DecodeWide(content);
        }

        try
        {
            return StrictUtf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            var text = Gb18030.GetString(content);
            var strange = text.Count(character => character == '\uFFFD' || (char.IsControl(character) && character is not ('\n' or '\r' or '\t' or '\f')));
            return strange * 20 > text.Length ? null : text;
        }
    }

    /// <summary>UTF-16 without a mark: every second byte of its spaces and line ends is zero.</summary>
    private static string? DecodeWide(ReadOnlySpan<byte> content)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == 0)
            {
                _ = i % 2 == 0 ? even++ : odd++;
            }
        }

        var text = even == 0 ? Encoding.Unicode.GetString(content) : odd == 0 ? Encoding.BigEndianUnicode.GetString(content) : null;
        return text is not null && text.Count(IsUsual) * 10 >= text.Length * 9 ? text : null;
    }

    private static bool IsUsual(char character) =>
        character is (>= ' ' and <= '~') or '\n' or '\r' or '\t' or (>= '\u4E00' and <= '\u9FFF') or (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFFEE')
            or '“' or '”' or '‘' or '’' or '…' or '—' or '·';
}
