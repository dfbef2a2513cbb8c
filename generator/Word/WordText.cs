using System.Buffers;
using System.Text;

namespace PiiDocs.Word;

/// <summary>What of a text a file can hold.</summary>
internal static class WordText
{
    // XML 1.0 has no form for these, not even an escaped one.
    private static readonly SearchValues<char> Unwritable = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\n\v\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017"
        + "\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF");

    /// <summary>“”‘’—…· and their like belong to both scripts: Word sets them in the Latin face unless told otherwise.</summary>
    public static bool IsAmbiguous(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('\u00A0', '\u2E7F') >= 0;

    /// <summary>The text without control characters and halves of characters.</summary>
    /// <remarks>MarkupReader has reported and removed these; a document made otherwise may still hold some.</remarks>
    public static string Writable(string text) => IsWritable(text) ? text : Cleaned(text);

    /// <summary>The same of a part of a text.</summary>
    public static ReadOnlySpan<char> Writable(ReadOnlySpan<char> text) => IsWritable(text) ? text : Cleaned(text);

    private static bool IsWritable(ReadOnlySpan<char> text) => !text.ContainsAny(Unwritable) && !text.ContainsAnyInRange('\uD800', '\uDFFF');

    private static string Cleaned(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(Unwritable))
        {
            var kept = new char[text.Length];
            var length = 0;
            foreach (var character in text)
            {
                if (!Unwritable.Contains(character))
                {
                    kept[length++] = character;
                }
            }

            text = kept.AsSpan(0, length);
        }

        return text.IndexOfAnyInRange('\uD800', '\uDFFF') < 0
            ? text.ToString()
            : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
