using PiiDocs.Core;
using PiiDocs.Law.Functions;

namespace PiiDocs.Law.Checks;

/// <summary>V15, judgments: what they say in words is what the fields say, and nobody is given what was not claimed.</summary>
internal static class JudgmentChecks
{
    private const string Compensate = "compensate";
    private const string WithinCap = "compensate-within-cap";

    private static readonly (string Field, string Words)[] TermNames = [("imprisonment_months", "有期徒刑"), ("probation_months", "缓刑")];

    public static IEnumerable<Finding> All(CheckInput input) =>
        [.. input.Case.List("decisions.criminal_judgment.sentences").OfType<DataObject>().SelectMany(sentence => Terms(input, sentence)), .. Items(input).SelectMany(item => Words(input, item)), .. Granted(input), .. Awarded(input)];

    private static IEnumerable<DataObject> Items(CheckInput input) => input.Case.List("decisions.civil_judgment.items").OfType<DataObject>();

    /// <summary>有期徒刑三年，缓刑三年，并处罚金十六万元: each number of the fields stands in the words.</summary>
    private static IEnumerable<Finding> Terms(CheckInput input, DataObject sentence)
    {
        if (sentence.Find("text") is not DataText text)
        {
            yield break;
        }

        foreach (var (name, before) in TermNames)
        {
            if (sentence.Find(name) is DataNumber months && !text.Value.Contains(before + DateFunctions.Term((long)months.Value, input.Law.Forms), StringComparison.Ordinal))
            {
                yield return Finding.Of(months, "刑期与判决的文字不一致", "the term is not what the words of the judgment say");
            }
        }

        if (sentence.Find("fine") is DataNumber fine && !TextNumberChecks.Writes(text.Value, fine.Value))
        {
            yield return Finding.Of(fine, "罚金数额与判决的文字不一致", "the fine is not what the words of the judgment say");
        }
    }

    private static IEnumerable<Finding> Words(CheckInput input, DataObject item)
    {
        if (item.Find("text") is not DataText text)
        {
            yield break;
        }

        foreach (var sum in new[] { item.Find("amount"), item.Find("cap") }.OfType<DataNumber>())
        {
            if (!TextNumberChecks.Writes(text.Value, sum.Value))
            {
                yield return Finding.Of(sum, "数额与判项的文字不一致", "the sum is not what the words of the judgment say");
            }
        }

        var parties = Ids(item.Find("parties")).ToList();
        foreach (var party in input.Case.PartiesWith("civil-defendant"))
        {
            var isNamed = CaseFacts.TextOf(party.Find("name")) is { } name && text.Value.Contains(name, StringComparison.Ordinal);
            if (isNamed != parties.Contains(CaseFacts.TextOf(party.Find("id")) ?? ""))
            {
                yield return Finding.Of(item.Find("parties"), "判项的主体与判项文字所写的人不一致", "the parties are not those the words of the judgment name");
            }
        }
    }

    /// <summary>A court gives no more than was claimed; where it gave all, each claim is there, against the same defendants.</summary>
    private static IEnumerable<Finding> Granted(CheckInput input)
    {
        var claims = input.Case.List("claims").OfType<DataObject>().ToList();
        var claimed = claims.Select(KindOf).ToHashSet(StringComparer.Ordinal);
        foreach (var item in Items(input).Where(item => claims.Count > 0 && !claimed.Contains(KindOf(item))))
        {
            yield return Finding.Of(item, "判项没有相应的诉讼请求", "the judgment gives what no claim asked for");
        }

        if (input.Case.Text("decisions.civil_judgment.result")?.Contains("支持", StringComparison.Ordinal) != true || !Items(input).Any())
        {
            yield break;
        }

        foreach (var claim in claims)
        {
            var given = Items(input).Where(item => KindOf(item) == KindOf(claim)).ToList();
            var against = Ids(claim.Find("against")).ToHashSet(StringComparer.Ordinal);
            if (!against.SetEquals(given.SelectMany(item => Ids(item.Find("parties")))))
            {
                yield return Finding.Of(
                    claim,
                    given.Count == 0 ? "判决支持诉讼请求，但没有与本项相应的判项" : "本项请求的被告与判项的主体不一致",
                    given.Count == 0 ? "the judgment grants the claims, but not this one" : "the claim and the judgment name different defendants");
            }
        }
    }

    /// <summary>What each defendant is to pay by the judgment, against what each was sued for.</summary>
    private static IEnumerable<Finding> Awarded(CheckInput input)
    {
        var mode = input.Case.Text("liability.mode");
        foreach (var item in Items(input).Where(item => KindOf(item) == Compensate)) // Within a cap or not.
        {
            if (item.Find("joint") is DataFlag joint && mode is not null && joint.Value != (mode == "joint"))
            {
                yield return Finding.Of(joint, "判项是否连带与赔偿责任的形态不一致", "the judgment and the liability differ in being joint");
            }

            foreach (var share in input.Case.List("liability.shares").OfType<DataObject>().Where(share => Ids(item.Find("parties")).Contains(CaseFacts.TextOf(share.Find("party")) ?? "")))
            {
                var whole = mode == "joint" ? input.Case.Number("liability.total") : null;
                var (sued, given) = (Sum(share) ?? whole, Sum(item));
                if (sued is not null && given is not null && sued != given)
                {
                    yield return Finding.Of(item.Find("cap") ?? item.Find("amount"), "判项数额与请求该被告赔偿的数额不一致，核对", "the judgment gives another sum than was claimed of this defendant").AsWarning();
                }
            }
        }
    }

    private static decimal? Sum(DataObject node) => CaseFacts.NumberOf(node.Find("cap")) ?? CaseFacts.NumberOf(node.Find("amount"));

    private static string KindOf(DataObject node) => CaseFacts.TextOf(node.Find("kind")) is { } kind ? (kind == WithinCap ? Compensate : kind) : "";

    private static IEnumerable<string> Ids(DataNode? list) => CaseFacts.ListOf(list).Select(CaseFacts.TextOf).OfType<string>();
}
