using System.Collections.Immutable;
using PiiDocs.Privacy.Scanning.Text;

namespace PiiDocs.Privacy.Scanning.Matching;

/// <summary>Everything that is looked for in one text.</summary>
internal sealed class Detector
{
    private const string NameKind = "name";

    private readonly IdentifierMatcher _identifiers;
    private readonly IdentifierMatcher _allowed;
    private readonly PatternMatcher _patterns;
    private readonly MaskedNumbers _masked;
    private readonly MaskedNames _maskedNames;

    private Detector(DetectionRules rules, ILookup<bool, KnownIdentifier> byAllowed)
    {
        _identifiers = IdentifierMatcher.For(byAllowed[false], rules.Names);
        _allowed = IdentifierMatcher.For(byAllowed[true], rules.Names);
        _masked = new(byAllowed[false], rules);
        _maskedNames = new(byAllowed[false], rules.Names);
        _patterns = new(rules);
        ContextWords = [.. rules.Patterns.SelectMany(rule => rule.Context).Concat(rules.Names.PersonWords)
            .Distinct(StringComparer.Ordinal).OrderByDescending(word => word.Length)];
    }

    /// <summary>Words a report may show as they stand: the labels before values, longest first.</summary>
    public ImmutableArray<string> ContextWords { get; }

    public static Detector For(DetectionRules rules, ImmutableArray<KnownIdentifier> identifiers) =>
        new(rules, identifiers.ToLookup(each => each.Rule.Search == SearchForm.Allowed));

    /// <summary>What a text tells about persons, in its order; of findings within each other the surer or longer one.</summary>
    /// <param name="source">The text.</param>
    /// <param name="scope">Which patterns are searched beside the identifiers.</param>
    public IReadOnlyList<Finding> Find(string source, PatternScope scope)
    {
        var text = FoldedText.Of(source);
        var found = _identifiers.Find(text).Concat(_maskedNames.Find(text)).ToList();
        var named = found.Where(each => each.IsOfCase && each.Kind.Id == NameKind).Select(each => each.Owner).ToHashSet(StringComparer.Ordinal);
        found.AddRange(_masked.Find(text, named));
        if (scope != PatternScope.None)
        {
            var allowed = _allowed.Find(text).Where(each => each.Confidence > Confidence.Low).ToList();
            found.AddRange(_patterns.Find(text, scope).Where(pattern => !allowed.Exists(each => IsSame(each, pattern))));
        }

        return WithoutInner(found);
    }

    /// <summary>What may show is the pattern's value, or most of it: 12309 inside a longer number is not.</summary>
    private static bool IsSame(Finding allowed, Finding pattern) =>
        allowed.Covers(pattern) || (pattern.Covers(allowed) && (allowed.End - allowed.Start) * 2 > pattern.End - pattern.Start);

    private static List<Finding> WithoutInner(List<Finding> found)
    {
        if (found.Count < 2)
        {
            return found;
        }

        // Longest first at each start; a finding inside the last kept one says nothing new, unless it is surer.
        var kept = new List<Finding>();
        foreach (var each in found
            .OrderBy(finding => finding.Start)
            .ThenByDescending(finding => finding.End)
            .ThenByDescending(finding => finding.Confidence)
            .ThenByDescending(finding => finding.IsOfCase))
        {
            if (kept.Count > 0 && kept[^1].Covers(each))
            {
                if (each.Confidence <= kept[^1].Confidence)
                {
                    continue;
                }

                if (!kept[^1].IsOfCase)
                {
                    kept.RemoveAt(kept.Count - 1);
                }
            }

            kept.Add(each);
        }

        return kept;
    }
}
