using System.Buffers.Binary;
using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Pdf;

/// <summary>Writes a TrueType font of some glyphs of another, renumbered, with what composite glyphs are made of.</summary>
/// <remarks>Hinting programs stay: some Chinese faces place their strokes by them.</remarks>
internal static class GlyfSubsetter
{
    private const int DeepestComposite = 8;
    private const int MostParts = 4096;
    private const int LongestShortLocation = 0x1FFFE;

    public static FontProgram Write(GlyfFont font, FontMetrics metrics, SubsetRequest request)
    {
        var glyphs = new List<ushort>(request.Glyphs);
        var outlines = new List<PackedBytes>();
        var closure = new Closure(font, glyphs);
        for (var code = 0; code < glyphs.Count; code++)
        {
            outlines.Add(ReadGlyph(closure, code, request) ?? font.Code.Pack([]));
        }

        var drawings = outlines.ToArray();
        return new(font.Code, font.Code.Pack(WriteHead(font, metrics, glyphs, drawings).Span), drawings);
    }

    private static PackedBytes? ReadGlyph(Closure closure, int code, SubsetRequest request)
    {
        try
        {
            return closure.Read(code);
        }
        catch (FontFormatException exception)
        {
            request.Broken(code, exception);
            return null;
        }
    }

    private static ReadOnlyMemory<byte> WriteHead(
        GlyfFont font,
        FontMetrics metrics,
        List<ushort> glyphs,
        PackedBytes[] drawings)
    {
        var length = drawings.Sum(drawing => drawing.Length);
        var isLong = length > LongestShortLocation;
        var tables = new List<(string Tag, ReadOnlyMemory<byte> Bytes)>
        {
            ("cvt ", font.ControlValues),
            ("fpgm", font.FontProgram),
            ("head", Head(font, isLong)),
            ("hhea", WithNumberAt(font.HorizontalHeader, 34, glyphs.Count)),
            ("hmtx", Widths(metrics, glyphs)),
            ("loca", Locations(drawings, isLong)),
            ("maxp", WithNumberAt(font.Limits, 4, glyphs.Count)),
            ("prep", font.ControlProgram),
        };
        tables.RemoveAll(table => table.Bytes.IsEmpty);
        return Assemble(tables, drawings, length);
    }

    private static ReadOnlyMemory<byte> Assemble(
        List<(string Tag, ReadOnlyMemory<byte> Bytes)> tables,
        PackedBytes[] drawings,
        int drawingsLength)
    {
        var output = new PdfBuffer(8192);
        var count = tables.Count + 1;
        var power = System.Numerics.BitOperations.Log2((uint)count);
        output.UInt32(0x00010000);
        output.UInt16(count);
        output.UInt16(16 << power);
        output.UInt16(power);
        output.UInt16((16 * count) - (16 << power));

        var offset = 12 + (16 * count);
        var records = tables.Select(table => Record(table.Tag, PackedBytes.SumOfWords(table.Bytes.Span), table.Bytes.Length, ref offset)).ToList();
        var checksum = drawings.Aggregate(0u, (sum, drawing) => sum + drawing.WordSum);
        records.Add(Record("glyf", checksum, drawingsLength, ref offset));
        foreach (var record in records.OrderBy(record => record.Tag, StringComparer.Ordinal))
        {
            output.Text(record.Tag);
            output.UInt32(record.Checksum);
            output.UInt32((uint)record.Offset);
            output.UInt32((uint)record.Length);
        }

        foreach (var table in tables)
        {
            output.Write(table.Bytes.Span);
            output.Pad();
        }

        // head's checkSumAdjustment: the whole file sums up to this number (OpenType, "head").
        var head = records.Find(record => record.Tag == "head").Offset;
        output.PatchUInt32(head + 8, 0xB1B0AFBA - PackedBytes.SumOfWords(output.Written) - checksum);
        return output.Memory;
    }

    private static (string Tag, uint Checksum, int Offset, int Length) Record(string tag, uint checksum, int length, ref int offset)
    {
        var record = (tag, checksum, offset, length);
        offset += (length + 3) & ~3;
        return record;
    }

    private static byte[] Head(GlyfFont font, bool isLong)
    {
        var head = font.Head.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), (short)(isLong ? 1 : 0));
        return head;
    }

    private static byte[] WithNumberAt(ReadOnlyMemory<byte> table, int offset, int number)
    {
        var copy = table.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(offset), (ushort)number);
        return copy;
    }

    private static ReadOnlyMemory<byte> Widths(FontMetrics metrics, List<ushort> glyphs)
    {
        var output = new PdfBuffer(glyphs.Count * 4);
        foreach (var glyph in glyphs)
        {
            output.UInt16(metrics.AdvanceOf(glyph));
            output.UInt16(metrics.LeftBearingOf(glyph));
        }

        return output.Memory;
    }

    private static ReadOnlyMemory<byte> Locations(PackedBytes[] drawings, bool isLong)
    {
        var output = new PdfBuffer((drawings.Length + 1) * 4);
        var offset = 0;
        for (var code = 0; code <= drawings.Length; code++)
        {
            if (isLong)
            {
                output.UInt32((uint)offset);
            }
            else
            {
                output.UInt16(offset / 2);
            }

            offset += code < drawings.Length ? drawings[code].Length : 0;
        }

        return output.Memory;
    }

    /// <summary>Reads glyphs, adding the parts of composite ones to the list.</summary>
    private sealed class Closure(GlyfFont font, List<ushort> glyphs)
    {
        private readonly Dictionary<ushort, int> _codes = [];
        private int _partsLeft;

        public PackedBytes Read(int code)
        {
            var outline = font.Outline(glyphs[code]);
            var parts = GlyfFont.ComponentOffsets(outline.Span);
            if (parts.Count == 0)
            {
                return font.Packed(glyphs[code]);
            }

            _partsLeft = MostParts;
            CheckDepth(glyphs[code], DeepestComposite);
            var copy = new byte[(outline.Length + 3) & ~3];
            outline.Span.CopyTo(copy);
            foreach (var part in parts)
            {
                var glyph = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(part));
                BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(part), (ushort)CodeOf(glyph));
            }

            return font.Code.Pack(copy);
        }

        // A composite of itself would send a rasteriser round for ever.
        private void CheckDepth(ushort glyph, int left)
        {
            if (left == 0 || --_partsLeft == 0)
            {
                throw new FontFormatException("a composite glyph nested too deep, or of too many parts");
            }

            var outline = font.Outline(glyph).Span;
            foreach (var part in GlyfFont.ComponentOffsets(outline))
            {
                CheckDepth(BinaryPrimitives.ReadUInt16BigEndian(outline[part..]), left - 1);
            }
        }

        private int CodeOf(ushort glyph)
        {
            if (!_codes.TryGetValue(glyph, out var code))
            {
                code = glyphs.IndexOf(glyph);
                if (code < 0)
                {
                    if (glyphs.Count > ushort.MaxValue)
                    {
                        throw new FontFormatException("more glyphs than a font can hold");
                    }

                    code = glyphs.Count;
                    glyphs.Add(glyph);
                }

                _codes.Add(glyph, code);
            }

            return code;
        }
    }
}
