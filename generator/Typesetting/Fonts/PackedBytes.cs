using System.Buffers.Binary;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>Bytes under an <see cref="OutlineCode"/>, with the sums a file needs of them; to be joined with others.</summary>
public sealed class PackedBytes
{
    private const uint AdlerModulus = 65521;

    // As many bytes as the sums can take before they must be reduced (zlib's NMAX).
    private const int AdlerBlock = 5552;

    internal PackedBytes(ulong[] words, int bitCount, ReadOnlySpan<byte> bytes)
    {
        Words = words;
        BitCount = bitCount;
        Length = bytes.Length;
        WordSum = SumOfWords(bytes);
        (AdlerA, AdlerB) = AdlerOf(bytes);
    }

    /// <summary>The bits, the first lowest; those beyond <see cref="BitCount"/> are 0.</summary>
    public ReadOnlyMemory<ulong> Words { get; }

    public int BitCount { get; }

    /// <summary>Bytes before packing.</summary>
    public int Length { get; }

    /// <summary>Sum of the bytes as big-endian 32-bit words: TrueType's checksum.</summary>
    public uint WordSum { get; }

    /// <summary>The two halves of the bytes' Adler-32 (RFC 1950, 8.2).</summary>
    public uint AdlerA { get; }

    public uint AdlerB { get; }

    /// <summary>The sum that TrueType calls a checksum; bytes beyond the last whole word count as one filled with zeroes.</summary>
    public static uint SumOfWords(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (; bytes.Length >= 4; bytes = bytes[4..])
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes);
        }

        Span<byte> last = [0, 0, 0, 0];
        bytes.CopyTo(last);
        return sum + BinaryPrimitives.ReadUInt32BigEndian(last);
    }

    private static (uint A, uint B) AdlerOf(ReadOnlySpan<byte> bytes)
    {
        var (a, b) = (1u, 0u);
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(AdlerBlock, bytes.Length)..])
        {
            foreach (var value in bytes[..Math.Min(AdlerBlock, bytes.Length)])
            {
                a += value;
                b += a;
            }

            (a, b) = (a % AdlerModulus, b % AdlerModulus);
        }

        return (a, b);
    }
}
