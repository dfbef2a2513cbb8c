using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Law;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Law;

/// <summary>The sample cases pass; one fact changed, and the check that watches it speaks.</summary>
public sealed class LegalChecksTests
{
    private const string Case000 = "000-baoshan-platform";
    private const string Case001a = "001a-medical-beauty-platform";
    private const string Case001b = "001b-property-sales-face-capture";
    private const string Case002 = "002-short-video-app";
    private const string Case003 = "003-maternity-nanny";

    /// <summary>Code, case, what stands there, what is put in its place.</summary>
    public static readonly TheoryData<string, string, string, string> ChangedFacts = new()
    {
        { "PD8101", Case003, "published_on: 2024-09-10      # 合成：不晚于", "published_on: 2024-09-29      # 合成：不晚于" },
        { "PD8101", Case003, "expires_on: 2024-10-10", "expires_on: 2024-10-11" },
        { "PD8101", Case003, "date: 2024-08-26 ", "date: 2024-09-11 " },
        { "PD8101", Case003, "level: national,", "level: municipal," },
        { "PD8101", Case003, "responded: false", "responded: true" },
        { "PD8101", Case003, "  pre-suit-notice:\n    date: 2024-09-10", "  pre-suit-notice:\n    date: 2024-09-11" },
        { "PD8101", Case001a, "date: 2023-09-12              # 合成：公告期满", "date: 2023-08-09              # 合成：公告期满" },
        { "PD8103", Case001a, "date: 2023-09-12              # 合成：公告期满", "date: 2023-11-20              # 合成：公告期满" },
        { "PD8102", Case000, "  criminal-indictment:\n    number: 沪宝检刑诉〔2019〕12号  # 合成\n    date: 2019-12-10", "  criminal-indictment:\n    number: 沪宝检刑诉〔2019〕12号  # 合成\n    date: 2019-12-11" },
        { "PD8104", Case001a, "level: intermediate", "level: basic" },
        { "PD8104", Case003, "level: basic ", "level: internet " },
        { "PD8104", Case003, "court:\n  name: 上海市静安区人民法院", "court:\n  name: 上海市宝山区人民法院" },
        { "PD8105", Case003, "    objection_days: 15 ", "    # objection_days: 15 " },
        { "PD8105", Case003, "reply_months: 2", "reply_months: 1" },
        { "PD8105", Case002, "replied_on: 2020-12-28", "replied_on: 2021-01-13" },
        { "PD8105", Case002, "received_on: 2020-11-12       # 合成", "received_on: 2020-11-10       # 合成" },
        { "PD8106", Case002, "date: 2021-03-11              # 年份", "date: 2021-03-10              # 年份" },
        { "PD8106", Case002, "starts_on: 2021-02-08", "starts_on: 2021-02-06" },
        { "PD8106", Case002, "days: 30\n\napology", "days: 29\n\napology" },
        { "PD8107", Case003, "  no_further_return: true\n", "" },
        { "PD8107", Case003, "chief_approved: true", "chief_approved: false" },
        { "PD8107", Case003, "      - { returned_on: 2024-09-06, resubmitted_on: 2024-09-30 }", "      []" },
        { "PD8107", Case003, "resubmitted_on: 2024-09-30", "resubmitted_on: 2024-10-30" },
        { "PD8110", Case003, "resubmitted_on: 2024-09-30", "resubmitted_on: 2024-10-10" },
        { "PD8110", Case003, "returned_on: 2024-09-06", "returned_on: 2024-09-10" },
        { "PD8110", Case003, "returned_on: 2024-09-06, resubmitted_on: 2024-09-30", "returned_on: 2024-09-06" },
        { "PD8110", Case003, "    number: 沪静检刑不诉〔2024〕12号  # 合成\n    date: 2024-10-29", "    number: 沪静检刑不诉〔2024〕12号  # 合成\n    date: 2024-10-31" },
        { "PD8110", Case000, "extended: true", "extended: false" },
        { "PD8109", Case003, "to: \"2023-06\"", "to: \"2021-06\"" },
        { "PD8111", Case003, "fine: 160000", "fine: 1600" },
        { "PD8111", Case003, "fine: 160000", "fine: 900" },
        { "PD8111", Case003, "imprisonment_months: 36", "imprisonment_months: 37" },
        { "PD8112", Case003, "non-prosecution-decision, recipient: Z", "non-prosecution-decision, recipient: S" },
        { "PD8113", Case003, "to: \"2023-06\"", "to: \"2021-06\"" },
        { "PD8114", Case003, "    volumes: 3 ", "    copies: 8\n    volumes: 3 " },
        { "PD8115", Case003, "{ party: W, amount: 150000 }", "{ party: W, amount: 150001 }" },
        { "PD8115", Case003, "total: 310000 ", "total: 310001 " },
        { "PD8115", Case003, "parties: [W], amount: 150000", "parties: [W], amount: 150010" },
        { "PD8115", Case003, "against: [W, L]", "against: [W]" },
        { "PD8115", Case003, "出售母婴信息3.9万余条, evidence", "出售母婴信息近4万条, evidence" },
        { "PD8115", Case003, "total: { value: 39000,", "total: { value: 39001," },
        { "PD8115", Case003, "沪静检刑诉〔2024〕12号", "沪静检刑诉[2024]12号" },
        { "PD8115", Case003, "沪静检刑诉〔2024〕12号", "沪静检刑诉〔2024〕012号" },
        { "PD8115", Case003, "沪静检刑诉〔2024〕12号", "沪静检刑诉〔2023〕12号" },
        { "PD8115", Case000, "cap: 3900", "cap: 3901" },
        { "PD8115", Case000, "total: 3900", "total: 3901" },
        { "PD8115", Case001a, "total: 372839", "total: 372838" },
        { "PD8116", Case003, "中华人民共和国民法典, article: 111 }", "中华人民共和国民法总则, article: 111 }" },
        { "PD8116", Case000, "中华人民共和国民法总则, article: 111 }", "中华人民共和国民法典, article: 111 }" },
        { "PD8116", Case000, "中华人民共和国网络安全法, article: 41 }", "中华人民共和国网络安全法, article: 46 }" },
        { "PD8116", Case003, "law_act_date: 2023-06-30", "law_act_date: 2020-06-30" },
        { "PD8116", Case003, "text: 违反国家有关规定，将在", "text: 根据《中华人民共和国民事诉讼法》第五十五条，违反国家有关规定，将在" },
        { "PD8116", Case003, "text: 违反国家有关规定，将在", "text: 根据《检察公益诉讼法》第一条，违反国家有关规定，将在" },
        { "PD8121", Case003, "中华人民共和国民法典, article: 1172 }", "中华人民共和国民法典, article: 1171 }" },
        { "PD8121", Case003, "中华人民共和国民法典, article: 1172 }", "中华人民共和国民法典, article: 1168 }" },
        { "PD8121", Case003, "article: 51, item: 3 }", "article: 51, item: 4 }" },
        { "PD8121", Case003, "article: 64, paragraph: 2 }", "article: 64, paragraph: 1 }" },
        { "PD8121", Case003, "中华人民共和国民法典, article: 1034 }", "中华人民共和国民法典, article: 111 }" },
        { "PD8121", Case000, "      - { instrument: 中华人民共和国消费者权益保护法, article: 29 }\n", "" },
        { "PD8122", Case003, "    ethnicity: 汉族               # 合成\n", "" },
        { "PD8122", Case003, "    present_location: 取保候审于住处  # 合成\n", "" },
        { "PD8122", Case001a, "  level: intermediate ", "  # level: intermediate " },
        { "PD8101", Case003, "published_on: 2024-09-10      # 合成：不晚于", "published_on: 2024-09-09      # 合成：不晚于" },
        { "PD8104", Case001b, "level: district ", "level: city " },
        { "PD8115", Case003, "沪静检刑诉〔2024〕12号", "沪静检刑不诉〔2024〕11号" },
        { "PD8115", Case003, "从邹某某处扣押的硬盘和电脑, proves", "从邹某处扣押的硬盘和电脑, proves" },
        { "PD8115", Case000, "parties: [C, H, Y, G], amount: 3900", "parties: [C, H, Y, M], amount: 3900" },
        { "PD8115", Case000, "      - { party: H, cap: 3900 }\n".Replace("      -", "    -", StringComparison.Ordinal), "    - { party: C, cap: 3900 }\n" },
        { "PD8118", Case003, "      - defendants: [W, L]", "      - defendants: [W]" },
        { "PD8120", Case003, "于2024年11月13日提出检察意见", "于2024年10月29日提出检察意见" },
        { "PD8117", Case003, "情节特别严重\n  civil", "情节严重\n  civil" },
        { "PD8117", Case003, "in_duty: true", "in_duty: false" },
        { "PD8117", Case000, "total: { value: 370000, qualifier: 余, unit: 条, scope: 网站涉及的公民个人信息, as_stated: 37万余条 }", "total: { value: 37000, qualifier: 余, unit: 条, scope: 网站 }" },
        { "PD8118", Case000, "roles: [civil-defendant]      # N01", "roles: [accused-unit, civil-defendant]      # N01" },
        { "PD8118", Case003, "against: [W, L]", "against: [W, Z]" },
        { "PD8118", Case003, "against: [W, L]", "against: [W, LL]" },
        { "PD8119", Case000, "liability_reason: 作为", "liability_reason: 被告单位作为" },
        { "PD8119", Case003, "position: 某儿童摄影机构法定代表人", "position: 某儿童摄影机构的法人" },
        { "PD8119", Case003, "text: 附带民事公益诉讼被告王某某赔偿", "text: 附带民事公益诉讼被告人王某某赔偿" },
        { "PD8120", Case003, "published_on: 2024-09-10, evidence_file", "published_on: 2024-09-11, evidence_file" },
        { "PD8120", Case003, "rights_notified_on: 2024-08-12", "rights_notified_on: 2024-08-13" },
        { "PD8120", Case003, "accepted_on: 2024-08-09", "accepted_on: 2024-08-08" },
        { "PD8120", Case003, "birth_date: 1991-04-16", "birth_date: 1991-04-17" },
        { "PD8120", Case003, "sex: 女", "sex: 男" },
        { "PD8120", Case003, "sent_on: 2024-11-13", "sent_on: 2024-11-12" },
        { "PD8120", Case003, "received_on: 2024-10-30", "received_on: 2024-10-29" },
        { "PD8120", Case003, "law_act_date: 2023-06-30", "law_act_date: 2023-07-01" },
        { "PD8120", Case003, "    number: （2024）沪0106刑初9901号  # 合成\n    date: 2025-01-23", "    number: （2024）沪0106刑初9901号  # 合成\n    date: 2025-01-22" },
        { "PD8120", Case002, "agreed_on: 2021-02-07", "agreed_on: 2021-02-08" },
        { "PD8120", Case002, "starts_on: 2021-02-08", "starts_on: 2021-02-09" },
        { "PD8120", Case002, "reviewed_on: 2021-03-17", "reviewed_on: 2021-03-20" },
        { "PD8115", Case003, "- 2024年10月28日，", "- 2024年10月27日，" },
        { "PD8115", Case003, "text: 附带民事公益诉讼被告刘某某赔偿十六万元", "text: 附带民事公益诉讼被告刘某某赔偿十六万零一元" },
        { "PD8115", Case000, "连带赔偿损失人民币3900元 }", "连带赔偿损失人民币3901元 }" },
        { "PD8104", Case003, "court:\n  name: 上海市静安区人民法院", "court:\n  name: 上海市静安区人民检察院" },
        { "PD8104", Case003, "superior: 上海市人民检察院第二分院", "superior: 上海市静安区人民检察院" },
        { "PD8111", Case003, "probation_months: 36, fine: 160000, text: 有期徒刑三年，缓刑三年", "probation_months: 72, fine: 160000, text: 有期徒刑三年，缓刑六年" },
        { "PD8114", Case003, "{ name: 起诉书, quantity: 13份", "{ name: 起诉书, quantity: 12份" },
        { "PD8114", Case003, "quantity: 3册, pages: 共420页", "quantity: 4册, pages: 共420页" },
        { "PD8114", Case003, "起诉书及副本, quantity: 3份", "起诉书及副本, quantity: 2份" },
        { "PD8114", Case003, "note: 二名被告人", "note: 三名被告人" },
        { "PD8115", Case003, "王某某有期徒刑三年，缓刑三年，并处罚金十六万元；", "王某某有期徒刑三年，缓刑三年，并处罚金十五万元；" },
        { "PD8115", Case003, "罚款一千元的行政处罚", "罚款二千元的行政处罚" },
        { "PD8115", Case003, "王某某赔偿十五万元，刘某某赔偿十六万元", "王某某赔偿十六万元，刘某某赔偿十五万元" },
        { "PD8115", Case001b, "A, authority: R, kind: 罚款, amount: 50000", "A, authority: R, kind: 罚款, amount: 500000" },
        { "PD8115", Case003, "category: victim, name: 被害人顾某某的陈述", "category: expert, name: 被害人顾某某的陈述" },
        { "PD8115", Case003, "roles: [reporter, victim]", "roles: [reporter, witness]" },
        { "PD8115", Case003, "evidence: [E7, E8]", "evidence: [E7, E9]" },
        { "PD8115", Case003, "{ id: E8, category", "{ id: E7, category" },
        { "PD8115", Case003, "出售母婴信息3.9万余条, evidence", "出售母婴信息39万余条, evidence" },
        { "PD8115", Case001b, "全区10余处在售楼盘和房地产公司共同", "全区20余处在售楼盘和房地产公司共同" },
        { "PD8115", Case001a, "medium_level: national", "medium_level: municipal" },
        { "PD8115", Case003, "instance: 一审                # 推定\n    sentences", "instance: 二审                # 推定\n    sentences" },
        { "PD8115", Case003, "author: 陈柳眉", "author: 陈柳" },
        { "PD8115", Case003, "{ name: 陈柳眉, title: 检察官 }\n      - { name: 徐衍", "{ name: 陈柳媚, title: 检察官 }\n      - { name: 徐衍" },
        { "PD8115", Case003, "submitted_to: [上海市静安区人民检察院]", "submitted_to: [上海市宝山区人民检察院]" },
        { "PD8115", Case000, "人民币3600元范围内承担连带赔偿责任；判决", "人民币3900元范围内承担连带赔偿责任；判决" },
        { "PD8115", Case001a, "name: 法治日报, kind: newspaper, level: national", "name: 某晚报, kind: newspaper, level: municipal" },
        { "PD8120", Case003, "  press-release:\n    date: 2025-01-23", "  press-release:\n    date: 2025-01-22" },
        { "PD8117", Case003, "charge: 侵犯公民个人信息罪", "charge: 非法利用信息网络罪" },
        { "PD8119", Case003, "{ name: 陈柳眉, title: 检察官 }", "{ name: 陈柳眉, title: 检察员 }" },
        { "PD8120", Case003, "于2020年7月至2023年6月间违反", "于2020年7月至2023年7月间违反" },
        { "PD8120", Case001b, "facts:\n    - 自2023年10月起", "facts:\n    - 自2022年10月起" },
    };

