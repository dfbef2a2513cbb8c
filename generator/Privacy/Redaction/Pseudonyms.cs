using System.Collections.Immutable;

namespace PiiDocs.Privacy.Redaction;

/// <summary>Gives every person and organisation of a case one name for all its published documents, no two alike.</summary>
public static class Pseudonyms
{
    /// <summary>The pseudonyms, by real name. Names masked already stand for themselves and are not in the result.</summary>
    /// <param name="names">In the order of the case: the same case gives the same pseudonyms.</param>
    /// <param name="policy">The rules.</param>
    public static ImmutableDictionary<string, string> For(IEnumerable<CaseName> names, RedactionPolicy policy)
    {
        var all = names.DistinctBy(name => name.Value).ToList();
        var open = all.Where(name => !policy.Persons.IsMasked(name.Value)).ToList();

        // Names masked by whoever wrote the case, and names that are shown, are taken.
        var taken = all.Where(name => policy.Persons.IsMasked(name.Value)).Select(name => name.Value).ToHashSet(StringComparer.Ordinal);
        var given = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var same in open.Where(name => name.IsPerson && !name.IsAlias).GroupBy(name => SurnameOf(name.Value, policy.Persons), StringComparer.Ordinal))
        {
            NamePersons(same.Key, [.. same.Select(name => name.Value)], policy.Persons, (given, taken));
        }

        foreach (var same in open.Where(name => !name.IsPerson && !name.IsAlias).GroupBy(name => policy.Organisations.WordFor(name.Value), StringComparer.Ordinal))
        {
            NameOrganisations(same.Key, [.. same.Select(name => name.Value)], policy, (given, taken));
        }

        foreach (var alias in open.Where(name => name.IsAlias && !given.ContainsKey(name.Value)))
        {
            given.Add(alias.Value, given.GetValueOrDefault(alias.Owner, alias.Owner));
        }

        return given.ToImmutable();
    }

    /// <summary>欧阳 of 欧阳修文, 张 of 张三; the first character of a minority's or foreign name.</summary>
    public static string SurnameOf(string name, PersonNaming naming) =>
        name.Length > 2 && naming.CompoundSurnames.Contains(name[..2]) ? name[..2]
        : name.Length > 1 && char.IsSurrogatePair(name, 0) ? name[..2]
        : name[..1];

    private static void NamePersons(string surname, List<string> names, PersonNaming naming, Names book)
    {
        if (names.Count == 1)
        {
            var given = new System.Globalization.StringInfo(names[0][surname.Length..]).LengthInTextElements;
            var plain = surname + (given > 1 ? naming.LongGiven : naming.ShortGiven);
            if (book.Taken.Add(plain))
            {
                book.Given.Add(names[0], plain);
                return;
            }
        }

        GiveOrdinals(names, book, index => $"{surname}{naming.Numbered}{naming.Ordinal(index)}");
    }

    private static void NameOrganisations(string word, List<string> names, RedactionPolicy policy, Names book)
    {
        var prefix = policy.Organisations.Prefix;
        if (names.Count == 1 && book.Taken.Add(prefix + word))
        {
            book.Given.Add(names[0], prefix + word);
            return;
        }

        GiveOrdinals(names, book, index => $"{prefix}{policy.Persons.Ordinal(index)}{word}");
    }

    private static void GiveOrdinals(List<string> names, Names book, Func<int, string> spell)
    {
        var index = 0;
        foreach (var name in names)
        {
            while (!book.Taken.Add(spell(index)))
            {
                index++;
            }

            book.Given.Add(name, spell(index++));
        }
    }

    private readonly record struct Names(ImmutableDictionary<string, string>.Builder Given, HashSet<string> Taken)
    {
        public static implicit operator Names((ImmutableDictionary<string, string>.Builder Given, HashSet<string> Taken) pair) => new(pair.Given, pair.Taken);
    }
}

/// <summary>A name that a case mentions.</summary>
/// <param name="Value">As the case has it.</param>
/// <param name="IsPerson">Of a natural person.</param>
public sealed record CaseName(string Value, bool IsPerson)
{
    /// <summary>Another name of <see cref="Owner"/>, called as that one is.</summary>
    public bool IsAlias { get; init; }

    public string Owner { get; init; } = "";
}
