using System.IO.Compression;

namespace PiiDocs.Privacy.Scanning.Reading.Pdf;

/// <summary>Undoes the filters of streams; of a broken stream gives what came before the break.</summary>
internal static class PdfFilters
{
    /// <param name="raw">The bytes in the file.</param>
    /// <param name="filters">Names of filters in order, with their parameters.</param>
    /// <param name="most">No more bytes than this.</param>
    /// <returns>Null where the filter is that of a picture.</returns>
    public static byte[]? Decode(ReadOnlyMemory<byte> raw, IReadOnlyList<(string Name, PdfDictionary Parameters)> filters, int most)
    {
        var content = raw.ToArray();
        foreach (var (name, parameters) in filters)
        {
            var decoded = name switch
            {
                "FlateDecode" or "Fl" => Flate(content, most),
                "LZWDecode" or "LZW" => PdfLzw.Decode(content, parameters.Whole("EarlyChange", 1), most),
                "ASCII85Decode" or "A85" => Ascii85(content),
                "ASCIIHexDecode" or "AHx" => AsciiHex(content),
                "RunLengthDecode" or "RL" => RunLength(content, most),
                "Crypt" => content,
                _ => null,
            };
            if (decoded is null)
            {
                return null;
            }

            content = parameters.Whole("Predictor", 1) > 1 ? PdfPredictor.Undo(decoded, parameters) : decoded;
        }

        return content;
    }

    private static byte[] Flate(byte[] content, int most)
    {
        // Some writers leave line ends before the data, or damage the checksum behind it.
        var start = 0;
        while (start < content.Length && start < 4 && content[start] is 10 or 13)
        {
            start++;
        }

        var output = Inflate(new ZLibStream(new MemoryStream(content, start, content.Length - start), CompressionMode.Decompress), most);
        return output.Length > 0 || content.Length - start < 3
            ? output
            : Inflate(new DeflateStream(new MemoryStream(content, start + 2, content.Length - start - 2), CompressionMode.Decompress), most);
    }

    private static byte[] Inflate(Stream stream, int most)
    {
        using var output = new MemoryStream();
        try
        {
            using (stream)
            {
                var buffer = new byte[16 * 1024];
                int read;
                while (output.Length < most && (read = stream.Read(buffer)) > 0)
                {
                    output.Write(buffer, 0, read);
                }
            }
        }
        catch (InvalidDataException)
        {
            // What came out before the break is searched.
        }

        return output.ToArray();
    }

    private static byte[] Ascii85(byte[] content)
    {
        var output = new List<byte>(content.Length);
        var group = new List<uint>(5);
        foreach (var value in content)
        {
            if (value == '~')
            {
                break;
            }

            if (value == 'z' && group.Count == 0)
            {
                output.AddRange([0, 0, 0, 0]);
            }
            else if (value is >= (byte)'!' and <= (byte)'u')
            {
                group.Add((uint)(value - '!'));
                if (group.Count == 5)
                {
                    AddGroup(group, output);
                }
            }
        }

        if (group.Count > 1)
        {
            AddGroup(group, output);
        }

        return [.. output];
    }

    private static void AddGroup(List<uint> group, List<byte> output)
    {
        var count = group.Count;
        while (group.Count < 5)
        {
            group.Add(84);
        }

        var number = group.Aggregate(0u, (sum, digit) => unchecked((sum * 85) + digit));
        for (var i = 0; i < count - 1; i++)
        {
            output.Add((byte)(number >> (24 - (8 * i))));
        }

        group.Clear();
    }

    private static byte[] AsciiHex(byte[] content)
    {
        var digits = content.TakeWhile(value => value != '>').Where(value => char.IsAsciiHexDigit((char)value)).Select(value => (char)value).ToList();
        if (digits.Count % 2 == 1)
        {
            digits.Add('0');
        }

        return Convert.FromHexString(digits.ToArray());
    }

    private static byte[] RunLength(byte[] content, int most)
    {
        var output = new List<byte>(content.Length);
        for (var i = 0; i < content.Length && content[i] != 128 && output.Count < most;)
        {
            var length = content[i++];
            if (length < 128)
            {
                var count = Math.Min(length + 1, content.Length - i);
                output.AddRange(content.AsSpan(i, count));
                i += count;
            }
            else if (i < content.Length)
            {
                output.AddRange(Enumerable.Repeat(content[i++], 257 - length));
            }
        }

        return [.. output];
    }
}
