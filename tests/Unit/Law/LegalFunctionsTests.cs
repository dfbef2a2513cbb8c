using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Law;

namespace PiiDocs.Unit.Law;

public sealed class LegalFunctionsTests
{
    private static readonly ImmutableDictionary<string, TemplateFunction> Functions =
        LegalFunctions.Create(LawFiles.Library).ToImmutableDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>The civil grounds of an action for damages and an apology, as every such document cites them.</summary>
    private static readonly object?[] Grounds =
        ["tort_damages", "civil_information_rights", "pipl_damages?", "civil_procedure_standing", "civil_liability_forms", "pil_interpretation_notice"];

    [Theory]
    [InlineData("2019-12-10", "2019-08-01",
        "《中华人民共和国民法总则》第一百一十一条、第一百七十九条、《中华人民共和国侵权责任法》第二十条、《中华人民共和国民事诉讼法》第五十五条、"
        + "《最高人民法院、最高人民检察院关于检察公益诉讼案件适用法律若干问题的解释》第十三条")]
    [InlineData("2024-10-28", "2023-06-30",
        "《中华人民共和国民法典》第一百一十一条、第一百七十九条、第一千一百八十二条、《中华人民共和国个人信息保护法》第六十九条、"
        + "《中华人民共和国民事诉讼法》第五十八条、《最高人民法院、最高人民检察院关于检察公益诉讼案件适用法律若干问题的解释》第十三条")]
    public void The_dates_decide_which_law_is_cited(string on, string act, string expected) =>
        Assert.Equal(expected, Call("legal.cite", Grounds, on, act, false).Value);

    [Theory]
    [InlineData("2021-12-31", "第五十五条第二款")]
    [InlineData("2022-01-01", "第五十八条第二款")]
    public void The_civil_procedure_law_is_renumbered_from_2022(string on, string article) =>
        Assert.Equal($"《中华人民共和国民事诉讼法》{article}", Call("legal.cite", "civil_procedure_procuratorate", on, null, false).Value);

    [Theory]
    [InlineData("2025-12-31", "第四十四条")]
    [InlineData("2026-01-01", "第四十六条")]
    public void The_cybersecurity_law_is_renumbered_from_2026(string act, string article) =>
        Assert.Equal($"《中华人民共和国网络安全法》{article}", Call("legal.cite", "cybersecurity_sell", "2026-03-01", act, false).Value);

    [Theory]
    [InlineData("2022-04-09", "第二百八十九条")]
    [InlineData("2022-04-10", "第二百八十七条")]
    public void The_interpretation_of_civil_procedure_is_renumbered_from_April_2022(string on, string article) =>
        Assert.Equal(
            $"《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》{article}",
            Call("legal.cite", "mediation_interpretation", on, null, false).Value);

    [Fact]
    public void A_citation_of_the_case_joins_the_topics() =>
        Assert.Equal(
            "《中华人民共和国刑法》第二百五十三条之一第二款、《中华人民共和国刑事诉讼法》第一百七十六条",
            Call(
                "legal.cite",
                new object?[] { "criminal_procedure_176", Citation("中华人民共和国刑法", 253, 1, 2) },
                "2024-10-28", "2023-06-30", false).Value);

    [Fact]
    public void Two_paragraphs_of_one_article_name_it_once() =>
        Assert.Equal(
            "《刑法》第二十六条第一款、第四款",
            Call("legal.cite", "criminal_principal", "2024-10-28", "2023-06-30", true).Value);

    [Fact]
    public void A_part_of_a_cited_article_is_not_cited_again() =>
        Assert.Equal(
            "《民事诉讼法》第五十八条",
            Call("legal.cite", new object?[] { "civil_procedure_procuratorate", "civil_procedure_standing" }, "2024-10-28", null, true).Value);

    [Fact]
    public void An_instrument_without_articles_is_cited_whole() =>
        Assert.EndsWith("问题的批复》", (string)Call("legal.cite", "attached_claims_notice", "2024-10-28", null, false).Value!, StringComparison.Ordinal);

    [Fact]
    public void Every_topic_has_something_to_cite_on_some_date() =>
        Assert.All(LawFiles.Library.Topics.Values, topic => Assert.NotEmpty(topic.Provisions));

