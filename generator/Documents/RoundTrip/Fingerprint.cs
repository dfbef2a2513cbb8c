using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace PiiDocs.Documents.RoundTrip;

/// <summary>Hashes by which a file knows its own texts again without holding them twice.</summary>
public static class Fingerprint
{
    private const int ShortText = 512;

    /// <summary>Of a control's text: the first 16 hex digits.</summary>
    public static string OfText(string text) => Of(text, 8);

    /// <summary>Of a paragraph's skeleton: there are hundreds in a file, and a collision would hide one change. The first 10 digits.</summary>
    public static string OfSkeleton(string skeleton) => Of(skeleton, 5);

    /// <summary>Lower-case hex SHA-256.</summary>
    public static string Of(string text) => Of(text, SHA256.HashSizeInBytes);

    private static string Of(string text, int bytes)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = longest > ShortText ? ArrayPool<byte>.Shared.Rent(longest) : null;
        Span<byte> utf8 = rented ?? stackalloc byte[ShortText];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8[..Encoding.UTF8.GetBytes(text, utf8)], hash);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true); // It held a text of the case.
        }

        return Convert.ToHexStringLower(hash[..bytes]);
    }
}
