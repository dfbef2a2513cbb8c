namespace PiiDocs.Unit.Privacy.Scanning;

/// <summary>What offices publish about themselves is clean; a person's number on such a page is not.</summary>
public sealed class OfficePageTests
{
    private const double AlarmsPerPage = 0.1;

    private static readonly string[] Pages =
    [
        "示例市示例区人民检察院联系方式\n地址：示例市示例区公正路18号\n邮政编码：000000\n联系电话：{0}\n举报邮箱：jubao@example.gov.cn\n电子邮箱：xx@example.gov.cn",
        "公告\n本院发现某公司违法收集个人信息，现予公告。\n联系地址：示例市公正路18号示例市人民检察院第八检察部\n电话：{0}\n示例市人民检察院\n2024年5月6日",
        "公开电话一览表\n部门\t电话\n办公室\t{0}\n公安局\t{0}\n市场监督管理局\t{0}\n网信办\t{0}",
        "中标公告\n采购人：示例市人民检察院（统一社会信用代码：11990000000000000D）\n项目编号：ZB23000000000，预算500000.00元\n采购人电话：{0}\n项目联系人：综合科 电话：{0}",
        "图书信息\nISBN 978-7-5102-0000-1，ISBN 9787510200001\n社址：北京市示例区示例南路7号\n发行电话：{0}\n某某出版社",
        "检测报告\n依据GB/T 35273-2020，版本1.2.3.4，SHA256：9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08，订单号130000000000000001，时间戳1700000000",
        "判决书\n（2023）沪0113刑初1号\n被告人韩某某，男，1985年出生，住示例市示例区。被告人韩某某身份证号310***********1234，电话138****1234，车牌京A·XXXXX。",
        "统计表\n年份　立案　起诉　金额\n2019　1234　56　123456789\n2020　2345　67　234567890\n2021　3456　78　345678901\n合计　7035　201　703580370",
        "网站底部\n主办单位：示例市人民检察院\n沪ICP备00000000号-1　沪公网安备 31011302000000号\n官方微信：某某检察\n电话：{0}",
        "整改回复\n对20家网点开展检查，罚款13000元。\n示例市邮政管理局\n（联系人：综合科　电话：{0}）",
        "办事指南\n窗口\t业务\t电话\n1号\t控告\t{0}\n2号\t刑事申诉\t{0}\n服务热线：12309、12345，银行客服95588，400-000-0000",
        "缴款须知\n收款单位：示例市财政局非税收入专户\n对公账号：99001122334455667\n咨询电话：{0}\n案号（2023）沪0113民初1号",
    ];

    private static readonly string[] Lines = ["021-20000000", "（021）20000001", "021-20000002转8012", "02120000003", "021 20000004", "+86-21-20000005"];

    [Fact]
    public void Pages_of_offices_are_clean()
    {
        var pages = Pages.SelectMany(page => Lines.Select(line => page.Replace("{0}", line, StringComparison.Ordinal))).Distinct().ToList();

        var alarms = (from page in pages
                      from hit in Planted.Blocking(page, Planted.Patterns).Concat(Planted.Blocking(page))
                      select $"{page[..4]} {hit.Rule} {hit.Masked}").ToList();

        Assert.True(alarms.Count <= pages.Count * AlarmsPerPage, $"{alarms.Count} alarms in {pages.Count} pages: {string.Join("; ", alarms)}");
    }

    [Theory]
    [InlineData("被害人家庭电话：021-20000000")]
    [InlineData("钱示例，电话021-20000000")]
    [InlineData("韩某某 021-20000000")]
    [InlineData("户籍在外地，本人座机（021）20000000")]
    [InlineData("承办人记录：被害人住宅电话021-20000000")]
    [InlineData("姓名：钱示例，联系方式：02120000000")]
    [InlineData("钱示例\n021-20000000")]
    [InlineData("钱示例\n（021-20000000）")]
    [InlineData("联系人钱示例，\n021-20000000")]
    [InlineData("1　钱示例　女　021-20000000")]
    [InlineData("钱示例，男，35岁，021-20000000")]
    public void A_fixed_line_of_a_person_blocks_on_the_page_of_an_office(string text) =>
        Assert.Contains(Planted.Blocking($"示例市人民检察院办公室公告\n{text}\n举报电话：12309", Planted.Patterns), hit => hit.Kind.Id == "phone");

    [Theory]
    [InlineData("订单号已核对，手机13000000000", "phone")]
    [InlineData("检察院查明：韩某某家住示例市示例区示例路1号", "address")]
    [InlineData("邮箱user@example.com", "email")]
    [InlineData("经营者信用代码91990000MA0000007X", "credit-code")]
    public void The_nearer_word_tells_whose_a_value_is(string text, string kind) =>
        Assert.Contains(Planted.Blocking($"{text}。", Planted.Patterns), hit => hit.Kind.Id == kind);
}
