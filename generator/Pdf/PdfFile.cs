using System.IO.Compression;
using System.Security.Cryptography;

namespace PiiDocs.Pdf;

/// <summary>A file of numbered objects (PDF 1.7, 7.5).</summary>
/// <param name="packsObjects">Small objects are compressed together, as PDF 1.5 and later allow.</param>
/// <param name="version">For the first line: <c>1.7</c>.</param>
/// <param name="drain">Takes what is written as it comes, for a file too large for memory; null to keep it all until the end.</param>
internal sealed class PdfFile(bool packsObjects, string version, Stream? drain = null)
{
    // A reader that wants one object has to unpack its whole bundle.
    private const int MostPacked = 500;
    private const int EntryWidth = 7;
    private const int DrainAt = 1 << 20;

    private readonly PdfBuffer _body = Begin(version);
    private readonly List<Place> _places = [new(0, 0xFFFF, PlaceKind.Free)];
    private readonly PdfBuffer _packed = new();
    private readonly PdfBuffer _packedHeader = new();
    private readonly List<int> _packedNumbers = [];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int _hashed;
    private long _drained;

    /// <summary>A number for an object that others may already point to.</summary>
    public PdfReference Reserve()
    {
        _places.Add(default);
        return new(_places.Count - 1);
    }

    public PdfReference Add(Action<PdfBuffer> write)
    {
        var reference = Reserve();
        Add(reference, write);
        return reference;
    }

    public void Add(PdfReference reference, Action<PdfBuffer> write)
    {
        if (packsObjects)
        {
            Pack(reference, write);
            return;
        }

        Open(reference);
        write(_body);
        _body.Text("\nendobj\n");
    }

    /// <summary>A compressed stream.</summary>
    /// <param name="entries">Of its dictionary, beside length and filter.</param>
    /// <param name="parts">Joined.</param>
    public PdfReference AddStream(string entries, params ReadOnlySpan<ReadOnlyMemory<byte>> parts)
    {
        var reference = Reserve();
        AddStream(reference, entries, parts);
        return reference;
    }

    public void AddStream(PdfReference reference, string entries, params ReadOnlySpan<ReadOnlyMemory<byte>> parts) =>
        AddDeflated(reference, entries, Deflated(parts));

    /// <summary>A stream compressed already.</summary>
    public PdfReference AddDeflated(string entries, ReadOnlySpan<byte> bytes)
    {
        var reference = Reserve();
        AddDeflated(reference, entries, bytes);
        return reference;
    }

    private void AddDeflated(PdfReference reference, string entries, ReadOnlySpan<byte> bytes) =>
        AddEncoded(reference, $"{entries}/Filter/FlateDecode", bytes);

    /// <summary>A stream whose bytes stand in the file as they are given.</summary>
    public void AddEncoded(PdfReference reference, string entries, ReadOnlySpan<byte> bytes)
    {
        Open(reference);
        _body.Text($"<<{entries}/Length {bytes.Length}>>\nstream\n");
        _body.Write(bytes);
        _body.Text("\nendstream\nendobj\n");
    }

    /// <summary>A subset of a font: its name and its glyphs, said elsewhere in the file, tell it from others.</summary>
    public void AddFontProgram(PdfReference reference, string entries, ReadOnlySpan<byte> bytes)
    {
        HashWritten();
        AddDeflated(reference, entries, bytes);
        _hashed = _body.Length;
    }

    /// <summary>Writes the file; its identifier is a hash of its content, fonts' drawings aside, which are most of it.</summary>
    public void Finish(PdfReference catalog, PdfReference info, Stream output)
    {
        FlushPacked();
        HashWritten();
        var identifier = Convert.ToHexString(_hash.GetHashAndReset().AsSpan(0, 16));
        _hash.Dispose();
        var entries = $"/Root {catalog.Number} 0 R/Info {info.Number} 0 R/ID[<{identifier}><{identifier}>]";
        var start = Position;
        if (packsObjects)
        {
            WriteTableStream(entries);
        }
        else
        {
            WriteTable(entries);
        }

        _body.Text("startxref\n");
        _body.Integer(start);
        _body.Text("\n%%EOF\n");
        if (output is MemoryStream memory)
        {
            memory.Capacity = Math.Max(memory.Capacity, (int)memory.Position + _body.Written.Length);
        }

        output.Write(_body.Written);
        _body.Release();
        _packed.Release();
        _packedHeader.Release();
    }

