using System.Net;
using System.Net.Sockets;
using PiiDocs.Core.Identifiers;

namespace PiiDocs.Privacy.Scanning.Matching;

/// <summary>Holds a value against the check its kind has: check digits, ranges, known surnames.</summary>
internal static class ValueCheck
{
    public static bool Passes(CheckKind check, string value, NameRules names) => check switch
    {
        CheckKind.Id18 => IdCardNumber.Check(value.ToUpperInvariant()) == IdentifierFault.None,
        CheckKind.Id15 => OldIdCardNumber.Check(value) == IdentifierFault.None,
        CheckKind.Luhn => BankCard.Check(value) == IdentifierFault.None && value.Distinct().Count() > 1,
        CheckKind.CreditCode => CreditCode.Check(Bare(value).ToUpperInvariant()) == IdentifierFault.None,
        CheckKind.Plate => PlateNumber.IsValid(Bare(value).ToUpperInvariant()),
        CheckKind.Ip4 => IsPublicAddress(value, AddressFamily.InterNetwork),
        CheckKind.Ip6 => IsPublicAddress(value, AddressFamily.InterNetworkV6),
        CheckKind.Name => IsName(value, names),
        _ => true,
    };

    private static string Bare(string value) => string.Concat(value.Where(char.IsLetterOrDigit));

    // Loopback, "any", and addresses without a group of their own (1.2.0.0) are no one's.
    private static bool IsPublicAddress(string value, AddressFamily family) =>
        IPAddress.TryParse(value, out var address)
        && address.AddressFamily == family
        && !IPAddress.IsLoopback(address)
        && !address.Equals(IPAddress.Any)
        && !address.Equals(IPAddress.IPv6Any)
        && (family == AddressFamily.InterNetworkV6 || address.GetAddressBytes() is [not 0, _, _, not 0]);

    private static bool IsName(string value, NameRules names) =>
        value.Length is >= 2 and <= 4
        && !value.AsSpan().ContainsAny(names.MaskCharacters)
        && !names.CommonWords.Contains(value)
        && (names.Surnames.Contains(value[..2]) || (value.Length < 4 && names.Surnames.Contains(value[..1])));
}
