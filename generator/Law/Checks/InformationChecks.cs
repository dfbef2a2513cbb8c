using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>V15, information and measures: marks fit categories, numbered measures are whole.</summary>
internal static class InformationChecks
{
    public static IEnumerable<Finding> All(CheckInput input) => [.. Sensitive(input), .. Minors(input), .. Measures(input)];

    private static IEnumerable<Finding> Sensitive(CheckInput input)
    {
        var (always, never) = (input.Law.Words("sensitive_categories"), input.Law.Words("ordinary_categories"));
        foreach (var kind in input.Case.List("information.kinds").OfType<DataObject>())
        {
            if (kind.Find("sensitive") is not DataFlag sensitive || CaseFacts.TextOf(kind.Find("category")) is not { } category)
            {
                continue;
            }

            if (!sensitive.Value && always.Contains(category))
            {
                yield return Finding.Of(sensitive, "该类信息属于敏感个人信息（个人信息保护法第二十八条）", "information of this category is sensitive").AsWarning();
            }
            else if (sensitive.Value && never.Contains(category))
            {
                yield return Finding.Of(sensitive, "该类信息一般不属于敏感个人信息，核对", "information of this category is not sensitive").AsWarning();
            }
        }
    }

    /// <summary>A case says that it concerns minors where its information or its words do, and only there.</summary>
    private static IEnumerable<Finding> Minors(CheckInput input)
    {
        if (input.Case.Find("matter.involves_minors") is not DataFlag flag)
        {
            yield break;
        }

        var ofMinors = input.Case.List("information.kinds").Any(kind => CaseFacts.TextOf(CaseFacts.Find(kind, "category")) == "minor");
        if (ofMinors && !flag.Value)
        {
            yield return Finding.Of(flag, "涉案信息有未成年人的个人信息，案件应标明涉未成年人", "the information is of minors, the case says it is not").AsWarning();
        }
        else if (!ofMinors && flag.Value && !input.Law.Words("minors").Any(word => input.Case.AllText.Contains(word, StringComparison.Ordinal)))
        {
            yield return Finding.Of(flag, "案件标明涉未成年人，事实中没有未成年人，核对", "the case says it concerns minors, its facts do not").AsWarning();
        }
    }

    private static IEnumerable<Finding> Measures(CheckInput input)
    {
        var measures = input.Case.List("rectification.measures").OfType<DataObject>().ToList();
        if (measures.Count > 0 && input.Case.Find("rectification.declared_count") is DataNumber declared && declared.Value != measures.Count)
        {
            yield return Finding.Of(declared, $"申报{CountText.Figures(declared.Value)}项，列出{measures.Count}项", $"{declared.Value} measures are declared, {measures.Count} listed");
        }

        for (var i = 0; i < measures.Count; i++)
        {
            if (measures[i].Find("number") is DataNumber number && number.Value != i + 1)
            {
                yield return Finding.Of(number, "措施的序号不连续", "the measures are not numbered in order");
            }

            if (CaseFacts.DayOf(measures[i].Find("start")) is { } start && CaseFacts.DayOf(measures[i].Find("due")) is { } due && due.Day < start.Day)
            {
                yield return Finding.Of(due.Node, "完成日期早于开始日期", "the measure is due before it starts");
            }
        }
    }
}
