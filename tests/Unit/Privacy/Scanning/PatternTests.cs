using PiiDocs.Privacy.Scanning;

namespace PiiDocs.Unit.Privacy.Scanning;

/// <summary>Numbers of a kind are found whoever they belong to; dates, sums, document numbers and hashes are not taken for them.</summary>
public sealed class PatternTests
{
    [Theory]
    [InlineData("身份证号990000199001010017", "id-number")]
    [InlineData("身份证号 990000 1990 0101 0017", "id-number")]
    [InlineData("公民身份号码为990000900101001", "id-number")]
    [InlineData("手机13000000000", "phone")]
    [InlineData("手机 130 0000 0000", "phone")]
    [InlineData("座机021-20000000", "phone")]
    [InlineData("电话（021）20000000", "phone")]
    [InlineData("卡号6222020000000000000", "bank-card")]
    [InlineData("卡号6222 0200 0000 0000 000", "bank-card")]
    [InlineData("4111111111111111", "bank-card")]
    [InlineData("账号：99001122334455", "account")]
    [InlineData("邮箱user@example.com", "email")]
    [InlineData("QQ号100000", "online-account")]
    [InlineData("微信号：wx_test01", "online-account")]
    [InlineData("护照号E00000000", "passport")]
    [InlineData("港澳居民来往内地通行证H00000000", "permit")]
    [InlineData("台胞证号00000000", "permit")]
    [InlineData("沪A00000", "plate")]
    [InlineData("沪A·D00000", "plate")]
    [InlineData("护照号码：E 0 0 0 0 0 0 0 0", "passport")]
    [InlineData("护照号码：E零零零零零零零零", "passport")]
    [InlineData("车牌号：沪 A 8 M 0 K 0", "plate")]
    [InlineData("车牌号：沪A八M零K零", "plate")]
    [InlineData("邮箱：u s e r @ e x a m p l e . c o m", "email")]
    [InlineData("登录IP：203.0.113.9", "network-address")]
    [InlineData("MAC 00:00:5e:00:53:01", "device")]
    [InlineData("91990000MA0000007X", "credit-code")]
    [InlineData("住示例市示例区示例路1号2单元301室", "address")]
    [InlineData("家住某省某市示例县示例镇示例村3组12号", "address")]
    [InlineData("钱示例，男，1990年1月1日出生", "name")]
    [InlineData("韩某某，男，1990年1月1日出生", "birth-date")]
    [InlineData("被害人：钱示例。", "name")]
    [InlineData("被害人：陈示例。", "name")]
    [InlineData("GPS 31.23040,121.47370", "position")]
    public void Personal_information_is_found(string text, string kind) =>
        Assert.Contains(Planted.Blocking($"{text}。", Planted.Patterns), hit => hit.Kind.Id == kind);

    [Theory]
    [InlineData("2019年2月17日，犯罪所得13900.00元，共1390012345678条")]
    [InlineData("沪宝检刑诉〔2019〕1390号，（2019）沪0113刑初9901号")]
    [InlineData("sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("法释〔2017〕10号第五条第一款第（三）项至第（五）项")]
    [InlineData("认定上述事实的证据：被害人陈述：被害人顾某某的陈述")]
    [InlineData("韩某某，男，1990年××月××日出生，住××省××县**镇**街")]
    [InlineData("2024-05-01 10:30:00，版本1.2.3.4，第12345678901234567号")]
    [InlineData("非法获利人民币13,800,138,000元")]
    [InlineData("见第13 14 15 16 17 1项，坐标轴 13 90 01 38 00 0")]
    [InlineData("5 1 3 9 0 0 1 3 8\n0 0 0 4 6 2 2 2 0\n2 0 0 0 0 0 0 0 0\n0 0 0 0 1 3 9 0 0")]
    [InlineData("|5|1|3|9|0|0|1|3|8|0|0|0|7|")]
    [InlineData("第1、3、9、0、0、1、3、8、0、0、0、12条")]
    [InlineData("13.5 900 138 0000 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17")]
    [InlineData("拨打12309服务热线，或者400-000-0000")]
    [InlineData("第一百零三条　第二款，被告人韩某某、杨某某等人的身份证号9900001990********")]
    [InlineData("https://example.com/a?id=990000199001010018&t=1700000000000")]
    [InlineData("举报电话：021-20000000，传真：021-20000001")]
    [InlineData("上海市宝山区人民检察院，上海市宝山区示例路1号")]
    [InlineData("IP地址分配方案另行印发；版本号为1.2.3.4")]
    [InlineData("IP地址的分配另行通知。本次升级至1.2.3.4")]
    [InlineData("材料电子版发送至office@example.com")]
    public void Ordinary_text_is_clean(string text) => Assert.Empty(Planted.Blocking(text, Planted.Patterns).Select(hit => $"{hit.Rule} {hit.Masked}"));

    [Fact]
    public void The_head_of_a_column_tells_what_its_numbers_are()
    {
        static string Row(int row, string text) => $"<row><c r=\"A{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>";
        byte[] Book(string head) => Package.Xlsx(Row(1, head) + Row(2, "990000900101001"), "");

        Assert.True(Planted.Finds(PersonalInformationScanner.Scan(Book("身份证号"), "a.xlsx", Planted.Patterns), "id-number"));
        Assert.False(Planted.Finds(PersonalInformationScanner.Scan(Book("序号"), "a.xlsx", Planted.Patterns), "id-number"));
    }

    [Fact]
    public void Legal_classes_come_from_the_rules()
    {
        var hits = Planted.Hits("卡号6222020000000000000，手机13000000000", Planted.Patterns);

        Assert.Contains(hits, hit => hit.Kind is { Id: "bank-card", IsSensitive: true, Category: "个人财产信息" });
        Assert.Contains(hits, hit => hit.Kind is { Id: "phone", IsSensitive: false, Category: "个人基本资料" });
    }

    [Fact]
    public void A_wrong_check_digit_alone_does_not_block() =>
        Assert.DoesNotContain(Planted.Hits("编号990000199001010018", Planted.Patterns), hit => hit.Confidence > Confidence.Low);

    [Fact]
    public void A_hundred_thousand_digits_are_read_at_once() =>
        Assert.Empty(Planted.Blocking(new string('1', 100_000), Planted.Patterns));
}
