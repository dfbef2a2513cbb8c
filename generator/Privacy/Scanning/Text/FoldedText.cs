namespace PiiDocs.Privacy.Scanning.Text;

/// <summary>A text in the forms it is searched in, each with the way back to the text's own characters.</summary>
/// <remarks>
/// <see cref="Plain"/> keeps spaces and marks: patterns are held against it. <see cref="Letters"/> keeps letters and digits only: there a
/// name cut by spaces, marks or invisible characters is whole again. <see cref="Digits"/> is the same, with numerals written as digits.
/// </remarks>
internal sealed class FoldedText
{
    private readonly int[] _plainAt;
    private readonly int[] _compactAt;

    private FoldedText(string source)
    {
        Source = source;
        var plain = new char[source.Length];
        var compact = new char[source.Length];
        _plainAt = new int[source.Length];
        _compactAt = new int[source.Length];
        var (plainLength, compactLength) = (0, 0);
        for (var i = 0; i < source.Length; i++)
        {
            var at = i;
            var folded = char.IsHighSurrogate(source[i]) && i + 1 < source.Length && char.IsLowSurrogate(source[i + 1])
                ? CharacterFolding.FoldSurrogates(source[i], source[++i])
                : CharacterFolding.Fold(source[i]);
            if (folded == CharacterFolding.Nothing)
            {
                continue;
            }

            plain[plainLength] = folded;
            _plainAt[plainLength++] = at;
            if (char.IsLetterOrDigit(folded) || folded is CharacterFolding.Break or '〇')
            {
                compact[compactLength] = folded;
                _compactAt[compactLength++] = at;
            }
        }

        Plain = new(plain, 0, plainLength);
        Letters = new(compact, 0, compactLength);
        Digits = ToDigits(compact.AsSpan(0, compactLength));
    }

    public string Source { get; }

    public string Plain { get; }

    public string Letters { get; }

    public string Digits { get; }

    public static FoldedText Of(string source) => new(source);

    /// <summary>A value as it is looked for in <see cref="Letters"/>.</summary>
    public static string KeyOfLetters(string value) => Of(value).Letters;

    /// <summary>A value as it is looked for in <see cref="Digits"/>.</summary>
    public static string KeyOfDigits(string value) => Of(value).Digits;

    /// <summary>Where a character of <see cref="Plain"/> stands in the source.</summary>
    public int SourceOfPlain(int index) => index < Plain.Length ? _plainAt[index] : Source.Length;

    /// <summary>One past the source of a character of <see cref="Plain"/>, also where that takes two units.</summary>
    public int EndOfPlain(int index) => EndOf(_plainAt[index]);

    /// <summary>One past the source of a character of <see cref="Letters"/> and <see cref="Digits"/>, also where that takes two units.</summary>
    public int EndOfCompact(int index) => EndOf(_compactAt[index]);

    /// <summary>Where a character of <see cref="Letters"/> and <see cref="Digits"/> stands in the source.</summary>
    public int SourceOfCompact(int index) => index < Letters.Length ? _compactAt[index] : Source.Length;

    /// <summary>The first character of <see cref="Letters"/> that stands at a place of the source or behind it.</summary>
    public int CompactOfSource(int index)
    {
        var found = Array.BinarySearch(_compactAt, 0, Letters.Length, index);
        return found < 0 ? ~found : found;
    }

    /// <summary>What stands in the source between a compact character and the next one.</summary>
    public ReadOnlySpan<char> GapAfter(int index)
    {
        var start = EndOf(_compactAt[index]);
        var end = SourceOfCompact(index + 1);
        return start < end ? Source.AsSpan(start, end - start) : [];
    }

    private int EndOf(int at) => Math.Min(Source.Length, at + (char.IsHighSurrogate(Source[at]) ? 2 : 1));

    private static string ToDigits(ReadOnlySpan<char> compact) =>
        string.Create(compact.Length, compact, static (digits, letters) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                digits[i] = CharacterFolding.Digit(letters[i]);
            }

            UnmaskLetters(digits);
        });

    /// <summary>o, l and i among digits, or alone between Chinese characters, are 0 and 1 in disguise; in a word they are letters.</summary>
    private static void UnmaskLetters(Span<char> text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (!char.IsAsciiLetter(text[start]))
            {
                continue;
            }

            var end = start;
            var isDisguise = true;
            for (; end < text.Length && char.IsAsciiLetter(text[end]); end++)
            {
                isDisguise &= text[end] is 'o' or 'l' or 'i';
            }

            if (isDisguise && (IsDigitAt(text, start - 1) || IsDigitAt(text, end) || (IsHanAt(text, start - 1) && IsHanAt(text, end))))
            {
                foreach (ref var letter in text[start..end])
                {
                    letter = CharacterFolding.DigitOfLookAlike(letter);
                }
            }

            start = end;
        }
    }

    private static bool IsDigitAt(ReadOnlySpan<char> text, int index) => index >= 0 && index < text.Length && char.IsAsciiDigit(text[index]);

    private static bool IsHanAt(ReadOnlySpan<char> text, int index) => index >= 0 && index < text.Length && CharacterFolding.IsHan(text[index]);
}
