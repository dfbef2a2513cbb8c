using System.Globalization;

namespace PiiDocs.Word;

/// <summary>How the file says how many paragraphs and controls a block has: "5" is a paragraph with five controls, "4:5" are four with five.</summary>
internal static class BlockCounts
{
    public static string Word(int paragraphs, int controls) =>
        paragraphs == 1
            ? controls.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{paragraphs}:{controls}");

    /// <summary>Negative counts where the word is none.</summary>
    public static (int Paragraphs, int Controls) Read(string word)
    {
        var colon = word.IndexOf(':');
        return (colon < 0 ? 1 : Number(word.AsSpan(0, colon)), Number(word.AsSpan(colon + 1)));
    }

    private static int Number(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
