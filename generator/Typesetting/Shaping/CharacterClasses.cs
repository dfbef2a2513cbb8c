using System.Globalization;
using System.Text;

namespace PiiDocs.Typesetting.Shaping;

/// <summary>Which class a character belongs to, and whose face sets it.</summary>
internal static class CharacterClasses
{
    /// <summary>Classes below this one become clusters.</summary>
    public const CharacterClass FirstWithoutGlyph = CharacterClass.Joiner;

    // CLREQ, "Categories and Usage of Punctuation Marks"; GB/T 15834-2011.
    private static readonly (string Characters, CharacterClass Class)[] Table =
    [
        ("“‘（《〈【〔［｛「『〖｟〝", CharacterClass.Opening),
        ("”’）》〉】〕］｝」』〗｠〞〟", CharacterClass.Closing),
        ("、，。．；：？！｡､", CharacterClass.Stop),
        ("·・‧•", CharacterClass.Middle),
        ("-‐‑–～〜－—―", CharacterClass.Connector),
        ("/／", CharacterClass.Solidus),
        ("…⋯", CharacterClass.Ellipsis),
        ("〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟", CharacterClass.Numeral),
        ("第", CharacterClass.Ordinal),
        ("0123456789", CharacterClass.Digit),
        ("([{", CharacterClass.LatinOpening),
        (")]},.;:!?", CharacterClass.LatinClosing),
        ("%‰℃°％′″", CharacterClass.Percent),
        ("$¥€£￥＄", CharacterClass.Currency),
        ("\u2060\uFEFF", CharacterClass.Joiner),
        ("\u200B", CharacterClass.BreakOpportunity),
        ("\u00A0\u202F", CharacterClass.NoBreakSpace),
        ("\t ", CharacterClass.Space),
        ("\n\r\u2028\u2029", CharacterClass.LineEnd),
    ];

    // Marks and signs below U+2E80 that Chinese text sets in its own face and width.
    private const string ChineseBelowHan = "·—―…⋯‘’“”×÷±°§′″※‰";

    public static CharacterClass Of(Rune character)
    {
        foreach (var (characters, characterClass) in Table)
        {
            if (character.IsBmp && characters.Contains((char)character.Value, StringComparison.Ordinal))
            {
                return characterClass;
            }
        }

        return Rune.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.SpaceSeparator when character.Value != 0x3000 => CharacterClass.Space,
            UnicodeCategory.Control or UnicodeCategory.Format => CharacterClass.Invisible,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark when IsVariationSelector(character.Value) =>
                CharacterClass.Invisible,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => CharacterClass.CombiningMark,
            _ when IsChinese(character) => CharacterClass.Ideograph,
            _ when Rune.IsLetter(character) => CharacterClass.Letter,
            _ when Rune.IsDigit(character) => CharacterClass.Digit,
            _ => CharacterClass.LatinMark,
        };
    }

    /// <summary>Whether the role's Chinese faces come first; the Latin ones do for the rest.</summary>
    public static bool IsChinese(Rune character) =>
        character.Value switch
        {
            < 0x80 => false,
            < 0x2E80 => ChineseBelowHan.Contains((char)character.Value, StringComparison.Ordinal)
                || character.Value >= 0x2100,
            _ => true,
        };

    public static bool IsVariationSelector(int codePoint) =>
        codePoint is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
