using System.Collections.Immutable;
using PiiDocs.Privacy.Scanning.Text;

namespace PiiDocs.Privacy.Scanning.Matching;

/// <summary>The ways in which a person's name may be written.</summary>
internal sealed class NameForms(NameRules rules)
{
    private const int LongestRomanised = 4;
    private const int MostReadings = 16;
    public IEnumerable<WordForm> Of(KnownIdentifier identifier)
    {
        var name = identifier.Value.Trim();
        var key = FoldedText.KeyOfLetters(name);
        if (key.Length < 2 || name.AsSpan().ContainsAny(rules.MaskCharacters))
        {
            return []; // A pseudonym already, or too short to be told from a word.
        }

        return key.All(CharacterFolding.IsHan) ? Chinese(identifier, name, key) : Western(identifier, name, key);
    }

    /// <summary>How many characters the surname has.</summary>
    public int SurnameLength(string name) => name.Length > 2 && rules.Surnames.Contains(name[..2]) ? 2 : 1;

    private IEnumerable<WordForm> Chinese(KnownIdentifier identifier, string name, string key)
    {
        var confidence = rules.CommonWords.Contains(key) ? Confidence.Low : identifier.Rule.Confidence;
        yield return new(identifier, TextView.Letters, key, HitForm.Plain) { Gaps = GapRule.Name, Confidence = confidence };

        // Of 阿依古丽·某 the first part alone tells who it is; of a translated name too.
        var dot = name.IndexOfAny(['·', '•', '・', '．']);
        if (dot >= 3)
        {
            yield return new(identifier, TextView.Letters, FoldedText.KeyOfLetters(name[..dot]), HitForm.Plain)
            {
                Gaps = GapRule.Name, Confidence = Confidence.Medium,
            };
        }

        if (dot >= 0 || key.Length > LongestRomanised)
        {
            yield break;
        }

        var surname = SurnameLength(key);
        if (key.Length >= 3)
        {
            yield return new(identifier, TextView.Letters, key[surname..] + key[..surname], HitForm.Reversed)
            {
                Gaps = GapRule.Reversed, Confidence = Confidence.Medium, Joints = [key.Length - surname],
            };
        }

        foreach (var form in Romanised(identifier, key, surname))
        {
            yield return form;
        }
    }

    private IEnumerable<WordForm> Romanised(KnownIdentifier identifier, string name, int surname)
    {
        var readings = name.Select((character, index) => ReadingsOf(character, index < surname)).ToList();
        if (readings.Exists(each => each.Length == 0))
        {
            yield break;
        }

        foreach (var syllables in Combinations(readings).Take(MostReadings))
        {
            foreach (var order in new[] { syllables, [.. syllables.Skip(surname), .. syllables.Take(surname)] })
            {
                var key = string.Concat(order);
                yield return new(identifier, TextView.Latin, key, HitForm.Romanised)
                {
                    Gaps = GapRule.Joints, Confidence = key.Length >= 5 ? Confidence.Medium : Confidence.Low, Joints = JointsOf(order),
                };
            }
        }

        yield return new(identifier, TextView.Latin, string.Concat(readings.Select(each => each[0][0])), HitForm.Romanised)
        {
            Gaps = GapRule.Joints, Confidence = Confidence.Low, Joints = [.. Enumerable.Range(1, name.Length - 1)],
        };
    }

    private static IEnumerable<WordForm> Western(KnownIdentifier identifier, string name, string key)
    {
        var words = name.Split([' ', '·', '.', '-', ',', '，', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)
            .Select(FoldedText.KeyOfLetters)
            .Where(word => word.Length > 0)
            .ToList();
        yield return new(identifier, TextView.Letters, key, HitForm.Plain)
        {
            Gaps = GapRule.Joints, Confidence = identifier.Rule.Confidence, Joints = JointsOf(words),
        };
        if (words.Count >= 2)
        {
            List<string> reversed = [words[^1], .. words.SkipLast(1)];
            yield return new(identifier, TextView.Letters, string.Concat(reversed), HitForm.Reversed)
            {
                Gaps = GapRule.Joints, Confidence = Confidence.Medium, Joints = JointsOf(reversed),
            };
        }
    }

    private ImmutableArray<string> ReadingsOf(char character, bool isSurname)
    {
        var usual = HanTables.Readings.TryGetValue(character, out var reading) ? reading[..^1] : null;
        IEnumerable<string> all = rules.Readings.GetValueOrDefault(character, []);
        if (usual is not null)
        {
            all = isSurname ? all.Append(usual) : all.Prepend(usual);
        }

        return [.. all.SelectMany(Spellings).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>ü is written v, u or, in passports, yu.</summary>
    private static IEnumerable<string> Spellings(string syllable) =>
        syllable.Contains('v', StringComparison.Ordinal)
            ? [syllable, syllable.Replace('v', 'u'), syllable.Replace("v", "yu", StringComparison.Ordinal)]
            : [syllable];

    private static IEnumerable<ImmutableArray<string>> Combinations(IEnumerable<ImmutableArray<string>> readings) =>
        readings.Aggregate(
            (IEnumerable<ImmutableArray<string>>)[ImmutableArray<string>.Empty],
            (heads, choices) => heads.SelectMany(head => choices.Select(choice => head.Add(choice))));

    private static ImmutableArray<int> JointsOf(IReadOnlyList<string> words)
    {
        var joints = ImmutableArray.CreateBuilder<int>();
        var at = 0;
        foreach (var word in words.SkipLast(1))
        {
            joints.Add(at += word.Length);
        }

        return joints.ToImmutable();
    }
}
