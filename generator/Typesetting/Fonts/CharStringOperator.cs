namespace PiiDocs.Typesetting.Fonts;

/// <summary>Operators of Type 2 charstrings (Adobe Technical Note 5177, appendix A).</summary>
internal static class CharStringOperator
{
    public const byte HorizontalStem = 1;
    public const byte VerticalStem = 3;
    public const byte VerticalMove = 4;
    public const byte CallLocal = 10;
    public const byte Return = 11;
    public const byte Escape = 12;
    public const byte EndGlyph = 14;
    public const byte HorizontalStemMasked = 18;
    public const byte HorizontalMask = 19;
    public const byte CounterMask = 20;
    public const byte Move = 21;
    public const byte HorizontalMove = 22;
    public const byte VerticalStemMasked = 23;
    public const byte CallGlobal = 29;

    /// <summary>Lines and curves.</summary>
    public static bool IsPath(byte code) => code is >= 5 and <= 8 or >= 24 and <= 27 or 30 or 31;

    /// <summary>Curves of shallow bend, after the escape.</summary>
    public static bool IsFlex(byte code) => code is >= 34 and <= 37;

    /// <summary>How many operands an arithmetic operator after the escape takes and leaves.</summary>
    public static bool TryGetStackEffect(byte code, out int takes, out int gives)
    {
        (takes, gives) = code switch
        {
            3 or 4 or 10 or 11 or 12 or 15 or 24 => (2, 1), // and, or, add, sub, div, eq, mul
            5 or 9 or 14 or 21 or 26 or 29 => (1, 1), // not, abs, neg, get, sqrt, index
            18 => (1, 0), // drop
            20 => (2, 0), // put
            22 => (4, 1), // ifelse
            23 => (0, 1), // random
            27 => (1, 2), // dup
            28 or 30 => (2, 2), // exch, roll
            _ => (-1, -1),
        };
        return takes >= 0;
    }
}
