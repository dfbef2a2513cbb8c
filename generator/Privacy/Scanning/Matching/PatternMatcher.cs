using System.Text.RegularExpressions;
using PiiDocs.Privacy.Scanning.Text;

namespace PiiDocs.Privacy.Scanning.Matching;

/// <summary>Finds forms that numbers of a kind have, whoever they belong to.</summary>
internal sealed class PatternMatcher
{
    private const int ContextLength = 24;
    private const int HeadLength = 4;
    private static readonly char[] ContextEnds = [CharacterFolding.Break, '。'];

    // Without look-around and back-references the engine needs no backtracking: time is linear in the text.
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private readonly List<(PatternRule Rule, Regex Pattern)> _texts;
    private readonly List<(PatternRule Rule, Regex Pattern)> _digits;
    private readonly NameRules _names;

    public PatternMatcher(DetectionRules rules)
    {
        _names = rules.Names;
        _texts = [.. rules.Patterns.Where(rule => rule.Target == PatternTarget.Text).Select(rule => (rule, new Regex(rule.Pattern, Options)))];
        _digits =
        [
            .. rules.Patterns.Where(rule => rule.Target == PatternTarget.Digits)
                .Select(rule => (rule, new Regex($@"\A(?:{rule.Pattern})\z", Options))),
        ];
    }

    public IEnumerable<Finding> Find(FoldedText text, PatternScope scope) =>
        FindTexts(text).Concat(FindDigits(text, scope == PatternScope.Cut));

    private IEnumerable<Finding> FindTexts(FoldedText text) =>
        from each in _texts
        from match in each.Pattern.EnumerateSpans(text.Plain)
        where !IsBounded(text.Plain, match, each.Rule.Boundary)
        let start = text.SourceOfPlain(match.Start)
        let end = text.SourceOfPlain(match.End - 1) + 1
        let value = text.Plain[match.Start..match.End]
        let finding = Judge(each.Rule, text, (start, end), value)
        where finding is not null
        select finding;

    private IEnumerable<Finding> FindDigits(FoldedText text, bool withCut) =>
        from run in DigitRuns.Of(text)
        where withCut || !run.IsCut
        from each in _digits
        where each.Pattern.IsMatch(run.Digits)
        let finding = Judge(each.Rule, text, (run.Start, run.End), run.Digits)
        where finding is not null
        select run.IsCut ? finding with { Form = HitForm.Disguised } : finding;

    private Finding? Judge(PatternRule rule, FoldedText text, (int Start, int End) span, string value)
    {
        if (!ValueCheck.Passes(rule.Check, value, _names))
        {
            return null;
        }

        // 家住 and the like may have been taken for the beginning of the value itself.
        var before = Before(text, span.Start + Math.Min(HeadLength, (span.End - span.Start) / 2));
        var hasContext = Contains(before, rule.Context);
        if (rule.NeedsContext && !hasContext)
        {
            return null;
        }

        var confidence = hasContext ? rule.ContextConfidence : rule.Confidence;
        return new(span.Start, span.End, rule.Kind, $"pattern/{rule.Id}")
        {
            Confidence = Contains(before, rule.Against) ? Confidence.Low : confidence,
            Value = FoldedText.KeyOfDigits(value),
        };
    }

    /// <summary>The folded text in front of a value, up to the break or the end of a sentence before it.</summary>
    private static string Before(FoldedText text, int start)
    {
        var from = Math.Max(0, start - ContextLength);
        var slice = text.Source[from..start];
        var end = slice.LastIndexOfAny(ContextEnds);
        return FoldedText.Of(end < 0 ? slice : slice[(end + 1)..]).Letters;
    }

    private static bool Contains(string text, IEnumerable<string> words) => words.Any(word => text.Contains(word, StringComparison.Ordinal));

    private static bool IsBounded(string text, (int Start, int End) match, string boundary) =>
        boundary.Length > 0
        && ((match.Start > 0 && IsIn(text[match.Start - 1], boundary)) || (match.End < text.Length && IsIn(text[match.End], boundary)));

    private static bool IsIn(char character, string boundary) =>
        boundary.Contains(character, StringComparison.Ordinal)
        || (boundary.Contains("0-9", StringComparison.Ordinal) && char.IsAsciiDigit(character))
        || (boundary.Contains("a-z", StringComparison.Ordinal) && char.IsAsciiLetter(character));
}
