using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace PiiDocs.Privacy.Redaction;

/// <summary>Seals who is who under a password: AES-256-GCM, the key by PBKDF2-HMAC-SHA256 (NIST SP 800-132, SP 800-38D).</summary>
public static class PseudonymVault
{
    private const int Iterations = 600_000;
    private const int SaltLength = 16;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>How many random bytes <see cref="Seal"/> is to be given.</summary>
    public const int RandomLength = SaltLength + NonceLength;

    /// <summary>The sealed list as JSON text.</summary>
    /// <param name="pseudonyms">By real name.</param>
    /// <param name="password">Of the office; whoever loses it loses the list.</param>
    /// <param name="random"><see cref="RandomLength"/> bytes, never used before.</param>
    public static string Seal(ImmutableDictionary<string, string> pseudonyms, string password, ReadOnlySpan<byte> random)
    {
        var salt = random[..SaltLength];
        var nonce = random[SaltLength..RandomLength];
        var plain = JsonSerializer.SerializeToUtf8Bytes(pseudonyms.OrderBy(each => each.Key, StringComparer.Ordinal).ToDictionary());
        var (secret, tag) = (new byte[plain.Length], new byte[TagLength]);
        using var cipher = new AesGcm(KeyOf(password, salt), TagLength);
        cipher.Encrypt(nonce, plain, secret, tag);
        return JsonSerializer.Serialize(new Sealed(1, Convert.ToBase64String(salt), Convert.ToBase64String(nonce), Convert.ToBase64String(tag), Convert.ToBase64String(secret)));
    }

    /// <summary>The list again; null where the password is wrong or the text was changed.</summary>
    public static ImmutableDictionary<string, string>? Open(string text, string password)
    {
        try
        {
            if (JsonSerializer.Deserialize<Sealed>(text) is not { Version: 1 } box)
            {
                return null;
            }

            var secret = Convert.FromBase64String(box.Secret);
            var plain = new byte[secret.Length];
            using var cipher = new AesGcm(KeyOf(password, Convert.FromBase64String(box.Salt)), TagLength);
            cipher.Decrypt(Convert.FromBase64String(box.Nonce), secret, Convert.FromBase64String(box.Tag), plain);
            return JsonSerializer.Deserialize<Dictionary<string, string>>(plain)?.ToImmutableDictionary(StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[] KeyOf(string password, ReadOnlySpan<byte> salt) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA256, 32);

    private sealed record Sealed(int Version, string Salt, string Nonce, string Tag, string Secret);
}
