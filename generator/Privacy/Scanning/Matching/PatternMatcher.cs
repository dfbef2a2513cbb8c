using System.Text.RegularExpressions;
using PiiDocs.Privacy.Scanning.Text;

namespace PiiDocs.Privacy.Scanning.Matching;

/// <summary>Finds forms that numbers of a kind have, whoever they belong to.</summary>
internal sealed class PatternMatcher
{
    // Without look-around and back-references the engine needs no backtracking: time is linear in the text.
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private readonly List<(PatternRule Rule, Regex Pattern)> _texts;
    private readonly List<(PatternRule Rule, Regex Pattern)> _digits;
    private readonly Dictionary<PatternRule, Regex> _public;
    private readonly NameRules _names;
    private readonly PatternContext _context;

    public PatternMatcher(DetectionRules rules)
    {
        _names = rules.Names;
        _context = new(rules.Names);
        _texts = [.. rules.Patterns.Where(rule => rule.Target == PatternTarget.Text).Select(rule => (rule, new Regex(rule.Pattern, Options)))];
        _digits =
        [
            .. rules.Patterns.Where(rule => rule.Target == PatternTarget.Digits)
                .Select(rule => (rule, new Regex($@"\A(?:{rule.Pattern})\z", Options))),
        ];
        _public = rules.Patterns.Where(rule => rule.Public.Length > 0).ToDictionary(rule => rule, rule => new Regex(rule.Public, Options));
    }

    public IEnumerable<Finding> Find(FoldedText text, PatternScope scope)
    {
        var found = FindTexts(text, restored: null).Concat(FindDigits(text, scope == PatternScope.Cut));
        return scope == PatternScope.Cut ? found.Concat(FindRestored(text)) : found;
    }

    /// <summary>What the patterns for plain text find once blanks, marks and numerals that cut values are taken out.</summary>
    private IEnumerable<Finding> FindRestored(FoldedText text) =>
        RestoredText.Of(text.Plain) is { } restored ? FindTexts(text, restored).Select(finding => finding with { Form = HitForm.Disguised }) : [];

    /// <summary>What the patterns for plain text find in it, or in what was restored of it.</summary>
    private IEnumerable<Finding> FindTexts(FoldedText text, RestoredText? restored)
    {
        var searched = restored?.Text ?? text.Plain;
        return from each in _texts
               from match in each.Pattern.EnumerateSpans(searched)
               where restored?.IsChanged(match.Start, match.End) != false && !IsBounded(searched, match, each.Rule.Boundary)
               let start = text.SourceOfPlain(restored?.PlainOf(match.Start) ?? match.Start)
               let end = text.EndOfPlain(restored?.PlainOf(match.End - 1) ?? (match.End - 1))
               let finding = Judge(each.Rule, text, (start, end), searched[match.Start..match.End])
               where finding is not null
               select finding;
    }

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
        if (!ValueCheck.Passes(rule.Check, value, _names) || _context.Of(rule, text, span) is not { } confidence)
        {
            return null;
        }

        return new(span.Start, span.End, rule.Kind, $"pattern/{rule.Id}")
        {
            Confidence = _public.TryGetValue(rule, out var isPublic) && isPublic.IsMatch(value) ? Confidence.Low : confidence,
            Value = FoldedText.KeyOfDigits(value),
        };
    }

    private static bool IsBounded(string text, (int Start, int End) match, string boundary) =>
        boundary.Length > 0
        && ((match.Start > 0 && IsIn(text[match.Start - 1], boundary)) || (match.End < text.Length && IsIn(text[match.End], boundary)));

    private static bool IsIn(char character, string boundary) =>
        boundary.Contains(character, StringComparison.Ordinal)
        || (boundary.Contains("0-9", StringComparison.Ordinal) && char.IsAsciiDigit(character))
        || (boundary.Contains("a-z", StringComparison.Ordinal) && char.IsAsciiLetter(character));
}
