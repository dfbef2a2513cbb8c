using PiiDocs.Core;

namespace PiiDocs.Templates.Mutations;

/// <summary>Slips in who is who: roles swapped, dropped and added, one party meant and another named.</summary>
internal static class PartyMutations
{
    private static readonly HashSet<string> References = new(StringComparer.Ordinal)
        { "against", "defendants", "parties", "party", "addressee", "authority", "recipient", "by", "operator", "employer", "served_on", "organisers" };

    public static IEnumerable<Mutation> Of(DataObject data) => [.. Roles(data), .. Swapped(data), .. Named(data), .. Dropped(data), .. Names(data)];

    private static List<DataObject> Parties(DataObject data) =>
        data.Find("parties") is DataList list ? [.. list.Items.OfType<DataObject>()] : [];

    private static string Id(DataObject party) => ((DataText)party.Find("id")!).Value;

    private static IEnumerable<Mutation> Roles(DataObject data) =>
        from party in Parties(data)
        where party.Find("roles") is DataList
        let roles = (DataList)party.Find("roles")!
        from role in roles.Items.OfType<DataText>()
        where role.Value is not ("involved" or "reporter" or "victim" or "violator") // Whoever no document is about.
        select new Mutation("role dropped", role.Path, "—", CaseTree.Replace(data, role.Path, null));

    /// <summary>Two parties of different roles change places.</summary>
    private static IEnumerable<Mutation> Swapped(DataObject data) =>
        from left in Parties(data)
        from right in Parties(data)
        where string.CompareOrdinal(Id(left), Id(right)) < 0
        let mine = left.Find("roles") as DataList
        let theirs = right.Find("roles") as DataList
        where mine is not null && theirs is not null
        where !mine.Items.OfType<DataText>().Select(role => role.Value).SequenceEqual(theirs.Items.OfType<DataText>().Select(role => role.Value))
        let once = CaseTree.Replace(data, mine.Path, theirs with { Path = mine.Path })
        select new Mutation("roles swapped", mine.Path, theirs.Path.Value, CaseTree.Replace(once, theirs.Path, mine with { Path = theirs.Path }));

    /// <summary>Another party named where one is meant.</summary>
    private static IEnumerable<Mutation> Named(DataObject data) =>
        from text in Referring(data)
        let ids = Parties(data).Select(Id).ToList()
        where ids.Contains(text.Value) && ids.Count > 1
        let other = ids[(ids.IndexOf(text.Value) + 1) % ids.Count]
        select new Mutation("party swapped", text.Path, other, CaseTree.Replace(data, text, other));

    private static IEnumerable<Mutation> Dropped(DataObject data) =>
        from text in Referring(data)
        where text.Path.Value.EndsWith(']')
        select new Mutation("party dropped", text.Path, "—", CaseTree.Replace(data, text.Path, null));

    private static IEnumerable<DataText> Referring(DataObject data) =>
        CaseTree.Facts(data).OfType<DataText>().Where(text => References.Contains(CaseTree.Name(text)) && !text.Path.Value.StartsWith("$.parties", StringComparison.Ordinal));

    /// <summary>The name of a party, the office or the court changed in the one place that all documents take it from.</summary>
    private static IEnumerable<Mutation> Names(DataObject data) =>
        from text in CaseTree.Facts(data).OfType<DataText>()
        where text.Path.WithoutIndexes().Value is "$.parties[].name" or "$.office.name" or "$.court.name"
        let other = text.Value.EndsWith("某某", StringComparison.Ordinal) ? "汪某某" : text.Value[..1] + "宁" + text.Value[2..]
        select new Mutation("name changed", text.Path, other, CaseTree.Replace(data, text, other));
}
