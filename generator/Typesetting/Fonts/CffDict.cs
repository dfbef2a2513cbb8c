using System.Globalization;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>Settings of a CFF font: operators with their operands (Adobe Technical Note 5176, section 4).</summary>
public sealed class CffDict
{
    // An operator of two bytes, 12 and n, is known as 1200 + n.
    internal const int Escape = 1200;
    internal const int FontBox = 5;
    internal const int CharStrings = 17;
    internal const int Private = 18;
    internal const int Subroutines = 19;
    internal const int DefaultWidth = 20;
    internal const int NominalWidth = 21;
    internal const int CharStringType = Escape + 6;
    internal const int FontMatrix = Escape + 7;
    internal const int RegistryOrderingSupplement = Escape + 30;
    internal const int FontDicts = Escape + 36;
    internal const int FontDictOfGlyph = Escape + 37;

    private readonly List<Entry> _entries = [];

    /// <summary>Every entry as it stands in the file, operands and operator, for those to be copied.</summary>
    public IEnumerable<(int Operator, ReadOnlyMemory<byte> Bytes)> Entries =>
        _entries.Select(entry => (entry.Operator, entry.Bytes));

    /// <exception cref="FontFormatException">An operand is cut off or unknown.</exception>
    internal static CffDict Read(ReadOnlyMemory<byte> bytes)
    {
        var reader = new FontReader(bytes.Span);
        var dict = new CffDict();
        var operands = new List<double>();
        var start = 0;
        for (var at = 0; at < bytes.Length;)
        {
            var first = reader.UInt8(at);
            if (first > 21)
            {
                operands.Add(ReadOperand(reader, ref at));
                continue;
            }

            var code = first == 12 ? Escape + reader.UInt8(at + 1) : first;
            at += first == 12 ? 2 : 1;
            dict._entries.Add(new(code, [.. operands], bytes[start..at]));
            operands.Clear();
            start = at;
        }

        return dict;
    }

    internal bool Has(int code) => _entries.Exists(entry => entry.Operator == code);

    /// <summary>The operands of an operator, as whole numbers.</summary>
    internal int[] Numbers(int code) =>
        [.. (_entries.Find(entry => entry.Operator == code)?.Operands ?? []).Select(number => (int)number)];

    internal int Number(int code, int otherwise) => Numbers(code) is [.., var number] ? number : otherwise;

    private static double ReadOperand(FontReader reader, ref int at)
    {
        int first = reader.UInt8(at);
        var (value, length) = first switch
        {
            28 => ((double)reader.Int16(at + 1), 3),
            29 => ((int)reader.UInt32(at + 1), 5),
            30 => ReadReal(reader, at + 1),
            >= 32 and <= 246 => (first - 139, 1),
            >= 247 and <= 250 => (((first - 247) * 256) + reader.UInt8(at + 1) + 108, 2),
            >= 251 and <= 254 => ((-(first - 251) * 256) - reader.UInt8(at + 1) - 108, 2),
            _ => throw new FontFormatException($"unknown CFF operand {first}"),
        };
        at += length;
        return value;
    }

    // Nibbles: digits, 10 for the point, 11 for E, 12 for E-, 14 for minus, 15 for the end.
    private static (double Value, int Length) ReadReal(FontReader reader, int start)
    {
        var text = new System.Text.StringBuilder();
        for (var at = start; text.Length < 64; at++)
        {
            var both = reader.UInt8(at);
            foreach (var nibble in new[] { both >> 4, both & 15 })
            {
                if (nibble == 15)
                {
                    var isNumber = double.TryParse(text.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
                    return (isNumber ? value : 0, at + 2 - start);
                }

                text.Append(nibble switch { < 10 => $"{nibble}", 10 => ".", 11 => "E", 12 => "E-", 14 => "-", _ => "" });
            }
        }

        throw new FontFormatException("a CFF number without end");
    }

    private sealed record Entry(int Operator, double[] Operands, ReadOnlyMemory<byte> Bytes);
}
