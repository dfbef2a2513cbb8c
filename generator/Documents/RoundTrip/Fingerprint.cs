using System.Security.Cryptography;
using System.Text;

namespace PiiDocs.Documents.RoundTrip;

/// <summary>Hashes by which a file knows its own texts again without holding them twice.</summary>
public static class Fingerprint
{
    /// <summary>Of a control's text.</summary>
    public static string OfText(string text) => Of(text)[..16];

    /// <summary>Of a paragraph's skeleton: there are hundreds in a file, and a collision would hide one change.</summary>
    public static string OfSkeleton(string skeleton) => Of(skeleton)[..10];

    /// <summary>Lower-case hex SHA-256.</summary>
    public static string Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash);
    }
}
