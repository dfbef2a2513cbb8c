using PiiDocs.Core.Identifiers;

namespace PiiDocs.Unit.Core.Identifiers;

/// <summary>Every number here is a standard's own example or made for tests (region 99, area code 000, test cards).</summary>
public sealed class IdentifierTests
{
    [Theory]
    [InlineData("11010519491231002X", IdentifierFault.None)]
    [InlineData("440524188001010014", IdentifierFault.None)]
    [InlineData("990000199001010017", IdentifierFault.None)]
    [InlineData("990000202101010027", IdentifierFault.None)]
    [InlineData("990000199001010018", IdentifierFault.CheckDigit)]
    [InlineData("990000199001010071", IdentifierFault.CheckDigit)]
    [InlineData("990000199002300017", IdentifierFault.BirthDate)]
    [InlineData("990000000001010017", IdentifierFault.BirthDate)]
    [InlineData("11010519491231002x", IdentifierFault.Shape)]
    [InlineData("99000019900101001", IdentifierFault.Shape)]
    [InlineData("9900001990010100１7", IdentifierFault.Shape)]
    [InlineData("9900001990010100177", IdentifierFault.Shape)]
    [InlineData("", IdentifierFault.Shape)]
    public void Identity_numbers_are_checked_for_shape_birth_date_and_check_digit(string number, IdentifierFault expected) =>
        Assert.Equal(expected, IdCardNumber.Check(number));

    [Fact]
    public void Every_single_wrong_digit_of_an_identity_number_is_noticed()
    {
        const string right = "990000199001010017";
        var wrongs = from place in Enumerable.Range(0, right.Length)
                     from digit in "0123456789"
                     where digit != right[place]
                     select right[..place] + digit + right[(place + 1)..];

        Assert.DoesNotContain(IdentifierFault.None, wrongs.Select(IdCardNumber.Check));
    }

    [Fact]
    public void An_identity_number_says_birth_date_and_sex()
    {
        Assert.Equal(new(1949, 12, 31), IdCardNumber.BirthDateOf("11010519491231002X"));
        Assert.False(IdCardNumber.IsMale("11010519491231002X"));
        Assert.True(IdCardNumber.IsMale("990000199001010017"));
        Assert.Null(IdCardNumber.IsMale("99"));
        Assert.Null(IdCardNumber.BirthDateOf("990000199002300017"));
    }

    [Theory]
    [InlineData("91350100M000100Y43", IdentifierFault.None)]
    [InlineData("91990000MA0000007X", IdentifierFault.None)]
    [InlineData("91990000MA00000008", IdentifierFault.CheckDigit)]
    [InlineData("91990000MA0000007Y", IdentifierFault.CheckDigit)]
    [InlineData("91990000MI00000008", IdentifierFault.Shape)]
    [InlineData("91990000ma0000007x", IdentifierFault.Shape)]
    [InlineData("91990000MA0000007", IdentifierFault.Shape)]
    public void Credit_codes_are_checked_on_both_levels(string code, IdentifierFault expected) =>
        Assert.Equal(expected, CreditCode.Check(code));

    [Theory]
    [InlineData("6222020000000000000", IdentifierFault.None)]
    [InlineData("6217000000000000004", IdentifierFault.None)]
    [InlineData("4111111111111111", IdentifierFault.None)]
    [InlineData("4111111111111112", IdentifierFault.CheckDigit)]
    [InlineData("411111111111111", IdentifierFault.Shape)]
    [InlineData("4111 1111 1111 1111", IdentifierFault.Shape)]
    public void Bank_cards_pass_the_sum_of_Luhn(string number, IdentifierFault expected) =>
        Assert.Equal(expected, BankCard.Check(number));

    [Theory]
    [InlineData("13000000000", true)]
    [InlineData("+8613000000000", true)]
    [InlineData("12000000000", false)]
    [InlineData("1300000000", false)]
    [InlineData("021-20000000", true)]
    [InlineData("05712000000", true)]
    [InlineData("021-20000000-8001", true)]
    [InlineData("021-10000000", false)]
    [InlineData("21-20000000", false)]
    [InlineData("400-000-0000", true)]
    [InlineData("8000000000", true)]
    [InlineData("500-000-0000", false)]
    [InlineData("12309", true)]
    [InlineData("000-00000000", true)]
    [InlineData("000-0000-0001", true)]
    [InlineData("00000000001", true)]
    [InlineData("１3000000000", false)]
    [InlineData("13000000000\n", false)]
    public void Telephone_numbers_are_mobile_landline_hotline_or_synthetic(string number, bool expected) =>
        Assert.Equal(expected, PhoneNumber.IsValid(number));

    [Theory]
    [InlineData("沪A00000", true)]
    [InlineData("沪A0000挂", true)]
    [InlineData("沪AD00000", true)]
    [InlineData("沪A00000D", true)]
    [InlineData("沪I00000", false)]
    [InlineData("沪A0000", false)]
    public void Plates_follow_GA_36(string number, bool expected) => Assert.Equal(expected, PlateNumber.IsValid(number));

    [Theory]
    [InlineData("user@example.com", true)]
    [InlineData("user@example", false)]
    [InlineData("用户@example.com", false)]
    public void Mail_addresses_have_a_domain(string address, bool expected) => Assert.Equal(expected, EmailAddress.IsValid(address));

    [Theory]
    [InlineData("沪静检刑附民公诉〔2024〕12号", true)]
    [InlineData("高检建〔2018〕1号", true)]
    [InlineData("沪静检刑诉〔2024〕Z12号", true)]
    [InlineData("沪静检刑诉[2024]12号", false)]
    [InlineData("沪静检刑诉（2024）12号", false)]
    [InlineData("沪静检刑诉〔2024〕第12号", false)]
    [InlineData("沪静检刑诉〔2024〕012号", false)]
    [InlineData("沪静检刑诉〔24〕12号", false)]
    public void Document_numbers_have_their_year_in_tortoise_shell_brackets(string number, bool expected) =>
        Assert.Equal(expected, DocumentNumber.IsValid(number));

    [Theory]
    [InlineData("（2019）鄂0302刑初614号", true)]
    [InlineData("（2024）沪0106民初1号之一", true)]
    [InlineData("（2020）最高法民终1号", true)]
    [InlineData("(2019)鄂0302刑初614号", false)]
    [InlineData("（2019）鄂0302刑初0614号", false)]
    public void Court_case_numbers_have_their_year_in_full_width_brackets(string number, bool expected) =>
        Assert.Equal(expected, CourtCaseNumber.IsValid(number));
}
