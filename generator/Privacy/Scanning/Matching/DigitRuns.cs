using System.Buffers;
using PiiDocs.Privacy.Scanning.Text;

namespace PiiDocs.Privacy.Scanning.Matching;

/// <summary>Runs of digits that may be one number: as they stand, and put together again where blanks or marks cut them.</summary>
internal static class DigitRuns
{
    private const int Shortest = 11;
    private const int Longest = 19;
    private const int LongestGap = 3;
    private const int LongestIndent = 60;
    private const int ShortestGroup = 3;

    // Fewer pairs are a list of small numbers; from here on a check digit tells.
    private const int ShortestOfPairs = 15;
    private const int IdentityNumber = 18;

    private static readonly SearchValues<char> Commas = SearchValues.Create(",、\t");
    private static readonly SearchValues<char> Marks = SearchValues.Create(" \n-.·_/*|()~+=\\,、\t");

    public static IEnumerable<DigitRun> Of(FoldedText text)
    {
        var groups = Groups(text);
        for (var first = 0; first < groups.Count;)
        {
            var last = first;
            while (last + 1 < groups.Count && groups[last].Joins && IsSame(groups[first].Gap, groups[last].Gap))
            {
                last++;
            }

            foreach (var run in Windows(text, groups, first, last).Concat(Chains(text, groups, first, last)))
            {
                yield return run;
            }

            // A group that ends one chain of alike gaps may begin the next.
            first = last > first && groups[last].Joins ? last : last + 1;
        }
    }

    /// <summary>Each group alone, and each sequence of groups that is not too long.</summary>
    private static IEnumerable<DigitRun> Windows(FoldedText text, List<Group> groups, int first, int last)
    {
        for (var start = first; start <= last; start++)
        {
            var length = 0;
            for (var end = start; end <= last; end++)
            {
                length += groups[end].Length;
                if (length > Longest)
                {
                    break;
                }

                if (length >= Shortest && (end == start || AreLong(groups, start, end)))
                {
                    yield return Run(text, groups[start], groups[end], isCut: end > start);
                }
            }
        }
    }

