namespace PiiDocs.Typesetting.Fonts;

/// <summary>A canonical prefix code (RFC 1951, 3.2.2).</summary>
/// <param name="Bits">The code of each symbol, its first bit lowest, as deflate writes them.</param>
/// <param name="Lengths">In bits; 0 for symbols that do not occur.</param>
internal sealed record HuffmanCode(ushort[] Bits, byte[] Lengths)
{
    /// <summary>The best code for symbols that occur so often, none longer than allowed.</summary>
    public static HuffmanCode Make(int[] counts, int longest)
    {
        var lengths = LengthsFor(counts);
        while (lengths.Max() > longest)
        {
            // Flattening the counts shortens the longest codes; it ends, at the latest, with all counts equal.
            counts = [.. counts.Select(count => count == 0 ? 0 : (count / 2) + 1)];
            lengths = LengthsFor(counts);
        }

        return new(BitsFor(lengths), lengths);
    }

    private static byte[] LengthsFor(int[] counts)
    {
        // Leaves are symbols, inner nodes follow in the order they are made, which also settles ties: the same counts
        // give the same code everywhere.
        var parents = new int[counts.Length * 2];
        var queue = new PriorityQueue<int, (long Count, int Node)>();
        for (var symbol = 0; symbol < counts.Length; symbol++)
        {
            if (counts[symbol] > 0)
            {
                queue.Enqueue(symbol, (counts[symbol], symbol));
            }
        }

        var next = counts.Length;
        for (; queue.Count > 1; next++)
        {
            queue.TryDequeue(out var left, out var leftCount);
            queue.TryDequeue(out var right, out var rightCount);
            parents[left] = parents[right] = next;
            queue.Enqueue(next, (leftCount.Count + rightCount.Count, next));
        }

        // A parent is made after its children: from the root down, each is one deeper than its parent.
        var depths = new byte[next];
        for (var node = next - 2; node >= 0; node--)
        {
            depths[node] = (byte)(parents[node] == 0 ? 0 : depths[parents[node]] + 1);
        }

        return depths[..counts.Length];
    }

    private static ushort[] BitsFor(byte[] lengths)
    {
        var bits = new ushort[lengths.Length];
        var next = 0;
        for (var length = 1; length <= lengths.Max(); length++)
        {
            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] == length)
                {
                    bits[symbol] = Reversed(next++, length);
                }
            }

            next <<= 1;
        }

        return bits;
    }

    private static ushort Reversed(int code, int length)
    {
        var reversed = 0;
        for (var bit = 0; bit < length; bit++)
        {
            reversed = (reversed << 1) | ((code >> bit) & 1);
        }

        return (ushort)reversed;
    }
}
