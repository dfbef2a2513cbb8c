using System.Globalization;
using System.Text;

namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>Reads the texts of RTF files; every group counts, hidden and ignored ones too.</summary>
internal static class RtfReader
{
    public static void Read(ScannedFile file, ScanSession session)
    {
        var content = file.Content.Span;
        var part = new TextPart(file.PartName(""));
        var (bytes, paragraph, at) = (new List<byte>(), 1, 0);
        while (at < content.Length)
        {
            var value = content[at++];
            if (value == '\\')
            {
                at = ReadControl(content, at, new(bytes, part), ref paragraph);
            }
            else if (value is not ((byte)'{' or (byte)'}' or (byte)'\r' or (byte)'\n'))
            {
                bytes.Add(value);
            }
            else
            {
                Flush(bytes, part, paragraph);
            }

            session.Search(part, isLast: false);
        }

        Flush(bytes, part, paragraph);
        session.Search(part, isLast: true);
    }

    private static int ReadControl(ReadOnlySpan<byte> content, int at, Output output, ref int paragraph)
    {
        if (at >= content.Length)
        {
            return at;
        }

        if (content[at] == '\'' && at + 2 < content.Length
            && byte.TryParse(content.Slice(at + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var escaped))
        {
            output.Bytes.Add(escaped);
            return at + 3;
        }

        var start = at;
        while (at < content.Length && char.IsAsciiLetter((char)content[at]))
        {
            at++;
        }

        var word = Encoding.ASCII.GetString(content[start..at]);
        var numberStart = at;
        while (at < content.Length && (char.IsAsciiDigit((char)content[at]) || (at == numberStart && content[at] == '-')))
        {
            at++;
        }

        var number = Encoding.ASCII.GetString(content[numberStart..at]);
        Act(word, number, output, ref paragraph);
        if (word.Length == 0)
        {
            return at + 1;
        }

        at += at < content.Length && content[at] == ' ' ? 1 : 0;

        // A character behind \u stands for readers that do not know it.
        return word == "u" && at < content.Length && content[at] == '?' ? at + 1 : at;
    }

    private static void Act(string word, string number, Output output, ref int paragraph)
    {
        switch (word)
        {
            case "u" when int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code):
                Flush(output.Bytes, output.Part, paragraph);
                output.Part.Append(((char)(ushort)code).ToString(), PartKind.Body, new(UnitKind.Paragraph, paragraph));
                break;
            case "par" or "cell" or "row" or "sect":
                Flush(output.Bytes, output.Part, paragraph);
                output.Part.Break();
                paragraph++;
                break;
            case "line" or "tab":
                output.Bytes.Add((byte)' ');
                break;
            default:
                break;
        }
    }

    private static void Flush(List<byte> bytes, TextPart part, int paragraph)
    {
        if (bytes.Count > 0)
        {
            part.Append(TextDecoder.Gb18030.GetString(bytes.ToArray()), PartKind.Body, new(UnitKind.Paragraph, paragraph));
            bytes.Clear();
        }
    }

    private sealed record Output(List<byte> Bytes, TextPart Part);
}
