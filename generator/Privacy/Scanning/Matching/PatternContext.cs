using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PiiDocs.Privacy.Scanning.Text;

namespace PiiDocs.Privacy.Scanning.Matching;

/// <summary>Tells from the words around a value whether it is a person's, an office's, or may be either.</summary>
internal sealed class PatternContext(NameRules names)
{
    private const int BeforeLength = 24;
    private const int NameLength = 40;
    private const int AroundBefore = 150;
    private const int AroundAfter = 100;
    private const int HeadLength = 8;
    private static readonly char[] ContextEnds = [CharacterFolding.Break, '。'];

    private readonly Regex _beside = new(names.Beside, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>How sure a value is by its context; null where the rule needs words that are not there.</summary>
    public Confidence? Of(PatternRule rule, FoldedText text, (int Start, int End) span)
    {
        // 家住 and the like may have been taken for the beginning of the value itself.
        var before = Before(text.Source, span.Start, Math.Min(HeadLength, (span.End - span.Start) / 2));
        var (person, office, neutral) = (Nearest(before, rule.Context), Nearest(before, rule.Against), Nearest(before, rule.Neutral));
        if (rule.NeedsContext && person.End == 0 && neutral.End == 0)
        {
            return null;
        }

        if (person.CompareTo(office) > 0 || (rule.BesideName && IsBesideName(text.Source, span.Start, rule.Against)))
        {
            return rule.ContextConfidence;
        }

        if (office.End > 0 || (rule.Around.Length > 0 && IsAround(text, span, rule.Around)))
        {
            return Confidence.Low;
        }

        return neutral.End > 0 ? rule.ContextConfidence : rule.Confidence;
    }

    /// <summary>The folded text in front of a value, up to the break or the end of a sentence before it.</summary>
    private static string Before(string source, int start, int head)
    {
        var from = Math.Max(0, start - BeforeLength + head);
        var end = source.AsSpan(from, start - from).LastIndexOfAny(ContextEnds);
        return FoldedText.Of(source[(from + end + 1)..(start + head)]).Letters;
    }

    private static bool IsAround(FoldedText text, (int Start, int End) span, ImmutableArray<string> words)
    {
        var start = Math.Max(0, text.CompactOfSource(span.Start) - AroundBefore);
        var end = Math.Min(text.Letters.Length, text.CompactOfSource(span.End) + AroundAfter);
        var around = text.Letters.AsSpan(start..end);
        foreach (var word in words)
        {
            if (around.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The word that ends last, of two such the longer one; 0 where there is none.</summary>
    private static (int End, int Length) Nearest(string text, ImmutableArray<string> words)
    {
        var nearest = (0, 0);
        foreach (var word in words)
        {
            var at = text.LastIndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && (at + word.Length, word.Length).CompareTo(nearest) > 0)
            {
                nearest = (at + word.Length, word.Length);
            }
        }

        return nearest;
    }

    /// <summary>张三 021-…: the name of a person, or what a pseudonym leaves of one; not of one who answers for an office.</summary>
    private bool IsBesideName(string source, int start, ImmutableArray<string> against)
    {
        var before = FoldedText.Of(source[Math.Max(0, start - NameLength)..start]).Plain;

        // .NET loses the group of a match without backtracking that ends at a line end before \z.
        var match = _beside.Match(before.Replace('\n', ' '));
        if (!match.Success
            || Nearest(before[(before.LastIndexOf('\n') + 1)..], against).End > 0
            || match.Groups["v"].Value is not { Length: >= 2 } name || names.OfficeEndings.Contains(name[^1], StringComparison.Ordinal))
        {
            return false;
        }

        return ValueCheck.Passes(CheckKind.Name, name, names)
            || (name.AsSpan(1).ContainsAny(names.MaskCharacters) && (names.Surnames.Contains(name[..1]) || names.Surnames.Contains(name[..2])));
    }
}
