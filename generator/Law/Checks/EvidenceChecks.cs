using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>V15, evidence: each piece is of the kind its name says, and whatever points at one points at one there is.</summary>
internal static class EvidenceChecks
{
    private static readonly string[] Kinds = ["physical", "documentary", "witness", "victim", "defendant", "expert", "record", "electronic"];

    public static IEnumerable<Finding> All(CheckInput input) =>
        [.. input.Case.List("evidence").OfType<DataObject>().SelectMany(piece => Kind(input, piece).Concat(Person(input, piece))), .. Unknown(input), .. Twice(input)];

    /// <summary>证言 is of a witness, 供述 of a defendant; a name that says nothing is left alone.</summary>
    private static IEnumerable<Finding> Kind(CheckInput input, DataObject piece)
    {
        if (piece.Find("name") is DataText name && piece.Find("category") is DataText category)
        {
            var told = Kinds.Where(kind => input.Law.Words($"evidence_{kind}").Any(word => name.Value.Contains(word, StringComparison.Ordinal))).ToList();
            if (told.Count > 0 && !told.Contains(category.Value))
            {
                yield return Finding.Of(category, "证据种类与证据名称不符", "the kind of evidence is not the one its name says").AsWarning();
            }
        }
    }

    /// <summary>被害人顾某某的陈述 is of one who is a victim in this case.</summary>
    private static IEnumerable<Finding> Person(CheckInput input, DataObject piece) =>
        from role in (string[])["victim", "witness"]
        from word in input.Law.Words($"person_{role}")
        from party in input.Case.Parties
        let name = CaseFacts.TextOf(party.Find("name"))
        where piece.Find("name") is DataText text && name is not null && text.Value.Contains(word + name, StringComparison.Ordinal)
        where !CaseFacts.ListOf(party.Find("roles")).Any(each => CaseFacts.TextOf(each) == role)
        select Finding.Of(piece.Find("name"), $"证据名称称其为“{word}”，该主体的 roles 中没有 {role}", $"the party is called a {role} here and has no such role").AsWarning();

    private static IEnumerable<Finding> Unknown(CheckInput input)
    {
        var known = Ids(input).ToHashSet(StringComparer.Ordinal);
        return from edge in input.Case.List("diagram.edges")
               from id in CaseFacts.ListOf(CaseFacts.Find(edge, "evidence")).OfType<DataText>()
               where known.Count > 0 && !known.Contains(id.Value)
               select Finding.Of(id, $"证据中没有编号 {id.Value}", $"no piece of evidence has the id {id.Value}");
    }

    private static IEnumerable<Finding> Twice(CheckInput input) =>
        from same in input.Case.List("evidence").OfType<DataObject>().Where(piece => piece.Find("id") is DataText).GroupBy(piece => CaseFacts.TextOf(piece.Find("id")))
        where same.Count() > 1
        select Finding.Of(same.Last().Find("id"), "两项证据用了同一编号", "two pieces of evidence have one id");

    private static IEnumerable<string> Ids(CheckInput input) =>
        input.Case.List("evidence").Select(piece => CaseFacts.TextOf(CaseFacts.Find(piece, "id"))).OfType<string>();
}
