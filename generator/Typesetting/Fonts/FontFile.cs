using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>The table directory of one face of a font file (OpenType 1.9, "Organization of an OpenType font").</summary>
public sealed class FontFile
{
    private const int MostFaces = 256;
    private const uint Collection = 0x74746366; // ttcf
    private const uint TrueType = 0x00010000;
    private const uint AppleTrueType = 0x74727565; // true
    private const uint OpenTypeCff = 0x4F54544F; // OTTO

    private readonly FrozenDictionary<string, (long Offset, int Length)> _tables;

    private FontFile(FontSource source, int index, FrozenDictionary<string, (long Offset, int Length)> tables)
    {
        Source = source;
        Index = index;
        _tables = tables;
    }

    public FontSource Source { get; }

    /// <summary>The face's number in a collection; 0 in a file of one face.</summary>
    public int Index { get; }

    /// <summary>Every face of a file.</summary>
    /// <exception cref="FontFormatException">It is no font file, or a directory leads out of it.</exception>
    public static ImmutableArray<FontFile> ReadAll(FontSource source)
    {
        var start = new FontReader(source.Read(0, 12).Span);
        if (start.UInt32(0) != Collection)
        {
            return [ReadFace(source, 0, 0)];
        }

        var count = start.Offset32(8);
        if (count is 0 or > MostFaces)
        {
            throw new FontFormatException($"a collection of {count} faces");
        }

        var offsets = source.Read(12, count * 4);
        return [.. Enumerable.Range(0, count).Select(index => ReadFace(source, index, new FontReader(offsets.Span).UInt32(index * 4)))];
    }

    public bool Has(string tag) => _tables.ContainsKey(tag);

    /// <summary>The bytes of a table, read from the file on every call.</summary>
    /// <exception cref="FontFormatException">The face has no such table.</exception>
    public ReadOnlyMemory<byte> Table(string tag) =>
        _tables.TryGetValue(tag, out var place)
            ? Source.Read(place.Offset, place.Length)
            : throw new FontFormatException($"the table '{tag}' is missing");

    private static FontFile ReadFace(FontSource source, int index, long offset)
    {
        var start = new FontReader(source.Read(offset, 12).Span);
        if (start.UInt32(0) is not (TrueType or AppleTrueType or OpenTypeCff))
        {
            throw new FontFormatException("neither TrueType nor OpenType");
        }

        var count = start.UInt16(4);
        var records = new FontReader(source.Read(offset + 12, count * 16).Span);
        var tables = new Dictionary<string, (long Offset, int Length)>(count, StringComparer.Ordinal);
        for (var record = 0; record < records.Length; record += 16)
        {
            var place = (Offset: (long)records.UInt32(record + 8), Length: records.Offset32(record + 12));
            if (place.Offset > source.Length - place.Length)
            {
                throw new FontFormatException($"a table of {place.Length} bytes at {place.Offset} leads out of the file");
            }

            tables.TryAdd(TagAt(records, record), place);
        }

        return new(source, index, tables.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static string TagAt(FontReader records, int offset) =>
        string.Create(4, records.UInt32(offset), (tag, value) =>
        {
            for (var i = 0; i < tag.Length; i++)
            {
                tag[i] = (char)((value >> (24 - (8 * i))) & 0xFF);
            }
        });
}
