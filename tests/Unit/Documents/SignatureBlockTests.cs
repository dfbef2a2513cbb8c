using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Unit.Documents;

public sealed class SignatureBlockTests
{
    [Theory]
    [InlineData("2024年10月28日", "（院印）", 6.625)] // 8¼ characters of date, 4 from the right; 3 from bracket to bracket.
    [InlineData("2024年6月9日", "（院印）", 6.125)]
    [InlineData("二〇二四年十月二十八日", "（法院印）", 7.5)]
    public void The_seal_stands_below_the_middle_of_the_date(string date, string seal, double indent) =>
        Assert.Equal((decimal)indent, IndentOf(2, Line("某市人民检察院", "signature"), Line(date, "date"), Line(seal, "seal")));

    [Fact]
    public void Names_and_dates_stand_where_the_style_says()
    {
        Block[] lines = [Line("某市人民检察院", "signature"), Line("2024年10月28日", "date")];

        Assert.Equal((4m, 4m), (IndentOf(0, lines), IndentOf(1, lines)));
    }

    [Fact]
    public void A_name_too_long_for_its_indent_moves_to_the_right()
    {
        var name = Line($"公益诉讼起诉人：{new string('某', 14)}人民检察院", "signature");

        Assert.Equal(0.7m, IndentOf(0, name));
        Assert.Equal(0m, IndentOf(0, Line(new string('某', 40), "signature")));
    }

    [Fact]
    public void A_seal_without_a_date_stands_where_its_style_says() =>
        Assert.Equal(4m, IndentOf(1, Line("正文", "body"), Line("（院印）", "seal")));

    [Theory]
    [InlineData(SealOutline.Never, false, false)]
    [InlineData(SealOutline.Draft, true, false)]
    [InlineData(SealOutline.Always, true, true)]
    public void The_sheet_says_when_the_place_is_shown(SealOutline outline, bool inDraft, bool inFiling)
    {
        var seal = StyleFiles.Procuratorial.Seal! with { Outline = outline };
        var info = new DocumentInfo("t", "", "", "", default);

        Assert.Equal((inDraft, inFiling), (seal.IsShownIn(info with { IsDraft = true }), seal.IsShownIn(info)));
    }

    private static decimal IndentOf(int index, params Block[] blocks) =>
        SignatureBlock.RightIndentAt([.. blocks], index, StyleFiles.Procuratorial);

    private static Paragraph Line(string text, string style) => new(style, [new TextRun(text) { Origin = Origin.None }]);
}
