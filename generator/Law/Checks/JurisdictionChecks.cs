using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>V04 and V05: court, office and addressee.</summary>
internal static class JurisdictionChecks
{
    private const string Procuratorate = "人民检察院";
    private const string Court = "人民法院";

    /// <summary>V04: an action of its own goes to an intermediate or internet court; attached claims to the court of the prosecution.</summary>
    public static IEnumerable<Finding> Courts(CheckInput input) => [.. Levels(input), .. Internet(input), .. Named(input), .. Institutions(input)];

    /// <summary>A court is called a court, an office an office, and nobody is above itself.</summary>
    private static IEnumerable<Finding> Institutions(CheckInput input)
    {
        if (input.Case.Find("court.name") is DataText court && !court.Value.EndsWith(Court[2..], StringComparison.Ordinal))
        {
            yield return Finding.Of(court, "法院的名称不是法院", "this is not the name of a court");
        }

        foreach (var office in new[] { "office.name", "office.superior" }.Select(input.Case.Find).OfType<DataText>())
        {
            if (!office.Value.Contains(Procuratorate, StringComparison.Ordinal))
            {
                yield return Finding.Of(office, "检察院的名称不是人民检察院", "this is not the name of a procuratorate");
            }
        }

        if (input.Case.Find("office.superior") is DataText superior && superior.Value == input.Case.Text("office.name"))
        {
            yield return Finding.Of(superior, "上一级检察院与本院是同一检察院", "the superior office is the office itself");
        }
    }

    /// <summary>The level of an office or court is the one its name tells.</summary>
    private static IEnumerable<Finding> Named(CheckInput input)
    {
        foreach (var rule in input.Law.LevelRules)
        {
            if (input.Case.Text(rule.Name) is { } name
                && input.Case.Find(rule.Level) is DataText level
                && rule.Levels.FirstOrDefault(each => each.Pattern.IsMatch(name)).Level is { } told
                && told != level.Value)
            {
                yield return Finding.Of(level, "层级与名称不一致", "the level is not the one the name tells");
            }
        }

        if (input.Case.Text("recommendations.administrative.addressee") is { } id
            && CaseFacts.TextOf(input.Case.Party(id)?.Find("name")) is { } agency
            && (input.Case.Find("recommendations.administrative.office.level") ?? input.Case.Find("office.level")) is DataText office
            && input.Law.LevelRules.FirstOrDefault(rule => rule.Name == "addressee")?.Levels.FirstOrDefault(each => each.Pattern.IsMatch(agency)).Level is { } own
            && own != office.Value)
        {
            yield return Finding.Of(office, "行政公益诉讼由行政机关对应的同级人民检察院立案", "an administrative case is filed by the procuratorate of the agency's level");
        }
    }

    /// <summary>An internet court hears civil public-interest actions only under the provisions of the day.</summary>
    private static IEnumerable<Finding> Internet(CheckInput input)
    {
        if (input.Case.Text("court.level") != "internet"
            || input.Case.DocumentDay("civil-complaint") is not { } action
            || !input.Law.Topics.TryGetValue("internet_court", out var topic))
        {
            yield break;
        }

        var provisions = topic.InForceOn(action.Day).ToList();
        if (provisions.Count == 0)
        {
            yield return Finding.Of(input.Case.Find("court.level"), "起诉时没有互联网法院管辖公益诉讼的规定", "no provision gave internet courts such actions on that date");
        }
        else if (provisions.Find(each => each.Instrument.IsUnconfirmed) is { } provision)
        {
            yield return Finding.Of(
                input.Case.Find("court.level"),
                $"互联网法院的管辖依据{provision.Instrument.Number}尚未与公布文本核对，请人工核对",
                $"the jurisdiction of internet courts under {provision.Instrument.Id} is unconfirmed; check the published text")
                .AsWarning();
        }
    }

    private static IEnumerable<Finding> Levels(CheckInput input)
    {
        var level = input.Case.Find("court.level");
        if (input.Case.Has("documents.civil-complaint") && CaseFacts.TextOf(level) == "basic")
        {
            yield return Finding.Of(level, "民事公益诉讼由中级人民法院或者互联网法院管辖", "a civil action belongs to an intermediate or internet court");
        }

        if (input.Case.Has("documents.administrative-complaint") && !input.Case.Has("documents.civil-complaint") && CaseFacts.TextOf(level) == "internet")
        {
            yield return Finding.Of(level, "行政公益诉讼由被诉行政机关所在地人民法院管辖", "an administrative action belongs to the court where the agency is");
        }

        if (input.Case.Has("documents.civil-complaint")
            && input.Case.Text("office.level") == "district"
            && CaseFacts.TextOf(level) == "intermediate"
            && !input.Case.Has("office.assigned_by"))
        {
            yield return Finding.Of(input.Case.Find("office.level"), "民事公益诉讼由市级人民检察院提起，指定管辖的写明 assigned_by", "a civil action is brought by a city procuratorate; an assignment goes into assigned_by")
                .AsWarning();
        }

        if (!input.Case.Has("documents.indictment-with-civil-claims"))
        {
            yield break;
        }

        if (CaseFacts.TextOf(level) == "internet")
        {
            yield return Finding.Of(level, "附带民事公益诉讼由审理刑事案件的人民法院管辖", "attached claims belong to the court that tries the criminal case");
        }

        if (Region(input.Case.Text("office.name"), Procuratorate) is { } office
            && Region(input.Case.Text("court.name"), Court) is { } court
            && office != court)
        {
            yield return Finding.Of(input.Case.Find("court.name"), "法院与提起公诉的检察院不对应", "the court does not correspond to the procuratorate")
                .AsWarning();
        }
    }

