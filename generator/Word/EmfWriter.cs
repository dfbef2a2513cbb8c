using System.Text;

namespace PiiDocs.Word;

/// <summary>Writes an enhanced metafile (MS-EMF): lines and texts in black, in hundredths of a millimetre.</summary>
/// <remarks>What it needs and no more: every Word, WPS and LibreOffice draws these records, and prints them sharp.</remarks>
internal sealed class EmfWriter : IDisposable
{
    private const int HeaderSize = 108;
    private const int FontRecordSize = 332;
    private const int FaceNameLength = 32;
    private const int TextRecordSize = 76;

    // A device of A4 size whose pixels are our unit: then logical units, pixels and the frame all count the same.
    private const int DeviceWidth = 21_000;
    private const int DeviceHeight = 29_700;

    private readonly MemoryStream _file = new();
    private readonly BinaryWriter _writer;
    private readonly int _width;
    private readonly int _height;
    private int _records = 1;
    private int _objects;

    /// <param name="width">Of what is drawn.</param>
    /// <param name="height">Of what is drawn.</param>
    /// <param name="margin">Around it, so that lines on its edge show in their full thickness.</param>
    public EmfWriter(int width, int height, int margin)
    {
        (_width, _height) = (width + (2 * margin), height + (2 * margin));
        _writer = new(_file, Encoding.Unicode);
        _writer.Write(new byte[HeaderSize]);
        Write(EmfRecord.SetMapMode, 8); // Anisotropic: by the two extents.
        Write(EmfRecord.SetWindowOrigin, -margin, -margin);
        Write(EmfRecord.SetWindowExtent, _width, _height);
        Write(EmfRecord.SetViewportOrigin, 0, 0);
        Write(EmfRecord.SetViewportExtent, _width, _height);
        Write(EmfRecord.SetBackgroundMode, 1); // Transparent.
        Write(EmfRecord.SetTextAlign, 6 | 24); // Centred, on the base line.
        Write(EmfRecord.SetTextColor, 0);
    }

    /// <summary>Makes a solid pen with round ends.</summary>
    /// <returns>Its handle.</returns>
    public int CreatePen(int thickness)
    {
        Write(EmfRecord.CreatePen, ++_objects, 0, thickness, 0, 0);
        return _objects;
    }

    /// <summary>Makes a font.</summary>
    /// <returns>Its handle.</returns>
    public int CreateFont(string face, int size, bool bold, bool underline)
    {
        const byte ChineseSimplified = 134;
        Begin(EmfRecord.CreateFont, FontRecordSize);
        _writer.Write(++_objects);
        _writer.Write(-size); // Below zero: the size of type, not of the line.
        Write([0, 0, 0]);
        _writer.Write(bold ? 700 : 400);
        _writer.Write((byte)0);
        _writer.Write(underline);
        _writer.Write((byte)0);
        _writer.Write(ChineseSimplified);
        _writer.Write(0);
        var name = face.Length < FaceNameLength ? face : face[..(FaceNameLength - 1)];
        _writer.Write(name.PadRight(FaceNameLength, '\0').AsSpan());
        Fill(FontRecordSize - 104); // Full name, style, PANOSE: unknown.
        return _objects;
    }

    public void Select(int handle) => Write(EmfRecord.SelectObject, handle);

    public void DrawLine(int x1, int y1, int x2, int y2)
    {
        Write(EmfRecord.MoveTo, x1, y1);
        Write(EmfRecord.LineTo, x2, y2);
    }

    /// <param name="text">In the selected font.</param>
    /// <param name="centre">Its middle.</param>
    /// <param name="baseline">Its base line.</param>
    /// <param name="advances">One for every UTF-16 unit.</param>
    public void DrawText(string text, int centre, int baseline, IReadOnlyList<int> advances)
    {
        var padded = (text.Length + 1) / 2 * 4;
        Begin(EmfRecord.ExtTextOut, TextRecordSize + padded + (text.Length * 4));
        Write([0, 0, -1, -1]); // Bounds: none; players work them out.
        _writer.Write(1); // Compatible mode: the scales below count, and are one.
        _writer.Write(1f);
        _writer.Write(1f);
        Write([centre, baseline, text.Length, TextRecordSize, 0]);
        Write([0, 0, -1, -1]); // Clipped to nothing.
        _writer.Write(TextRecordSize + padded);
        _writer.Write(text.AsSpan());
        Fill(padded - (text.Length * 2));
        Write([.. advances]);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _file.Dispose();
    }

    public byte[] ToArray()
    {
        Write(EmfRecord.EndOfFile, 0, 0, 20);
        WriteHeader();
        _writer.Flush();
        return _file.ToArray();
    }

    private void WriteHeader()
    {
        var size = (int)_file.Length;
        _file.Position = 0;
        Write([EmfRecord.Header, HeaderSize]);
        Write([0, 0, _width, _height]); // Bounds, in pixels.
        Write([0, 0, _width, _height]); // Frame, in hundredths of a millimetre.
        _writer.Write(" EMF"u8);
        Write([0x10000, size, _records]);
        _writer.Write((ushort)(_objects + 1));
        _writer.Write((ushort)0);
        Write([0, 0, 0]); // No description, no palette.
        Write([DeviceWidth, DeviceHeight, DeviceWidth / 100, DeviceHeight / 100]);
        Write([0, 0, 0]); // No pixel format, no OpenGL.
        Write([DeviceWidth * 10, DeviceHeight * 10]);
        _file.Position = size;
    }

    private void Write(int record, params ReadOnlySpan<int> values)
    {
        Begin(record, 8 + (values.Length * 4));
        Write(values);
    }

    private void Begin(int record, int size)
    {
        _records++;
        Write([record, size]);
    }

    private void Write(ReadOnlySpan<int> values)
    {
        foreach (var value in values)
        {
            _writer.Write(value);
        }
    }

    private void Fill(int bytes) => _writer.Write(new byte[bytes]);
}

/// <summary>The records we write (MS-EMF 2.1.1).</summary>
internal static class EmfRecord
{
    public const int Header = 1;
    public const int SetWindowExtent = 9;
    public const int SetWindowOrigin = 10;
    public const int SetViewportExtent = 11;
    public const int SetViewportOrigin = 12;
    public const int EndOfFile = 14;
    public const int SetMapMode = 17;
    public const int SetBackgroundMode = 18;
    public const int SetTextAlign = 22;
    public const int SetTextColor = 24;
    public const int MoveTo = 27;
    public const int SelectObject = 37;
    public const int CreatePen = 38;
    public const int LineTo = 54;
    public const int CreateFont = 82;
    public const int ExtTextOut = 84;
}
