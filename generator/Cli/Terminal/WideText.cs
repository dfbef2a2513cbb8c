using System.Text;

namespace PiiDocs.Cli.Terminal;

/// <summary>Widths on a terminal, where a Chinese character takes two cells.</summary>
internal static class WideText
{
    public static int WidthOf(string text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += WidthOf(rune);
        }

        return width;
    }

    // Unicode East Asian Width: the ranges that are W or F and occur in our texts.
    private static int WidthOf(Rune rune) => rune.Value switch
    {
        '\t' => 4,
        < 0x20 => 0,
        >= 0x1100 and <= 0x115F => 2,
        >= 0x2E80 and <= 0xA4CF => 2,
        >= 0xAC00 and <= 0xD7A3 => 2,
        >= 0xF900 and <= 0xFAFF => 2,
        >= 0xFE30 and <= 0xFE6F => 2,
        >= 0xFF00 and <= 0xFF60 => 2,
        >= 0xFFE0 and <= 0xFFE6 => 2,
        >= 0x20000 and <= 0x3FFFD => 2,
        _ => 1,
    };
}
