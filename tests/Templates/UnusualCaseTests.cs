using System.Globalization;
using System.Text;

namespace PiiDocs.Templates;

/// <summary>The templates hold for cases unlike the samples.</summary>
public sealed class UnusualCaseTests
{
    private const string Platform = "000-baoshan-platform";
    private const string Nanny = "003-maternity-nanny";
    private const string Beauty = "001a-medical-beauty-platform";
    private const string Indictment = "indictment-with-civil-claims";

    [Fact]
    public void Ten_defendants_are_all_named_in_party_paragraphs_and_claims()
    {
        var text = CaseVariation.Of(Nanny, Defendants(10)).TextOf(Indictment);

        Assert.Equal(10, Count(text, "附带民事公益诉讼被告："));
        Assert.Contains("判令被告甲01、甲02、甲03、甲04、甲05、甲06、甲07、甲08、甲09、甲10连带赔偿损失人民币1000元。", text, StringComparison.Ordinal);
        Assert.Contains("刑事附带民事公益诉讼起诉书副本10份", text, StringComparison.Ordinal);
        AssertWellFormed(text);
    }

    [Fact]
    public void One_defendant_compensates_without_the_word_jointly()
    {
        var text = CaseVariation.Of(Nanny, Defendants(1)).TextOf(Indictment);

        Assert.Contains("判令被告甲01赔偿损失人民币1000元。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("连带", text, StringComparison.Ordinal);
        AssertWellFormed(text);
    }

    [Fact]
    public void An_accused_unit_is_charged_under_the_paragraph_on_units_too()
    {
        const string Change = """
            parties:
              - { id: C, name: 深圳市某公司, kind: company, roles: [accused-unit, civil-defendant], criminally_charged: true }
              - { id: P, name: 上海市公安局宝山分局, kind: agency, roles: [investigating-authority] }
            """;
        const string Accusation = """
            reasoning: { criminal: { accusations: [{ defendants: [C], provision: { instrument: 中华人民共和国刑法, article: 253, article_suffix: 1, paragraph: 1 }, circumstances: serious, text: 违反国家有关规定，向他人出售公民个人信息 }] } }
            """;

        Assert.Contains(
            "第二百五十三条之一第一款、第四款", CaseVariation.Of(Platform, Change, Accusation).TextOf("criminal-indictment"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_defendant_that_is_an_organisation_has_no_personal_particulars()
    {
        var text = CaseVariation.Of(Nanny, """
            parties:
              - { id: A, name: 甲公司, kind: company, roles: [civil-defendant], criminally_charged: false }
              - { id: B, name: 乙协会, kind: organisation, roles: [civil-defendant], criminally_charged: false, address: 示例路1号 }
              - { id: W, name: 王某某, kind: person, roles: [criminal-defendant], criminally_charged: true }
              - { id: L, name: 刘某某, kind: person, roles: [criminal-defendant], criminally_charged: true }
            claims: [{ kind: stop, against: [A, B] }]
            liability: null
            """).TextOf(Indictment);

        Assert.Contains("附带民事公益诉讼被告：甲公司。未列为刑事被告。", text, StringComparison.Ordinal);
        Assert.Contains("附带民事公益诉讼被告：乙协会，住所地示例路1号。未列为刑事被告。", text, StringComparison.Ordinal);
        Assert.Contains("1.判令被告甲公司、乙协会立即停止侵害公民个人信息权益的行为。", text, StringComparison.Ordinal);
        AssertWellFormed(text);
    }

    [Fact]
    public void Without_a_claim_for_damages_no_provision_on_damages_is_cited()
    {
        var text = CaseVariation.Of(Nanny, """
            claims: [{ kind: stop, against: [W, L] }]
            liability: null
            reasoning: { civil: { liability: null, provisions: [] } }
            """).TextOf(Indictment);

        Assert.DoesNotContain("第一千一百八十二条", text, StringComparison.Ordinal);
        Assert.DoesNotContain("赔偿", text, StringComparison.Ordinal);
        Assert.Contains("各被告应当在各自的责任范围内依法承担停止侵害的民事责任。依照", text, StringComparison.Ordinal);
        AssertWellFormed(text);
    }

    [Fact]
    public void Several_caps_are_each_stated()
    {
        var text = CaseVariation.Of(Platform, """
            liability:
              basis: gain
              total: 3900
              mode: joint
              shares:
                - { party: C }
                - { party: H, cap: 3600 }
                - { party: Y, cap: 1200.50 }
            claims: [{ kind: compensate, against: [C, H, Y] }]
            """).TextOf(Indictment);

        Assert.Contains(
            "1.判令被告深圳市某公司赔偿损失人民币3900元，被告韩某某对上述赔偿款在人民币3600元范围内承担连带责任，被告杨某某对上述赔偿款在人民币1200.50元范围内承担连带责任。",
            text,
            StringComparison.Ordinal);
        Assert.Contains("| 可受偿总额 |", text, StringComparison.Ordinal);
        AssertWellFormed(text);
    }

    [Fact]
    public void Several_liability_names_each_sum()
    {
        var text = CaseVariation.Of(Nanny, "id: '003'\n").TextOf(Indictment);

        Assert.Contains("1.判令被告王某某赔偿损失人民币150000元，被告刘某某赔偿损失人民币160000元。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("连带", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Damages_whose_sum_is_not_known_are_claimed_without_one()
    {
        var text = CaseVariation.Of(Beauty, "liability: null\nreasoning: { civil: { liability: null } }\n").TextOf("civil-complaint");

        Assert.Contains("判令被告上海某公司赔偿损失；", text, StringComparison.Ordinal);
        AssertWellFormed(text);
    }

    [Fact]
    public void Without_a_list_the_evidence_list_is_referred_to()
    {
        var text = CaseVariation.Of(Nanny, "evidence: null\n").TextOf(Indictment);

        Assert.Contains("认定上述事实的证据，详见证据目录。", text, StringComparison.Ordinal);
        AssertWellFormed(text);
    }

    [Fact]
    public void An_apology_is_asked_for_in_the_media_named()
    {
        var text = CaseVariation.Of(Nanny, """
            claims:
              - { kind: apologise, against: [W, L], media: [{ name: 法治日报, kind: newspaper }, { name: 某App首页, kind: app-home-page }] }
              - { kind: apologise, against: [W], medium_level: municipal, wrong: 出售个人信息的行为 }
            liability: null
            """).TextOf(Indictment);

        Assert.Contains("1.判令被告王某某、刘某某在《法治日报》和某App首页公开赔礼道歉；", text, StringComparison.Ordinal);
        Assert.Contains("2.判令被告王某某在市级以上新闻媒体上就出售个人信息的行为公开赔礼道歉。", text, StringComparison.Ordinal);
        AssertWellFormed(text);
    }

    [Fact]
    public void A_fact_that_ends_with_a_full_stop_and_one_that_does_not_read_alike()
    {
        const string Changes = "conduct: {{ summary: 甲出售个人信息{0}, harm: 损害了社会公共利益{0} }}\n";

        var with = CaseVariation.Of(Nanny, string.Format(CultureInfo.InvariantCulture, Changes, "。")).TextOf("pre-suit-notice");
        var without = CaseVariation.Of(Nanny, string.Format(CultureInfo.InvariantCulture, Changes, "")).TextOf("pre-suit-notice");

        Assert.Equal(with, without);
        AssertWellFormed(with);
    }

    [Fact]
    public void Harm_that_the_case_does_not_state_is_stated_in_the_fixed_words()
    {
        var text = CaseVariation.Of(Nanny, "conduct: { harm: null }\n").TextOf("pre-suit-notice");

        Assert.Contains("上述行为侵害了众多个人的个人信息权益，损害了社会公共利益。", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notice_without_a_contact_phone_is_not_made()
    {
        var result = CaseVariation.Of(Nanny, "office: { contact: { phone: null } }\n").Generate("pre-suit-notice");

        Assert.True(result.HasErrors);
        Assert.Empty(result.Files);
    }

    [Fact]
    public void A_draft_names_what_is_still_missing_by_its_label()
    {
        var text = CaseVariation.Of(Nanny, "office: { contact: { phone: null } }\n").DraftOf("pre-suit-notice");

        Assert.Contains("联系电话：【待补：联系电话】", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filing_whose_number_is_still_to_come_is_not_made()
    {
        var result = CaseVariation.Of(Nanny, "documents: { indictment-with-civil-claims: { number: auto } }\n").Generate(Indictment);

        Assert.Contains(result.Diagnostics, found => found.Code == "PD7007" && found.Message.Chinese.Contains("文号", StringComparison.Ordinal));
        Assert.Empty(result.Files);
    }

    [Fact]
    public void A_party_the_case_does_not_have_stops_the_filing()
    {
        var result = CaseVariation.Of(Nanny, "claims: [{ kind: stop, against: [NOBODY] }]\nliability: null\n").Generate(Indictment);

        Assert.Contains(result.Diagnostics, found => found.Code == "PD2020");
        Assert.Empty(result.Files);
    }

    [Theory]
    [InlineData("2021-12-31", "第五十五条")]
    [InlineData("2022-01-01", "第五十八条")]
    public void A_notice_cites_the_article_in_force_on_its_date(string date, string article)
    {
        var text = CaseVariation.Of(Beauty, $"documents: {{ pre-suit-notice: {{ date: {date} }} }}\n").TextOf("pre-suit-notice");

        Assert.Contains($"《中华人民共和国民事诉讼法》{article}的规定", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_urgent_recommendation_asks_for_an_answer_in_fifteen_days()
    {
        var text = CaseVariation.Of("001b-property-sales-face-capture", "recommendations: { administrative: { urgent: true } }\n")
            .TextOf("procuratorial-recommendation-administrative");

        Assert.Contains("在十五日内将办理情况书面回复本院", text, StringComparison.Ordinal);
        Assert.DoesNotContain("两个月", text, StringComparison.Ordinal);
        AssertWellFormed(text);
    }

    [Fact]
    public void A_recommendation_to_an_association_does_not_call_it_a_company()
    {
        var text = CaseVariation.Of(Nanny, """
            parties:
              - { id: N, name: 某行业协会, kind: organisation, roles: [recommendation-addressee] }
              - { id: W, name: 王某某, kind: person, roles: [criminal-defendant, civil-defendant], criminally_charged: true }
              - { id: L, name: 刘某某, kind: person, roles: [criminal-defendant, civil-defendant], criminally_charged: true }
            recommendations:
              governance:
                origin: 本院在办理案件中发现，你单位对会员的管理存在漏洞
                facts: [会员单位泄露个人信息。]
                problems: [{ problem: 管理制度不健全, proposal: 健全管理制度 }]
            """).TextOf("procuratorial-recommendation-governance");

        Assert.DoesNotContain("你公司", text, StringComparison.Ordinal);
        Assert.Contains("请你单位自收到本检察建议书之日起两个月内", text, StringComparison.Ordinal);
        AssertWellFormed(text);
    }

    [Fact]
    public void Two_persons_apologise_as_we()
    {
        var text = CaseVariation.Of(Beauty, """
            parties:
              - { id: W, name: 王某某, kind: person, roles: [civil-defendant], criminally_charged: false }
              - { id: L, name: 刘某某, kind: person, roles: [civil-defendant], criminally_charged: false }
            apology: { by: [W, L], acknowledgement: null, promises: null }
            """).TextOf("apology-notice");

        Assert.Contains("我们已深刻认识到上述行为的违法性和危害性。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("我公司已", text, StringComparison.Ordinal);
        Assert.Contains(":signature 王某某\n\n:signature 刘某某\n", text, StringComparison.Ordinal);
        AssertWellFormed(text);
    }

    private static string Defendants(int count)
    {
        var names = Enumerable.Range(1, count).Select(number => number.ToString("00", CultureInfo.InvariantCulture)).ToArray();
        var text = new StringBuilder("parties:\n");
        foreach (var name in names)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{ id: D{name}, name: 甲{name}, kind: person, roles: [criminal-defendant, civil-defendant], criminally_charged: true }}\n");
        }

        var ids = string.Join(", ", names.Select(name => $"D{name}"));
        var shares = string.Join(", ", names.Select(name => $"{{ party: D{name} }}"));
        text.Append(CultureInfo.InvariantCulture, $"claims: [{{ kind: compensate, against: [{ids}] }}]\n");
        text.Append(CultureInfo.InvariantCulture, $"liability: {{ basis: gain, total: 1000, mode: joint, shares: [{shares}] }}\n");
        text.Append("reasoning:\n  civil: { liability: [各被告应当承担赔偿责任。] }\n  criminal:\n    accusations:\n");
        text.Append(CultureInfo.InvariantCulture, $"      - {{ defendants: [{ids}], provision: {{ instrument: 中华人民共和国刑法, article: 253, article_suffix: 1, paragraph: 1 }}, circumstances: serious, text: 违反国家有关规定，向他人出售公民个人信息，情节严重 }}\n");
        return text.ToString();
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static void AssertWellFormed(string text) => Assert.All(
        (string[])["，，", "。。", "、、", "；；", "，。", "、。", "；。", "。；", "：。", "，；", "（）", "《》", "被告、", "被告在", "判令被告立"],
        seam => Assert.DoesNotContain(seam, text, StringComparison.Ordinal));
}
