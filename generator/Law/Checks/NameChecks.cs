using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>V15, names: a text that writes a name of the case almost, and an office named after another place.</summary>
internal static class NameChecks
{
    private const int ShortestCompared = 4;
    private const int ProvinceLength = 2;
    private const int MaskedLength = 3;
    private const char Mask = '某';
    private const string MaskWord = "某";
    private const string Nouns = "某公网局院分中医月儿话房处种些个年日地类项A";

    public static IEnumerable<Finding> All(CheckInput input)
    {
        var names = NamesOf(input);
        var masked = names.Where(IsMasked).ToList();
        return
        [
            .. masked.Count == 0 ? [] : input.Case.TextsWith(MaskWord).Where(text => !names.Contains(text.Value)).SelectMany(text => Masked(text, names, masked)),
            .. names.Where(name => name.Length >= ShortestCompared).SelectMany(name => Near(input, name, names)),
            .. Places(input),
            .. Pseudonyms(input),
            .. Officers(input),
            .. Receiving(input),
        ];
    }

    /// <summary>Whoever signs or draws is one of those who handle the case.</summary>
    private static IEnumerable<Finding> Officers(CheckInput input)
    {
        var handling = input.Case.List("office.prosecutors").Select(officer => CaseFacts.TextOf(CaseFacts.Find(officer, "name"))).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var documents = (input.Case.Find("documents") as DataObject)?.Members.Select(member => member.Value) ?? [];
        return from name in documents.SelectMany(document => CaseFacts.ListOf(CaseFacts.Find(document, "signers")).Select(signer => CaseFacts.Find(signer, "name")).Append(CaseFacts.Find(document, "author"))).OfType<DataText>()
               where handling.Count > 0 && !handling.Contains(name.Value)
               select Finding.Of(name, "此人不在 office.prosecutors 之列，核对姓名", "this person is none of office.prosecutors; check the name").AsWarning();
    }

    /// <summary>A report goes to an office that acts in the case.</summary>
    private static IEnumerable<Finding> Receiving(CheckInput input)
    {
        var offices = new[] { "office.name", "recommendations.administrative.office.name", "recommendations.governance.office.name" }.Select(input.Case.Text).ToHashSet(StringComparer.Ordinal);
        return from receiver in input.Case.List("rectification.submitted_to").OfType<DataText>()
               where receiver.Value.EndsWith("检察院", StringComparison.Ordinal) && !offices.Contains(receiver.Value)
               select Finding.Of(receiver, "报送的检察院不是本案的办案、制发检察院", "the report goes to an office that does not act in this case");
    }

    /// <summary>A real name behind a pseudonym stands in the register only; the pseudonym is used somewhere.</summary>
    private static IEnumerable<Finding> Pseudonyms(CheckInput input)
    {
        var texts = input.Case.Texts.Where(text => !text.Path.Value.StartsWith("$.pseudonyms", StringComparison.Ordinal)).ToList();
        foreach (var entry in input.Case.List("pseudonyms").OfType<DataObject>())
        {
            if (CaseFacts.TextOf(entry.Find("name")) is { Length: > 1 } name)
            {
                foreach (var text in texts.Where(text => text.Value.Contains(name, StringComparison.Ordinal)))
                {
                    yield return Finding.Of(text, "使用化名的人，其真实姓名只写在化名对照表中", "the real name behind a pseudonym belongs in the register only") with { Words = name };
                }
            }

            if (entry.Find("pseudonym") is DataText pseudonym && !texts.Exists(text => text.Value.Contains(pseudonym.Value, StringComparison.Ordinal)))
            {
                yield return Finding.Of(pseudonym, "案件文字中没有用到这个化名", "this pseudonym is used nowhere in the case").AsWarning();
            }
        }
    }

    private static HashSet<string> NamesOf(CheckInput input) =>
        input.Case.Parties.Select(party => CaseFacts.TextOf(party.Find("name")))
            .Concat(new[] { "office.name", "court.name", "office.superior", "recommendations.administrative.office.name", "recommendations.governance.office.name" }.Select(input.Case.Text))
            .OfType<string>().Where(name => name.Length > 1).ToHashSet(StringComparer.Ordinal);

