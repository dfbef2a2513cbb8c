using System.Text;

namespace PiiDocs.Unit.Fonts;

/// <summary>Writes the numbers of font tables.</summary>
internal sealed class BigEndian
{
    private readonly List<byte> _bytes = [];

    public int Length => _bytes.Count;

    public byte[] ToArray() => [.. _bytes];

    public BigEndian U8(params int[] values)
    {
        _bytes.AddRange(values.Select(value => (byte)value));
        return this;
    }

    public BigEndian U16(params int[] values)
    {
        foreach (var value in values)
        {
            U8(value >> 8, value);
        }

        return this;
    }

    public BigEndian U32(params long[] values)
    {
        foreach (var value in values)
        {
            U16((int)(value >> 16), (int)value);
        }

        return this;
    }

    public BigEndian Tag(string tag) => Bytes(Encoding.ASCII.GetBytes(tag));

    public BigEndian Bytes(byte[] bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public BigEndian Pad()
    {
        while (_bytes.Count % 4 != 0)
        {
            _bytes.Add(0);
        }

        return this;
    }
}
