using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace PiiDocs.Core;

/// <summary>SHA-256 in lower-case hex: what tells two states of a file, a case or a text apart.</summary>
public static class ContentHash
{
    private const int ShortText = 512;

    public static string Of(ReadOnlySpan<byte> content) => Of(content, SHA256.HashSizeInBytes);

    /// <summary>Of what is left to read.</summary>
    public static string Of(Stream content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>Of the text's UTF-8.</summary>
    /// <param name="text">What is hashed.</param>
    /// <param name="bytes">How many bytes of the hash are written, from the first on.</param>
    public static string Of(string text, int bytes = SHA256.HashSizeInBytes)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = longest > ShortText ? ArrayPool<byte>.Shared.Rent(longest) : null;
        Span<byte> utf8 = rented ?? stackalloc byte[ShortText];
        var hash = Of(utf8[..Encoding.UTF8.GetBytes(text, utf8)], bytes);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true); // It may have held a case.
        }

        return hash;
    }

    private static string Of(ReadOnlySpan<byte> content, int bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return Convert.ToHexStringLower(hash[..bytes]);
    }
}
