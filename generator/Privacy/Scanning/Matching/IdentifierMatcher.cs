using PiiDocs.Privacy.Scanning.Text;

namespace PiiDocs.Privacy.Scanning.Matching;

/// <summary>Finds the identifiers of cases, in every form they are written in, in one pass a view.</summary>
internal sealed class IdentifierMatcher
{
    private const int ContextLength = 10;

    private readonly Dictionary<TextView, KeywordAutomaton<WordForm>> _automata;
    private readonly NameRules _names;

    private IdentifierMatcher(Dictionary<TextView, KeywordAutomaton<WordForm>> automata, NameRules names)
    {
        _automata = automata;
        _names = names;
    }

    public static IdentifierMatcher For(IEnumerable<KnownIdentifier> identifiers, NameRules names)
    {
        var nameForms = new NameForms(names);
        var automata = identifiers
            .SelectMany(identifier => FormsOf(identifier, nameForms))
            .DistinctBy(form => (form.View, form.Key, form.Gaps, form.Identifier.Field))
            .GroupBy(form => form.View)
            .ToDictionary(group => group.Key, group => new KeywordAutomaton<WordForm>(group.Select(form => (form.Key, form))));
        return new(automata, names);
    }

    public IEnumerable<Finding> Find(FoldedText text) =>
        FindIn(text, TextView.Letters, text.Letters)
            .Concat(FindIn(text, TextView.Digits, text.Digits))
            .Concat(FindLatin(text));

    private static IEnumerable<WordForm> FormsOf(KnownIdentifier identifier, NameForms names) => identifier.Rule.Search switch
    {
        SearchForm.Name => names.Of(identifier),
        SearchForm.Number => ValueForms.OfNumber(identifier),
        SearchForm.Address => ValueForms.OfAddress(identifier),
        SearchForm.Date => ValueForms.OfDate(identifier),
        SearchForm.Word => ValueForms.OfWord(identifier),
        _ => ValueForms.OfNumber(identifier).Concat(ValueForms.OfWord(identifier)).Concat(ValueForms.OfAddress(identifier)).Concat(names.Of(identifier)),
    };

    private IEnumerable<Finding> FindIn(FoldedText text, TextView view, string searched)
    {
        if (!_automata.TryGetValue(view, out var automaton))
        {
            return [];
        }

        return automaton.Find(searched)
            .Select(match => Judge(text, match.Value, [.. Enumerable.Range(match.Start, match.Length)]))
            .OfType<Finding>();
    }

    /// <summary>Latin letters alone, so that tone digits do not part syllables; each knows its place in the compact text.</summary>
    private IEnumerable<Finding> FindLatin(FoldedText text)
    {
        if (!_automata.TryGetValue(TextView.Latin, out var automaton))
        {
            return [];
        }

        var letters = new System.Text.StringBuilder();
        var places = new List<int>();
        for (var i = 0; i < text.Letters.Length; i++)
        {
            var letter = text.Letters[i];
            if (letter is >= '1' and <= '5' && i > 0 && char.IsAsciiLetter(text.Letters[i - 1]))
            {
                continue;
            }

            letters.Append(char.IsAsciiLetter(letter) ? letter : CharacterFolding.Break);
            places.Add(i);
        }

        return automaton.Find(letters.ToString())
            .Select(match => Judge(text, match.Value, places[match.Start..(match.Start + match.Length)]))
            .OfType<Finding>();
    }

    /// <param name="text">The text.</param>
    /// <param name="form">What was found.</param>
    /// <param name="places">Where its characters stand in the compact text.</param>
    private Finding? Judge(FoldedText text, WordForm form, List<int> places)
    {
        if (!GapCheck.Allows(text, form, places))
        {
            return null;
        }

        var start = text.SourceOfCompact(places[0]);
        var end = text.EndOfCompact(places[^1]);
        var confidence = ConfidenceOf(text, form, (start, end));
        var isPlain = text.Source.AsSpan(start, end - start).SequenceEqual(form.Identifier.Value);
        return new(start, end, form.Identifier.Rule.Kind, $"case/{form.Identifier.Rule.Class}")
        {
            Confidence = GapCheck.IsPartOfLongerNumber(text, form, places) ? Confidence.Low : confidence,
            Form = form.Form == HitForm.Plain && !isPlain ? HitForm.Disguised : form.Form,
            Value = FoldedText.KeyOfDigits(form.Identifier.Value),
            Field = form.Identifier.Field,
            Owner = form.Identifier.Owner,
        };
    }

    private Confidence ConfidenceOf(FoldedText text, WordForm form, (int Start, int End) span)
    {
        var isShortName = form.Gaps == GapRule.Name && (form.Key.Length == 2 || form.Confidence == Confidence.Low);
        if (!isShortName)
        {
            return form.Confidence;
        }

        var before = text.Source.AsSpan(Math.Max(0, span.Start - ContextLength), Math.Min(ContextLength, span.Start));
        foreach (var word in _names.PersonWords)
        {
            if (before.Contains(word, StringComparison.Ordinal))
            {
                return Confidence.High;
            }
        }

        // Two characters may be part of a word; alone between marks they are the name.
        var standsAlone = !IsHan(text.Source, span.Start - 1) && !IsHan(text.Source, span.End);
        return standsAlone || form.Confidence == Confidence.Low ? form.Confidence : Confidence.Medium;
    }

    private static bool IsHan(string text, int index) => index >= 0 && index < text.Length && CharacterFolding.IsHan(text[index]);
}
