using System.Globalization;

namespace PiiDocs.Core.Identifiers;

/// <summary>Citizen identity numbers, GB 11643-1999: region 6, birth date 8, sequence 3, check digit 1.</summary>
/// <remarks>The region is not looked up: 99, which no region has, marks numbers made for tests.</remarks>
public static class IdCardNumber
{
    private const int Length = 18;

    private const string CheckDigits = "10X98765432";

    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The letter X must be a capital, as the standard prints it.</summary>
    public static IdentifierFault Check(string number)
    {
        if (!HasShape(number))
        {
            return IdentifierFault.Shape;
        }

        if (BirthDateOf(number) is null)
        {
            return IdentifierFault.BirthDate;
        }

        return CheckDigitFor(number) == number[^1] ? IdentifierFault.None : IdentifierFault.CheckDigit;
    }

    /// <summary>The birth date written in a number of the right shape; null where there is no such day.</summary>
    public static DateOnly? BirthDateOf(string number) =>
        HasShape(number)
        && DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year >= 1850
            ? date
            : null;

    /// <summary>The 17th digit is odd for men; null where the number has not the right shape.</summary>
    public static bool? IsMale(string number) => HasShape(number) ? (number[16] - '0') % 2 == 1 : null;

    private static bool HasShape(string number) =>
        number.Length == Length && number.AsSpan(0, Length - 1).IndexOfAnyExceptInRange('0', '9') < 0
        && (char.IsAsciiDigit(number[^1]) || number[^1] == 'X');

    private static char CheckDigitFor(string number)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += (number[i] - '0') * Weights[i];
        }

        return CheckDigits[sum % CheckDigits.Length];
    }
}