    /// <summary>A masked name, 王某某 or 王某, that no party bears.</summary>
    private static IEnumerable<Finding> Masked(DataText text, HashSet<string> names, List<string> masked)
    {
        for (var place = MaskedFrom(text.Value, 0); !place.IsEmpty; place = MaskedFrom(text.Value, place.End))
        {
            var name = text.Value.Substring(place.Start, place.Length);
            if (!names.Contains(name)
                && !names.Any(other => other.Length > place.Length && IsPartOf(text.Value, place, other))
                && (masked.Exists(other => other[0] == name[0]) || (place.Length == MaskedLength && !GoesOn(text.Value, place.End))))
            {
                yield return Differs(text, name);
            }
        }
    }

    /// <summary>The next character and one or two 某, no more and none before it; empty where there is none.</summary>
    private static TextSpan MaskedFrom(string text, int from)
    {
        for (var at = text.IndexOf(Mask, from); at >= 0; at = text.IndexOf(Mask, at))
        {
            var start = at - 1;
            while (at < text.Length && text[at] == Mask)
            {
                at++;
            }

            if (start >= 0
                && text[start] is >= '\u4E00' and <= '\u9FA5'
                && at - start <= MaskedLength
                && (start == 0 || text[start - 1] != Mask))
            {
                return TextSpan.FromBounds(start, at);
            }
        }

        return default;
    }

    private static bool IsMasked(string name) => MaskedFrom(name, 0).Length == name.Length;

    /// <summary>某 that begins a masked place or company: 某某网, 某公司.</summary>
    private static bool GoesOn(string text, int next) => next < text.Length && Nouns.Contains(text[next], StringComparison.Ordinal);

    /// <summary>The name of a company, office or full person's name with one character changed or dropped.</summary>
    /// <remarks>The first character different is another name or none: 一家话务公司 beside 某话务公司.</remarks>
    private static IEnumerable<Finding> Near(CheckInput input, string name, HashSet<string> names)
    {
        for (var place = NearFrom(input.Case.AllText, name, 0); !place.IsEmpty; place = NearFrom(input.Case.AllText, name, place.Start + 1))
        {
            var text = input.Case.TextAt(place.Start);
            var near = input.Case.AllText.Substring(place.Start, place.Length);
            if (!names.Contains(text.Value) && !names.Any(other => other != name && other.Contains(near, StringComparison.Ordinal)))
            {
                yield return Differs(text, near);
            }
        }
    }

    private static TextSpan NearFrom(string text, string name, int from)
    {
        for (var start = text.IndexOf(name[0], from); start >= 0; start = text.IndexOf(name[0], start + 1))
        {
            var same = text.AsSpan(start).CommonPrefixLength(name);
            if (same == name.Length)
            {
                continue;
            }

            if (IsChanged(text.AsSpan(start), name, same))
            {
                return new(start, name.Length);
            }

            if (IsDropped(text.AsSpan(start), name, same))
            {
                return new(start, name.Length - 1);
            }
        }

        return default;
    }

    /// <summary>Whether the text goes on as the name does after the first character that differs.</summary>
    private static bool IsChanged(ReadOnlySpan<char> text, string name, int same) =>
        text.Length >= name.Length && text[same] != '\n' && text[(same + 1)..name.Length].SequenceEqual(name.AsSpan(same + 1));

    /// <summary>Whether the text goes on as the name does when one inner character of it is left out.</summary>
    private static bool IsDropped(ReadOnlySpan<char> text, string name, int same)
    {
        var gap = same;
        while (gap > 1 && name[gap] == name[gap - 1])
        {
            gap--; // Of a character that stands twice, either may be the one left out.
        }

        return name.Length > ShortestCompared
            && gap < name.Length - 1
            && text[same..].StartsWith(name.AsSpan(same + 1));
    }

    private static bool IsPartOf(string text, TextSpan place, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (at <= place.Start && place.End <= at + name.Length)
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
}
