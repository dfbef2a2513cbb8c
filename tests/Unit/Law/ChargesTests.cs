using FsCheck;
using FsCheck.Fluent;
using PiiDocs.Law;

namespace PiiDocs.Unit.Law;

public sealed class ChargesTests
{
    [Theory]
    [InlineData("003, all, ordinary information", "T3:39000", true, "15.6", ChargeLevel.VerySerious)]
    [InlineData("003, all, health information", "T2:39000", true, "156", ChargeLevel.VerySerious)]
    [InlineData("000, Chen, transaction information", "T2:6000", false, "12", ChargeLevel.VerySerious)]
    [InlineData("000, Chen, transaction information in duty", "T2:6000", true, "24", ChargeLevel.VerySerious)]
    [InlineData("000, Chen, ordinary information", "T3:6000", false, "1.2", ChargeLevel.Serious)]
    [InlineData("000, Chen, ordinary information in duty", "T3:6000", true, "2.4", ChargeLevel.Serious)]
    [InlineData("000, stored", "T3:370000", false, "74", ChargeLevel.VerySerious)]
    [InlineData("000, traded", "T3:30000", false, "6", ChargeLevel.Serious)]
    [InlineData("000, stored, transaction information", "T2:370000", false, "740", ChargeLevel.VerySerious)]
    [InlineData("000, traded, transaction information", "T2:30000", false, "60", ChargeLevel.VerySerious)]
    [InlineData("mixed", "T1:20 T2:150 T3:2000", false, "1.1", ChargeLevel.Serious)]
    [InlineData("just below", "T3:4999", false, "0.9998", ChargeLevel.None)]
    [InlineData("just there", "T3:5000", false, "1", ChargeLevel.Serious)]
    [InlineData("just below ten times", "T1:499", false, "9.98", ChargeLevel.Serious)]
    [InlineData("ten times", "T1:500", false, "10", ChargeLevel.VerySerious)]
    [InlineData("001a", "T2:6000", false, "12", ChargeLevel.VerySerious)]
    [InlineData("a third each", "T1:17 T2:167 T3:1630", false, "1", ChargeLevel.Serious)]
    [InlineData("half in duty", "T1:25", true, "1", ChargeLevel.Serious)]
    [InlineData("nothing", "", false, "0", ChargeLevel.None)]
    public void Quantities_reach_a_level(string name, string counts, bool inDuty, string reached, ChargeLevel level)
    {
        var assessment = Charges.Assess(new(Counts(counts), null, inDuty), LawFiles.Library.Charges);

        Assert.Equal((name, level), (name, assessment.Level));
        Assert.Equal(reached, assessment.Steps.LastOrDefault()?.Reached.ToString() ?? "0");
    }

    [Theory]
    [InlineData(310000, true, "124", ChargeLevel.VerySerious)]
    [InlineData(160000, true, "64", ChargeLevel.VerySerious)]
    [InlineData(3900, false, "0.78", ChargeLevel.None)]
    [InlineData(3900, true, "1.56", ChargeLevel.Serious)]
    [InlineData(5000, false, "1", ChargeLevel.Serious)]
    [InlineData(50000, false, "10", ChargeLevel.VerySerious)]
    [InlineData(49999.99, false, "≈9.9999", ChargeLevel.Serious)]
    public void Illegal_income_reaches_a_level(double income, bool inDuty, string reached, ChargeLevel level)
    {
        var assessment = Charges.Assess(new(Counts(""), (decimal)income, inDuty), LawFiles.Library.Charges);

        Assert.Equal(level, assessment.Level);
        Assert.Equal(reached, Assert.Single(assessment.Steps).Reached.ToString());
    }

    [Theory]
    [InlineData(49999, ChargeLevel.None)]
    [InlineData(50000, ChargeLevel.Serious)]
    [InlineData(900000, ChargeLevel.Serious)]
    public void Buying_for_lawful_business_counts_by_profit_alone(double profit, ChargeLevel level) =>
        Assert.Equal(
            level,
            Charges.Assess(new(Counts("T3:39000"), (decimal)profit, false) { ForBusiness = true }, LawFiles.Library.Charges).Level);

    [Fact]
    public void What_is_proved_false_or_double_is_taken_off()
    {
        var facts = new ChargeFacts(Counts("T3:5200"), null, false) { Deducted = Counts("T3:201") };

        Assert.Equal(ChargeLevel.None, Charges.Assess(facts, LawFiles.Library.Charges).Level);
    }

    [Fact]
    public void The_calculation_is_shown_step_by_step()
    {
        var assessment = Charges.Assess(new(Counts("T1:20 T2:150 T3:2000"), 310000, true), LawFiles.Library.Charges);

        Assert.Equal(
            [
                "行踪轨迹信息、通信内容、征信信息、财产信息：20÷25＝0.8",
                "住宿信息、通信记录、健康生理信息、交易信息等：150÷250＝0.6",
                "其他公民个人信息：2000÷2500＝0.8",
                "按相应比例合计：0.8＋0.6＋0.8＝2.2",
                "违法所得：310000÷2500＝124",
            ],
            assessment.Steps.Select(step => step.Text.Chinese));
        Assert.Equal("情节特别严重", assessment.Words);
    }

    [Fact]
    public void Ratios_are_exact() =>
        Prop.ForAll(
            Gen.Choose(0, 5000).ToArbitrary(),
            part =>
            {
                var facts = new ChargeFacts(
                    new Dictionary<string, decimal> { ["T2"] = part / 10, ["T3"] = 5000 - (part / 10 * 10) }, null, false);
                return Charges.Assess(facts, LawFiles.Library.Charges).Level == ChargeLevel.Serious;
            })
            .QuickCheckThrowOnFailure();

    private static Dictionary<string, decimal> Counts(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split(':'))
            .ToDictionary(part => part[0], part => decimal.Parse(part[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
