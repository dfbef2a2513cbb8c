using System.Buffers.Binary;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>Reads big-endian numbers from a font table; no offset a file may hold leads outside it.</summary>
internal readonly ref struct FontReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Length => _bytes.Length;

    public byte UInt8(int offset) => Slice(offset, 1)[0];

    public ushort UInt16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(Slice(offset, 2));

    public short Int16(int offset) => BinaryPrimitives.ReadInt16BigEndian(Slice(offset, 2));

    public int UInt24(int offset)
    {
        var three = Slice(offset, 3);
        return (three[0] << 16) | (three[1] << 8) | three[2];
    }

    public uint UInt32(int offset) => BinaryPrimitives.ReadUInt32BigEndian(Slice(offset, 4));

    /// <summary>A 32-bit offset or count; those beyond two gigabytes lie outside every table.</summary>
    public int Offset32(int offset) =>
        UInt32(offset) is var value && value <= int.MaxValue ? (int)value : throw Outside(offset);

    public ReadOnlySpan<byte> Slice(int offset, int length)
    {
        if (offset < 0 || length < 0 || offset > _bytes.Length - length)
        {
            throw Outside(offset);
        }

        return _bytes.Slice(offset, length);
    }

    private FontFormatException Outside(int offset) =>
        new($"offset {offset} leads out of a table of {_bytes.Length} bytes");
}
