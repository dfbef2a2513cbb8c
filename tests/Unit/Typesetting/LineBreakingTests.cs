using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Typesetting;

namespace PiiDocs.Unit.Typesetting;

public class LineBreakingTests
{
    [Theory]
    [InlineData(7, "被告未归还借款，故提起诉讼。", "被告未归还借/款，故提起诉讼。")]
    [InlineData(8, "依照《中华人民共和国民法典》", "依照《中华人民共/和国民法典》")]
    [InlineData(8, "被告人张三、李四、王五到庭。", "被告人张三、李四、/王五到庭。")]
    [InlineData(6, "公益诉讼起诉（人）", "公益诉讼起诉/（人）")]
    [InlineData(6, "他说：“不是我。”", "他说：“不是/我。”")]
    public void Marks_stay_with_their_words(int characters, string text, string expected) =>
        Assert.Equal(expected, Lines(characters, text));

    [Theory]
    [InlineData(8, "获取公民个人信息3.9万余条。", "获取公民个人信息/3.9万余条。")]
    [InlineData(16, "本院在履行职责中发现并于2024年5月1日立案。", "本院在履行职责中发现并于/2024年5月1日立案。")]
    [InlineData(10, "本院于今年即2024年5月1日立案。", "本院于今年即2024年/5月1日立案。")] // Rather than half a line of holes.
    [InlineData(16, "被告应当依照民法典之规定第一千一百七十二条", "被告应当依照民法典之规定第一千一/百七十二条")] // An article yields sooner than a date.
    [InlineData(20, "被告应当依照本法第一编第一章总则之规定第一百七十二条", "被告应当依照本法第一编第一章总则之规定/第一百七十二条")] // One character is not missed.
    [InlineData(16, "网址https://www.a.test/notice/2024", "网址https://www.a.test/notice//2024")]
    [InlineData(10, "社会公共利益受到了侵害。", "社会公共利益受到了侵/害。")]
    [InlineData(10, "其“社会”公共利益，受侵害。", "其“社会”公共利益，/受侵害。")]
    [InlineData(10, "他的个人信息，已受损害。", "他的个人信息，已受损/害。")]
    [InlineData(10, "他“的”信息，已受损害。", "他“的”信息，已受损害。")] // The last character is squeezed in.
    [InlineData(8, "期限自公告之日起30日内提出。", "期限自公告之日起/30日内提出。")]
    [InlineData(8, "根据个人信息保护法第七十条的规定", "根据个人信息保护/法第七十条的规定")]
    [InlineData(10, "以宝检刑附民公诉〔2024〕12号文", "以宝检刑附民公/诉〔2024〕12号文")]
    [InlineData(8, "他赔偿公共利益损失37.28万元整", "他赔偿公共利益损/失37.28万元整")]
    [InlineData(9, "其中手机号码是13800138000者", "其中手机号码是/13800138000者")]
    [InlineData(8, "服务费占所得总额的30%以上者", "服务费占所得总额/的30%以上者")]
    [InlineData(6, "本案——一审终审", "本案——一审/终审")]
    [InlineData(5, "本案一审——终审", "本案一审/——终审")]
    [InlineData(5, "本案一审……终审", "本案一审/……终审")]
    public void Units_are_kept_whole(int characters, string text, string expected) =>
        Assert.Equal(expected, Lines(characters, text));

    private static string Lines(int characters, string text)
    {
        var document = Sheets.Document(Sheets.WithLine(characters), Sheets.Paragraph(text, "plain"));
        var diagnostics = new DiagnosticBag();
        var pages = new Typesetter(new SquareFonts()).Layout(document, diagnostics);
        Assert.Empty(diagnostics.Items);
        return string.Join('/', pages.Pages
            .SelectMany(page => page.Items.OfType<GlyphRun>())
            .GroupBy(run => run.Baseline)
            .Select(line => string.Concat(line.Select(run => run.Text))));
    }
}
