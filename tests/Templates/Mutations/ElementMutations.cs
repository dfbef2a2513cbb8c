using PiiDocs.Core;

namespace PiiDocs.Templates.Mutations;

/// <summary>What the law demands of a document left out, or a part of the proceedings changed.</summary>
internal static class ElementMutations
{
    /// <summary>Elements by the rules that demand them; every one of them is deleted wherever a case has it.</summary>
    private static readonly string[] Elements =
    [
        "$.office.name", "$.office.short_name", "$.office.contact.name", "$.office.contact.phone", "$.court.name", "$.court.level",
        "$.matter.title", "$.matter.law_act_date", "$.conduct.summary", "$.conduct.facts", "$.conduct.harm", "$.information.kinds", "$.information.total",
        "$.parties[].name", "$.parties[].kind", "$.parties[].roles", "$.parties[].sex", "$.parties[].birth_date", "$.parties[].id_number", "$.parties[].ethnicity",
        "$.parties[].education", "$.parties[].household", "$.parties[].coercive_measures", "$.parties[].present_location",
        "$.parties[].legal_representative", "$.parties[].credit_code", "$.parties[].duties",
        "$.evidence", "$.evidence[].name", "$.evidence[].proves",
        "$.reasoning.criminal", "$.reasoning.criminal.charge", "$.reasoning.criminal.accusations[].provision", "$.reasoning.criminal.accusations[].circumstances",
        "$.reasoning.criminal.accusations[].text", "$.reasoning.civil.unlawfulness", "$.reasoning.civil.provisions",
        "$.claims", "$.claims[].kind", "$.claims[].against", "$.liability", "$.liability.total", "$.liability.mode", "$.liability.shares[].cap", "$.liability.shares[].amount",
        "$.proceeds.total",
        "$.procedure.filing", "$.procedure.filing.number", "$.procedure.notice", "$.procedure.notice.published_on", "$.procedure.notice.media", "$.procedure.notice.period_days",
        "$.procedure.notice.media[].level", "$.procedure.criminal", "$.procedure.criminal.transferred_on", "$.procedure.criminal.accepted_on",
        "$.procedure.criminal.rights_notified_on", "$.procedure.criminal.victims_notified_on", "$.procedure.criminal.supplementary", "$.procedure.administrative_filing",
        "$.non_prosecution.party", "$.non_prosecution.alleged", "$.non_prosecution.insufficiency", "$.non_prosecution.no_further_return",
        "$.non_prosecution.chief_approved", "$.non_prosecution.property",
        "$.opinion.addressee", "$.opinion.party", "$.opinion.facts", "$.opinion.proposal", "$.opinion.basis", "$.opinion.property",
        "$.recommendations.governance.addressee", "$.recommendations.governance.origin", "$.recommendations.governance.facts", "$.recommendations.governance.problems",
        "$.recommendations.governance.problems[].problem", "$.recommendations.governance.problems[].proposal", "$.recommendations.governance.problems[].basis",
        "$.recommendations.governance.objection_days", "$.recommendations.governance.reply_months",
        "$.recommendations.administrative.addressee", "$.recommendations.administrative.origin", "$.recommendations.administrative.failure",
        "$.recommendations.administrative.problems", "$.recommendations.administrative.problems[].problem", "$.recommendations.administrative.problems[].proposal",
        "$.recommendations.administrative.problems[].basis", "$.recommendations.administrative.reply_months",
        "$.mediation.terms", "$.mediation.notice", "$.mediation.agreed_on", "$.mediation.notice.starts_on", "$.mediation.notice.days",
        "$.apology.by", "$.apology.media", "$.apology.wrong", "$.apology.required_by",
        "$.rectification.by", "$.initiative.title", "$.initiative.items", "$.decisions.civil_judgment.date",
        "$.documents.pre-suit-notice.date", "$.documents.criminal-indictment.number", "$.documents.criminal-indictment.date", "$.documents.criminal-indictment.signers",
        "$.documents.indictment-with-civil-claims.number", "$.documents.indictment-with-civil-claims.date", "$.documents.civil-complaint.number",
        "$.documents.civil-complaint.date", "$.documents.non-prosecution-decision.number", "$.documents.non-prosecution-decision.date",
        "$.documents.procuratorial-opinion.number", "$.documents.procuratorial-opinion.date",
        "$.documents.procuratorial-recommendation-governance.number", "$.documents.procuratorial-recommendation-governance.date",
        "$.documents.procuratorial-recommendation-administrative.number", "$.documents.procuratorial-recommendation-administrative.date",
        "$.documents.mediation-statement.date", "$.documents.apology-notice.date",
        "$.service[].document", "$.service[].received_on",
    ];

