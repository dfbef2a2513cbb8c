using System.Globalization;
using System.Text;

namespace PiiDocs.Privacy.Scanning.Reading.Pdf;

/// <summary>Reads PDF values from bytes; what is broken is skipped, and reading always goes forward.</summary>
internal sealed class PdfLexer(ReadOnlyMemory<byte> bytes, int start)
{
    private const int Deepest = 48;
    private const int LongestWord = 128;

    public int Position { get; set; } = start;

    private ReadOnlySpan<byte> Bytes => bytes.Span;

    public bool IsAtEnd
    {
        get
        {
            SkipSpace();
            return Position >= bytes.Length;
        }
    }

    /// <summary>The next value; null at the end, or where a container closes.</summary>
    /// <param name="withReferences">In a content stream two numbers and an R are no reference.</param>
    /// <param name="depth">Containers around it.</param>
    public PdfValue? Read(bool withReferences, int depth = 0)
    {
        if (IsAtEnd)
        {
            return null;
        }

        var first = Bytes[Position];
        switch (first)
        {
            case (byte)'/':
                Position++;
                return new PdfName(ReadName());
            case (byte)'(':
                return new PdfString(ReadLiteral());
            case (byte)'<' when Peek(1) == '<':
                Position += 2;
                return ReadDictionary(withReferences, depth);
            case (byte)'<':
                return new PdfString(ReadHex());
            case (byte)'[':
                Position++;
                return ReadArray(withReferences, depth);
            case (byte)']' or (byte)'>' or (byte)')' or (byte)'{' or (byte)'}':
                Position += first == '>' && Peek(1) == '>' ? 2 : 1;
                return null;
            default:
                return ReadNumberOrWord(withReferences);
        }
    }

    public void SkipSpace()
    {
        while (Position < bytes.Length)
        {
            var value = Bytes[Position];
            if (value == '%')
            {
                var end = Bytes[Position..].IndexOfAny((byte)'\n', (byte)'\r');
                Position = end < 0 ? bytes.Length : Position + end;
            }
            else if (IsSpace(value))
            {
                Position++;
            }
            else
            {
                return;
            }
        }
    }

    public static bool IsSpace(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte value) => value is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    private int Peek(int ahead) => Position + ahead < bytes.Length ? Bytes[Position + ahead] : -1;

    private PdfArray ReadArray(bool withReferences, int depth)
    {
        var items = new List<PdfValue>();
        while (depth < Deepest && !IsAtEnd)
        {
            if (Bytes[Position] == ']')
            {
                Position++;
                break;
            }

            if (IsKeyword("endobj"u8) || IsKeyword("endstream"u8))
            {
                break;
            }

            if (Read(withReferences, depth + 1) is { } item)
            {
                items.Add(item);
            }
        }

        return new(items);
    }

    private PdfDictionary ReadDictionary(bool withReferences, int depth)
    {
        var members = new Dictionary<string, PdfValue>(StringComparer.Ordinal);
        while (depth < Deepest && !IsAtEnd)
        {
            if (Bytes[Position] == '>' )
            {
                Position += Peek(1) == '>' ? 2 : 1;
                break;
            }

            if (IsKeyword("endobj"u8) || IsKeyword("stream"u8))
            {
                break;
            }

            if (Read(withReferences, depth + 1) is PdfName key && !IsAtEnd && Bytes[Position] != '>')
            {
                members[key.Value] = Read(withReferences, depth + 1) ?? PdfNull.Value;
            }
        }

        return new(members);
    }

    private bool IsKeyword(ReadOnlySpan<byte> keyword) => Bytes[Position..].StartsWith(keyword);

