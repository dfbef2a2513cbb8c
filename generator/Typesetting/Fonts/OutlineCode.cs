using System.Collections.Immutable;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>A Huffman code for the drawings of one face, as a deflate block uses it (RFC 1951, 3.2.7).</summary>
/// <remarks>
/// Deflating the font subset is four fifths of the work of a PDF file, and the same glyphs come again in the next one.
/// Drawings hardly repeat each other, so a code alone is within five hundredths of what deflate reaches; and under one
/// code for the whole face a glyph's bits are always the same, so each is encoded once a process (see the benchmarks).
/// The code is trained on a fixed sample of the face: it does not depend on what was written before.
/// </remarks>
public sealed class OutlineCode
{
    private const int Literals = 256;
    private const int EndOfBlock = 256;
    private const int LongestCode = 15;
    private const int LongestLengthCode = 7;

    // RFC 1951, 3.2.7: the order in which lengths of length codes are given.
    private static readonly ImmutableArray<int> LengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private readonly HuffmanCode _code;

    private OutlineCode(HuffmanCode code)
    {
        _code = code;
        Head = WriteHead();
        Tail = WriteTail();
    }

    /// <summary>The start of a zlib stream and of its one block, up to the first byte of data.</summary>
    public PackedBytes Head { get; }

    /// <summary>The end of the block; the stream's checksum follows at the next whole byte.</summary>
    public PackedBytes Tail { get; }

    /// <summary>Makes the code that fits the samples; every byte has a code, also those the samples lack.</summary>
    public static OutlineCode Train(IEnumerable<ReadOnlyMemory<byte>> samples)
    {
        var counts = new int[EndOfBlock + 1];
        Array.Fill(counts, 1);
        foreach (var sample in samples)
        {
            foreach (var value in sample.Span)
            {
                counts[value]++;
            }
        }

        return new(HuffmanCode.Make(counts, LongestCode));
    }

    public PackedBytes Pack(ReadOnlySpan<byte> bytes)
    {
        var output = new BitWriter(bytes.Length);
        foreach (var value in bytes)
        {
            output.Write(_code.Bits[value], _code.Lengths[value]);
        }

        return output.ToPacked(bytes);
    }

    private PackedBytes WriteHead()
    {
        var output = new BitWriter(256);
        output.Write(0x78, 8); // Deflate with a window of 32 kB;
        output.Write(0x9C, 8); // no dictionary; a check of the two bytes.
        output.Write(1, 1); // The last block,
        output.Write(2, 2); // with its own code:
        output.Write(0, 5); // 257 literals,
        output.Write(1, 5); // two distances, never used: some readers want a complete code.

        int[] lengths = [.. _code.Lengths.Select(length => (int)length), 1, 1];
        var counts = new int[LengthOrder.Length];
        foreach (var length in lengths)
        {
            counts[length]++;
        }

        var code = HuffmanCode.Make(counts, LongestLengthCode);
        output.Write(LengthOrder.Length - 4, 4);
        foreach (var symbol in LengthOrder)
        {
            output.Write(code.Lengths[symbol], 3);
        }

        foreach (var length in lengths)
        {
            output.Write(code.Bits[length], code.Lengths[length]);
        }

        return output.ToPacked([]);
    }

    private PackedBytes WriteTail()
    {
        var output = new BitWriter(4);
        output.Write(_code.Bits[EndOfBlock], _code.Lengths[EndOfBlock]);
        return output.ToPacked([]);
    }
}
