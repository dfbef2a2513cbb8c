using System.Text;

namespace PiiDocs.Privacy.Scanning.Reading.Pdf;

/// <summary>What character codes stand for, as a ToUnicode map says (ISO 32000-1, 9.10.3).</summary>
internal sealed class PdfCMap
{
    private const int MostCodes = 200_000;

    private readonly Dictionary<int, string> _texts = [];
    private readonly List<(int Length, int Low, int High)> _spaces = [];
    private int _steps;

    public bool IsEmpty => _texts.Count == 0;

    /// <summary>How many bytes the code at the start has.</summary>
    public int? LengthAt(ReadOnlySpan<byte> bytes)
    {
        foreach (var (length, low, high) in _spaces)
        {
            if (bytes.Length >= length && Number(bytes[..length]) is var code && code >= low && code <= high)
            {
                return length;
            }
        }

        return null;
    }

    public string? Text(int code) => _texts.GetValueOrDefault(code);

    public static PdfCMap Read(ReadOnlyMemory<byte> content)
    {
        var map = new PdfCMap();
        var lexer = new PdfLexer(content, 0);
        var operands = new List<PdfValue>();
        while (!lexer.IsAtEnd && map._texts.Count < MostCodes)
        {
            var value = lexer.Read(withReferences: false);
            if (value is not PdfWord word)
            {
                if (value is not null && operands.Count < MostCodes)
                {
                    operands.Add(value);
                }

                continue;
            }

            map.Take(word.Value, operands);
            operands.Clear();
        }

        map._spaces.Sort((left, right) => left.Length.CompareTo(right.Length));
        return map;
    }

    private void Take(string word, List<PdfValue> operands)
    {
        switch (word)
        {
            case "endcodespacerange":
                for (var i = 0; i + 1 < operands.Count; i += 2)
                {
                    if (operands[i] is PdfString low && operands[i + 1] is PdfString high && low.Bytes.Length is > 0 and <= 4)
                    {
                        _spaces.Add((low.Bytes.Length, Number(low.Bytes.Span), Number(high.Bytes.Span)));
                    }
                }

                break;
            case "endbfchar":
                for (var i = 0; i + 1 < operands.Count; i += 2)
                {
                    if (operands[i] is PdfString code && operands[i + 1] is PdfString text)
                    {
                        _texts[Number(code.Bytes.Span)] = Decode(text.Bytes.Span, 0);
                    }
                }

                break;
            case "endbfrange":
                for (var i = 0; i + 2 < operands.Count; i += 3)
                {
                    if (operands[i] is PdfString low && operands[i + 1] is PdfString high)
                    {
                        AddRange(Number(low.Bytes.Span), Number(high.Bytes.Span), operands[i + 2]);
                    }
                }

                break;
            default:
                break;
        }
    }

    private void AddRange(int low, int high, PdfValue target)
    {
        for (var code = low; code <= high && code - low < 65_536 && ++_steps < MostCodes; code++)
        {
            switch (target)
            {
                case PdfString text:
                    _texts[code] = Decode(text.Bytes.Span, code - low);
                    break;
                case PdfArray array when code - low < array.Items.Count && array.Items[code - low] is PdfString text:
                    _texts[code] = Decode(text.Bytes.Span, 0);
                    break;
                default:
                    return;
            }
        }
    }

    /// <summary>UTF-16; of a range, the last unit counts up.</summary>
    private static string Decode(ReadOnlySpan<byte> bytes, int offset)
    {
        if (bytes.Length == 1)
        {
            return ((char)(bytes[0] + offset)).ToString();
        }

        var text = Encoding.BigEndianUnicode.GetString(bytes);
        return offset == 0 || text.Length == 0 ? text : text[..^1] + (char)(text[^1] + offset);
    }

    private static int Number(ReadOnlySpan<byte> bytes)
    {
        var number = 0;
        foreach (var value in bytes)
        {
            number = (number << 8) | value;
        }

        return number;
    }
}