    private static PdfBuffer Begin(string version)
    {
        var body = new PdfBuffer(1 << 17);
        body.Text($"%PDF-{version}\n");

        // Four bytes beyond ASCII tell mail programs of old that the file is not text.
        body.Write([(byte)'%', 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        return body;
    }

    private long Position => _drained + _body.Length;

    private void Open(PdfReference reference)
    {
        if (drain is not null && _body.Length >= DrainAt)
        {
            HashWritten();
            drain.Write(_body.Written);
            _drained += _body.Length;
            _body.Clear();
            _hashed = 0;
        }

        _places[reference.Number] = new(Position, 0, PlaceKind.InFile);
        _body.Text($"{reference.Number} 0 obj\n");
    }

    private void HashWritten()
    {
        _hash.AppendData(_body.Written[_hashed..]);
        _hashed = _body.Length;
    }

    private void Pack(PdfReference reference, Action<PdfBuffer> write)
    {
        _packedHeader.Text($"{reference.Number} {_packed.Length} ");
        _packedNumbers.Add(reference.Number);
        write(_packed);
        _packed.Byte((byte)'\n');
        if (_packedNumbers.Count == MostPacked)
        {
            FlushPacked();
        }
    }

    private void FlushPacked()
    {
        if (_packedNumbers.Count == 0)
        {
            return;
        }

        var bundle = Reserve();
        for (var i = 0; i < _packedNumbers.Count; i++)
        {
            _places[_packedNumbers[i]] = new(bundle.Number, i, PlaceKind.Packed);
        }

        AddStream(
            bundle,
            $"/Type/ObjStm/N {_packedNumbers.Count}/First {_packedHeader.Length}",
            _packedHeader.Memory,
            _packed.Memory);
        _packed.Clear();
        _packedHeader.Clear();
        _packedNumbers.Clear();
    }

    private void WriteTableStream(string entries)
    {
        var self = Reserve();
        _places[self.Number] = new(Position, 0, PlaceKind.InFile);
        var table = new PdfBuffer(_places.Count * EntryWidth);
        foreach (var place in _places)
        {
            table.Byte((byte)place.Kind);
            table.UInt32((uint)place.Position);
            table.UInt16(place.Second);
        }

        // A few hundred bytes: setting up a compressor costs more than it saves.
        AddEncoded(self, $"/Type/XRef/Size {_places.Count}/W[1 4 2]{entries}", table.Written);
        table.Release();
    }

    private void WriteTable(string entries)
    {
        _body.Text($"xref\n0 {_places.Count}\n");
        foreach (var place in _places)
        {
            // Twenty bytes each, to the byte (7.5.4).
            _body.Text($"{place.Position:D10} {place.Second:D5} {(place.Kind == PlaceKind.Free ? "f" : "n")} \n");
        }

        _body.Text($"trailer\n<</Size {_places.Count}{entries}>>\n");
    }

    /// <summary>What a compressed stream of these parts, joined, holds.</summary>
    public static ReadOnlySpan<byte> Deflated(params ReadOnlySpan<ReadOnlyMemory<byte>> parts)
    {
        var length = 0;
        foreach (var part in parts)
        {
            length += part.Length;
        }

        using var compressed = new MemoryStream(64 + (length / 2));
        using (var deflate = new ZLibStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                deflate.Write(part.Span);
            }
        }

        return compressed.GetBuffer().AsSpan(0, (int)compressed.Length);
    }

    /// <param name="Position">Offset in the file, or the number of the bundle.</param>
    /// <param name="Second">Generation, or place in the bundle.</param>
    private readonly record struct Place(long Position, int Second, PlaceKind Kind);

    private enum PlaceKind : byte
    {
        Free = 0,
        InFile = 1,
        Packed = 2,
    }
}
