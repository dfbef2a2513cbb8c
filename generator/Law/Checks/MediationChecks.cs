using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>V06: a mediation agreement is announced for thirty days and gives nothing of the claims away.</summary>
internal static class MediationChecks
{
    public static IEnumerable<Finding> Announcement(CheckInput input)
    {
        if (!input.Case.Has("mediation"))
        {
            return [];
        }

        return [.. Period(input), .. Statement(input), .. Terms(input)];
    }

    private static IEnumerable<Finding> Period(CheckInput input)
    {
        if (input.Case.Find("mediation.notice.days") is DataNumber { Value: < 30 } days)
        {
            yield return Finding.Of(days, "调解协议的公告期间不得少于三十日", "a mediation agreement is announced for at least 30 days");
        }

        if (input.Case.Day("mediation.agreed_on") is { } agreed
            && input.Case.Day("mediation.notice.starts_on") is { } starts
            && starts.Day < agreed.Day)
        {
            yield return Finding.Of(starts.Node, $"公告日{starts}早于协议达成日{agreed}", "the agreement was announced before it was reached");
        }
    }

    private static IEnumerable<Finding> Statement(CheckInput input)
    {
        if (input.Case.DocumentDay("mediation-statement") is not { } statement)
        {
            yield break;
        }

        if (input.Case.Day("mediation.notice.starts_on") is not { } starts)
        {
            yield return Finding.Of(input.Case.Find("mediation"), "出具调解书前没有公告调解协议", "the agreement was not announced before the statement");
            yield break;
        }

        var days = input.Case.Number("mediation.notice.days") ?? 30;
        var end = starts.Day.AddDays((int)Math.Max(days, 30));
        if (statement.Day <= end)
        {
            yield return Finding.Of(
                statement.Node,
                $"公告{DatedFact.Write(end)}期满，调解书日期{statement}未在期满之后",
                $"the announcement runs until {end:yyyy-MM-dd}; the statement must come later");
        }
    }

    /// <summary>Each claim is in a term, or in the list of those that are not; the list names claims only.</summary>
    private static IEnumerable<Finding> Terms(CheckInput input)
    {
        var claimed = input.Case.List("claims").OfType<DataObject>().Select(claim => claim.Find("kind")).OfType<DataText>().ToList();
        var omitted = input.Case.List("mediation.omitted_claims").OfType<DataText>().ToList();
        if (omitted.Count > 0)
        {
            yield return Finding.Of(
                input.Case.Find("mediation.omitted_claims"),
                "调解协议没有列入全部诉讼请求，核对是否减免了诉讼请求载明的民事责任",
                "the agreement leaves out claims; check that no liability is waived")
                .AsWarning();
        }

        foreach (var kind in omitted.Where(kind => !claimed.Exists(each => each.Value == kind.Value)))
        {
            yield return Finding.Of(kind, "诉讼请求中没有这一项", "no claim is of this kind");
        }

        foreach (var finding in Unclaimed(input, claimed))
        {
            yield return finding;
        }

        var terms = string.Concat(input.Case.List("mediation.terms").Select(CaseFacts.TextOf));
        foreach (var kind in claimed.Where(kind => !omitted.Exists(each => each.Value == kind.Value)))
        {
            var words = input.Law.Words($"claim_{kind.Value}");
            if (words.Count > 0 && !words.Any(word => terms.Contains(word, StringComparison.Ordinal)))
            {
                yield return Finding.Of(
                    kind,
                    "协议条款中没有这项请求的内容，核对是否减免了诉讼请求载明的民事责任",
                    "no term of the agreement answers this claim; check that no liability is waived")
                    .AsWarning();
            }
        }
    }

    /// <summary>A term that answers a claim nobody made.</summary>
    private static IEnumerable<Finding> Unclaimed(CheckInput input, List<DataText> claimed) =>
        from term in input.Case.List("mediation.terms").OfType<DataText>()
        from kind in (string[])["stop", "apologise", "compensate", "delete-data"]
        let words = input.Law.Words($"claim_{kind}")
        where claimed.Count > 0 && !claimed.Exists(each => each.Value == kind || each.Value.Contains("delete", StringComparison.Ordinal) == kind.Contains("delete", StringComparison.Ordinal) && kind == "delete-data")
        where words.Any(word => term.Value.Contains(word, StringComparison.Ordinal))
        select Finding.Of(term, "协议条款没有相应的诉讼请求，核对", "no claim asks for this term").AsWarning();
}
