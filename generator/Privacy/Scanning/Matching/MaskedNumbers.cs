using System.Buffers;
using System.Text.RegularExpressions;
using PiiDocs.Privacy.Scanning.Text;

namespace PiiDocs.Privacy.Scanning.Matching;

/// <summary>Finds masked numbers that still tell whose they are: <c>138****1234</c> beside a name.</summary>
internal sealed class MaskedNumbers
{
    // One parts groups of digits; two stand for some.
    private const string Dashes = "--";

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789 -");

    // Signs in a row, dots, or a remark in brackets; after most of a number one sign is enough.
    private static readonly Regex Pattern = new(
        @"(?:[0-9](?:[0-9]|[ -][0-9])*[ -]?)?(?:(?:[*x_#?~某〇·] ?){2,18}|-{2,8}|…{1,3}|[.]{3,8}|[(\[【〔][^0-9()\[\]【】〔〕\n]{1,10}[)\]】〕])-?(?:[0-9](?:[0-9]|[ -][0-9])*(?:[*#?]{2,8}|x)?)?|[0-9]{10,18}[*x#?_]",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private readonly List<KnownNumber> _numbers;
    private readonly ILookup<string, MaskRule> _rules;

    public MaskedNumbers(IEnumerable<KnownIdentifier> identifiers, DetectionRules rules)
    {
        _rules = rules.Masks.OrderByDescending(rule => rule.Shown).ToLookup(rule => rule.Kind, StringComparer.Ordinal);
        _numbers =
        [
            .. from identifier in identifiers
               where identifier.Rule.Search == SearchForm.Number && _rules.Contains(identifier.Rule.Kind.Id)
               select new KnownNumber(FoldedText.KeyOfDigits(identifier.Value), identifier),
        ];
    }

    /// <param name="text">The text.</param>
    /// <param name="named">The persons whose names stand in the same part.</param>
    public IEnumerable<Finding> Find(FoldedText text, IReadOnlySet<string> named)
    {
        if (_numbers.Count == 0)
        {
            yield break;
        }

        foreach (var (start, end) in Pattern.EnumerateSpans(text.Plain))
        {
            foreach (var number in _numbers)
            {
                if (Judge(text.Plain.AsSpan(start, end - start), number, named) is { } confidence)
                {
                    yield return new(
                        text.SourceOfPlain(start), text.EndOfPlain(end - 1), number.Identifier.Rule.Kind, $"mask/{number.Identifier.Rule.Class}")
                    {
                        Confidence = confidence,
                        Form = HitForm.PartlyMasked,
                        Value = number.Key,
                        Field = number.Identifier.Field,
                        Owner = number.Identifier.Owner,
                    };
                }
            }
        }
    }

    private Confidence? Judge(ReadOnlySpan<char> masked, KnownNumber number, IReadOnlySet<string> named)
    {
        // An x after the last digit ends an identity number; right after the first row of digits it hides one.
        var endsWithX = masked.Length > 1 && masked[^1] == 'x' && char.IsAsciiDigit(masked[^2]) && masked[..^1].ContainsAnyExcept(Digits);
        var hidden = endsWithX ? masked[..^1] : masked;
        var first = hidden.IndexOfAnyExcept(Digits);
        var last = hidden.LastIndexOfAnyExcept(Digits);
        if (first < 0)
        {
            (first, last) = (hidden.IndexOf(Dashes), hidden.LastIndexOf(Dashes) + 1);
        }

        if (first < 0)
        {
            return null;
        }

        var (before, middle, after) = (Shown(masked[..first]), Shown(hidden[first..last]), Shown(hidden[(last + 1)..]) + (endsWithX ? "x" : ""));
        var shown = before.Length + middle.Length + after.Length;
        if (shown >= number.Key.Length
            || !number.Key.StartsWith(before, StringComparison.Ordinal)
            || !number.Key.EndsWith(after, StringComparison.Ordinal)
            || !number.Key.Contains(middle, StringComparison.Ordinal))
        {
            return null;
        }

        return _rules[number.Identifier.Rule.Kind.Id].FirstOrDefault(rule => shown >= rule.Shown) is { } rule
            ? named.Contains(number.Identifier.Owner) ? rule.NameConfidence : rule.Confidence
            : null;
    }

    private static string Shown(ReadOnlySpan<char> text)
    {
        var shown = new System.Text.StringBuilder(text.Length);
        foreach (var character in text)
        {
            shown.Append(char.IsAsciiDigit(character) || (character == 'x' && shown.Length > 2) ? character.ToString() : "");
        }

        return shown.ToString();
    }

    private sealed record KnownNumber(string Key, KnownIdentifier Identifier);
}
