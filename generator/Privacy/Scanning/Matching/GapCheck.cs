using System.Buffers;
using PiiDocs.Privacy.Scanning.Text;

namespace PiiDocs.Privacy.Scanning.Matching;

/// <summary>Tells a value that someone cut up from characters that only happen to follow each other.</summary>
internal static class GapCheck
{
    private const int LongestBlank = 60;
    private const int MostLineEnds = 2;
    private const int LongestMark = 3;

    // Between two characters of a name one of these is a disguise; a comma is a sentence going on.
    private static readonly SearchValues<char> Separators = SearchValues.Create("-_·.*~+=|/\\^#@&");

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。;!?<>{}\"");

    public static bool Allows(FoldedText text, WordForm form, List<int> places)
    {
        if (form.Gaps == GapRule.Joints && !IsWholeWord(text, places))
        {
            return false;
        }

        var name = new NameGaps();
        for (var i = 0; i + 1 < places.Count; i++)
        {
            // Between characters that are not neighbours in the compact text only tone digits stand.
            var gap = Visible(places[i + 1] == places[i] + 1 ? text.GapAfter(places[i]) : text.GapAfter(places[i + 1] - 1));
            var allowed = form.Gaps switch
            {
                GapRule.Name => name.Add(gap),
                GapRule.Number => IsInsideNumber(gap),
                _ => AllowsAtJoint(gap, form, i + 1),
            };
            if (!allowed)
            {
                return false;
            }
        }

        return form.Gaps != GapRule.Name || name.Agree;
    }

    /// <summary>Digits go on before or behind it: it is another, longer number (a country code before a telephone aside).</summary>
    public static bool IsPartOfLongerNumber(FoldedText text, WordForm form, List<int> places)
    {
        if (form.View != TextView.Digits)
        {
            return false;
        }

        var (first, last) = (places[0], places[^1]);
        var before = Adjacent(text, first, -1);
        return (char.IsAsciiDigit(form.Key[0]) && before.Length > 0 && before is not ("86" or "0086" or "0"))
            || (char.IsAsciiDigit(form.Key[^1]) && Adjacent(text, last, 1).Length > 0);
    }

    private static bool AllowsAtJoint(string gap, WordForm form, int offset)
    {
        var isJoint = form.Joints.Contains(offset);
        if (form.Identifier.Rule.Search == SearchForm.Date)
        {
            return isJoint == gap.Length > 0 && gap.Length <= LongestMark;
        }

        return gap.Length == 0 || (isJoint && gap.Length <= LongestMark && !gap.AsSpan().ContainsAny(SentenceEnds));
    }

    /// <summary>A few marks, or the end of a line with the indentation of the next.</summary>
    private static bool IsInsideNumber(string gap) =>
        !gap.AsSpan().ContainsAny(SentenceEnds)
        && (gap.Length <= LongestMark + 1
            || (gap.Length <= LongestBlank && gap.AsSpan().Count('\n') is 1 or 2 && gap.AsSpan().Trim(" \n\t").IsEmpty));

    /// <summary>The marks and blanks of a gap: what has no width is not seen.</summary>
    private static string Visible(ReadOnlySpan<char> gap)
    {
        if (gap.IsEmpty)
        {
            return "";
        }

        var visible = new System.Text.StringBuilder(gap.Length);
        foreach (var character in gap)
        {
            var folded = char.IsSurrogate(character) ? CharacterFolding.Nothing : CharacterFolding.Fold(character);
            if (folded != CharacterFolding.Nothing)
            {
                visible.Append(folded);
            }
        }

        return visible.ToString();
    }

    private static bool IsWholeWord(FoldedText text, List<int> places) =>
        !IsLatin(text, places[0], -1) && !IsLatin(text, places[^1], 1);

    private static bool IsLatin(FoldedText text, int place, int step)
    {
        var next = place + step;
        return next >= 0 && next < text.Letters.Length && char.IsAsciiLetterOrDigit(text.Letters[next])
            && (char.IsAsciiLetter(text.Letters[next]) || !char.IsAsciiLetter(text.Letters[place]))
            && Visible(text.GapAfter(Math.Min(place, next))).Length == 0;
    }

    private static string Adjacent(FoldedText text, int place, int step)
    {
        var digits = "";
        for (var i = place + step; i >= 0 && i < text.Digits.Length && char.IsAsciiDigit(text.Digits[i]) && digits.Length < 5; i += step)
        {
            if (Visible(text.GapAfter(Math.Min(i, i - step))).Length > 0)
            {
                break;
            }

            digits = step < 0 ? text.Digits[i] + digits : digits + text.Digits[i];
        }

        return digits;
    }

    /// <summary>The gaps of one name, which must be blank, or alike.</summary>
    private struct NameGaps
    {
        private string? _mark;
        private int _marks;
        private int _blanks;
        private bool _differs;

        public readonly bool Agree =>
            _mark is null || (!_differs && ((_blanks == 0 && _marks > 1) || (_mark.Length == 1 && Separators.Contains(_mark[0]))));

        public bool Add(string gap)
        {
            if (gap.Length > LongestBlank || gap.AsSpan().Count('\n') > MostLineEnds)
            {
                return false;
            }

            // The point of 阿依古丽·某 belongs to the name.
            var mark = string.Concat(gap.Where(character => character is not (' ' or '\n' or '\t' or '·')));
            if (mark.Length == 0)
            {
                _blanks++;
                return true;
            }

            _differs |= _mark is not null && _mark != mark;
            _mark = mark;
            _marks++;
            return mark.Length <= LongestMark;
        }
    }
}
