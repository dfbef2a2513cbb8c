using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>V15, names: a text that writes a name of the case almost, and an office named after another place.</summary>
internal static partial class NameChecks
{
    private const int ShortestCompared = 4;
    private const int ProvinceLength = 2;

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
        if (!text.Value.Contains('某', StringComparison.Ordinal))
        {
            return [];
        }

        var persons = names.Where(name => MaskedName().IsMatch(name)).ToList();
        return from match in MaskedName().Matches(text.Value)
               where persons.Count > 0 && !names.Contains(match.Value) && persons.Exists(name => name[0] == match.Value[0] || (match.Length == 3 && name.Length == 3))
               where !names.Any(name => name.Length > match.Length && IsPartOf(text.Value, match, name))
               select Differs(text, match.Value);
    }

    /// <summary>The name of a company, office or full person's name with one character changed, dropped or added.</summary>
    private static IEnumerable<Finding> Near(DataText text, HashSet<string> names) =>
        from name in names
        where name.Length >= ShortestCompared && !text.Value.Contains(name, StringComparison.Ordinal)
        let near = NearIn(text.Value, name)
        where near is not null && !names.Any(other => other != name && other.Contains(near, StringComparison.Ordinal))
        select Differs(text, near);

    private static string? NearIn(string text, string name)
    {
        for (var start = 0; start + name.Length <= text.Length; start++)
        {
            var different = 0;
            for (var i = 0; i < name.Length && different < 2; i++)
            {
                different += text[start + i] == name[i] ? 0 : 1;
            }

            // The first character different is another name or none: 一家话务公司 beside 某话务公司.
            if (different == 1 && text[start] == name[0])
            {
                return text.Substring(start, name.Length);
            }
        }

        for (var gap = 1; gap < name.Length - 1 && name.Length > ShortestCompared; gap++)
        {
            if (text.Contains(name.Remove(gap, 1), StringComparison.Ordinal))
            {
                return name.Remove(gap, 1);
            }
        }

        return null;
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

    [GeneratedRegex("(?<!某)[\\u4e00-\\u9fa5-[某]]某{1,2}(?![某公网局院分中医月儿话房种些个年日处地类项A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex MaskedName();
}
