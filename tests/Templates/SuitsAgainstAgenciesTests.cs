using PiiDocs.Core;
using PiiDocs.Law;

namespace PiiDocs.Templates;

/// <summary>行政公益诉讼起诉书 and 化名对照表: no sample case bears them, since there the agencies did as recommended and nobody needed a pseudonym.</summary>
public sealed class SuitsAgainstAgenciesTests
{
    private const string Property = "001b-property-sales-face-capture";
    private const string Nanny = "003-maternity-nanny";
    private const string Complaint = "administrative-complaint";

    private const string Suit = """
        court: { name: 上海市青浦区人民法院, level: basic }
        parties:
          - { id: A, name: C集团所属房地产公司甲, kind: company, roles: [violator], criminally_charged: false }
          - { id: B, name: C集团所属房地产公司乙, kind: company, roles: [violator], criminally_charged: false }
          - { id: R, name: 上海市青浦区某某局, kind: agency, roles: [recommendation-addressee, competent-authority], address: 上海市青浦区示例路21号, legal_representative: { name: 某某某, position: 局长 }, duty: 依法负有个人信息保护监督管理职责, duties: [{ instrument: 中华人民共和国个人信息保护法, article: 60, paragraph: 2 }] }
        recommendations: { administrative: { replied_on: null } }
        rectification: null
        decisions: null
        press: null
        diagram: null
        initiative: null
        administrative_suit:
          ground: "1"
          claims:
            - { kind: confirm-unlawful, act: 对C集团所属房地产公司甲、C集团所属房地产公司乙违法收集、使用人脸信息行为未依法履行监督管理职责的行为 }
            - { kind: perform, act: 对C集团所属房地产公司甲、C集团所属房地产公司乙违法收集、使用人脸信息行为进行监督管理 }
          after: [截至起诉之日，两处售楼处仍在使用具有人脸抓拍、分析识别功能的摄像头。]
          unlawfulness: [被告对辖区内违法收集、使用人脸信息的行为没有依法查处，属于不依法履行职责。]
        documents: { administrative-complaint: { number: 沪青检行公诉〔2024〕3号, date: 2024-08-27 } }
        """;

