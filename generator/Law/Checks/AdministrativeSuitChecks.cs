namespace PiiDocs.Law.Checks;

/// <summary>An action against an agency comes after a recommendation has had its time, and within the month of review.</summary>
/// <remarks>检察公益诉讼解释第二十一条、第二十二条；办案规则第四十七条、第八十一条。</remarks>
internal static class AdministrativeSuitChecks
{
    public static IEnumerable<Finding> All(CheckInput input)
    {
        if (input.Case.DocumentDay("administrative-complaint") is not { } action)
        {
            yield break;
        }

        if (input.Case.DocumentDay("procuratorial-recommendation-administrative") is null || input.Case.Day("recommendations.administrative.received_on") is not { } received)
        {
            yield return Finding.Of(action.Node, "提起行政公益诉讼，没有送达检察建议书", "an administrative action is brought without a recommendation");
            yield break;
        }

        var given = Deadlines.End(input.Law.DeadlineRules[Rule(input)], received.Day, input.Law.Calendar).Last;
        var review = Deadlines.End(input.Law.DeadlineRules["T4"], given, input.Law.Calendar).Last;
        if (action.Day <= given)
        {
            yield return Finding.Of(
                action.Node,
                $"检察建议的整改期限{DatedFact.Write(given)}届满，起诉日{action}未在期满之后",
                $"the agency has until {given:yyyy-MM-dd}; the action must come later");
        }
        else if (action.Day > review && action.Day >= input.Law.DeadlineRules["T4"].AppliesFrom)
        {
            yield return Finding.Of(
                action.Node,
                $"整改期满后应于{DatedFact.Write(review)}前起诉；延长须经检察长批准或者报上一级",
                $"the action was due on {review:yyyy-MM-dd}; an extension needs approval").AsWarning();
        }
    }

    private static string Rule(CheckInput input) => input.Case.Flag("recommendations.administrative.urgent") ? "T9" : "T8";
}