    /// <summary>People cut numbers into groups of at least three; a list of small numbers is no cut number.</summary>
    private static bool AreLong(List<Group> groups, int start, int end)
    {
        if (groups[start].Gap == "." && end == start + 1)
        {
            return false; // A decimal point.
        }

        if (groups[start].Gap.Contains('\n', StringComparison.Ordinal) && end == start + 1)
        {
            return true; // The end of a line stands anywhere.
        }

        for (var i = start; i < end; i++)
        {
            if (groups[i].Length < ShortestGroup || IsComma(groups[i].Gap))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Digits cut off one by one, or two by two: all that follow each other, or all of a row, are the number. Any window within them is not,
    /// for a table of digits is full of such.
    /// </summary>
    private static IEnumerable<DigitRun> Chains(FoldedText text, List<Group> groups, int first, int last)
    {
        for (var start = first; start <= last;)
        {
            var (size, end, ends) = (groups[start].Length, start, new List<int>());
            while (end < last && groups[end + 1].Length <= size && groups[end].Length == size && size < ShortestGroup)
            {
                if (groups[end].Gap.Contains('\n', StringComparison.Ordinal))
                {
                    ends.Add(end);
                }

                end++;
            }

            // Commas part the figures of a row too: there only the whole of it is a number.
            if (end > start && (!IsComma(groups[start].Gap) || (start == first && end == last)))
            {
                foreach (var run in RowsOf(text, groups, (start, end), ends))
                {
                    yield return run;
                }
            }

            start = end + 1;
        }
    }

    /// <summary>The whole chain, each of its rows and each two rows that follow each other, if it has several.</summary>
    private static IEnumerable<DigitRun> RowsOf(FoldedText text, List<Group> groups, (int Start, int End) chain, List<int> ends)
    {
        ends.Add(chain.End);
        var isColumn = ends.Count == chain.End - chain.Start + 1;
        for (var row = 0; row < ends.Count; row++)
        {
            var start = row == 0 ? chain.Start : ends[row - 1] + 1;
            for (var to = row; to < ends.Count; to++)
            {
                var isWhole = start == chain.Start && ends[to] == chain.End;
                var length = groups[ends[to]].Start + groups[ends[to]].Length - groups[start].Start;
                if (length > Longest)
                {
                    break;
                }

                if (ends[to] > start && (isWhole || !isColumn) && length >= (groups[start].Length == 1 ? Shortest : ShortestOfPairs))
                {
                    yield return Run(text, groups[start], groups[ends[to]], isCut: true);
                }
            }
        }
    }

    private static DigitRun Run(FoldedText text, Group first, Group last, bool isCut)
    {
        // An x behind anything but an identity number is a sign that only stands there.
        var end = last.Start + last.Length;
        var digits = text.Digits[first.Start..end];
        return digits[^1] == 'x' && digits.Length != IdentityNumber
            ? new(text.SourceOfCompact(first.Start), text.EndOfCompact(end - 2), digits[..^1], isCut)
            : new(text.SourceOfCompact(first.Start), text.EndOfCompact(end - 1), digits, isCut);
    }

    /// <summary>Digits that stand side by side, with the X that may end an identity number.</summary>
    private static List<Group> Groups(FoldedText text)
    {
        var groups = new List<Group>();
        var digits = text.Digits;
        for (var i = 0; i < digits.Length;)
        {
            if (!char.IsAsciiDigit(digits[i]))
            {
                // The X that ends an identity number, cut off as the digits before it are.
                if (digits[i] == 'x' && IsDigitOrX(digits, i) && groups.Count > 0 && groups[^1] is { Joins: true } last && last.Start + last.Length == i)
                {
                    groups.Add(new(i, 1, Joins: false, ""));
                }

                i++;
                continue;
            }

            var start = i++;
            while (i < digits.Length && IsDigitOrX(digits, i) && Gap(text, i - 1).Length == 0)
            {
                i++;
            }

            if (IsInsideCode(text, start))
            {
                continue;
            }

            var touchesLetter = i < digits.Length && char.IsAsciiLetter(digits[i]) && Gap(text, i - 1).Length == 0;
            if (touchesLetter)
            {
                continue; // Part of a hash or a code.
            }

            var joins = i < digits.Length && IsDigitOrX(digits, i) && IsBlankOrMark(Gap(text, i - 1));
            groups.Add(new(start, i - start, joins, joins ? Gap(text, i - 1) : ""));
        }

        return groups;
    }

    /// <summary>Letters stand right before it, and not a word alone such as <c>tel</c>: it is part of a hash or a code.</summary>
    private static bool IsInsideCode(FoldedText text, int start)
    {
        var word = start;
        while (word > 0 && char.IsAsciiLetterOrDigit(text.Digits[word - 1]) && Gap(text, word - 1).Length == 0)
        {
            word--;
            if (char.IsAsciiDigit(text.Digits[word]))
            {
                return true;
            }
        }

        return start - word == 1;
    }

    private static bool IsDigitOrX(string digits, int i) =>
        char.IsAsciiDigit(digits[i]) || (digits[i] == 'x' && (i + 1 == digits.Length || !char.IsAsciiLetterOrDigit(digits[i + 1])));

    /// <summary>The same mark, whatever blanks stand beside it; brackets are a pair.</summary>
    private static bool IsSame(string first, string second) => MarkOf(first) == MarkOf(second);

    private static string MarkOf(string gap) => gap.Trim(' ', '\n') is var mark && mark == ")" ? "(" : mark;

    private static bool IsComma(string gap) => gap.AsSpan().ContainsAny(Commas);

    private static bool IsBlankOrMark(string gap) =>
        (gap.Length <= LongestGap && !gap.AsSpan().ContainsAnyExcept(Marks))
        || (gap.Length <= LongestIndent && gap.Contains('\n', StringComparison.Ordinal) && string.IsNullOrWhiteSpace(gap));

    private static string Gap(FoldedText text, int index)
    {
        var gap = text.GapAfter(index);
        return gap.Length switch
        {
            0 => "",
            1 when !char.IsSurrogate(gap[0]) => CharacterFolding.Fold(gap[0]) is var mark && mark == CharacterFolding.Nothing ? "" : mark.ToString(),
            _ => FoldedText.Of(gap.ToString()).Plain,
        };
    }

    /// <param name="Start">In the compact text.</param>
    /// <param name="Length">In characters.</param>
    /// <param name="Joins">The next group may be the same number going on.</param>
    /// <param name="Gap">What parts them.</param>
    private readonly record struct Group(int Start, int Length, bool Joins, string Gap);
}

/// <param name="Start">In the source.</param>
/// <param name="End">One past the last character.</param>
/// <param name="Digits">Digits, and an x at the end.</param>
/// <param name="IsCut">Put together from several groups.</param>
internal readonly record struct DigitRun(int Start, int End, string Digits, bool IsCut);
