using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Humanizer;
using PiiDocs.Core;
using PiiDocs.Law;

namespace PiiDocs.Unit.Law;

public sealed class ChineseNumeralsTests
{
    private static readonly CultureInfo Chinese = new("zh-CN");

    [Theory]
    [InlineData(0, "零")]
    [InlineData(10, "十")]
    [InlineData(12, "十二")]
    [InlineData(91, "九十一")]
    [InlineData(101, "一百零一")]
    [InlineData(110, "一百一十")]
    [InlineData(253, "二百五十三")]
    [InlineData(1010, "一千零一十")]
    [InlineData(1182, "一千一百八十二")]
    [InlineData(10010, "一万零一十")]
    [InlineData(100_000, "十万")]
    [InlineData(110_000, "十一万")]
    [InlineData(200_300, "二十万零三百")]
    [InlineData(100_010_010, "一亿零一万零一十")]
    [InlineData(1_000_000_000_000, "一万亿")]
    [InlineData(1_000_000_000_001, "一万亿零一")]
    public void Numbers_are_written_in_words(long number, string words)
    {
        Assert.Equal(words, ChineseNumerals.Words(number));
        Assert.Equal(number, ChineseNumerals.ReadWords(words));
    }

    [Fact]
    public void Every_number_reads_back_as_itself() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<ulong>().Filter(_ => true),
            number => ChineseNumerals.ReadWords(ChineseNumerals.Words((long)(number % 10_000_000_000_000_000))) == (long)(number % 10_000_000_000_000_000))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Where_Humanizer_is_used_it_writes_what_our_own_form_writes() =>
        Assert.All(
            Enumerable.Range(0, 30_000).Concat(Enumerable.Range(0, 3_000).Select(i => i * 32_989)),
            number => Assert.Equal(PositionalNumber.Write(number, NumeralSigns.Plain), ChineseNumerals.Words(number)));

    [Theory]
    [InlineData(110, "一百十")]
    [InlineData(10010, "一万零十")]
    [InlineData(110_000, "一十一万")]
    public void Humanizer_is_not_used_where_it_is_wrong(int number, string humanized)
    {
        Assert.Equal(humanized, number.ToWords(Chinese));
        Assert.NotEqual(humanized, ChineseNumerals.Words(number));
    }

    [Fact]
    public void Humanizer_writes_ordinals_with_a_space_so_articles_are_our_own()
    {
        Assert.Equal("第 十", 10.ToOrdinalWords(Chinese));
        Assert.Equal("第十条", new ArticleNumber(10).ToString());
    }

    [Fact]
    public void Years_are_written_digit_by_digit_with_the_right_zero()
    {
        Assert.Equal("二\u3007二四", ChineseNumerals.Digits(2024));
        Assert.Equal(2024, ChineseNumerals.ReadDigits("二〇二四"));
        Assert.Null(ChineseNumerals.ReadDigits("二○二四"));
        Assert.Null(ChineseNumerals.ReadDigits("二零二四"));
        Assert.Null(ChineseNumerals.ReadDigits(""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("一百十")]
    [InlineData("一千五")]
    [InlineData("一十")]
    [InlineData("十零")]
    [InlineData("百")]
    [InlineData("万万万万万万")]
    [InlineData("九亿亿亿亿亿亿")]
    [InlineData("两百")]
    [InlineData("12")]
    public void Words_no_legal_text_would_use_are_not_numbers(string words) => Assert.Null(ChineseNumerals.ReadWords(words));
}
