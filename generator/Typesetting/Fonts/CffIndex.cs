namespace PiiDocs.Typesetting.Fonts;

/// <summary>A list of byte strings in a CFF table (Adobe Technical Note 5176, section 5).</summary>
public readonly struct CffIndex
{
    private readonly ReadOnlyMemory<byte> _table;
    private readonly int _offsets;
    private readonly int _offsetSize;
    private readonly int _beforeData;

    private CffIndex(ReadOnlyMemory<byte> table, int start, int count, int offsetSize)
    {
        _table = table;
        _offsets = start + 3;
        _offsetSize = offsetSize;
        Count = count;
        _beforeData = _offsets + ((count + 1) * offsetSize) - 1;
        End = _beforeData + OffsetAt(count);
    }

    private CffIndex(int end) => End = end;

    public int Count { get; }

    /// <summary>Where in the table the list ends.</summary>
    public int End { get; }

    /// <exception cref="FontFormatException">There is no such item, or it lies outside the table.</exception>
    public ReadOnlyMemory<byte> this[int item]
    {
        get
        {
            if ((uint)item >= (uint)Count)
            {
                throw new FontFormatException($"item {item} of a CFF list of {Count}");
            }

            var (start, end) = (OffsetAt(item), OffsetAt(item + 1));
            if (start < 1 || start > end || end > _table.Length - _beforeData)
            {
                throw new FontFormatException($"item {item} lies outside its CFF list");
            }

            return _table.Slice(_beforeData + start, end - start);
        }
    }

    internal static CffIndex Read(ReadOnlyMemory<byte> table, int start)
    {
        var reader = new FontReader(table.Span);
        var count = reader.UInt16(start);
        if (count == 0)
        {
            return new(start + 2);
        }

        var offsetSize = reader.UInt8(start + 2);
        if (offsetSize is 0 or > 4)
        {
            throw new FontFormatException($"CFF offsets of {offsetSize} bytes");
        }

        reader.Slice(start + 3, (count + 1) * offsetSize);
        return new(table, start, count, offsetSize);
    }

    private int OffsetAt(int item)
    {
        var reader = new FontReader(_table.Span);
        var at = _offsets + (item * _offsetSize);
        return _offsetSize switch
        {
            1 => reader.UInt8(at),
            2 => reader.UInt16(at),
            3 => reader.UInt24(at),
            _ => reader.Offset32(at),
        };
    }
}
