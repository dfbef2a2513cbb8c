using PiiDocs.Core;

namespace PiiDocs.Unit.Core;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("nmae", "name")]
    [InlineData("Name", "name")]
    [InlineData("adress", "address")]
    [InlineData("id_card", "idCard")]
    [InlineData("parties", "parties")]
    [InlineData("x", null)]
    [InlineData("birthday", null)]
    [InlineData("", null)]
    public void A_slip_of_the_hand_finds_the_name_it_meant(string wanted, string? expected) =>
        Assert.Equal(expected, NearestName.Find(wanted, ["name", "address", "idCard", "parties", "phone"]));

    [Fact]
    public void Of_equally_near_names_the_first_in_order_wins() =>
        Assert.Equal("cart", NearestName.Find("carx", ["carz", "cart"]));

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    [InlineData("abcdef", "badcfe", 3)]
    [InlineData("当事人", "当事", 1)]
    public void Distance_counts_single_slips(string left, string right, int expected)
    {
        Assert.Equal(expected, NearestName.Distance(left, right));
        Assert.Equal(expected, NearestName.Distance(right, left));
    }
}
