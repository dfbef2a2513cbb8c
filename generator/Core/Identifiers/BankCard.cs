namespace PiiDocs.Core.Identifiers;

/// <summary>Bank card numbers: 16 to 19 digits that pass Luhn's sum. Accounts of organisations have no check digit.</summary>
public static class BankCard
{
    public static IdentifierFault Check(string number)
    {
        if (number.Length is < 16 or > 19 || number.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return IdentifierFault.Shape;
        }

        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var digit = number[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10);
        }

        return sum % 10 == 0 ? IdentifierFault.None : IdentifierFault.CheckDigit;
    }
}
