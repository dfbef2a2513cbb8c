using PiiDocs.Documents;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Documents;

public sealed class StyleFileTests
{
    [Theory]
    [InlineData("procuratorial")]
    [InlineData("official")]
    [InlineData("press")]
    public void A_sheet_of_the_house_has_every_style_and_the_grid_of_the_standard(string name)
    {
        var sheet = StyleFiles.Read(name);

        Assert.Equal(name, sheet.Name);
        Assert.Equal(StyleFiles.Procuratorial.Paragraphs.Keys, sheet.Paragraphs.Keys);
        Assert.Equal((22, 28), (sheet.Page.LinesPerPage, sheet.Page.CharactersPerLine));

        // layout.md, B.1.1: 156 × 225 mm of text; 28.95 pt a line; 15.793 pt a character.
        Assert.Equal(Length.FromMillimetres(156), sheet.Page.TextWidth);
        Assert.Equal(579, sheet.Page.LinePitch.Twips);
        Assert.InRange(sheet.Page.TextHeight.Millipoints, 637_790, 637_800);
        Assert.InRange(sheet.Page.CharacterPitch.Millipoints, 15_792, 15_794);
    }

    [Theory]
    [InlineData("basic", ProhibitionLevel.Basic)]
    [InlineData("nationalstandard", ProhibitionLevel.NationalStandard)]
    [InlineData("strict", ProhibitionLevel.Strict)]
    public void A_sheet_chooses_the_level_of_prohibition(string word, ProhibitionLevel level)
    {
        var text = File.ReadAllText(Repository.PathTo("templates", "_styles", "official.yaml"));

        Assert.Equal(level, StyleFiles.Parse(text.Replace("prohibition: basic", $"prohibition: {word}", StringComparison.Ordinal)).Punctuation.Prohibition);
    }

    [Fact]
    public void Titles_of_styles_are_unique_and_none_is_a_built_in_name_of_Word()
    {
        // The Chinese names of built-in styles; a style of that name would be taken for it.
        string[] builtIn = ["标题", "正文", "日期", "页脚", "页眉", "列表", "签名", "称呼", "结束语", "题注", "副标题"];

        foreach (var name in new[] { "procuratorial", "official", "press" })
        {
            var titles = StyleFiles.Read(name).Paragraphs.Values.Select(style => style.Title).ToList();
            Assert.Equal(titles.Distinct(), titles);
            Assert.Empty(titles.Intersect(builtIn));
        }
    }
}
