namespace PiiDocs.Privacy.Scanning.Reading.Pdf;

/// <summary>Undoes LZW with codes of 9 to 12 bits (ISO 32000-1, 7.4.4).</summary>
internal static class PdfLzw
{
    private const int Clear = 256;
    private const int End = 257;
    private const int MostCodes = 4096;

    public static byte[] Decode(ReadOnlySpan<byte> content, int earlyChange, int most)
    {
        var output = new List<byte>(content.Length * 2);
        var table = NewTable();
        byte[]? previous = null;
        var (bits, width, position) = (0, 9, 0);
        while (position + width <= content.Length * 8 && output.Count < most)
        {
            bits = ReadBits(content, position, width);
            position += width;
            if (bits == Clear)
            {
                (table, width, previous) = (NewTable(), 9, null);
                continue;
            }

            if (bits == End || (bits >= table.Count && previous is null) || bits > table.Count)
            {
                break;
            }

            var entry = bits < table.Count ? table[bits] : [.. previous!, previous![0]];
            output.AddRange(entry);
            if (previous is not null && table.Count < MostCodes)
            {
                table.Add([.. previous, entry[0]]);
            }

            previous = entry;
            width = (table.Count + earlyChange) switch
            {
                >= 2048 => 12,
                >= 1024 => 11,
                >= 512 => 10,
                _ => 9,
            };
        }

        return [.. output];
    }

    private static List<byte[]> NewTable() => [.. Enumerable.Range(0, 258).Select(value => new[] { (byte)value })];

    private static int ReadBits(ReadOnlySpan<byte> content, int position, int width)
    {
        var value = 0;
        for (var i = position; i < position + width; i++)
        {
            value = (value << 1) | ((content[i >> 3] >> (7 - (i & 7))) & 1);
        }

        return value;
    }
}