    [Theory]
    [InlineData(Case000, "")]
    [InlineData(Case001a, "")]
    [InlineData(Case001b, "")]
    [InlineData(Case002, "PD8106")]
    [InlineData(Case003, "")]
    public void The_sample_cases_show_only_their_known_anomalies(string name, string codes) =>
        Assert.Equal(codes, string.Join('\n', Check(Read(name)).Select(each => each.Code)));

    [Theory]
    [MemberData(nameof(ChangedFacts))]
    public void One_changed_fact_is_caught(string code, string name, string before, string after)
    {
        var found = Check(Read(name, before, after));

        Assert.Contains(found, each => each.Code == code && (each.Location is not null || each.Field is not null));
        Assert.All(found, each => Assert.True(each.Basis is { Provisions.Length: > 0, Requirement.Length: > 0 }, each.Code));
    }

    [Fact]
    public void An_unknown_id_is_told_with_those_there_are() =>
        Assert.Contains(
            Check(Read(Case003, "against: [W, L]", "against: [W, LL]")),
            each => each.Code == "PD8118" && each.Message.Chinese.Contains("没有代号 LL；本案主体的代号有 W、L、Z", StringComparison.Ordinal));

    [Fact]
    public void An_opinion_before_the_decision_is_caught()
    {
        var data = Read(Case003, "date: 2024-11-13", "date: 2024-10-28");

        Assert.Contains("PD8108", Check(data).Select(each => each.Code));
    }

