using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PiiDocs.Word;

/// <summary>A part of a package, compressed; parts that never change are compressed once and written many times.</summary>
internal sealed record PackagePart(string Name, ReadOnlyMemory<byte> Deflated, uint Checksum, int Size)
{
    public static PackagePart Of(string name, string text, CompressionLevel level) =>
        Write(name, level, output => output.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>Compresses what <paramref name="write"/> writes.</summary>
    /// <remarks>A gzip file is a deflate stream between ten bytes of header and the checksum and size that zip wants.</remarks>
    public static PackagePart Write(string name, CompressionLevel level, Action<Stream> write)
    {
        const int Header = 10;
        const int Trailer = 8;
        var compressed = new MemoryStream(16 * 1024);
        using (var gzip = new GZipStream(compressed, level, leaveOpen: true))
        {
            write(gzip);
        }

        var bytes = compressed.GetBuffer().AsMemory(0, (int)compressed.Length);
        var trailer = bytes.Span[^Trailer..];
        return new(
            name,
            bytes[Header..^Trailer],
            BinaryPrimitives.ReadUInt32LittleEndian(trailer),
            BinaryPrimitives.ReadInt32LittleEndian(trailer[4..]));
    }
}

/// <summary>Writes a package: a zip file whose bytes depend on its parts only, with no clock in it.</summary>
internal static class StablePackage
{
    private const int LocalHeader = 30;
    private const int CentralHeader = 46;
    private const int EndRecord = 22;
    private const ushort Version = 20;
    private const ushort Deflate = 8;

    // The first day a zip file can name: 1 January 1980.
    private const ushort FirstDay = 0x21;

    public static void Write(IReadOnlyList<PackagePart> parts, Stream output)
    {
        Span<byte> buffer = stackalloc byte[CentralHeader];
        var offsets = new int[parts.Count];
        var offset = 0;
        for (var i = 0; i < parts.Count; i++)
        {
            offsets[i] = offset;
            WriteLocal(parts[i], buffer[..LocalHeader], output);
            offset += LocalHeader + parts[i].Name.Length + parts[i].Deflated.Length;
        }

        var directory = offset;
        for (var i = 0; i < parts.Count; i++)
        {
            WriteCentral(parts[i], offsets[i], buffer, output);
            offset += CentralHeader + parts[i].Name.Length;
        }

        var end = buffer[..EndRecord];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)parts.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)parts.Count);
        BinaryPrimitives.WriteInt32LittleEndian(end[12..], offset - directory);
        BinaryPrimitives.WriteInt32LittleEndian(end[16..], directory);
        output.Write(end);
    }

    private static void WriteLocal(PackagePart part, Span<byte> header, Stream output)
    {
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034B50);
        WriteCommon(part, header[4..]);
        output.Write(header);
        WriteName(part, output);
        output.Write(part.Deflated.Span);
    }

    private static void WriteCentral(PackagePart part, int offset, Span<byte> header, Stream output)
    {
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x02014B50);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], Version);
        WriteCommon(part, header[6..]);
        BinaryPrimitives.WriteInt32LittleEndian(header[42..], offset);
        output.Write(header);
        WriteName(part, output);
    }

    private static void WriteCommon(PackagePart part, Span<byte> fields)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(fields, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[4..], Deflate);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[8..], FirstDay);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[10..], part.Checksum);
        BinaryPrimitives.WriteInt32LittleEndian(fields[14..], part.Deflated.Length);
        BinaryPrimitives.WriteInt32LittleEndian(fields[18..], part.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[22..], (ushort)part.Name.Length);
    }

    // Part names are ASCII (Open Packaging Conventions, 9.1.1).
    private static void WriteName(PackagePart part, Stream output)
    {
        Span<byte> name = stackalloc byte[part.Name.Length];
        Encoding.ASCII.GetBytes(part.Name, name);
        output.Write(name);
    }
}
