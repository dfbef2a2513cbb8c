using System.Globalization;

namespace PiiDocs.Privacy.Scanning.Reading.Pdf;

/// <summary>What glyph names mean, as far as simple fonts write digits, Latin letters, marks, and Unicode by number.</summary>
internal static class PdfGlyphNames
{
    private static readonly Dictionary<string, string> Marks = new(StringComparer.Ordinal)
    {
        ["zero"] = "0", ["one"] = "1", ["two"] = "2", ["three"] = "3", ["four"] = "4",
        ["five"] = "5", ["six"] = "6", ["seven"] = "7", ["eight"] = "8", ["nine"] = "9",
        ["space"] = " ", ["hyphen"] = "-", ["minus"] = "-", ["endash"] = "-", ["emdash"] = "-", ["period"] = ".", ["comma"] = ",", ["colon"] = ":",
        ["semicolon"] = ";", ["slash"] = "/", ["parenleft"] = "(", ["parenright"] = ")", ["at"] = "@", ["underscore"] = "_", ["asterisk"] = "*",
        ["plus"] = "+", ["equal"] = "=", ["numbersign"] = "#", ["ampersand"] = "&", ["question"] = "?", ["exclam"] = "!", ["quotesingle"] = "'",
        ["quotedbl"] = "\"", ["bar"] = "|", ["backslash"] = "\\", ["percent"] = "%", ["dollar"] = "$", ["bracketleft"] = "[", ["bracketright"] = "]",
        ["periodcentered"] = "·", ["nbspace"] = " ",
    };

    /// <summary>The codes an encoding names otherwise than its base does; null for a name that says nothing, such as g17.</summary>
    public static Dictionary<int, string?> Differences(PdfDictionary font, PdfObjects objects, int revision)
    {
        var names = new Dictionary<int, string?>();
        var code = 0;
        foreach (var item in objects.Items(objects.Dictionary(font.Find("Encoding"), revision).Find("Differences"), revision).Take(1024))
        {
            if (item is PdfNumber number)
            {
                code = number.Whole;
            }
            else
            {
                names[code++] = item is PdfName name ? TextOf(name.Value) : null;
            }
        }

        return names;
    }

    private static string? TextOf(string name)
    {
        var bare = name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? name[..dot] : name;
        if (bare is "" or ".notdef")
        {
            return "";
        }

        if (bare.Length == 1 || Marks.ContainsKey(bare))
        {
            return Marks.GetValueOrDefault(bare, bare);
        }

        var digits = bare.StartsWith("uni", StringComparison.Ordinal) && bare.Length >= 7 ? bare[3..7]
            : bare.StartsWith('u') && bare.Length is >= 5 and <= 7 ? bare[1..]
            : "";
        return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point)
            && point is > 0 and < 0x110000 and not (>= 0xD800 and <= 0xDFFF)
                ? char.ConvertFromUtf32(point)
                : null;
    }
}
