using System.Text;

namespace PiiDocs.Pdf;

/// <summary>The sRGB colour space as an ICC profile (ICC.1:1998-09, the version PDF/A-1 takes), built from IEC 61966-2-1.</summary>
internal static class SrgbProfile
{
    private const int HeaderLength = 128;
    private const int CurvePoints = 256;

    private static readonly Lazy<byte[]> Built = new(Build);

    private static readonly Lazy<byte[]> Packed = new(() => PdfFile.Deflated(Built.Value).ToArray());

    public static ReadOnlyMemory<byte> Bytes => Built.Value;

    /// <summary>The same as a stream of a file holds it.</summary>
    public static ReadOnlySpan<byte> Deflated => Packed.Value;

    private static byte[] Build()
    {
        var curve = Curve();
        (string Tag, byte[] Content)[] tags =
        [
            ("desc", Description("sRGB IEC61966-2.1")),
            ("cprt", Text("Public domain")),
            ("wtpt", Colour(0.95045, 1, 1.08905)),
            ("rXYZ", Colour(0.43607, 0.22249, 0.01392)),
            ("gXYZ", Colour(0.38515, 0.71687, 0.09708)),
            ("bXYZ", Colour(0.14307, 0.06061, 0.71410)),
            ("rTRC", curve),
            ("gTRC", curve),
            ("bTRC", curve),
        ];
        var output = new PdfBuffer(2048);
        WriteHeader(output);
        output.UInt32((uint)tags.Length);
        var offset = HeaderLength + 4 + (12 * tags.Length);
        foreach (var (tag, content) in tags)
        {
            output.Text(tag);
            output.UInt32((uint)(ReferenceEquals(content, curve) && tag != "rTRC" ? offset - curve.Length : offset));
            output.UInt32((uint)content.Length);
            offset += ReferenceEquals(content, curve) && tag != "rTRC" ? 0 : content.Length;
        }

        foreach (var (_, content) in tags.DistinctBy(tag => tag.Content))
        {
            output.Write(content);
        }

        output.PatchUInt32(0, (uint)output.Length);
        return output.Written.ToArray();
    }

    private static void WriteHeader(PdfBuffer output)
    {
        output.UInt32(0); // The length, put in at the end.
        output.UInt32(0); // No preferred colour engine.
        output.UInt32(0x02100000); // Version 2.1.
        output.Text("mntrRGB XYZ ");
        foreach (var part in new[] { 2026, 1, 1, 0, 0, 0 })
        {
            output.UInt16(part); // A date, year to second.
        }

        output.Text("acsp");
        output.Write(new byte[28]);
        output.Write(Fixed(0.9642)); // The illuminant D50.
        output.Write(Fixed(1));
        output.Write(Fixed(0.8249));
        output.Write(new byte[HeaderLength - output.Length]);
    }

    private static byte[] Description(string text)
    {
        var output = new PdfBuffer();
        output.Text("desc");
        output.UInt32(0);
        output.UInt32((uint)text.Length + 1);
        output.Text(text);
        output.Write(new byte[1 + 4 + 4 + 2 + 1 + 67]); // Its end, no Unicode, no Macintosh form.
        output.Pad();
        return output.Written.ToArray();
    }

    private static byte[] Text(string text)
    {
        var output = new PdfBuffer();
        output.Text("text");
        output.UInt32(0);
        output.Write(Encoding.ASCII.GetBytes(text));
        output.Byte(0);
        output.Pad();
        return output.Written.ToArray();
    }

    private static byte[] Colour(double x, double y, double z) =>
        [.. "XYZ "u8, 0, 0, 0, 0, .. Fixed(x), .. Fixed(y), .. Fixed(z)];

    private static byte[] Curve()
    {
        var output = new PdfBuffer();
        output.Text("curv");
        output.UInt32(0);
        output.UInt32(CurvePoints);
        for (var point = 0; point < CurvePoints; point++)
        {
            var signal = point / (double)(CurvePoints - 1);
            var light = signal <= 0.04045 ? signal / 12.92 : Math.Pow((signal + 0.055) / 1.055, 2.4);
            output.UInt16((int)Math.Round(light * 65535));
        }

        return output.Written.ToArray();
    }

    private static byte[] Fixed(double number)
    {
        var value = (uint)Math.Round(number * 65536);
        return [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
    }
}