    [Fact]
    public void A_civil_action_without_a_notice_is_caught()
    {
        var text = Text(Case001a);
        var start = text.IndexOf("  notice:\n    published_on", StringComparison.Ordinal);
        var end = text.IndexOf("  hearing:\n", StringComparison.Ordinal);

        Assert.Contains("PD8101", Check(Parse(text.Remove(start, end - start))).Select(each => each.Code));
    }

    [Theory]
    [InlineData("2019-12-10", Severity.Error)]
    [InlineData("2019-12-05", Severity.Warning)]
    public void Attached_claims_need_a_notice_since_the_reply_of_2019(string date, Severity severity)
    {
        var found = Check(LawFiles.Yaml($"documents: {{ indictment-with-civil-claims: {{ date: {date} }} }}"));

        Assert.Equal(severity, Assert.Single(found, each => each.Code == "PD8102").Severity);
    }

    [Fact]
    public void An_unknown_check_gets_a_suggestion()
    {
        var diagnostics = new DiagnosticBag();
        LegalChecks.Run(LawFiles.Library, ["chagre"], DataObject.Empty, diagnostics);

        Assert.Equal(("PD8100", "是否指“charge”"), (Assert.Single(diagnostics.Items).Code, diagnostics.Items[0].Hint?.Chinese));
    }

