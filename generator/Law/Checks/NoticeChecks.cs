using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>V01 to V03: filing, notice and action.</summary>
internal static class NoticeChecks
{
    private const string Attached = "indictment-with-civil-claims";

    private static readonly string[] Actions = [Attached, "civil-complaint"];

    /// <summary>V01: filing ≤ notice &lt; end of the notice &lt; action.</summary>
    public static IEnumerable<Finding> Order(CheckInput input)
    {
        if (input.Case.Day("procedure.notice.published_on") is not { } notice)
        {
            return Actions[1..].SelectMany(type => WithoutNotice(input, type));
        }

        return [.. BeforeNotice(input, notice), .. EndOfNotice(input, notice), .. AfterNotice(input, notice)];
    }

    /// <summary>V02: attached claims need a notice since 2019-12-06, and a prosecution not later than they.</summary>
    public static IEnumerable<Finding> AttachedClaims(CheckInput input)
    {
        if (input.Case.DocumentDay(Attached) is not { } action)
        {
            yield break;
        }

        if (!input.Case.Has("procedure.notice") && input.Law.Instruments.TryGetValue("attached_notice_reply", out var reply))
        {
            var finding = Finding.Of(action.Node, "提起刑事附带民事公益诉讼，没有诉前公告", "claims are attached without a pre-suit notice");
            yield return reply.IsInForceOn(action.Day) ? finding : finding.AsWarning();
        }

        if (input.Case.DocumentDay("criminal-indictment") is { } indictment && action.Day < indictment.Day)
        {
            yield return Finding.Of(
                action.Node,
                $"附带民事公益诉讼起诉日{action}早于刑事起诉书日期{indictment}",
                "the civil claims are dated before the criminal indictment");
        }
    }

    /// <summary>V03: action within three months of the end of the notice, a fourth with approval.</summary>
    public static IEnumerable<Finding> InTime(CheckInput input)
    {
        var rule = input.Law.DeadlineRules.GetValueOrDefault("T3");
        if (rule?.Length is null || EndOf(input)?.Day is not { } end || Action(input) is not { } action || action.Day < rule.AppliesFrom)
        {
            yield break;
        }

        var last = Deadlines.End(rule, end, input.Law.Calendar).Last;
        if (action.Day > last)
        {
            var finding = Finding.Of(
                action.Node,
                $"公告期满后应于{DatedFact.Write(last)}前起诉；延长须经检察长批准或者报上一级",
                $"the action was due on {last:yyyy-MM-dd}; an extension needs approval");
            yield return action.Day <= last.AddMonths(1) ? finding.AsWarning() : finding;
        }
    }

    private static IEnumerable<Finding> WithoutNotice(CheckInput input, string type)
    {
        if (input.Case.DocumentDay(type) is { } action)
        {
            yield return Finding.Of(action.Node, "提起民事公益诉讼，没有诉前公告", "an action is brought without a pre-suit notice");
        }
    }

    private static IEnumerable<Finding> BeforeNotice(CheckInput input, DatedFact notice)
    {
        if (input.Case.Day("procedure.filing.date") is { } filing && notice.Day < filing.Day)
        {
            yield return Finding.Of(
                notice.Node, $"公告刊登日{notice}早于立案日{filing}", "the notice was published before the case was filed");
        }

        if (input.Case.DocumentDay("pre-suit-notice") is { } document && notice.Day < document.Day)
        {
            yield return Finding.Of(
                notice.Node, $"公告刊登日{notice}早于公告落款日{document}", "the notice was published before its own date");
        }

        if (input.Case.Find("procedure.notice.media") is DataList media
            && !media.Items.Any(medium => CaseFacts.TextOf(CaseFacts.Find(medium, "level")) is null or "national"))
        {
            yield return Finding.Of(media, "公告应当在具有全国影响的媒体发布", "a notice belongs in a medium of national reach");
        }
    }

    private static IEnumerable<Finding> EndOfNotice(CheckInput input, DatedFact notice)
    {
        var (counted, last) = (Counted(input, notice.Day), Last(input, notice.Day));
        if (input.Case.Day("procedure.notice.expires_on") is not { } expires || expires.Day == counted || expires.Day == last)
        {
            yield break;
        }

        yield return Finding.Of(
            expires.Node,
            $"自{notice}的次日起算三十日，期满日为{DatedFact.Write(last)}，不是{expires}",
            $"thirty days from the day after publication end on {last:yyyy-MM-dd}, not on {expires.Day:yyyy-MM-dd}");
    }

    private static IEnumerable<Finding> AfterNotice(CheckInput input, DatedFact notice)
    {
        if (Action(input) is not { } action)
        {
            yield break;
        }

        var (counted, last) = (Counted(input, notice.Day), Last(input, notice.Day));
        if (action.Day <= counted)
        {
            yield return Finding.Of(
                action.Node,
                $"公告期{DatedFact.Write(counted)}届满，起诉日{action}未在期满之后",
                $"the notice runs until {counted:yyyy-MM-dd}; the action must come later");
        }
        else if (action.Day <= last)
        {
            yield return Finding.Of(
                action.Node,
                $"公告期末日为法定休假日，顺延至{DatedFact.Write(last)}；起诉日{action}在其后才最稳妥",
                $"the notice ends on a holiday and moves to {last:yyyy-MM-dd}; the safe course is to wait")
                .AsWarning();
        }

        if (input.Case.Flag("procedure.notice.responded"))
        {
            yield return Finding.Of(
                input.Case.Find("procedure.notice.responded"),
                "已有机关或者组织提起诉讼的，检察院支持起诉，不再起诉",
                "where an organisation sues, the procuratorate supports and does not sue");
        }

        if (!input.Law.Calendar.IsCertain(last))
        {
            yield return Finding.Of(notice.Node, "该年的节假日安排不在日历中，期满日请人工核对", "no official holidays for that year; check the date")
                .AsWarning();
        }
    }

    private static DatedFact? Action(CheckInput input) => input.Case.FirstDay(Actions.Select(type => $"documents.{type}.date"));

    private static DatedFact? EndOf(CheckInput input) =>
        input.Case.Day("procedure.notice.expires_on")
        ?? (input.Case.Day("procedure.notice.published_on") is { } notice ? notice with { Day = Last(input, notice.Day) } : null);

    private static DateOnly Counted(CheckInput input, DateOnly notice) => Period(input, notice).Counted;

    private static DateOnly Last(CheckInput input, DateOnly notice) => Period(input, notice).Last;

    private static Deadline Period(CheckInput input, DateOnly notice) =>
        Deadlines.End(input.Law.DeadlineRules["T1"], notice, input.Law.Calendar);
}
