namespace PiiDocs.Typesetting.Shaping;

/// <summary>What a character is to line breaking and spacing.</summary>
internal enum CharacterClass : byte
{
    /// <summary>Han characters and whatever is set like one: kana, full-width forms, symbols.</summary>
    Ideograph,

    /// <summary>Han numerals: 一, 〇, 万, 叁.</summary>
    Numeral,

    /// <summary>第, which holds the number after it.</summary>
    Ordinal,

    /// <summary>Full-width opening brackets and quotation marks.</summary>
    Opening,

    /// <summary>Full-width closing brackets and quotation marks.</summary>
    Closing,

    /// <summary>Full-width pause and stop marks: 、，。；：？！</summary>
    Stop,

    /// <summary>The middle dot of foreign names.</summary>
    Middle,

    /// <summary>Hyphen, en dash, wave dash, and an em dash that stands alone.</summary>
    Connector,

    Solidus,

    /// <summary>The em dash of a pair.</summary>
    Dash,

    Ellipsis,
    Letter,
    Digit,

    /// <summary>Latin signs that may begin and end a line.</summary>
    LatinMark,
    LatinOpening,
    LatinClosing,

    /// <summary>What follows a number: %, ‰, ℃.</summary>
    Percent,

    /// <summary>What stands before a number: ￥, $.</summary>
    Currency,
    Space,
    NoBreakSpace,
    CombiningMark,

    /// <summary>A forced line end; has no glyph.</summary>
    LineEnd,

    // Those below have neither glyph nor width and never become a cluster.

    /// <summary>Word joiner: no break here.</summary>
    Joiner,

    /// <summary>Zero-width space: a break may be here.</summary>
    BreakOpportunity,

    /// <summary>Variation selectors, direction marks, control characters.</summary>
    Invisible,
}
