using System.Globalization;

namespace PiiDocs.Privacy.Scanning.Text;

/// <summary>Makes look-alikes one: width, case, accents, traditional forms, digits of other scripts.</summary>
internal static class CharacterFolding
{
    /// <summary>Parts a text where nothing may be matched across: cells, attributes, paragraphs that do not run on.</summary>
    public const char Break = '\u001E';

    /// <summary>The character vanishes: zero width, combining, control.</summary>
    public const char Nothing = '\0';

    /// <summary>What stands for a hidden character, whatever it looked like.</summary>
    public const char Mask = '*';

    private const string MaskSigns = "＊*×✕✖✱∗•●■□▇█▓▒░◼◻◾◽▪▫⬛⬜◆◇？�﹡";

    // Latin letters with marks that occur in pinyin and names, and letters of other scripts that look like Latin ones.
    private const string Accented = "āáǎàâäãåăąēéěèêëĕęīíǐìîïĩōóǒòôöõøŏūúǔùûüũůŭǖǘǚǜńňǹñçćčśšşźžżýÿğłđĝńɡɑ";
    private const string Bare = "aaaaaaaaaaeeeeeeeeiiiiiiiooooooooouuuuuuuuuvvvvnnnncccssszzzyygldgnga";
    private const string LookAlikes = "авеікмнорстухѕјһԁցαβεζηικμνορτυχոս";
    private const string Latin = "abeikmhopctyxsjhdgabeznikmvoptyxnu";

    /// <summary>Characters that write digits, beside the digits themselves.</summary>
    public const string ChineseNumerals = "〇零○◯Ｏ一壹弌幺二贰弍三叁弎参四肆亖五伍六陆七柒漆八捌九玖";

    private static readonly Lazy<char[]> Table = new(MakeTable);

    private static readonly Dictionary<char, char> Numerals = Pairs(ChineseNumerals, "000001111222333344455667778899");

    /// <summary>The plain form of a character; <see cref="Nothing"/> where it has no width.</summary>
    public static char Fold(char character) => Table.Value[character];

    /// <summary>The digit a Chinese numeral writes; the character itself where it is none.</summary>
    public static char Digit(char folded) => Numerals.GetValueOrDefault(folded, folded);

    /// <summary>The digit that o, l and i stand for among digits; the character itself where it is none of them.</summary>
    public static char DigitOfLookAlike(char folded) => folded switch
    {
        'o' => '0',
        'l' or 'i' => '1',
        _ => folded,
    };

    /// <summary>A Chinese character of the first plane.</summary>
    public static bool IsHan(char character) => character is >= '\u3400' and <= '\u9FFF';

    /// <summary>The plain form of a character beyond the first plane: letters and digits of mathematics, squares, circles.</summary>
    public static char FoldSurrogates(char high, char low)
    {
        var point = char.ConvertToUtf32(high, low);
        return point switch
        {
            >= 0x1D400 and <= 0x1D6A3 => Letter((point - 0x1D400) % 26),
            >= 0x1D7CE and <= 0x1D7FF => (char)('0' + ((point - 0x1D7CE) % 10)),
            >= 0x1FBF0 and <= 0x1FBF9 => (char)('0' + (point - 0x1FBF0)),
            >= 0x1F101 and <= 0x1F10A => (char)('0' + (point - 0x1F101)),
            >= 0x1F110 and <= 0x1F129 => Letter(point - 0x1F110),
            >= 0x1F130 and <= 0x1F149 => Letter(point - 0x1F130),
            >= 0x1F150 and <= 0x1F169 => Letter(point - 0x1F150),
            >= 0x1F170 and <= 0x1F189 => Letter(point - 0x1F170),
            >= 0xE0000 and <= 0xE01EF => Nothing,
            _ => low,
        };
    }

    private static char Letter(int index) => (char)('a' + index);

    private static char[] MakeTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = Compute((char)i);
        }

        foreach (var (variant, simplified) in HanTables.Simplified)
        {
            table[variant] = simplified;
        }

        foreach (var (letter, bare) in Pairs(Accented, Bare).Concat(Pairs(LookAlikes, Latin)))
        {
            table[letter] = bare;
            table[char.ToUpperInvariant(letter)] = bare;
        }

        foreach (var sign in MaskSigns)
        {
            table[sign] = Mask;
        }

        return table;
    }

    private static char Compute(char c)
    {
        switch (c)
        {
            case Break or '\n' or '\r' or '\t' or ' ':
                return c == '\r' ? '\n' : c;
            case >= 'A' and <= 'Z':
                return (char)(c + 32);
            case <= '~':
                return c < ' ' ? Nothing : c;
            case >= '！' and <= '～':
                return Compute((char)(c - 0xFEE0));
            case >= 'Ⓐ' and <= 'ⓩ':
                return Letter((c - 'Ⓐ') % 26);
            case >= '\u3021' and <= '\u3029':
                return (char)('1' + (c - '\u3021'));
            case '\u00B7' or '•' or '・' or '‧' or '∙' or '･':
                return '·';
            case '\u2028' or '\u2029' or '\u0085' or '\u000B' or '\u000C':
                return '\n';
            case '○' or '◯':
                return '〇';
        }

        var category = CharUnicodeInfo.GetUnicodeCategory(c);
        return category switch
        {
            UnicodeCategory.SpaceSeparator => ' ',
            UnicodeCategory.DashPunctuation => '-',
            UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => Nothing,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber
                when CharUnicodeInfo.GetDigitValue(c) is >= 0 and <= 9 and var digit => (char)('0' + digit),
            _ => char.ToLowerInvariant(c),
        };
    }

    private static Dictionary<char, char> Pairs(string from, string to) =>
        from.Zip(to).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second);
}
