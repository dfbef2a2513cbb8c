using System.Buffers.Binary;
using System.Text;

namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>Reads compound files (OLE): objects embedded in documents, and Office files of before 2007.</summary>
internal static class CompoundReader
{
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const int MostSectors = 4_000_000;
    private const uint LastSector = 0xFFFFFFFA;

    public static void Read(ScannedFile file, ScanSession session)
    {
        var bytes = file.Content;
        if (bytes.Length < HeaderLength || OpenFile(bytes) is not { } compound)
        {
            session.Report(file.PartName(""), ObstacleReason.Corrupt);
            BinaryText.Read(file, session);
            return;
        }

        var names = compound.Entries.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        if (names.Contains("EncryptedPackage") || names.Contains("EncryptionInfo"))
        {
            session.Report(file.PartName(""), ObstacleReason.Encrypted);
            return;
        }

        if (names.Contains("WordDocument") || names.Contains("Workbook") || names.Contains("Book") || names.Contains("PowerPoint Document"))
        {
            // Their texts are found as bytes; which of them belong together is not known here.
            session.Report(file.PartName(""), ObstacleReason.UnknownKind);
        }

        foreach (var entry in compound.Entries.Where(entry => entry.IsStream))
        {
            var name = session.Shown(entry.Name.Trim('\u0001', '\u0005', '\u0003'));
            session.Search(file.PartName(name), entry.Name, PartKind.FileName);
            if (session.Takes(file.PartName(name), entry.Size))
            {
                ReadStream(file, name, compound.Content(entry), session);
            }
        }
    }

    private static void ReadStream(ScannedFile file, string name, ReadOnlyMemory<byte> content, ScanSession session)
    {
        // A package object holds a file behind a short header with its name.
        var start = Math.Max(content.Span.IndexOf("PK\u0003\u0004"u8), content.Span.IndexOf("%PDF-"u8));
        if (start >= 0)
        {
            FileReader.Read(new(content[start..], name, file.PartName(name), file.Depth + 1), session);
        }

        BinaryText.Read(content.Span, file.PartName(name), session);
    }

    private static Compound? OpenFile(ReadOnlyMemory<byte> bytes)
    {
        var header = bytes.Span;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        if (shift is not (9 or 12))
        {
            return null;
        }

        var compound = new Compound(bytes, 1 << shift);
        compound.ReadTable();
        compound.ReadDirectory(BinaryPrimitives.ReadUInt32LittleEndian(header[48..]), BinaryPrimitives.ReadUInt32LittleEndian(header[60..]));
        return compound;
    }

    private sealed record Entry(string Name, bool IsStream, uint Start, long Size);

    private sealed class Compound(ReadOnlyMemory<byte> bytes, int sectorSize)
    {
        private readonly List<uint> _table = [];
        private byte[] _small = [];
        private List<uint> _smallTable = [];

        public List<Entry> Entries { get; } = [];

        public void ReadTable()
        {
            for (var i = 0; i < 109; i++)
            {
                var sector = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[(76 + (i * 4))..]);
                if (sector >= LastSector)
                {
                    break;
                }

                AddNumbers(Sector(sector).Span, _table);
            }
        }

        public void ReadDirectory(uint directory, uint smallTable)
        {
            var entries = Chain(directory, int.MaxValue);
            for (var at = 0; at + EntryLength <= entries.Length; at += EntryLength)
            {
                var entry = entries.AsSpan(at, EntryLength);
                var nameLength = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
                var start = BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]);
                var size = BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]);
                if (entry[66] == 5)
                {
                    _small = Chain(start, size);
                }

                if (entry[66] is 1 or 2)
                {
                    Entries.Add(new(Encoding.Unicode.GetString(entry[..nameLength]), entry[66] == 2, start, Math.Min(size, bytes.Length)));
                }
            }

            AddNumbers(Chain(smallTable, int.MaxValue), _smallTable = []);
        }

        public ReadOnlyMemory<byte> Content(Entry entry)
        {
            if (entry.Size >= 4096)
            {
                return Chain(entry.Start, entry.Size);
            }

            var content = new MemoryStream();
            var sector = entry.Start;
            for (var steps = 0; sector < _smallTable.Count && steps < _smallTable.Count && content.Length < entry.Size; steps++)
            {
                var at = (int)Math.Min(sector * 64L, _small.Length);
                content.Write(_small, at, Math.Min(64, _small.Length - at));
                sector = _smallTable[(int)sector];
            }

            return content.ToArray().AsMemory(0, (int)Math.Min(content.Length, entry.Size));
        }

        private byte[] Chain(uint sector, long size)
        {
            var content = new MemoryStream();
            for (var steps = 0; sector < LastSector && steps < MostSectors && content.Length < size && content.Length <= bytes.Length; steps++)
            {
                content.Write(Sector(sector).Span);
                sector = sector < _table.Count ? _table[(int)sector] : LastSector;
            }

            return content.ToArray().AsSpan(0, (int)Math.Min(content.Length, size)).ToArray();
        }

        private ReadOnlyMemory<byte> Sector(uint sector)
        {
            var at = (sector + 1L) * sectorSize;
            return at >= bytes.Length ? ReadOnlyMemory<byte>.Empty : bytes.Slice((int)at, (int)Math.Min(sectorSize, bytes.Length - at));
        }

        private static void AddNumbers(ReadOnlySpan<byte> sector, List<uint> numbers)
        {
            for (var i = 0; i + 4 <= sector.Length; i += 4)
            {
                numbers.Add(BinaryPrimitives.ReadUInt32LittleEndian(sector[i..]));
            }
        }
    }
}