    public static IEnumerable<Mutation> Of(DataObject data) => [.. Deleted(data), .. Items(data), .. Emptied(data), .. Rounds(data), .. Accusations(data)];

    private static IEnumerable<Mutation> Deleted(DataObject data) =>
        from node in CaseTree.Facts(data)
        where Elements.Contains(node.Path.WithoutIndexes().Value, StringComparer.Ordinal) && IsDemanded(data, node)
        select new Mutation("element deleted", node.Path, "—", CaseTree.Replace(data, node.Path, null));

    /// <summary>Particulars are demanded of whoever stands accused or is sued, duties of whoever a recommendation goes to.</summary>
    private static bool IsDemanded(DataObject data, DataNode node)
    {
        if (!node.Path.Value.StartsWith("$.parties[", StringComparison.Ordinal) || CaseTree.Name(node) is "name" or "kind" or "roles")
        {
            return true;
        }

        var owner = node.Path.Value[..(node.Path.Value.IndexOf(']', StringComparison.Ordinal) + 1)];
        var roles = ((CaseTree.Find(data, $"{owner}.roles") as DataList)?.Items ?? []).OfType<DataText>().Select(role => role.Value).ToList();
        return CaseTree.Name(node) switch
        {
            "duties" => roles.Contains("recommendation-addressee"),
            "legal_representative" or "credit_code" => roles.Contains("civil-defendant") || roles.Contains("accused-unit"),
            "present_location" => roles.Contains("criminal-defendant"),
            _ => roles.Contains("criminal-defendant") || roles.Contains("non-prosecuted"),
        };
    }

    /// <summary>One item of a list that counts left out.</summary>
    private static IEnumerable<Mutation> Items(DataObject data) =>
        from node in CaseTree.Facts(data)
        where node.Path.WithoutIndexes().Value is "$.claims[]" or "$.liability.shares[]" or "$.mediation.terms[]" or "$.decisions.civil_judgment.items[]"
            or "$.decisions.criminal_judgment.sentences[]" or "$.rectification.measures[]" or "$.reasoning.criminal.accusations[]"
        select new Mutation("item left out", node.Path, "—", CaseTree.Replace(data, node.Path, null));

    private static IEnumerable<Mutation> Emptied(DataObject data) =>
        from text in CaseTree.Facts(data).OfType<DataText>()
        where Elements.Contains(text.Path.WithoutIndexes().Value, StringComparer.Ordinal) && IsDemanded(data, text)
        select new Mutation("element emptied", text.Path, "\"\"", CaseTree.Replace(data, text, ""));

    /// <summary>退回补充侦查 never, and twice.</summary>
    private static IEnumerable<Mutation> Rounds(DataObject data)
    {
        if (CaseTree.Find(data, "$.procedure.criminal.supplementary") is not DataList { Items: [var round, ..] } rounds)
        {
            yield break;
        }

        yield return new("rounds changed", rounds.Path, "0", CaseTree.Replace(data, rounds.Path, rounds with { Items = [] }));
        yield return new("rounds changed", rounds.Path, "2", CaseTree.Replace(data, rounds.Path, rounds with { Items = [round, round] }));
        yield return new("rounds changed", rounds.Path, "3", CaseTree.Replace(data, rounds.Path, rounds with { Items = [round, round, round] }));
    }

    private static IEnumerable<Mutation> Accusations(DataObject data) =>
        from text in CaseTree.Facts(data).OfType<DataText>()
        where text.Path.WithoutIndexes().Value == "$.reasoning.criminal.accusations[].circumstances"
        let other = text.Value == "serious" ? "very-serious" : "serious"
        select new Mutation("circumstances changed", text.Path, other, CaseTree.Replace(data, text, other));
}
