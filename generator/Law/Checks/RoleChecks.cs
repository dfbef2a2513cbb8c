using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>Roles fit what is said of a party, and every id points at one.</summary>
internal static class RoleChecks
{
    private static readonly string[] Charged = ["criminal-defendant", "accused-unit"];

    /// <summary>Lists and fields that hold ids of parties.</summary>
    private static readonly HashSet<string> References = new(StringComparer.Ordinal)
        { "against", "parties", "defendants", "party", "addressee", "employer", "operator", "holder", "recipient", "by", "served_on", "authority" };

    public static IEnumerable<Finding> All(CheckInput input) => [.. input.Case.Parties.SelectMany(Of), .. Unknown(input), .. Needed(input), .. ReferenceChecks.All(input)];

    private static IEnumerable<Finding> Of(DataObject party)
    {
        var roles = CaseFacts.ListOf(party.Find("roles")).Select(CaseFacts.TextOf).OfType<string>().ToList();
        var charged = roles.Any(Charged.Contains);
        var kind = CaseFacts.TextOf(party.Find("kind"));
        if (party.Find("criminally_charged") is DataFlag flag && flag.Value != charged && (charged || roles.Contains("civil-defendant")))
        {
            yield return Finding.Of(
                flag,
                charged ? "身份为被告人、被告单位的，应当是被追究刑事责任的" : "被追究刑事责任的，身份应有被告人或者被告单位",
                "criminally_charged and the roles do not agree");
        }

        if (kind is not (null or "person") && roles.Contains("criminal-defendant"))
        {
            yield return Finding.Of(party.Find("roles"), "单位被追究刑事责任的称“被告单位”，不称“被告人”", "a charged unit is an accused-unit, not a criminal-defendant");
        }

        if (kind == "person" && roles.Contains("accused-unit"))
        {
            yield return Finding.Of(party.Find("roles"), "自然人不是“被告单位”", "a natural person is no accused-unit");
        }

        if (roles.Contains("non-prosecuted") && party.Find("criminally_charged") is DataFlag { Value: true } prosecuted)
        {
            yield return Finding.Of(prosecuted, "被不起诉人没有被追究刑事责任", "whoever is not prosecuted is not criminally charged");
        }

        if (charged && roles.Contains("non-prosecuted"))
        {
            yield return Finding.Of(party.Find("roles"), "同一人不能既是被告人又是被不起诉人", "one cannot be both prosecuted and not prosecuted");
        }
    }

    private static IEnumerable<Finding> Unknown(CheckInput input)
    {
        var ids = input.Case.Parties.Select(party => CaseFacts.TextOf(party.Find("id"))).OfType<string>().ToList();
        var referring = new List<DataText>();
        foreach (var member in input.Case.Data.Members)
        {
            Collect(member, referring);
        }

        return from text in referring
               where !ids.Contains(text.Value)
               select Finding.Of(
                   text,
                   $"parties 中没有代号 {text.Value}；本案主体的代号有 {string.Join('、', ids)}",
                   $"no party has the id {text.Value}; those of the case are {string.Join(", ", ids)}");
    }

    /// <summary>Whoever a document is about has the role it gives.</summary>
    private static IEnumerable<Finding> Needed(CheckInput input) =>
    [
        .. Role(input, input.Case.List("claims").SelectMany(claim => CaseFacts.ListOf(CaseFacts.Find(claim, "against"))), "civil-defendant"),
        .. Role(input, input.Case.List("reasoning.criminal.accusations").SelectMany(each => CaseFacts.ListOf(CaseFacts.Find(each, "defendants"))), "criminal-defendant", "accused-unit"),
        .. Role(input, [input.Case.Find("non_prosecution.party")], "non-prosecuted"),
        .. Role(input, [input.Case.Find("opinion.addressee")], "opinion-addressee"),
        .. Role(input, [input.Case.Find("recommendations.governance.addressee")], "recommendation-addressee"),
        .. Role(input, [input.Case.Find("recommendations.administrative.addressee")], "recommendation-addressee"),
        .. Role(input, [input.Case.Find("recommendations.administrative.addressee")], "competent-authority"),
    ];

    private static IEnumerable<Finding> Role(CheckInput input, IEnumerable<DataNode?> ids, params string[] roles) =>
        from node in ids
        where CaseFacts.TextOf(node) is { } id
            && input.Case.Party(id) is { } party
            && !CaseFacts.ListOf(party.Find("roles")).Any(role => roles.Contains(CaseFacts.TextOf(role)))
        select Finding.Of(node, $"该主体的 roles 中没有 {string.Join('、', roles)}", $"the party lacks the role {string.Join(" or ", roles)}");

    /// <summary>Gathers the texts that stand where ids of parties do.</summary>
    private static void Collect(DataMember member, List<DataText> referring)
    {
        if (member.Name != "documents")
        {
            Collect(member.Value, References.Contains(member.Name), referring);
        }
    }

    private static void Collect(DataNode node, bool isReference, List<DataText> referring)
    {
        switch (node)
        {
            case DataText text when isReference:
                referring.Add(text);
                break;
            case DataList list:
                foreach (var item in list.Items)
                {
                    Collect(item, isReference, referring);
                }

                break;
            case DataObject value:
                foreach (var member in value.Members)
                {
                    Collect(member, referring);
                }

                break;
        }
    }
}
