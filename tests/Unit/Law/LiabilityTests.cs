using PiiDocs.Law;

namespace PiiDocs.Unit.Law;

public sealed class LiabilityTests
{
    [Fact]
    public void Case_000_recovers_3900_in_all_though_the_caps_add_up_to_more()
    {
        var recovery = Liability.Joint(3900, new Dictionary<string, decimal?> { ["C"] = 3900, ["H"] = null, ["Y"] = 3900, ["G"] = 3900, ["U"] = 3600, ["M"] = 0 });

        Assert.Equal(3900, recovery.Total);
        Assert.Equal(3600, recovery.Exposures["U"]);
        Assert.Equal(300, recovery.NotCoveredBy("U"));
        Assert.Equal(0, recovery.Exposures["M"]);
        Assert.Equal(3900, recovery.Exposures["H"]);
    }

    [Fact]
    public void Case_003_recovers_the_sum_of_two_separate_amounts()
    {
        var recovery = Liability.Several(new Dictionary<string, decimal> { ["W"] = 150_000, ["L"] = 160_000 });

        Assert.Equal(310_000, recovery.Total);
    }

    [Fact]
    public void Case_001a_recovers_what_one_defendant_gained() =>
        Assert.Equal(372_839, Liability.Joint(372_839, new Dictionary<string, decimal?> { ["C"] = null }).Total);

    [Fact]
    public void A_cap_above_the_debt_adds_nothing() =>
        Assert.Equal(3900, Liability.Joint(3900, new Dictionary<string, decimal?> { ["C"] = 5000 }).Total);

    [Theory]
    [InlineData(160_000, 150_000, 310_000, true, false)]
    [InlineData(170_000, 160_000, 310_000, true, false)]
    [InlineData(330_000, 150_000, 310_000, true, true)]
    [InlineData(800_000, 150_000, 310_000, false, true)]
    public void A_fine_is_read_against_own_and_shared_income(double fine, double own, double shared, bool byOwn, bool byShared)
    {
        var readings = Liability.Fine((decimal)fine, (decimal)own, (decimal)shared, LawFiles.Library.Charges.Fine);

        Assert.Equal((byOwn, byShared), (readings.ByOwnIncome, readings.BySharedIncome));
        Assert.False(readings.FitsNoReading);
    }

    [Fact]
    public void A_fine_that_fits_neither_reading_is_told()
    {
        Assert.True(Liability.Fine(100, 150_000, 310_000, LawFiles.Library.Charges.Fine) is { FitsNoReading: true, ReachesMinimum: false });
        Assert.False(Liability.Fine(5000, null, null, LawFiles.Library.Charges.Fine).FitsNoReading);
    }
}
