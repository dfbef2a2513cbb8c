using System.Net;
using System.Net.Sockets;
using PiiDocs.Core.Identifiers;
using PiiDocs.Privacy.Scanning.Text;

namespace PiiDocs.Privacy.Scanning.Matching;

/// <summary>Holds a value against the check its kind has: check digits, ranges, known surnames.</summary>
internal static class ValueCheck
{
    // 京A·XXXXX stands for any plate.
    private const int FewestPlateDigits = 2;

    public static bool Passes(CheckKind check, string value, NameRules names) => check switch
    {
        CheckKind.Id18 => IdCardNumber.Check(value.ToUpperInvariant()) == IdentifierFault.None,
        CheckKind.Id15 => OldIdCardNumber.Check(value) == IdentifierFault.None,
        CheckKind.Luhn => BankCard.Check(value) == IdentifierFault.None && value.Distinct().Count() > 1,
        CheckKind.CreditCode => CreditCode.Check(Bare(value).ToUpperInvariant()) == IdentifierFault.None,
        CheckKind.Plate => PlateNumber.IsValid(Bare(value).ToUpperInvariant()) && value.Count(char.IsAsciiDigit) >= FewestPlateDigits,
        CheckKind.Ip4 => IsPublicAddress(Dotted(value), AddressFamily.InterNetwork),
        CheckKind.Ip6 => IsPublicAddress(value, AddressFamily.InterNetworkV6),
        CheckKind.Name => IsName(string.Concat(value.Where(character => !char.IsWhiteSpace(character))), names),
        _ => true,
    };

    private static string Bare(string value) => string.Concat(value.Where(char.IsLetterOrDigit));

    /// <summary>203.0.113.9 also where its dots are 。, 点 or in brackets.</summary>
    private static string Dotted(string value) =>
        string.Concat(value.Replace('。', '.').Replace('点', '.').Select(CharacterFolding.Digit).Where(character => char.IsAsciiDigit(character) || character == '.'));

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
