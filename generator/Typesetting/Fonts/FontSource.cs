using System.Security.Cryptography;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>A font file: read piece by piece, so that looking for a font costs no more than its directory.</summary>
public sealed class FontSource
{
    private readonly Func<long, int, ReadOnlyMemory<byte>> _read;
    private readonly Lazy<string> _hash;

    private FontSource(string name, long length, Func<long, int, ReadOnlyMemory<byte>> read)
    {
        Name = name;
        Length = length;
        _read = read;
        _hash = new(ComputeHash);
    }

    /// <summary>The file's name, without its folder: <c>simfang.ttf</c>.</summary>
    public string Name { get; }

    public long Length { get; }

    /// <summary>Lower-case hex SHA-256 of the whole file; read once, when first asked for.</summary>
    public string Hash => _hash.Value;

    public static FontSource FromFile(string path) =>
        new(Path.GetFileName(path), new FileInfo(path).Length, (offset, length) => ReadFile(path, offset, length));

    public static FontSource FromBytes(string name, ReadOnlyMemory<byte> bytes) =>
        new(name, bytes.Length, (offset, length) => bytes.Slice((int)offset, length));

    /// <summary>A piece of the file.</summary>
    /// <exception cref="FontFormatException">The piece lies outside the file.</exception>
    public ReadOnlyMemory<byte> Read(long offset, int length)
    {
        if (offset < 0 || length < 0 || offset > Length - length)
        {
            throw new FontFormatException($"{length} bytes at {offset} lead out of a file of {Length} bytes");
        }

        return _read(offset, length);
    }

    private static byte[] ReadFile(string path, long offset, int length)
    {
        using var file = File.OpenHandle(path, options: FileOptions.RandomAccess);
        var bytes = new byte[length];
        for (var done = 0; done < length;)
        {
            var read = RandomAccess.Read(file, bytes.AsSpan(done), offset + done);
            done += read > 0 ? read : throw new FontFormatException($"the file ended at {offset + done}");
        }

        return bytes;
    }

    private string ComputeHash()
    {
        const int Block = 1 << 20;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (long done = 0; done < Length; done += Block)
        {
            hash.AppendData(_read(done, (int)Math.Min(Block, Length - done)).Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
