using PiiDocs.Documents;
using PiiDocs.Typesetting;

namespace PiiDocs.Unit.Typesetting;

public class PagedPrinterTests
{
    // An indictment's first and last lines, on lines of 20 characters, as a reader would check them with a ruler.
    private const string Expected = """
        === page 1, 468.931 x 841.89
        127.277 |   160.3 | 公益诉讼起诉书
        183.017 | 110.956 | 被告：张某，男，1990年3月11日出生，
        211.967 |   79.37 | 公民身份号码990000199003110011，住上海
        240.917 |   79.37 | 市某区某路8弄23号302室。
        269.867 | 110.956 | 一、事实
        298.817 | 110.956 | 2021年6月至2023年12月间，被告非
        327.767 |   79.37 | 法获取公民个人信息3.9万余条——其中手
        356.717 |   79.37 | 机号码1.2万条……并出售牟利。
        414.617 | 284.679 | 检察院
        443.567 | 216.679 | 2024年5月1日
         762.52 |  332.23 | — 1 —

        """;

    [Fact]
    public void A_page_is_printed_line_by_line_with_its_places()
    {
        var sheet = Sheets.WithLine(20) with { Numbers = Sheets.Numbers };

        var printed = PagedPrinter.Print(Paged.Layout(
            sheet,
            Sheets.Paragraph("公益诉讼起诉书", "title"),
            Sheets.Paragraph("被告：张某，男，1990年3月11日出生，公民身份号码990000199003110011，住上海市某区某路8弄23号302室。"),
            Sheets.Paragraph("一、事实", "heading"),
            Sheets.Paragraph("2021年6月至2023年12月间，被告非法获取公民个人信息3.9万余条——其中手机号码1.2万条……并出售牟利。"),
            Sheets.Paragraph("检察院", "signature"),
            Sheets.Paragraph("2024年5月1日", "signature")));

        Assert.Equal(Expected.ReplaceLineEndings("\n"), printed);
    }
}
