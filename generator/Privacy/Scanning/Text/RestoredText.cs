using System.Buffers;

namespace PiiDocs.Privacy.Scanning.Text;

/// <summary>
/// A text with what cuts values taken out: blanks and line ends between characters that belong together, a mark set between all of them,
/// numerals in place of digits. Punctuation stays, so that the patterns for plain text can be held against it.
/// </summary>
/// <remarks>
/// Only the stretches around what was taken out are searched again, and of them only such as have digits or letters enough for a value.
/// </remarks>
internal sealed class RestoredText
{
    private const int Reach = 40;
    private const int NearLineEnd = 24;
    private const int LabelLength = 8;
    private const int FewestDigits = 4;
    private const int FewestCharacters = 6;
    private const int LongestBlank = 60;
    private const int MostLineEnds = 2;
    private const int ShortestGroup = 3;
    private const int ShortestChain = 4;
    private const int ShortestListed = 6;
    private const int LongestMark = 3;

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \n\t");

    // Inside numbers, addresses on networks and e-mail addresses, and so not the end of a value at the end of a line.
    private static readonly SearchValues<char> InnerMarks = SearchValues.Create(".@:-_·()[]");
    private static readonly SearchValues<char> Separators = SearchValues.Create("-._·/*|~+=\\,、");

    // Between words they list; between single digits and letters, many of them, they cut a number.
    private static readonly SearchValues<char> Commas = SearchValues.Create(",、");
    private static readonly SearchValues<char> GroupMarks = SearchValues.Create("-_/|");
    private static readonly SearchValues<char> FormalNumerals = SearchValues.Create("壹贰叁肆伍陆柒捌玖");
    private static readonly SearchValues<char> LookAlikes = SearchValues.Create("oli");
    private static readonly SearchValues<char> NotLookAlikes = SearchValues.Create("abcdefghjkmnpqrstuvwxyz");
    private static readonly SearchValues<char> Numerals = SearchValues.Create($"{CharacterFolding.ChineseNumerals}o");

    private readonly char[] _characters;
    private readonly int[] _plain;
    private readonly bool[] _changed;
    private int _length;
    private bool _isChanged;

    private RestoredText(string plain)
    {
        (_characters, _plain, _changed) = (new char[plain.Length], new int[plain.Length], new bool[plain.Length]);
        TakeBlanks(plain);
        TakeMarks();
        TakeNumerals();
        TakeLookAlikes();
    }

    /// <summary>The text to search again, its stretches parted by breaks; null where nothing was taken out.</summary>
    public static RestoredText? Of(string plain)
    {
        var text = new RestoredText(plain);
        if (text._isChanged)
        {
            text.KeepZones();
        }

        if (!text._isChanged || text._length == 0)
        {
            return null;
        }

        text.Text = new(text._characters, 0, text._length);
        return text;
    }

    public string Text { get; private set; } = "";

    /// <summary>Whether something was restored in a value or the label before it; else the plain text shows it too.</summary>
    public bool IsChanged(int start, int end) => _changed.AsSpan(Math.Max(0, start - LabelLength)..end).Contains(true);

    /// <summary>Where a character stands in the plain text.</summary>
    public int PlainOf(int index) => _plain[index];

    /// <summary>Leaves the stretches around what was taken out, in place.</summary>
    private void KeepZones()
    {
        var (length, at, to) = (_length, 0, 0);
        while (at < length && _changed.AsSpan(at..length).IndexOf(true) is >= 0 and var next)
        {
            var (start, last) = (Math.Max(at, at + next - Reach), at + next);
            while (_changed.AsSpan((last + 1)..Math.Min(length, last + (2 * Reach))).LastIndexOf(true) is >= 0 and var more)
            {
                last += more + 1;
            }

            at = Math.Min(length, last + Reach);
            if (HasEnough(_characters.AsSpan(start..at)))
            {
                to = Keep(start, at, to);
            }
        }

        _length = to;
    }

    private int Keep(int start, int end, int to)
    {
        for (var from = start; from < end; from++, to++)
        {
            (_characters[to], _plain[to], _changed[to]) = (_characters[from], _plain[from], _changed[from]);
        }

        if (to < end)
        {
            (_characters[to], _plain[to], _changed[to]) = (CharacterFolding.Break, _plain[end - 1], false);
            to++;
        }

        return to;
    }

