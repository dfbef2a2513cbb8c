using System.Text.RegularExpressions;
using PiiDocs.Privacy.Scanning.Text;

namespace PiiDocs.Privacy.Scanning.Matching;

/// <summary>Finds names of which one character is hidden and the others still tell who it is: 钱*例, 钱（某）例, 钱示×, *示例.</summary>
internal sealed class MaskedNames
{
    private const char Hidden = CharacterFolding.Mask;

    // 王某甲 is how persons of one surname are told apart, and nobody's name.
    private const string Ordinals = "甲乙丙丁戊己庚辛壬癸";

    // A sign or two, a letter or 某 for a character, or a character or two in brackets.
    private static readonly Regex Mask = new(
        @" ?(?:[*_#x某〇?~…]{1,3}|[(\[【〔<「][^()\[\]【】〔〕<>「」,，。;；\n]{1,2}[)\]】〕>」]) ?",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private readonly ILookup<string, (KnownIdentifier Identifier, Confidence Confidence)> _forms;

    public MaskedNames(IEnumerable<KnownIdentifier> identifiers, NameRules rules)
    {
        var names = new NameForms(rules);
        _forms = (
            from identifier in identifiers
            where identifier.Rule.Search == SearchForm.Name && !identifier.Value.AsSpan().ContainsAny(rules.MaskCharacters)
            let key = FoldedText.KeyOfLetters(identifier.Value)
            let surname = names.SurnameLength(key)
            where key.Length == surname + 2 && key.All(CharacterFolding.IsHan)
            from form in FormsOf(key, surname, rules)
            select (form.Key, Value: (identifier, form.Confidence))).ToLookup(each => each.Key, each => each.Value, StringComparer.Ordinal);
    }

    public IEnumerable<Finding> Find(FoldedText text)
    {
        if (_forms.Count == 0)
        {
            yield break;
        }

        foreach (var mask in Mask.EnumerateSpans(text.Plain))
        {
            foreach (var (before, after) in new[] { (1, 1), (2, 1), (2, 0), (3, 0), (0, 2) })
            {
                if (KeyAround(text.Plain, mask, before, after) is not { } key)
                {
                    continue;
                }

                foreach (var (identifier, confidence) in _forms[key])
                {
                    yield return new(
                        text.SourceOfPlain(mask.Start - before), text.EndOfPlain(mask.End + after - 1), identifier.Rule.Kind, $"mask/{identifier.Rule.Class}")
                    {
                        Confidence = confidence,
                        Form = HitForm.PartlyMasked,
                        Value = FoldedText.KeyOfDigits(identifier.Value),
                        Field = identifier.Field,
                        Owner = identifier.Owner,
                    };
                }
            }
        }
    }

    private static IEnumerable<(string Key, Confidence Confidence)> FormsOf(string name, int surname, NameRules rules)
    {
        if (!Ordinals.Contains(name[^1], StringComparison.Ordinal))
        {
            yield return (name[..surname] + Hidden + name[^1], Confidence.Medium);
        }

        yield return (name[..^1] + Hidden, Confidence.Medium);
        yield return (Hidden + name[surname..], surname > 1 || rules.CommonWords.Contains(name[surname..]) ? Confidence.Low : Confidence.Medium);
    }

    /// <summary>What stands around a mask, as the forms are kept; null where it is no part of a word.</summary>
    private static string? KeyAround(string plain, (int Start, int End) mask, int before, int after)
    {
        if (mask.Start < before || mask.End + after > plain.Length)
        {
            return null;
        }

        // Blanks at the edge of a name part it from what is masked there.
        var isEdge = before == 0 ? plain[mask.End - 1] == ' ' : after == 0 && plain[mask.Start] == ' ';
        var (head, tail) = (plain[(mask.Start - before)..mask.Start], plain[mask.End..(mask.End + after)]);
        return !isEdge && head.All(CharacterFolding.IsHan) && tail.All(CharacterFolding.IsHan) ? head + Hidden + tail : null;
    }
}
