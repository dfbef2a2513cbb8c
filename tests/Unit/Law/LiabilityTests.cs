using PiiDocs.Law;

namespace PiiDocs.Unit.Law;

public sealed class LiabilityTests
{
    [Fact]
    public void Case_000_recovers_3900_in_all_though_the_caps_add_up_to_more()
    {
        JointShare[] shares = [new("C", 3900), new("H", null), new("Y", 3900), new("G", 3900), new("U", 3600), new("M", 0)];

        Assert.Equal(3900, Liability.Joint(3900, shares));
        Assert.Equal([3900, 3900, 3900, 3900, 3600, 0], shares.Select(share => share.ExposureTo(3900)));
    }

    [Fact]
    public void Case_001a_recovers_what_one_defendant_gained() =>
        Assert.Equal(372_839, Liability.Joint(372_839, [new("C", null)]));

    [Fact]
    public void A_cap_above_the_debt_adds_nothing() =>
        Assert.Equal(3900, Liability.Joint(3900, [new("C", 5000)]));

    [Fact]
    public void Caps_below_the_debt_leave_a_part_that_nobody_answers_for() =>
        Assert.Equal(3600, Liability.Joint(3900, [new("U", 3600), new("M", 0)]));

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