    /// <summary>V05: administrative recommendations go to agencies, answers are due in two months or fifteen days.</summary>
    public static IEnumerable<Finding> Recommendations(CheckInput input) =>
    [
        .. Addressee(input),
        .. Reply(input, "administrative", "T8", 2),
        .. Reply(input, "governance", "T10", 2),
        .. Objection(input),
        .. Order(input, "administrative"),
        .. AdministrativeSuitChecks.All(input),
        .. Order(input, "governance"),
    ];

    private static IEnumerable<Finding> Addressee(CheckInput input)
    {
        var node = input.Case.Find("recommendations.administrative.addressee");
        if (CaseFacts.TextOf(node) is { } id && input.Case.Party(id) is { } party && CaseFacts.TextOf(party.Find("kind")) != "agency")
        {
            yield return Finding.Of(node, "行政公益诉讼检察建议发往行政机关，收文单位不是国家机关", "an administrative recommendation goes to a state agency");
        }

        var duties = CaseFacts.TextOf(node) is { } addressee ? input.Case.Party(addressee)?.Find("duties") : null;
        if (node is not null && duties is DataList { Items.IsEmpty: true })
        {
            yield return Finding.Of(duties, "没有写行政机关的职责依据", "the agency's duties have no legal basis");
        }
    }

    private static IEnumerable<Finding> Reply(CheckInput input, string kind, string ruleId, int months)
    {
        var path = $"recommendations.{kind}";
        var urgent = input.Case.Flag($"{path}.urgent");
        if (input.Case.Find($"{path}.reply_months") is DataNumber written && written.Value != months && !urgent)
        {
            yield return Finding.Of(written, $"书面回复的期限为{months}个月", $"an answer is due in {months} months");
        }

        if (input.Case.Day($"{path}.received_on") is not { } received || input.Case.Day($"{path}.replied_on") is not { } replied)
        {
            yield break;
        }

        var last = Deadlines.End(input.Law.DeadlineRules[urgent ? "T9" : ruleId], received.Day, input.Law.Calendar).Last;
        if (replied.Day < received.Day)
        {
            yield return Finding.Of(replied.Node, $"回复日{replied}早于收到日{received}", "the answer is dated before the receipt");
        }
        else if (replied.Day > last)
        {
            yield return Finding.Of(replied.Node, $"回复期限{DatedFact.Write(last)}届满，回复日{replied}逾期", $"the answer was due on {last:yyyy-MM-dd}").AsWarning();
        }
    }

    private static IEnumerable<Finding> Objection(CheckInput input)
    {
        if (input.Case.Find("recommendations.governance") is DataObject advice && advice.Find("objection_days") is null)
        {
            yield return Finding.Of(advice, "社会治理检察建议没有写异议期限", "a governance recommendation needs an objection period");
        }
    }

    private static IEnumerable<Finding> Order(CheckInput input, string kind)
    {
        var document = input.Case.DocumentDay($"procuratorial-recommendation-{kind}");
        if (document is { } issued
            && input.Case.Day($"recommendations.{kind}.received_on") is { } received
            && received.Day < issued.Day)
        {
            yield return Finding.Of(received.Node, $"收到日{received}早于检察建议书日期{issued}", "the recommendation was received before it was issued");
        }

        if (kind == "administrative"
            && document is { } advice
            && input.Case.Day("procedure.administrative_filing.date") is { } filing
            && advice.Day < filing.Day)
        {
            yield return Finding.Of(advice.Node, $"检察建议书日期{advice}早于行政公益诉讼立案日{filing}", "the recommendation is dated before the case was filed");
        }
    }

    private static string? Region(string? name, string ending) =>
        name is not null && name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : null;
}

/// <summary>How names tell levels: <c>levels</c> of <c>_law/checks.yaml</c>.</summary>
/// <param name="Name">Path of a name; <c>addressee</c> for the agency a recommendation goes to.</param>
/// <param name="Level">Path of its level.</param>
/// <param name="Levels">The first that matches.</param>
internal sealed record LevelRule(string Name, string Level, ImmutableArray<(DataPattern Pattern, string Level)> Levels);
