using System.IO.Compression;
using PiiDocs.Pdf;
using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Unit.Pdf;

public sealed class FlateJoinerTests
{
    [Fact]
    public void Joined_pieces_inflate_to_their_bytes_in_order()
    {
        var random = new Random(7);
        var pieces = Enumerable.Range(0, 300).Select(_ => Bytes(random, random.Next(0, 400))).ToArray();
        var code = OutlineCode.Train(pieces.Take(50).Select(piece => new ReadOnlyMemory<byte>(piece)));

        Assert.Equal(pieces.SelectMany(piece => piece), Inflate(Join(code, pieces)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(5553)] // Beyond this length a checksum that is not reduced in time would overflow.
    public void A_piece_of_any_length_inflates_also_where_no_sample_held_its_bytes(int length)
    {
        var code = OutlineCode.Train([new byte[] { 1, 2, 3 }]);
        var bytes = Enumerable.Repeat((byte)255, length).ToArray();

        Assert.Equal(bytes, Inflate(Join(code, bytes)));
    }

    [Fact]
    public void Counts_that_would_make_codes_too_long_are_flattened()
    {
        // Fibonacci's numbers give the deepest tree there is.
        var counts = new int[40];
        (counts[0], counts[1]) = (1, 1);
        for (var i = 2; i < counts.Length; i++)
        {
            counts[i] = counts[i - 1] + counts[i - 2];
        }

        var code = HuffmanCode.Make(counts, 15);

        Assert.InRange(code.Lengths.Max(), 1, 15);
        Assert.Equal(1.0, code.Lengths.Sum(length => Math.Pow(2, -length)));
    }

    [Fact]
    public void Symbols_that_do_not_occur_have_no_code() =>
        Assert.Equal([1, 0, 1], HuffmanCode.Make([5, 0, 3], 7).Lengths);

    private static byte[] Join(OutlineCode code, params byte[][] pieces)
    {
        var packed = pieces.Select(piece => code.Pack(piece)).ToList();
        using var joiner = new FlateJoiner(code, packed.Sum(piece => (long)piece.BitCount));
        packed.ForEach(joiner.Add);
        return joiner.Finish().ToArray();
    }

    private static byte[] Inflate(byte[] stream)
    {
        using var input = new ZLibStream(new MemoryStream(stream), CompressionMode.Decompress);
        var output = new MemoryStream();
        input.CopyTo(output);
        return output.ToArray();
    }

    private static byte[] Bytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
