using FsCheck;
using FsCheck.Fluent;
using PiiDocs.Law;

namespace PiiDocs.Unit.Law;

public sealed class CapitalAmountTests
{
    public static TheoryData<decimal, string> Amounts => new()
    {
        { 0m, "零元整" },
        { 0.53m, "伍角叁分" },
        { 0.03m, "叁分" },
        { 10m, "壹拾元整" },
        { 325.04m, "叁佰贰拾伍元零肆分" },
        { 1000m, "壹仟元整" },
        { 3600m, "叁仟陆佰元整" },
        { 3900m, "叁仟玖佰元整" },
        { 50000m, "伍万元整" },
        { 150000m, "壹拾伍万元整" },
        { 160000m, "壹拾陆万元整" },
        { 170000m, "壹拾柒万元整" },
        { 310000m, "叁拾壹万元整" },
        { 372839m, "叁拾柒万贰仟捌佰叁拾玖元整" },
        { 100050m, "壹拾万零伍拾元整" },
        { 1409.50m, "壹仟肆佰零玖元伍角" },
        { 6007.14m, "陆仟零柒元壹角肆分" },
        { 107000.53m, "壹拾万柒仟元零伍角叁分" },
        { 16409.02m, "壹万陆仟肆佰零玖元零贰分" },
        { 100000000m, "壹亿元整" },
        { 1000000000000m, "壹万亿元整" },
        { 1000200000000m, "壹万零贰亿元整" },
    };

    [Theory]
    [MemberData(nameof(Amounts))]
    public void Amounts_are_written_in_formal_numerals(decimal amount, string text)
    {
        Assert.Equal(text, CapitalAmount.Format(amount));
        Assert.Equal(amount, CapitalAmount.Parse(text));
    }

    [Theory]
    [InlineData("壹拾万柒仟元零伍角叁分")]
    [InlineData("壹拾万零柒仟元伍角叁分")]
    [InlineData("壹拾万零柒仟元零伍角叁分")]
    [InlineData("壹拾万柒仟元伍角叁分")]
    [InlineData("人民币壹拾万柒仟圆零伍角叁分")]
    public void Equivalent_forms_mean_the_same_amount(string text) => Assert.Equal(107000.53m, CapitalAmount.Parse(text));

    [Theory]
    [InlineData("壹仟肆佰零玖元伍角整", 1409.5)]
    [InlineData("叁仟玖佰元正", 3900)]
    [InlineData("叁仟玖佰圆整", 3900)]
    public void Whole_is_written_either_way(string text, double amount) => Assert.Equal((decimal)amount, CapitalAmount.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("元")]
    [InlineData("叁仟玖佰元")]
    [InlineData("叁仟玖佰")]
    [InlineData("三千九百元整")]
    [InlineData("拾元整")]
    [InlineData("壹万伍元整")]
    [InlineData("壹万零零伍元整")]
    [InlineData("壹拾柒万零柒仟元整")]
    [InlineData("壹佰元叁分")]
    [InlineData("壹佰元叁分整")]
    [InlineData("壹佰元叁分伍角")]
    [InlineData("壹佰元整元整")]
    public void Other_forms_are_no_amounts(string text) => Assert.Null(CapitalAmount.Parse(text));

    [Fact]
    public void Every_amount_reads_back_as_itself() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<ulong>(),
            number =>
            {
                var amount = number % 100_000_000_000_000 / 100m;
                return CapitalAmount.Parse(CapitalAmount.Format(amount)) == amount
                    && CapitalAmount.Variants(amount).All(variant => CapitalAmount.Parse(variant) == amount);
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_makes_reading_throw() =>
        Prop.ForAll(
            Gen.Elements("零壹贰玖拾佰仟万亿元角分整圆正x".ToCharArray()).ArrayOf().ToArbitrary(),
            signs => CapitalAmount.Parse(new(signs)) is null or >= 0)
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-1)]
    [InlineData(0.001)]
    [InlineData(1e16)]
    public void Amounts_that_cannot_be_written_are_refused(double amount)
    {
        Assert.False(CapitalAmount.CanFormat((decimal)amount));
        Assert.Throws<ArgumentOutOfRangeException>(() => CapitalAmount.Format((decimal)amount));
    }
}
