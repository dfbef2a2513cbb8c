using FsCheck;
using FsCheck.Fluent;
using PiiDocs.Law;

namespace PiiDocs.Unit.Law;

public sealed class ChineseDateTests
{
    [Theory]
    [InlineData("2024-10-28", "2024年10月28日", "二〇二四年十月二十八日")]
    [InlineData("2021-03-11", "2021年3月11日", "二〇二一年三月十一日")]
    [InlineData("2024-03", "2024年3月", "二〇二四年三月")]
    [InlineData("2024", "2024年", "二〇二四年")]
    [InlineData("2020-12-10", "2020年12月10日", "二〇二〇年十二月十日")]
    public void Dates_are_written_as_far_as_they_are_known(string date, string figures, string characters)
    {
        var parsed = PartialDate.Parse(date)!;

        Assert.Equal(figures, ChineseDate.Figures(parsed));
        Assert.Equal(characters, ChineseDate.Characters(parsed));
        Assert.Equal(parsed, ChineseDate.Parse(figures));
        Assert.Equal(parsed, ChineseDate.Parse(characters));
        Assert.Equal(date, parsed.ToString());
    }

    [Theory]
    [InlineData("2024-02-30")]
    [InlineData("2023-02-29")]
    [InlineData("2024-13")]
    [InlineData("24-10-28")]
    [InlineData("2024-1-8")]
    [InlineData("2024/10/28")]
    [InlineData("2024-10-28-1")]
    [InlineData("")]
    [InlineData("２０２４-10-28")]
    public void Other_texts_are_no_dates(string date) => Assert.Null(PartialDate.Parse(date));

    [Theory]
    [InlineData("二○二一年三月十一日")]
    [InlineData("二零二一年三月十一日")]
    [InlineData("二〇二一年三月一十一日")]
    [InlineData("二〇二一年二月三十日")]
    [InlineData("2024年03月5日")]
    [InlineData("24年3月5日")]
    [InlineData("2024年3月五日")]
    public void Dates_not_in_legal_form_are_not_read(string date) => Assert.Null(ChineseDate.Parse(date));

    [Fact]
    public void Every_day_reads_back_as_itself() =>
        Prop.ForAll(
            Gen.Choose(new DateOnly(1000, 1, 1).DayNumber, DateOnly.MaxValue.DayNumber).ToArbitrary(),
            number =>
            {
                var date = PartialDate.Of(DateOnly.FromDayNumber(number));
                return ChineseDate.Parse(ChineseDate.Figures(date)) == date && ChineseDate.Parse(ChineseDate.Characters(date)) == date;
            })
            .QuickCheckThrowOnFailure();
}
