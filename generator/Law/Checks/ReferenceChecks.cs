using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>Whoever is named in a place is somebody who can stand there.</summary>
internal static class ReferenceChecks
{
    private static readonly string[] Accused = ["criminal-defendant", "accused-unit"];
    private static readonly string[] Sued = ["civil-defendant"];
    private static readonly string[] Rectifying = ["civil-defendant", "violator", "recommendation-addressee"];
    private static readonly string[] Fined = ["violator", "non-prosecuted", "civil-defendant", "criminal-defendant", "accused-unit"];
    private static readonly string[] Told = ["non-prosecuted", "investigating-authority", "victim", "competent-authority"];
    private static readonly string[] Investigating = ["investigating-authority"];

    public static IEnumerable<Finding> All(CheckInput input) =>
        [.. Accusations(input), .. Sentences(input), .. Defendants(input), .. Authorities(input), .. Penalties(input), .. Served(input), .. Others(input)];

    /// <summary>Each accused stands in one accusation.</summary>
    private static IEnumerable<Finding> Accusations(CheckInput input)
    {
        if (input.Case.Find("reasoning.criminal.accusations") is not DataList accusations)
        {
            yield break;
        }

        var named = accusations.Items.SelectMany(each => CaseFacts.ListOf(CaseFacts.Find(each, "defendants"))).OfType<DataText>().ToList();
        foreach (var twice in named.GroupBy(text => text.Value, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return Finding.Of(twice.Last(), "同一人在指控中出现两次", "one person is accused twice");
        }

        foreach (var party in AccusedOf(input).Where(party => !named.Exists(text => text.Value == IdOf(party))))
        {
            yield return Finding.Of(party.Find("roles"), "该被告人没有写入指控", "no accusation names this defendant");
        }
    }

    /// <summary>Where sentences are given one by one, every accused has one, and nobody else.</summary>
    private static IEnumerable<Finding> Sentences(CheckInput input)
    {
        var sentences = input.Case.List("decisions.criminal_judgment.sentences").OfType<DataObject>().ToList();
        if (sentences.Count == 0)
        {
            yield break;
        }

        foreach (var finding in sentences.SelectMany(sentence => Stands(input, sentence.Find("party"), Accused)))
        {
            yield return finding;
        }

        foreach (var party in AccusedOf(input).Where(party => !sentences.Exists(sentence => CaseFacts.TextOf(sentence.Find("party")) == IdOf(party))))
        {
            yield return Finding.Of(input.Case.Find("decisions.criminal_judgment.sentences"), $"判决没有写代号 {IdOf(party)} 的刑罚", $"there is no sentence for {IdOf(party)}");
        }

        foreach (var twice in sentences.GroupBy(sentence => CaseFacts.TextOf(sentence.Find("party")), StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return Finding.Of(twice.Last().Find("party"), "同一人的刑罚写了两次", "one person is sentenced twice");
        }
    }

    /// <summary>Every civil defendant is sued for something.</summary>
    private static IEnumerable<Finding> Defendants(CheckInput input)
    {
        if (!input.Case.Has("claims"))
        {
            yield break;
        }

        var against = input.Case.List("claims").SelectMany(claim => CaseFacts.ListOf(CaseFacts.Find(claim, "against"))).Select(CaseFacts.TextOf).ToList();
        foreach (var party in input.Case.PartiesWith("civil-defendant").Where(party => !against.Contains(IdOf(party))))
        {
            yield return Finding.Of(party.Find("roles"), "没有一项诉讼请求针对该被告", "no claim is made against this defendant");
        }
    }

    /// <summary>The police investigate; arrests are approved by the procuratorate.</summary>
    private static IEnumerable<Finding> Authorities(CheckInput input)
    {
        foreach (var finding in Stands(input, input.Case.Find("procedure.criminal.authority"), Investigating))
        {
            yield return finding;
        }

        foreach (var measure in input.Case.Parties.SelectMany(party => CaseFacts.ListOf(party.Find("coercive_measures"))).OfType<DataObject>())
        {
            foreach (var finding in Stands(input, measure.Find("authority"), Investigating))
            {
                yield return finding;
            }

            if (measure.Find("approved_by_office") is DataFlag { Value: false } approved && CaseFacts.TextOf(measure.Find("kind")) == "逮捕")
            {
                yield return Finding.Of(approved, "逮捕须经人民检察院批准或者决定", "an arrest is approved by the procuratorate");
            }
        }
    }

    /// <summary>Whom an opinion or a recommendation was about is fined by the body it was sent to.</summary>
    private static IEnumerable<Finding> Penalties(CheckInput input)
    {
        var addressee = input.Case.Text("opinion.addressee") ?? input.Case.Text("recommendations.administrative.addressee");
        foreach (var penalty in input.Case.List("decisions.penalties").OfType<DataObject>())
        {
            if (addressee is not null && CaseFacts.TextOf(penalty.Find("authority")) is { } authority && authority != addressee)
            {
                yield return Finding.Of(penalty.Find("authority"), "处罚机关不是检察意见、检察建议的收文机关", "the fine comes from another body than was addressed").AsWarning();
            }

            if (input.Case.Text("opinion.party") is { } person && CaseFacts.TextOf(penalty.Find("party")) is { } fined && fined != person)
            {
                yield return Finding.Of(penalty.Find("party"), "受处罚的人不是检察意见所指的人", "another person was fined than the opinion is about").AsWarning();
            }
        }

        foreach (var finding in input.Case.List("decisions.penalties").SelectMany(penalty => Stands(input, CaseFacts.Find(penalty, "party"), Fined)))
        {
            yield return finding;
        }

        foreach (var twice in input.Case.List("decisions.penalties").OfType<DataObject>().GroupBy(penalty => CaseFacts.TextOf(penalty.Find("party")), StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return Finding.Of(twice.Last().Find("party"), "同一主体的处罚写了两次，核对", "one party is fined twice").AsWarning();
        }
    }

    /// <summary>An opinion or recommendation is served on its addressee, a notice on those who are sued.</summary>
    private static IEnumerable<Finding> Served(CheckInput input)
    {
        foreach (var record in input.Case.List("service").OfType<DataObject>())
        {
            var type = CaseFacts.TextOf(record.Find("document")) ?? "";
            var recipient = record.Find("recipient");
            if (AddresseeOf(input, type) is { } addressee && CaseFacts.TextOf(recipient) is { } id && id != addressee)
            {
                yield return Finding.Of(recipient, "受送达人不是该文书的收文单位", "it was served on another than it is addressed to");
            }

            var allowed = type switch { "pre-suit-notice" => Sued, "non-prosecution-decision" => Told, _ => null };
            foreach (var finding in allowed is null ? [] : Stands(input, recipient, allowed))
            {
                yield return finding;
            }

            if (type == "pre-suit-notice"
                && input.Case.Find("procedure.notice.served_on") is DataList served
                && CaseFacts.TextOf(recipient) is { } told
                && !served.Items.Any(each => CaseFacts.TextOf(each) == told))
            {
                yield return Finding.Of(served, "送达记录中的受送达人不在公告的送达之列", "the notice was served on one it does not list");
            }

            if (!input.Case.Has($"documents.{type}"))
            {
                yield return Finding.Of(record.Find("document") ?? record, "送达的文书不在本案的文书之列", "what was served is none of the documents of the case");
            }

            if (ReceivedOf(input, type) is { } received && CaseFacts.DayOf(record.Find("received_on")) is { } signed && received.Day != signed.Day)
            {
                yield return Finding.Of(signed.Node, $"签收日{signed}与检察建议的收到日{received}不一致", "the receipt and the recommendation differ in the day it was received");
            }
        }
    }

    private static IEnumerable<Finding> Others(CheckInput input) =>
    [
        .. input.Case.List("apology.by").SelectMany(party => Stands(input, party, Sued)),
        .. input.Case.List("rectification.by").SelectMany(party => Stands(input, party, Rectifying)),
        .. input.Case.List("procedure.notice.served_on").SelectMany(party => Stands(input, party, Sued)),
        .. from name in (string[])["apology.by", "rectification.by", "initiative.organisers"]
           from twice in input.Case.List(name).OfType<DataText>().GroupBy(text => text.Value, StringComparer.Ordinal)
           where twice.Count() > 1
           select Finding.Of(twice.Last(), "同一主体写了两次", "one party is named twice"),
        .. from organiser in input.Case.List("initiative.organisers")
           where CaseFacts.TextOf(organiser) is { } id && input.Case.Party(id) is { } party && CaseFacts.TextOf(party.Find("kind")) != "agency"
           select Finding.Of(organiser, "会同发起的应为行政机关等单位", "who organises with the procuratorate is an agency").AsWarning(),
        .. Operators(input),
        .. input.Case.Has("apology") && input.Case.Has("claims") && !input.Case.List("claims").Any(claim => CaseFacts.TextOf(CaseFacts.Find(claim, "kind")) == "apologise")
            ? [Finding.Of(input.Case.Find("apology"), "有致歉声明，诉讼请求中却没有赔礼道歉", "there is an apology and no claim for one")]
            : (Finding[])[],
        .. input.Case.List("proceeds.items").SelectMany(item => Stands(input, CaseFacts.Find(item, "party"), [.. Accused, .. Sued])),
    ];

    /// <summary>Whoever is to close or change a site runs it.</summary>
    private static IEnumerable<Finding> Operators(CheckInput input)
    {
        var operators = input.Case.List("platforms").OfType<DataObject>()
            .Where(platform => platform.Find("id") is DataText && platform.Find("operator") is DataText)
            .ToLookup(platform => CaseFacts.TextOf(platform.Find("id"))!, platform => platform.Find("operator")!, StringComparer.Ordinal);
        return from claim in input.Case.List("claims").OfType<DataObject>()
               let against = CaseFacts.ListOf(claim.Find("against")).Select(CaseFacts.TextOf).ToList()
               from platform in CaseFacts.ListOf(claim.Find("platforms"))
               from runner in operators[CaseFacts.TextOf(platform) ?? ""]
               where !against.Contains(CaseFacts.TextOf(runner))
               select Finding.Of(runner, "针对该平台的请求没有列平台的运营者为被告", "the claim about this platform is not made against its operator").AsWarning();
    }

    private static string? AddresseeOf(CheckInput input, string type) => type switch
    {
        "procuratorial-opinion" => input.Case.Text("opinion.addressee"),
        "procuratorial-recommendation-administrative" => input.Case.Text("recommendations.administrative.addressee"),
        "procuratorial-recommendation-governance" => input.Case.Text("recommendations.governance.addressee"),
        _ => null,
    };

    private static DatedFact? ReceivedOf(CheckInput input, string type) => type switch
    {
        "procuratorial-recommendation-administrative" => input.Case.Day("recommendations.administrative.received_on"),
        "procuratorial-recommendation-governance" => input.Case.Day("recommendations.governance.received_on"),
        _ => null,
    };

    private static IEnumerable<DataObject> AccusedOf(CheckInput input) => Accused.SelectMany(input.Case.PartiesWith).Distinct();

    private static string IdOf(DataObject party) => CaseFacts.TextOf(party.Find("id")) ?? "";

    private static IEnumerable<Finding> Stands(CheckInput input, DataNode? id, string[] roles)
    {
        if (CaseFacts.TextOf(id) is { } text
            && input.Case.Party(text) is { } party
            && !CaseFacts.ListOf(party.Find("roles")).Any(role => roles.Contains(CaseFacts.TextOf(role))))
        {
            yield return Finding.Of(id, $"该主体的 roles 中没有 {string.Join('、', roles)}", $"the party lacks the role {string.Join(" or ", roles)}");
        }
    }
}
