using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using PiiDocs.Documents;

namespace PiiDocs.Pdf;

/// <summary>Bytes of a PDF file or of a part of it, growing; in memory of the pool.</summary>
internal sealed class PdfBuffer(int capacity = 1024)
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Gives the memory back, once nothing that was written is needed any longer.</summary>
    public void Release()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
    }

    public void Byte(byte value)
    {
        if (Length == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[Length++] = value;
    }

    /// <summary>Writes PDF syntax: the text's own characters are ASCII.</summary>
    public void Text([InterpolatedStringHandlerArgument("")] PdfText text) => text.CompleteIn(this);

    public void Text(string ascii)
    {
        Length += Encoding.ASCII.GetBytes(ascii, Reserve(ascii.Length));
    }

    public void Integer(long value)
    {
        value.TryFormat(Reserve(20), out var written);
        Length += written;
    }

    /// <summary>A length in points, exactly: at most three decimals.</summary>
    public void Number(Length length)
    {
        var value = length.Millipoints;
        if (value < 0)
        {
            Byte((byte)'-');
        }

        var size = Math.Abs((long)value);
        Integer(size / 1000);
        var rest = (int)(size % 1000);
        if (rest == 0)
        {
            return;
        }

        Byte((byte)'.');
        for (var unit = 100; rest > 0; unit /= 10)
        {
            Byte((byte)('0' + (rest / unit)));
            rest %= unit;
        }
    }

    public void UInt16(int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(Reserve(2), (ushort)value);
        Length += 2;
    }

    public void UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(Reserve(4), value);
        Length += 4;
    }

    /// <summary>Two hex digits a byte, UTF-16 big-endian.</summary>
    public void HexUtf16(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            Hex16(unit);
        }
    }

    public void Hex16(int value)
    {
        var digits = Reserve(4);
        for (var i = 0; i < 4; i++)
        {
            digits[i] = "0123456789ABCDEF"u8[(value >> (12 - (4 * i))) & 15];
        }

        Length += 4;
    }

    /// <summary>A text string (PDF 1.7, 7.9.2.2) in UTF-16, as hex digits.</summary>
    public void TextString(ReadOnlySpan<char> text)
    {
        Text("<FEFF");
        HexUtf16(text);
        Byte((byte)'>');
    }

    /// <summary>Puts zeroes until the length is a multiple of four, as TrueType wants its tables.</summary>
    public void Pad()
    {
        while (Length % 4 != 0)
        {
            Byte(0);
        }
    }

    /// <summary>Overwrites four bytes written before.</summary>
    public void PatchUInt32(int at, uint value) => BinaryPrimitives.WriteUInt32BigEndian(_bytes.AsSpan(at, 4), value);

    /// <summary>Makes room for that many bytes more.</summary>
    public void Expect(int count) => Reserve(count);

    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Grow(count);
        }

        return _bytes.AsSpan(Length);
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + count));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}

/// <summary>Lets <see cref="PdfBuffer.Text(PdfText)"/> write <c>$"/Kids [{pages}]"</c> without a string in between.</summary>
[InterpolatedStringHandler]
internal readonly ref struct PdfText
{
    private const int LongestNumber = 20;

    private readonly PdfBuffer _output;

    public PdfText(int literalLength, int formattedCount, PdfBuffer output)
    {
        _output = output;
        output.Expect(literalLength + (formattedCount * LongestNumber));
    }

    public void AppendLiteral(string text) => _output.Text(text);

    public void AppendFormatted(int value) => _output.Integer(value);

    public void AppendFormatted(long value, string format) => _output.Text(value.ToString(format, CultureInfo.InvariantCulture));

    public void AppendFormatted(Length value) => _output.Number(value);

    public void AppendFormatted(string ascii) => _output.Text(ascii);

    public void AppendFormatted(PdfReference reference)
    {
        _output.Integer(reference.Number);
        _output.Text(" 0 R");
    }

    public void AppendFormatted(PdfReference? reference)
    {
        if (reference is { } there)
        {
            AppendFormatted(there);
        }
    }

    // The text is written by now; the compiler hands it over all the same.
    internal void CompleteIn(PdfBuffer output) => Debug.Assert(ReferenceEquals(output, _output), "written elsewhere");
}

/// <summary>The number of an object in a file.</summary>
internal readonly record struct PdfReference(int Number);
