using System.Buffers.Binary;

namespace PiiDocs.Addin;

/// <summary>How large a PNG picture says it is.</summary>
internal static class PngSize
{
    private const int HeaderEnd = 24;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Width and height; null for what is no PNG.</summary>
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> content) =>
        content.Length >= HeaderEnd && content.StartsWith(Signature)
            ? (BinaryPrimitives.ReadInt32BigEndian(content[16..]), BinaryPrimitives.ReadInt32BigEndian(content[20..]))
            : null;
}
