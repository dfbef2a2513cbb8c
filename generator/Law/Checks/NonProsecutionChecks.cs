using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>V07 to V10: decision not to prosecute, procuratorial opinion and the periods of review.</summary>
internal static class NonProsecutionChecks
{
    private const string Decision = "non-prosecution-decision";

    /// <summary>V07: one supplementary investigation needs a reason and the chief's approval, two need neither, none is an error.</summary>
    public static IEnumerable<Finding> Rounds(CheckInput input)
    {
        if (input.Case.Find("non_prosecution") is not DataObject decision || input.Case.DocumentDay(Decision) is not { } date)
        {
            return [];
        }

        var rounds = CriminalReview.RoundsOf(input.Case);
        return
        [
            .. rounds.Length switch
            {
                0 => [Finding.Of(decision, "没有退回补充侦查，不能作存疑不起诉", "without supplementary investigation there is no such decision")],
                1 => OneRound(decision),
                2 => TwoRounds(decision),
                _ => [Finding.Of(input.Case.Find("procedure.criminal.supplementary"), "补充侦查以二次为限", "there are two supplementary investigations at most")],
            },
            .. from round in rounds
               where CaseFacts.DayOf(round.Find("resubmitted_on")) is { } back && date.Day < back.Day
               select Finding.Of(date.Node, $"不起诉决定日期{date}早于补充侦查重报日", "the decision is dated before the case came back"),
        ];
    }

    /// <summary>V08: an opinion comes with the decision, about the same person, and not before it.</summary>
    public static IEnumerable<Finding> Opinion(CheckInput input)
    {
        if (input.Case.Find("opinion") is not DataObject opinion || input.Case.DocumentDay("procuratorial-opinion") is not { } date)
        {
            yield break;
        }

        if (input.Case.DocumentDay(Decision) is not { } decision)
        {
            yield return Finding.Of(opinion, "检察意见应当连同不起诉决定书移送，案中没有不起诉决定书", "an opinion goes with a decision, and the case has none");
            yield break;
        }

        if (date.Day < decision.Day)
        {
            yield return Finding.Of(date.Node, $"检察意见日期{date}早于不起诉决定日期{decision}", "the opinion is dated before the decision");
        }

        if (CaseFacts.TextOf(opinion.Find("party")) is { } party && input.Case.Text("non_prosecution.party") is { } other && party != other)
        {
            yield return Finding.Of(opinion.Find("party"), "检察意见所指的人不是被不起诉人", "the opinion is about another person than the decision");
        }

        foreach (var penalty in input.Case.List("decisions.penalties"))
        {
            if (CaseFacts.DayOf(CaseFacts.Find(penalty, "date")) is { } fined && fined.Day < date.Day)
            {
                yield return Finding.Of(fined.Node, $"行政处罚日期{fined}早于检察意见日期{date}", "the penalty is dated before the opinion").AsWarning();
            }
        }
    }

    /// <summary>V09: conduct not found within two years of its end is not punished.</summary>
    public static IEnumerable<Finding> Limitation(CheckInput input)
    {
        var end = input.Case.Text("conduct.period.to") is { } text ? PartialDate.Parse(text)?.Last : null;
        if (end is null || !input.Case.Has("opinion") || input.Law.DeadlineRules["T25"].Length is not { } length)
        {
            yield break;
        }

        var last = Deadlines.Add(end.Value, length, input.Law.Calendar);
        var found = input.Case.Find("procedure.lead.found_on") ?? input.Case.Find("procedure.criminal.transferred_on");
        if (CaseFacts.TextOf(found) is { } when && PartialDate.Parse(when)?.First > last)
        {
            yield return Finding.Of(
                found,
                $"违法行为终了后二年于{DatedFact.Write(last)}届满，发现日在其后；核对是否属五年的情形",
                $"two years after the conduct ended on {last:yyyy-MM-dd}; it was found later");
        }
    }

    /// <summary>V10: one month, fifteen days more where extended, anew after every supplementary investigation.</summary>
    public static IEnumerable<Finding> ReviewPeriods(CheckInput input)
    {
        var rounds = CriminalReview.RoundsOf(input.Case);
        if (rounds.Length > CriminalReview.MostRounds)
        {
            yield return Finding.Of(rounds[CriminalReview.MostRounds], "补充侦查以二次为限", "there are at most two supplementary investigations");
        }

        foreach (var round in rounds.Where(round => round.Find("returned_on") is not null && round.Find("resubmitted_on") is null && IsDecided(input)))
        {
            yield return Finding.Of(round, "退回补充侦查后没有重报的日期，即已作出决定", "the case was decided, and it is not said when it came back");
        }

        foreach (var finding in CriminalReview.Of(input.Law, input.Case).SelectMany(period => period.Ends.SelectMany(end => Within(period, end))))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> OneRound(DataObject decision)
    {
        if (decision.Find("no_further_return") is not DataFlag { Value: true })
        {
            yield return Finding.Of(decision, "只退回补充侦查一次的，应当写明没有再次退回补充侦查的必要", "after one return the decision must say that another is not needed");
        }

        if (decision.Find("chief_approved") is not DataFlag { Value: true })
        {
            yield return Finding.Of(decision, "只退回补充侦查一次作存疑不起诉的，须经检察长批准", "after one return the decision needs the chief prosecutor's approval");
        }
    }

    private static IEnumerable<Finding> TwoRounds(DataObject decision)
    {
        if (decision.Find("no_further_return") is DataFlag { Value: true } flag)
        {
            yield return Finding.Of(flag, "已二次退回补充侦查，不写“没有再次退回补充侦查的必要”", "after two returns the decision does not speak of another").AsWarning();
        }
    }

    private static IEnumerable<Finding> Within(CasePeriod period, DatedFact end)
    {
        var last = period.Deadline.Last;
        var isReview = period.Deadline.Rule.Id == CriminalReview.Review;
        if (end.Day < period.Start.Day)
        {
            yield return Finding.Of(
                end.Node,
                $"{end}早于{(isReview ? "审查起诉" : "补充侦查")}开始之日{period.Start}",
                $"it is dated before the {(isReview ? "review" : "investigation")} began");
        }
        else if (end.Day > last)
        {
            yield return isReview
                ? Finding.Of(end.Node, $"审查起诉期限{DatedFact.Write(last)}届满，{end}已逾期", $"the review was due on {last:yyyy-MM-dd}")
                : Finding.Of(end.Node, $"补充侦查应当在一个月以内完毕，{DatedFact.Write(last)}届满", $"the supplementary investigation was due on {last:yyyy-MM-dd}");
        }
    }

    private static bool IsDecided(CheckInput input) => (input.Case.DocumentDay("criminal-indictment") ?? input.Case.DocumentDay(Decision)) is not null;
}
