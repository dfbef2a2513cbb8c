using System.Globalization;
using System.Text;
using PiiDocs.Core;

namespace PiiDocs.Word;

/// <summary>Numbers of list items in the forms that Word's lists may take.</summary>
internal static class ListLabels
{
    private const string PlainBullet = "•";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";

    private static readonly (int Value, string Letters)[] Romans =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    /// <summary>Letters and the private use area are pictures of a symbol font, which is not at hand.</summary>
    public static string Bullet(string text) =>
        text.Length == 0 || text.Any(each => char.IsAsciiLetterOrDigit(each) || each is >= '\uE000' and <= '\uF8FF') ? PlainBullet : text;

    /// <summary>Null where the form is not known, or has no such number.</summary>
    /// <param name="number">From 0.</param>
    /// <param name="format">As a file names it.</param>
    public static string? Number(int number, string format) => format switch
    {
        "decimal" or "decimalHalfWidth" => number.ToString(CultureInfo.InvariantCulture),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "decimalFullWidth" => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(digit - '0' + '０'))),
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCountingThousand" => PositionalNumber.Write(number, NumeralSigns.Plain),
        "chineseLegalSimplified" => PositionalNumber.Write(number, NumeralSigns.Capital),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Sign('①', number, 20),
        "decimalEnclosedParen" => Sign('⑴', number, 20),
        "decimalEnclosedFullstop" => Sign('⒈', number, 20),
        "ideographTraditional" => number is >= 1 and <= 10 ? Stems[(number - 1)..number] : null,
        "upperLetter" => Letters('A', number),
        "lowerLetter" => Letters('a', number),
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number)?.ToLowerInvariant(),
        "none" => "",
        _ => null,
    };

    private static string? Sign(char first, int number, int last) => number >= 1 && number <= last ? ((char)(first + number - 1)).ToString() : null;

    // After z comes aa, then bb.
    private static string? Letters(char first, int number) =>
        number is >= 1 and <= 26 * 20 ? new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1) : null;

    private static string? Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var (value, letters) in Romans)
        {
            for (; number >= value; number -= value)
            {
                text.Append(letters);
            }
        }

        return text.ToString();
    }
}
