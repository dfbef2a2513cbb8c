using System.Buffers;

namespace PiiDocs.Core.Identifiers;

/// <summary>Unified social credit codes of organisations, GB 32100-2015, with the organisation code of GB 11714 inside.</summary>
public static class CreditCode
{
    private const int Length = 18;

    // GB 32100 table 2: digits and capitals without I, O, S, V, Z.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);

    // The organisation code is the characters 9 to 17, the last of them its own check digit.
    private const int OrganisationStart = 8;
    private const int OrganisationEnd = 16;

    // 3 to the power of the place, modulo 31.
    private static ReadOnlySpan<byte> Weights => [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    private static ReadOnlySpan<byte> OrganisationWeights => [3, 7, 9, 10, 5, 8, 4, 2];

    public static IdentifierFault Check(string code)
    {
        if (code.Length != Length || code.AsSpan().IndexOfAnyExcept(Letters) >= 0)
        {
            return IdentifierFault.Shape;
        }

        return HasCheckDigit(code) && HasOrganisationCheckDigit(code) ? IdentifierFault.None : IdentifierFault.CheckDigit;
    }

    private static bool HasCheckDigit(string code)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += Alphabet.IndexOf(code[i], StringComparison.Ordinal) * Weights[i];
        }

        return Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length] == code[^1];
    }

    private static bool HasOrganisationCheckDigit(string code)
    {
        var sum = 0;
        for (var i = OrganisationStart; i < OrganisationEnd; i++)
        {
            // GB 11714 counts letters in alphabetical order from A = 10, with none left out.
            var value = char.IsAsciiDigit(code[i]) ? code[i] - '0' : code[i] - 'A' + 10;
            sum += value * OrganisationWeights[i - OrganisationStart];
        }

        return "0X987654321"[sum % 11] == code[OrganisationEnd];
    }
}