    [Fact]
    public void A_suit_against_an_agency_says_all_that_the_rules_demand_of_it()
    {
        var text = CaseVariation.Of(Property, Suit).TextOf(Complaint);

        Assert.All(
            [
                "# 行政公益诉讼起诉书",
                ":number 沪青检行公诉〔2024〕3号",
                "公益诉讼起诉人：上海市青浦区人民检察院。",
                "被告：上海市青浦区某某局，住所地上海市青浦区示例路21号。法定代表人某某某，局长。",
                "1.确认被告对C集团所属房地产公司甲、C集团所属房地产公司乙违法收集、使用人脸信息行为未依法履行监督管理职责的行为违法；",
                "2.责令被告依法履行对C集团所属房地产公司甲、C集团所属房地产公司乙违法收集、使用人脸信息行为进行监督管理的法定职责。",
                "于2024年6月20日向被告上海市青浦区某某局提出沪青检行公建〔2024〕12号检察建议书，要求其依法履行职责并书面回复。被告于2024年6月20日收到检察建议书，至2024年8月27日未书面回复。",
                "根据《中华人民共和国个人信息保护法》第六十条第二款的规定，被告上海市青浦区某某局依法负有个人信息保护监督管理职责。",
                "收到检察建议后逾期不回复，也没有采取有效整改措施，仍未依法履行职责，社会公共利益仍处于受侵害状态。",
                "现根据《中华人民共和国行政诉讼法》第二十五条第四款、《最高人民法院、最高人民检察院关于检察公益诉讼案件适用法律若干问题的解释》第二十一条的规定，向你院提起诉讼，请依法裁判。",
                ":court 上海市青浦区人民法院",
                "附件：1.行政公益诉讼起诉书副本1份",
                "3.已经履行诉前程序，被告仍不依法履行职责的证明材料",
            ],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.DoesNotContain("你单位", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("documents: { administrative-complaint: { date: 2024-08-20 } }", "PD8105")]
    [InlineData("documents: { administrative-complaint: { date: 2024-09-23 } }", "PD8105")]
    [InlineData("documents: { administrative-complaint: { number: 沪青检民公诉〔2024〕3号 } }", "PD8115")]
    [InlineData("documents: { administrative-complaint: { copies: 2 } }", "PD8114")]
    [InlineData("recommendations: { administrative: { received_on: null } }", "PD8105")]
    [InlineData("recommendations: { administrative: { replied_on: 2024-08-28 } }", "PD8120")]
    [InlineData("court: { name: 上海市青浦区人民法院, level: internet }", "PD8104")]
    [InlineData("court: { name: 上海市青浦区人民法院, level: null }", "PD8122")]
    [InlineData("evidence: null", "PD8122")]
    public void One_slip_in_a_suit_against_an_agency_is_caught(string change, string code)
    {
        Assert.DoesNotContain(code, Codes(Property, Suit));
        Assert.Contains(code, Codes(Property, Suit, change));
    }

    [Theory]
    [InlineData("责令被告依法履行对某公司罚款5万元的法定职责。")]
    [InlineData("本院认为，你单位没有依法履行职责。")]
    public void A_suit_sets_no_burdens_for_others_and_addresses_the_court(string text)
    {
        var diagnostics = new DiagnosticBag();
        LegalChecks.RunOverText(Office.Catalog.Law, Office.Sample(Property).Data, (Complaint, text), diagnostics);

        Assert.Equal(["PD8119"], diagnostics.Items.Select(each => each.Code));
    }

    [Fact]
    public void The_month_of_review_begins_when_the_agency_s_time_is_over() =>
        Assert.Contains(
            "T4 2024-08-20 2024-09-20 Kept",
            from each in CaseDeadlines.List(Office.Catalog.Law, CaseVariation.Of(Property, Suit).Data, new(2024, 8, 27))
            select $"{each.Deadline.Rule.Id} {each.Deadline.Start:yyyy-MM-dd} {each.Deadline.Last:yyyy-MM-dd} {each.State}");

    private const string Pseudonyms = """
        pseudonyms: [{ pseudonym: 顾某某, name: 顾示例, role: victim, reason: privacy, contact: 上海市静安区示例路99号 }]
        documents: { pseudonym-register: { date: 2024-10-28 } }
        """;

    [Fact]
    public void The_register_of_pseudonyms_names_its_class_and_who_is_who()
    {
        var text = CaseVariation.Of(Nanny, Pseudonyms).TextOf("pseudonym-register");

        Assert.Contains("密级：秘密", text, StringComparison.Ordinal);
        Assert.Contains("起诉书文号：沪静检刑诉〔2024〕12号", text, StringComparison.Ordinal);
        Assert.Contains("| 1 | 顾某某 | 顾示例 | 被害人 | ＼ | 上海市静安区示例路99号 | 涉及被害人隐私 |", text, StringComparison.Ordinal);
        Assert.Contains("单独成卷", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("conduct: { seizure: 顾示例报警后，公安机关扣押硬盘和电脑。 }")]
    [InlineData("pseudonyms: [{ pseudonym: 辜某某, name: 顾示例, role: victim, reason: privacy }]")]
    public void A_real_name_outside_its_register_and_a_pseudonym_used_nowhere_are_caught(string change)
    {
        Assert.DoesNotContain("PD8115", Codes(Nanny, Pseudonyms));
        Assert.Contains("PD8115", Codes(Nanny, Pseudonyms, change));
    }

    private static IEnumerable<string> Codes(string sample, params string[] changes)
    {
        var diagnostics = new DiagnosticBag();
        LegalChecks.Run(Office.Catalog.Law, CaseVariation.Of(sample, changes).Data, diagnostics);
        return diagnostics.Items.Select(each => each.Code);
    }
}
