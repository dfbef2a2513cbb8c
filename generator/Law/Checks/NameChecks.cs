using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>V15, names: a text that writes a name of the case almost, and an office named after another place.</summary>
internal static partial class NameChecks
{
    private const int ShortestCompared = 4;
    private const int ProvinceLength = 2;
    private const int MaskedLength = 3;
    private const string Nouns = "某公网局院分中医月儿话房处种些个年日地类项A";

    public static IEnumerable<Finding> All(CheckInput input)
    {
        var names = NamesOf(input);
        return
        [
            .. input.Case.Texts.Where(text => !names.Contains(text.Value)).SelectMany(text => Masked(text, names).Concat(Near(text, names))),
            .. Places(input),
        ];
    }

    private static HashSet<string> NamesOf(CheckInput input) =>
        input.Case.Parties.Select(party => CaseFacts.TextOf(party.Find("name")))
            .Concat(new[] { "office.name", "court.name", "office.superior", "recommendations.administrative.office.name", "recommendations.governance.office.name" }.Select(input.Case.Text))
            .OfType<string>().Where(name => name.Length > 1).ToHashSet(StringComparer.Ordinal);

    /// <summary>A masked name, 王某某 or 王某, that no party bears.</summary>
    private static IEnumerable<Finding> Masked(DataText text, HashSet<string> names)
    {
        var persons = names.Where(name => MaskedName().Match(name) is { Success: true } match && match.Length == name.Length).ToList();
        return persons.Count == 0 || !text.Value.Contains('某', StringComparison.Ordinal)
            ? []
            : from match in MaskedName().Matches(text.Value)
              where !names.Contains(match.Value) && !names.Any(name => name.Length > match.Length && IsPartOf(text.Value, match, name))
              where persons.Exists(name => name[0] == match.Value[0]) || (match.Length == MaskedLength && !GoesOn(text.Value, match.Index + match.Length))
              select Differs(text, match.Value);
    }

    /// <summary>某 that begins a masked place or company: 某某网, 某公司.</summary>
    private static bool GoesOn(string text, int next) => next < text.Length && Nouns.Contains(text[next], StringComparison.Ordinal);

    /// <summary>The name of a company, office or full person's name with one character changed, dropped or added.</summary>
    private static IEnumerable<Finding> Near(DataText text, HashSet<string> names) =>
        from name in names
        where name.Length >= ShortestCompared
        from near in NearIn(text.Value, name)
        where !names.Any(other => other != name && other.Contains(near, StringComparison.Ordinal))
        select Differs(text, near);

    private static IEnumerable<string> NearIn(string text, string name)
    {
        for (var start = 0; start + name.Length <= text.Length; start++)
        {
            // The first character different is another name or none: 一家话务公司 beside 某话务公司.
            if (text[start] == name[0] && Differences(text.AsSpan(start, name.Length), name) == 1)
            {
                yield return text.Substring(start, name.Length);
            }
        }

        for (var gap = 1; gap < name.Length - 1 && name.Length > ShortestCompared; gap++)
        {
            if (text.Contains(name.Remove(gap, 1), StringComparison.Ordinal))
            {
                yield return name.Remove(gap, 1);
            }
        }
    }

    private static int Differences(ReadOnlySpan<char> text, string name)
    {
        var different = 0;
        for (var i = 0; i < name.Length && different < 2; i++)
        {
            different += text[i] == name[i] ? 0 : 1;
        }

        return different;
    }

    private static bool IsPartOf(string text, Match match, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (at <= match.Index && match.Index + match.Length <= at + name.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Offices and agencies of a case belong to the provinces of the offices that act in it.</summary>
    private static IEnumerable<Finding> Places(CheckInput input)
    {
        var provinces = new[] { "office.superior", "recommendations.administrative.office.name", "recommendations.governance.office.name" }
            .Select(input.Case.Text).OfType<string>().Where(name => name.Length > ProvinceLength).Select(name => name[..ProvinceLength]).ToHashSet(StringComparer.Ordinal);
        if (!input.Case.Has("office.superior"))
        {
            yield break;
        }

        var agencies = input.Case.Parties.Where(party => CaseFacts.TextOf(party.Find("kind")) == "agency").Select(party => party.Find("name"));
        foreach (var name in agencies.Prepend(input.Case.Find("office.name")).OfType<DataText>())
        {
            if (name.Value.Length > ProvinceLength && !provinces.Contains(name.Value[..ProvinceLength]))
            {
                yield return Finding.Of(name, "名称中的地名与办案检察院、上级检察院的不同，核对", "the place in this name is not that of the offices of the case").AsWarning();
            }
        }
    }

    private static Finding Differs(DataText text, string words) =>
        Finding.Of(text, "此处的名称与案中相近的名称不一致", "this name is near one of the case and not the same").AsWarning() with { Words = words };

    [GeneratedRegex("(?<!某)[\u4e00-\u9fa5-[某]]某{1,2}(?!某)", RegexOptions.CultureInvariant)]
    private static partial Regex MaskedName();
}