    [Fact]
    public void An_empty_case_has_nothing_to_find() => Assert.Empty(Check(DataObject.Empty));

    [Fact]
    public void The_law_file_names_the_code_each_check_reports()
    {
        var rules = (DataObject)LawFiles.Parsed(new())["checks"].Find("checks")!;
        var found = new[] { (Case003, "returned_on: 2024-09-06", "returned_on: 2024-09-10"), (Case003, "fine: 160000", "fine: 900"), (Case000, "cap: 3900", "cap: 3901") }
            .SelectMany(change => Check(Read(change.Item1, change.Item2, change.Item3)));

        Assert.All(found, each =>
        {
            Assert.Equal(each.Code, ((DataText)((DataObject)rules.Find(each.Basis!.Rule)!).Find("code")!).Value);
        });
        Assert.Equal(rules.Members.Length, rules.Members.Select(rule => ((DataText)((DataObject)rule.Value).Find("code")!).Value).Distinct().Count());
    }

    [Fact]
    public void Every_check_has_its_rule_in_the_law_file() =>
        Assert.Equal(LegalChecks.Names.Order(StringComparer.Ordinal), LawFiles.Library.CheckRules.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void The_provisions_on_internet_courts_of_2025_are_cited_with_a_warning()
    {
        var found = Check(LawFiles.Yaml("""
            court: { level: internet }
            documents: { civil-complaint: { date: 2026-03-02 } }
            reasoning: { civil: { provisions: [{ instrument: 最高人民法院关于互联网法院案件管辖的规定, article: 1, item: 2 }] } }
            """));

        Assert.Contains(found, each => each.Code == "PD8104" && each.Severity == Severity.Warning && each.Message.Chinese.Contains("法释〔2025〕14号", StringComparison.Ordinal));
        Assert.Contains(found, each => each.Code == "PD8116" && each.Severity == Severity.Warning);
    }

    [Fact]
    public void Every_provision_that_templates_can_cite_says_what_it_is_about()
    {
        var missing = from topic in LawFiles.Library.Topics.Values.Distinct()
                      from provision in topic.Provisions
                      from article in provision.Articles
                      where !LawFiles.Library.Subjects[provision.Instrument.Id].Any(subject =>
                          subject.Article == article && subject.Topics.Contains(topic.Id) && subject.Period.Contains(provision.Period.From))
                      select $"{topic.Id}: {provision.Instrument.Id} {article.ToShortText()}";

        Assert.Empty(missing);
    }

    private static List<Diagnostic> Check(DataObject data)
    {
        var diagnostics = new DiagnosticBag();
        LegalChecks.Run(LawFiles.Library, data, diagnostics);
        return [.. diagnostics.Items];
    }

    private static DataObject Read(string name, string before = "", string after = "")
    {
        var text = Text(name);
        Assert.Contains(before, text, StringComparison.Ordinal);
        var at = text.IndexOf(before, StringComparison.Ordinal);
        return Parse(text.Remove(at, before.Length).Insert(at, after));
    }

    private static DataObject Parse(string text)
    {
        var diagnostics = new DiagnosticBag();
        var data = CaseReader.Read(new("case.yaml", text), diagnostics);
        Assert.Empty(diagnostics.Items);
        return data!;
    }

    private static string Text(string name) =>
        File.ReadAllText(Repository.PathTo("templates", "_cases", name + ".yaml")).ReplaceLineEndings("\n");
}
