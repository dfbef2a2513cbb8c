using System.Buffers.Binary;
using System.Globalization;

namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>Reads the texts and the position in Exif data, which has the form of a TIFF file.</summary>
internal static class ExifTexts
{
    private const int MostEntries = 512;
    private const int ExifDirectory = 0x8769;
    private const int GpsDirectory = 0x8825;

    public static void Read(ReadOnlySpan<byte> tiff, TextPart part)
    {
        if (tiff.Length < 8)
        {
            return;
        }

        var isBig = tiff[0] == (byte)'M';
        ReadDirectory(new(tiff, isBig), Number(tiff, 4, 4, isBig), part, depth: 0);
    }

    private static void ReadDirectory(Tiff tiff, long at, TextPart part, int depth)
    {
        var bytes = tiff.Bytes;
        if (depth > 3 || at < 0 || at + 2 > bytes.Length)
        {
            return;
        }

        var count = Math.Min(Number(bytes, (int)at, 2, tiff.IsBig), MostEntries);
        for (var i = 0; i < count; i++)
        {
            var entry = (int)at + 2 + (i * 12);
            if (entry + 12 > bytes.Length)
            {
                return;
            }

            var tag = Number(bytes, entry, 2, tiff.IsBig);
            if (tag is ExifDirectory)
            {
                ReadDirectory(tiff, Number(bytes, entry + 8, 4, tiff.IsBig), part, depth + 1);
            }
            else if (tag is GpsDirectory)
            {
                ReadPosition(tiff, Number(bytes, entry + 8, 4, tiff.IsBig), part);
            }
            else
            {
                ReadText(tiff, entry, part);
            }
        }
    }

    /// <summary>Latitude and longitude, written so that the rule for positions finds them.</summary>
    private static void ReadPosition(Tiff tiff, long at, TextPart part)
    {
        var bytes = tiff.Bytes;
        if (at < 0 || at + 2 > bytes.Length)
        {
            return;
        }

        var values = new List<double>();
        var count = Math.Min(Number(bytes, (int)at, 2, tiff.IsBig), 32);
        for (var i = 0; i < count && at + 14 + (i * 12) <= bytes.Length; i++)
        {
            var entry = (int)at + 2 + (i * 12);
            if (Number(bytes, entry, 2, tiff.IsBig) is 2 or 4 && Degrees(tiff, Number(bytes, entry + 8, 4, tiff.IsBig)) is { } degrees)
            {
                values.Add(degrees);
            }
        }

        if (values is [var latitude, var longitude] && (latitude != 0 || longitude != 0))
        {
            part.Add(string.Create(CultureInfo.InvariantCulture, $"GPS {latitude:F5},{longitude:F5}"), PartKind.Metadata, PlaceUnit.Whole);
        }
    }

    private static double? Degrees(Tiff tiff, long at)
    {
        if (at < 0 || at + 24 > tiff.Bytes.Length)
        {
            return null;
        }

        var degrees = 0.0;
        var scale = 1.0;
        for (var i = 0; i < 3; i++, scale /= 60)
        {
            var divisor = Number(tiff.Bytes, (int)at + (i * 8) + 4, 4, tiff.IsBig);
            degrees += divisor == 0 ? 0 : Number(tiff.Bytes, (int)at + (i * 8), 4, tiff.IsBig) / (double)divisor * scale;
        }

        return degrees;
    }

    private static void ReadText(Tiff tiff, int entry, TextPart part)
    {
        var bytes = tiff.Bytes;
        var type = Number(bytes, entry + 2, 2, tiff.IsBig);
        var length = Number(bytes, entry + 4, 4, tiff.IsBig);
        if (type is not (1 or 2 or 7) || length is < 4 or > 64 * 1024)
        {
            return;
        }

        var start = length <= 4 ? entry + 8 : Number(bytes, entry + 8, 4, tiff.IsBig);
        if (start < 0 || start + length > bytes.Length)
        {
            return;
        }

        // XP tags are UTF-16 in bytes; the rest is ASCII, and UTF-8 or GB 18030 in practice.
        var value = bytes.Slice((int)start, (int)length);
        var text = type == 1 ? System.Text.Encoding.Unicode.GetString(value) : TextDecoder.Decode(value.TrimEnd((byte)0));
        if (text is not null)
        {
            part.Add(text, PartKind.Metadata, PlaceUnit.Whole);
        }
    }

    private static long Number(ReadOnlySpan<byte> bytes, int at, int size, bool isBig) => (size, isBig) switch
    {
        (2, true) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]),
        (2, false) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]),
        (_, true) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]),
        _ => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]),
    };

    private readonly ref struct Tiff(ReadOnlySpan<byte> bytes, bool isBig)
    {
        public ReadOnlySpan<byte> Bytes { get; } = bytes;

        public bool IsBig { get; } = isBig;
    }
}
