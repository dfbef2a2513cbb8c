using PiiDocs.Documents;
using static PiiDocs.Typesetting.Shaping.CharacterClass;

namespace PiiDocs.Typesetting.Shaping;

/// <summary>The rules for every pair of classes, worked out once for the options in force.</summary>
internal sealed class PairRules
{
    private const int ClassCount = (int)LineEnd + 1;

    // CLREQ, "Prohibition Rules for Line Start and Line End".
    private static readonly CharacterClass[] NotAtLineStart =
        [Closing, Stop, Middle, Connector, Solidus, LatinClosing, Percent, Space, NoBreakSpace, CombiningMark, LineEnd];

    private static readonly CharacterClass[] NotAtLineEnd = [Opening, LatinOpening, Currency, NoBreakSpace];

    private static readonly CharacterClass[] LatinWord =
        [Letter, Digit, LatinMark, LatinOpening, LatinClosing, Percent, Currency, Connector, Solidus, CombiningMark];

    private readonly PairRule[] _rules = new PairRule[ClassCount * ClassCount];

    public PairRules(PunctuationStyle options)
    {
        for (var before = 0; before < ClassCount; before++)
        {
            for (var after = 0; after < ClassCount; after++)
            {
                _rules[(before * ClassCount) + after] =
                    Between((CharacterClass)before, (CharacterClass)after, options);
            }
        }
    }

    public ref readonly PairRule this[CharacterClass before, CharacterClass after] =>
        ref _rules[((int)before * ClassCount) + (int)after];

    private static PairRule Between(CharacterClass before, CharacterClass after, PunctuationStyle options)
    {
        var gap = GapBetween(before, after, options);
        return new(
            BreakBetween(before, after, options.Prohibition),
            gap,
            ShrinkBetween(before, after, gap),
            StretchBetween(before, after, gap));
    }

    private static BreakKind BreakBetween(CharacterClass before, CharacterClass after, ProhibitionLevel level)
    {
        if (before == LineEnd)
        {
            return BreakKind.Must;
        }

        if (IsForbidden(before, after, level))
        {
            return BreakKind.Never;
        }

        if (LatinWord.Contains(before) && LatinWord.Contains(after))
        {
            return BreakKind.Emergency;
        }

        return before == Numeral && after == Numeral ? BreakKind.Reluctant : BreakKind.Allowed;
    }

    private static bool IsForbidden(CharacterClass before, CharacterClass after, ProhibitionLevel level) =>
        NotAtLineStart.Contains(after)
        || NotAtLineEnd.Contains(before)
        || (before == after && before is Dash or Ellipsis)
        || (level >= ProhibitionLevel.NationalStandard && before == Solidus)
        || (level == ProhibitionLevel.Strict && after is Dash or Ellipsis);

    // CLREQ, "Punctuation Width Adjustment": two marks that meet take one and a half characters.
    private static Gap GapBetween(CharacterClass before, CharacterClass after, PunctuationStyle options)
    {
        var meet = before switch
        {
            Closing or Stop => after is Opening or Closing or Stop,
            Opening => after == Opening,
            _ => false,
        };
        if (meet)
        {
            return Gap.MinusHalf;
        }

        return options.SpaceHanFromLatin && ((IsHan(before) && IsWestern(after)) || (IsWestern(before) && IsHan(after)))
            ? Gap.Quarter
            : Gap.None;
    }

    private static Shrink ShrinkBetween(CharacterClass before, CharacterClass after, Gap gap) =>
        gap switch
        {
            Gap.Quarter => Shrink.Eighth,
            Gap.MinusHalf when before is Closing or Stop && after == Opening => Shrink.Half,
            Gap.MinusHalf => Shrink.None,
            _ when before is Closing or Stop || after == Opening => Shrink.Half,
            _ => Shrink.None,
        };

    private static Stretch StretchBetween(CharacterClass before, CharacterClass after, Gap gap)
    {
        if (gap == Gap.Quarter || before == Space)
        {
            return Stretch.First;
        }

        var isWhole = (LatinWord.Contains(before) && LatinWord.Contains(after))
            || after is CombiningMark or LineEnd or Space
            || before == NoBreakSpace || after == NoBreakSpace
            || (before == after && before is Dash or Ellipsis);
        return isWhole ? Stretch.None : Stretch.Last;
    }

    private static bool IsHan(CharacterClass characterClass) => characterClass is Ideograph or Numeral or Ordinal;

    private static bool IsWestern(CharacterClass characterClass) => characterClass is Letter or Digit or Percent or Currency;
}
