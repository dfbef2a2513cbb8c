using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Pdf;

/// <summary>Joins packed pieces to one zlib stream (RFC 1950): their bits one after the other, their checksums combined.</summary>
/// <remarks>The buffer is as large as a font and comes from the pool: dispose of it when the bytes are written.</remarks>
internal sealed class FlateJoiner : IDisposable
{
    private const int WordBits = 64;
    private const uint AdlerModulus = 65521;

    private readonly OutlineCode _code;
    private readonly ulong[] _words;
    private long _bits;
    private uint _adlerA = 1;
    private uint _adlerB;

    public FlateJoiner(OutlineCode code, long bits)
    {
        _code = code;

        // Some words more than the bits fill: a piece is written in whole words, the last one mostly empty, and the
        // checksum follows.
        _words = ArrayPool<ulong>.Shared.Rent((int)((bits + code.Head.BitCount + code.Tail.BitCount) / WordBits) + 4);
        AddBits(code.Head);
    }

    public void Add(PackedBytes piece)
    {
        AddBits(piece);

        // zlib's adler32_combine: each earlier byte counts once more for every byte of the piece.
        var length = (ulong)piece.Length % AdlerModulus;
        _adlerB = (uint)((_adlerB + piece.AdlerB + (length * (_adlerA + AdlerModulus - 1))) % AdlerModulus);
        _adlerA = (_adlerA + piece.AdlerA + AdlerModulus - 1) % AdlerModulus;
    }

    /// <summary>The stream; it lives in the buffer.</summary>
    public ReadOnlySpan<byte> Finish()
    {
        AddBits(_code.Tail);
        var length = (int)((_bits + 7) / 8);
        ToLittleEndian();
        var bytes = MemoryMarshal.AsBytes(_words.AsSpan())[..(length + 4)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes[length..], (_adlerB << 16) | _adlerA);
        return bytes;
    }

    public void Dispose() => ArrayPool<ulong>.Shared.Return(_words);

    private void AddBits(PackedBytes piece)
    {
        var at = (int)(_bits / WordBits);
        var shift = (int)(_bits % WordBits);
        if (shift == 0)
        {
            piece.Words.Span.CopyTo(_words.AsSpan(at));
        }
        else
        {
            foreach (var word in piece.Words.Span)
            {
                _words[at] |= word << shift;
                _words[++at] = word >> (WordBits - shift);
            }
        }

        _bits += piece.BitCount;
    }

    private void ToLittleEndian()
    {
        if (!BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(_words, _words);
        }
    }
}