    private PdfValue ReadNumberOrWord(bool withReferences)
    {
        var from = Position;
        while (Position < bytes.Length && !IsSpace(Bytes[Position]) && !IsDelimiter(Bytes[Position]) && Position - from < LongestWord)
        {
            Position++;
        }

        var token = Bytes[from..Position];
        if (token.IsEmpty)
        {
            Position++;
            return PdfNull.Value;
        }

        if (double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return withReferences && token.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && ReadReferenceTail()
                ? new PdfReference((int)Math.Min(number, int.MaxValue))
                : new PdfNumber(number);
        }

        var word = Encoding.Latin1.GetString(token);
        return word == "null" ? PdfNull.Value : new PdfWord(word);
    }

    /// <summary>The generation and the R of a reference; nothing is taken where they do not stand here.</summary>
    private bool ReadReferenceTail()
    {
        var at = Position;
        while (at < bytes.Length && IsSpace(Bytes[at]))
        {
            at++;
        }

        var digits = at;
        while (at < bytes.Length && at - digits < 6 && char.IsAsciiDigit((char)Bytes[at]))
        {
            at++;
        }

        if (at == digits)
        {
            return false;
        }

        while (at < bytes.Length && IsSpace(Bytes[at]))
        {
            at++;
        }

        if (at >= bytes.Length || Bytes[at] != 'R' || (at + 1 < bytes.Length && !IsSpace(Bytes[at + 1]) && !IsDelimiter(Bytes[at + 1])))
        {
            return false;
        }

        Position = at + 1;
        return true;
    }

    private string ReadName()
    {
        var name = new List<byte>();
        while (Position < bytes.Length && !IsSpace(Bytes[Position]) && !IsDelimiter(Bytes[Position]) && name.Count < 1024)
        {
            if (Bytes[Position] == '#' && Position + 2 < bytes.Length
                && byte.TryParse(Bytes.Slice(Position + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped))
            {
                name.Add(escaped);
                Position += 3;
                continue;
            }

            name.Add(Bytes[Position++]);
        }

        return new PdfString(name.ToArray()).Text;
    }

    private byte[] ReadHex()
    {
        var digits = new List<byte>();
        Position++;
        while (Position < bytes.Length && Bytes[Position] != '>')
        {
            var value = char.IsAsciiHexDigit((char)Bytes[Position]) ? Convert.ToInt32(((char)Bytes[Position]).ToString(), 16) : -1;
            if (value >= 0)
            {
                digits.Add((byte)value);
            }

            Position++;
        }

        Position++;
        if (digits.Count % 2 == 1)
        {
            digits.Add(0);
        }

        return [.. Enumerable.Range(0, digits.Count / 2).Select(i => (byte)((digits[2 * i] << 4) | digits[(2 * i) + 1]))];
    }

    private byte[] ReadLiteral()
    {
        var text = new List<byte>();
        var nesting = 0;
        for (Position++; Position < bytes.Length; Position++)
        {
            var value = Bytes[Position];
            if (value == '\\')
            {
                ReadEscape(text);
                continue;
            }

            nesting += value == '(' ? 1 : value == ')' ? -1 : 0;
            if (nesting < 0)
            {
                break;
            }

            text.Add(value);
        }

        Position++;
        return [.. text];
    }

    private void ReadEscape(List<byte> text)
    {
        Position++;
        if (Position >= bytes.Length)
        {
            return;
        }

        var value = Bytes[Position];
        switch (value)
        {
            case (byte)'n':
                text.Add(10);
                break;
            case (byte)'r':
                text.Add(13);
                break;
            case (byte)'t':
                text.Add(9);
                break;
            case (byte)'b' or (byte)'f':
                text.Add(32);
                break;
            case (byte)'\r' or (byte)'\n':
                Position += value == '\r' && Peek(1) == '\n' ? 1 : 0;
                break;
            case >= (byte)'0' and <= (byte)'7':
                var code = value - '0';
                for (var i = 0; i < 2 && Peek(1) is >= '0' and <= '7'; i++)
                {
                    code = (code * 8) + Bytes[++Position] - '0';
                }

                text.Add((byte)code);
                break;
            default:
                text.Add(value);
                break;
        }
    }
}