    /// <summary>Digits or letters that could be a value.</summary>
    private static bool HasEnough(ReadOnlySpan<char> text)
    {
        var (digits, letters) = (0, 0);
        foreach (var character in text)
        {
            digits += char.IsAsciiDigit(character) || Numerals.Contains(character) ? 1 : 0;
            letters += char.IsAsciiLetter(character) ? 1 : 0;
        }

        return digits >= FewestDigits || digits + letters >= FewestCharacters;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '〇';

    private static bool IsHan(char c) => CharacterFolding.IsHan(c) || c == '〇';

    private static bool IsLatin(char c) => IsWord(c) && !IsHan(c);

    private static bool IsInner(char c) => IsWord(c) || InnerMarks.Contains(c);

    private void Add(char character, int plain, bool isChanged)
    {
        (_characters[_length], _plain[_length], _changed[_length]) = (character, plain, isChanged);
        _isChanged |= isChanged;
        _length++;
    }

    private void TakeBlanks(string plain)
    {
        var isChanged = false;
        for (var at = 0; at < plain.Length;)
        {
            var blank = plain.AsSpan(at).IndexOfAny(Blanks);
            for (var stop = blank < 0 ? plain.Length : at + blank; at < stop; at++)
            {
                Add(plain[at], at, isChanged);
                isChanged = false;
            }

            if (at == plain.Length)
            {
                break;
            }

            var (start, length) = (at, plain.AsSpan(at).IndexOfAnyExcept(Blanks));
            at = length < 0 ? plain.Length : at + length;
            isChanged = Cuts(plain, start, at);
            if (!isChanged)
            {
                Add(plain.AsSpan(start, at - start).Contains('\n') ? '\n' : ' ', start, isChanged: false);
            }
        }
    }

    /// <summary>Blanks that stand inside a value, and do not part words or columns.</summary>
    private static bool Cuts(string plain, int start, int end)
    {
        if (start == 0 || end == plain.Length || end - start > LongestBlank || !IsInner(plain[start - 1]) || !IsInner(plain[end]))
        {
            return false;
        }

        var (left, right) = (plain[start - 1], plain[end]);
        if (plain.AsSpan(start, end - start).Count('\n') is > 0 and var lineEnds)
        {
            return lineEnds <= MostLineEnds && HasEnough(plain.AsSpan()[Math.Max(0, start - NearLineEnd)..Math.Min(plain.Length, end + NearLineEnd)]);
        }

        if (IsHan(left) || IsHan(right) || !IsWord(left) || !IsWord(right))
        {
            return true;
        }

        var before = TokenLength(plain, start - 1, -1);
        return before >= ShortestGroup || (before == 1 && TokenLength(plain, end, 1) == 1);
    }

    /// <summary>How many letters and digits follow each other; three are as good as more.</summary>
    private static int TokenLength(string plain, int at, int step)
    {
        var length = 0;
        for (; at >= 0 && at < plain.Length && length < ShortestGroup && IsLatin(plain[at]); at += step)
        {
            length++;
        }

        return length;
    }

    /// <summary>1-3-9-0…: one mark between all characters; 9199-0000-MA00: between all groups.</summary>
    private void TakeMarks()
    {
        var taken = new List<(int Start, int End)>();
        for (var at = 1; at + 1 < _length;)
        {
            var mark = _characters.AsSpan(at, _length - at - 1).IndexOfAny(Separators);
            if (mark < 0)
            {
                break;
            }

            at += mark;
            at = IsWord(_characters[at - 1]) ? TakeChain(at - 1, taken) : at + 1;
        }

        if (taken.Count > 0)
        {
            Remove(taken);
        }
    }

    private void Remove(List<(int Start, int End)> taken)
    {
        var (to, next) = (taken[0].Start, 0);
        for (var from = to; from < _length; from++)
        {
            if (next < taken.Count && from == taken[next].Start)
            {
                from = taken[next++].End;
                _changed[from] = true;
            }

            (_characters[to], _plain[to], _changed[to]) = (_characters[from], _plain[from], _changed[from]);
            to++;
        }

        (_length, _isChanged) = (to, true);
    }

    /// <summary>Takes the marks of a chain that begins at a character, if it is one.</summary>
    /// <returns>Where to look on.</returns>
    private int TakeChain(int first, List<(int, int)> taken)
    {
        var (mark, at, before, head) = (_characters[first + 1], first, taken.Count, first);
        while (head > 0 && IsLatin(_characters[head - 1]) && IsLatin(_characters[first]))
        {
            head--;
        }

        // What stands before the first mark may be a label and the first character: QQ1-2-3-4. The last group is what is left over.
        var (areSingle, areLong, isLong) = (true, first - head + 1 >= ShortestGroup, true);
        while (EndOfMark(at + 1, mark) is var to && to > at + 1 && to < _length && IsLink(_characters[to], mark))
        {
            taken.Add((at + 1, to));
            at = to;
            while (at + 1 < _length && IsLatin(_characters[at]) && IsLatin(_characters[at + 1]))
            {
                at++;
            }

            areSingle &= at == to;
            areLong &= isLong && (mark == '-' || char.IsAsciiDigit(_characters[to]));
            isLong = at - to + 1 >= ShortestGroup;
        }

        // One hyphen stands in telephone numbers and dates as it should.
        var marks = taken.Count - before;
        var shortest = Commas.Contains(mark) ? ShortestListed : ShortestChain;
        if (!(areSingle && marks + 1 >= shortest) && !(areLong && GroupMarks.Contains(mark) && marks > 1))
        {
            taken.RemoveRange(before, marks);
        }

        return Math.Max(at, first + 1) + 1;
    }

    /// <summary>What stands between the marks of a chain; the marks that belong to the value stand there too: z-s-@-q-q-.-c-o-m.</summary>
    private static bool IsLink(char character, char mark) =>
        (Commas.Contains(mark) ? IsLatin(character) : IsWord(character)) || (character != mark && InnerMarks.Contains(character));

    private int EndOfMark(int at, char mark)
    {
        var to = at;
        while (to < _length && to - at < LongestMark && (_characters[to] == mark || (to > at && _characters[to] == '-')))
        {
            to++;
        }

        return to;
    }

    /// <summary>Numerals among themselves or beside digits and letters are digits; alone in a sentence they are words.</summary>
    private void TakeNumerals()
    {
        for (var at = 0; at < _length;)
        {
            var numeral = _characters.AsSpan(at, _length - at).IndexOfAny(Numerals);
            if (numeral < 0)
            {
                break;
            }

            var start = at + numeral;
            while (start > at && IsPartOfNumber(start - 1))
            {
                start--;
            }

            at += numeral;
            while (at < _length && IsPartOfNumber(at))
            {
                at++;
            }

            var number = _characters.AsSpan(start..at);
            var isLong = number.Length >= FewestDigits || IsLatinAt(start - 1) || IsLatinAt(at)
                || (number.Length > 1 && !number.ContainsAnyExcept(FormalNumerals));
            if (isLong && number.ContainsAnyExcept('o', '-', '.'))
            {
                Unmask(start, at);
            }
        }
    }

    /// <summary>o, l and i among digits, or alone between Chinese characters: 1o1室, 护照El2345678, 电话o2l-…</summary>
    private void TakeLookAlikes()
    {
        for (var at = 0; _characters.AsSpan(at.._length).IndexOfAny(LookAlikes) is >= 0 and var next;)
        {
            var start = at + next;
            while (start > at && (IsLatin(_characters[start - 1]) || (_characters[start - 1] == '-' && start - 1 > at && IsLatin(_characters[start - 2]))))
            {
                start--;
            }

            at += next;
            while (at < _length && (IsLatin(_characters[at]) || (_characters[at] == '-' && at + 1 < _length && IsLatin(_characters[at + 1]))))
            {
                at++;
            }

            // What stands before the number, as E of a passport, is a letter.
            start += _characters.AsSpan(start..at).LastIndexOfAny(NotLookAlikes) + 1;
            var number = _characters.AsSpan(start..at);
            var digits = 0;
            foreach (var character in number)
            {
                digits += char.IsAsciiDigit(character) ? 1 : 0;
            }

            var isAlone = start > 0 && IsHan(_characters[start - 1]) && at < _length && IsHan(_characters[at]);
            if (isAlone || (digits > 0 && number.Length >= ShortestGroup && digits * 3 >= number.Length))
            {
                Unmask(start, at);
            }
        }
    }

    private void Unmask(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var digit = CharacterFolding.DigitOfLookAlike(CharacterFolding.Digit(_characters[i]));
            _changed[i] |= digit != _characters[i];
            _isChanged |= _changed[i];
            _characters[i] = digit;
        }
    }

    /// <summary>A digit, a numeral, or a hyphen or point between such.</summary>
    private bool IsPartOfNumber(int index) =>
        IsDigit(index) || (_characters[index] is '-' or '.' && IsDigit(index - 1) && IsDigit(index + 1));

    private bool IsDigit(int index) =>
        index >= 0 && index < _length && (char.IsAsciiDigit(_characters[index]) || Numerals.Contains(_characters[index]));

    private bool IsLatinAt(int index) => index >= 0 && index < _length && char.IsAsciiLetter(_characters[index]);
}
