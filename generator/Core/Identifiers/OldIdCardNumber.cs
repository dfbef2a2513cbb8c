using System.Globalization;

namespace PiiDocs.Core.Identifiers;

/// <summary>Citizen identity numbers of the first generation: region 6, birth date 6, sequence 3, no check digit.</summary>
public static class OldIdCardNumber
{
    private const int Length = 15;

    public static IdentifierFault Check(string number)
    {
        if (number.Length != Length || number.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return IdentifierFault.Shape;
        }

        // All of them were given to people born in the nineteen-hundreds.
        return DateOnly.TryParseExact($"19{number.AsSpan(6, 6)}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? IdentifierFault.None
            : IdentifierFault.BirthDate;
    }
}
