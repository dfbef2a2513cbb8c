using PiiDocs.Law;

namespace PiiDocs.Unit.Law;

public sealed class DocumentNumberTests
{
    [Theory]
    [InlineData("沪静检刑附民公诉〔2024〕12号", "沪静检", "", "刑附民公诉", "12")]
    [InlineData("沪静检刑诉〔2024〕Z12号", "沪静检", "", "刑诉", "Z12")]
    [InlineData("沪静检一部刑诉〔2024〕3号", "沪静检", "一部", "刑诉", "3")]
    [InlineData("临兰检刑不诉〔2014〕60号", "临兰检", "", "刑不诉", "60")]
    [InlineData("高检建〔2018〕1号", "高检", "", "建", "1")]
    [InlineData("黄检控申刑申复决〔2018〕1号", "黄检", "控申", "刑申复决", "1")]
    [InlineData("沪青检行公建〔2024〕9001号", "沪青检", "", "行公建", "9001")]
    public void A_procuratorates_number_is_taken_apart(string text, string office, string division, string kind, string serial)
    {
        var number = LawFiles.Library.Numbers.Parse(text)!;

        Assert.Equal((office, division, kind, serial), (number.Office, number.Division, number.Kind, number.Serial));
        Assert.False(number.IsCourt);
        Assert.Equal(text, number.ToString());
        Assert.Empty(LawFiles.Library.Numbers.Explain(text));
    }

    [Theory]
    [InlineData("（2019）鄂0302刑初614号", "鄂0302", "刑初")]
    [InlineData("（2020）浙0192民初9001号", "浙0192", "民初")]
    public void A_courts_number_is_taken_apart(string text, string court, string kind)
    {
        var number = LawFiles.Library.Numbers.Parse(text)!;

        Assert.True(number.IsCourt);
        Assert.Equal((court, kind), (number.Office, number.Kind));
        Assert.Equal(text, number.ToString());
    }

    [Theory]
    [InlineData("沪静检刑诉[2024]12号", "年份没有用六角括号")]
    [InlineData("沪静检刑诉【2024】12号", "年份没有用六角括号")]
    [InlineData("沪静检刑诉(2024)12号", "年份没有用六角括号")]
    [InlineData("沪静检刑诉〔2024〕第12号", "序号前多了“第”")]
    [InlineData("沪静检刑诉〔2024〕012号", "序号编了虚位")]
    [InlineData("沪静检刑诉〔24〕12号", "年份不是四位")]
    [InlineData("沪静检刑诉〔２０２４〕12号", "用了全角数字")]
    public void Mistakes_are_named(string text, string problem)
    {
        Assert.Null(LawFiles.Library.Numbers.Parse(text));
        Assert.Contains(problem, LawFiles.Library.Numbers.Explain(text).Select(mistake => mistake.Problem.Chinese));
        Assert.All(LawFiles.Library.Numbers.Explain(text), mistake => Assert.NotEqual("", mistake.Fix.English));
    }

    [Fact]
    public void Several_mistakes_are_named_at_once() =>
        Assert.Equal(3, LawFiles.Library.Numbers.Explain("沪静检刑诉[2024]第012号").Length);
}