    [Theory]
    [InlineData("PD8020", "legal.date", "2024-02-30")]
    [InlineData("PD8020", "legal.month", "2024")]
    [InlineData("PD8021", "legal.numeral", "十")]
    [InlineData("PD8022", "legal.copies", 0)]
    [InlineData("PD8023", "legal.cite", "civil_procedure_standin", "2024-10-28", null, false)]
    [InlineData("PD8024", "legal.cite", "pipl_standing", "2021-10-31", null, false)]
    [InlineData("PD8025", "legal.cite", "tort_damages", "2024-10-28", null, false)]
    [InlineData("PD8026", "legal.count", 10, "条", "大概", null)]
    [InlineData("PD8027", "legal.article", "第58条")]
    [InlineData("PD8028", "legal.instrument", "pilp", false)]
    [InlineData("PD8029", "legal.amount_of", "三千元")]
    [InlineData("PD8030", "legal.number", "沪静", "刑诉", 2024, 12)]
    [InlineData("PD8031", "legal.amount", -1)]
    [InlineData("PD8033", "legal.period", "2024-10", "2024-09")]
    [InlineData("PD8034", "legal.deadline", "T28", "2024-06-20")]
    [InlineData("PD8035", "legal.add_days", "9999-12-31", 1)]
    public void A_wrong_argument_is_explained(string code, string function, params object?[] arguments)
    {
        var problem = Call(function, arguments).Problem;

        Assert.Equal(code, problem?.Code);
        Assert.Equal(Severity.Error, problem!.Severity);
    }

    [Fact]
    public void A_misspelt_topic_gets_a_suggestion() =>
        Assert.Equal(
            "did you mean 'civil_procedure_standing'?",
            Call("legal.cite", "civil_procedure_standin", "2024-10-28", null, false).Problem?.Hint?.English);

    [Fact]
    public void A_missing_member_is_named()
    {
        Assert.Equal("PD8032", Call("legal.total", new object?[] { Members() }, "amount").Problem?.Code);
        Assert.Equal("PD8032", Call("legal.list", new object?[] { Members() }, "和", "name").Problem?.Code);
        Assert.Equal("PD8032", Call("legal.money", Members(), "", "").Problem?.Code);
    }

    [Fact]
    public void A_citation_of_the_case_out_of_force_is_refused() =>
        Assert.Equal(
            "PD8036",
            Call("legal.cite", Citation("中华人民共和国民法总则", 111, null, null), "2024-10-28", "2023-06-30", false).Problem?.Code);

    [Theory]
    [InlineData(39000, "余", "3.9万余条")]
    [InlineData(370000, "余", "37万余条")]
    [InlineData(6000, "近", "近6000条")]
    [InlineData(6000, "超过", "超过6000条")]
    [InlineData(379525, "", "379525条")]
    [InlineData(10000000, "约余", "约1000万余条")]
    [InlineData(200000000, "无", "2亿条")]
    public void Counts_keep_their_qualifier(int value, string qualifier, string expected)
    {
        Assert.Equal(expected, Call("legal.count", (decimal)value, "条", qualifier, null).Value);
        Assert.Equal(expected, Call("legal.count", Members(("value", (decimal)value), ("qualifier", qualifier), ("unit", "条")), "", "", null).Value);
    }

    [Fact]
    public void A_count_may_be_written_in_thousands() =>
        Assert.Equal("近6千条", Call("legal.count", 6000m, "条", "近", "千").Value);

    [Fact]
    public void Paragraphs_are_parted_by_line_ends_of_the_functions_own()
    {
        var pieces = Call("legal.paragraphs", "一句。\r\n\n  # 两句。\n").Pieces;

        Assert.Equal(["一句。", "\n\n", "# 两句。"], pieces.Select(piece => piece.Text));
        Assert.Equal([false, true, false], pieces.Select(piece => piece.IsFixed));
    }

    [Fact]
    public void Every_function_says_in_both_languages_what_it_does() =>
        Assert.All(Functions.Values, function =>
        {
            Assert.NotEqual("", function.Summary.Chinese);
            Assert.NotEqual("", function.Summary.English);
        });

    private static FunctionOutcome Call(string name, params object?[] arguments)
    {
        var function = Functions[name];
        var values = arguments.Select(value => value is int number ? (decimal)number : value).ToImmutableArray();
        var defaults = function.Parameters.Skip(values.Length).Select(parameter => parameter.Default);
        return function.Body([.. values, .. defaults]);
    }

    private static Dictionary<string, object?> Members(params (string Name, object? Value)[] members) =>
        members.ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);

    private static Dictionary<string, object?> Citation(string instrument, decimal article, decimal? suffix, decimal? paragraph) =>
        Members(("instrument", instrument), ("article", article), ("article_suffix", suffix), ("paragraph", paragraph));
}
