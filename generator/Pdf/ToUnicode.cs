namespace PiiDocs.Pdf;

/// <summary>Writes what each code of a font says, for searching and copying (PDF 1.7, 9.10.3).</summary>
internal static class ToUnicode
{
    // A range may not cross a high byte, and a section holds a hundred ranges: 256 ranges at most, three sections.
    private const int RangeSize = 256;
    private const int MostRanges = 100;

    public static PdfBuffer Write(IReadOnlyList<string> texts)
    {
        var output = new PdfBuffer(512 + (texts.Count * 8));
        output.Text(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            + "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
            + "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
            + "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        var ranges = (texts.Count + RangeSize - 1) / RangeSize;
        for (var range = 0; range < ranges; range++)
        {
            if (range % MostRanges == 0)
            {
                output.Text($"{Math.Min(MostRanges, ranges - range)} beginbfrange\n");
            }

            WriteRange(output, texts, range * RangeSize);
            if (range % MostRanges == MostRanges - 1 || range == ranges - 1)
            {
                output.Text("endbfrange\n");
            }
        }

        output.Text("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return output;
    }

    private static void WriteRange(PdfBuffer output, IReadOnlyList<string> texts, int start)
    {
        var end = Math.Min(texts.Count, start + RangeSize);

        // Code 0 is .notdef: nothing is ever written with it.
        start = Math.Max(start, Math.Min(1, end - 1));
        output.Text("<");
        output.Hex16(start);
        output.Text("><");
        output.Hex16(end - 1);
        output.Text(">[");
        for (var code = start; code < end; code++)
        {
            output.Byte((byte)'<');
            output.HexUtf16(texts[code] is { Length: > 0 } text ? text : "\uFFFD");
            output.Byte((byte)'>');
        }

        output.Text("]\n");
    }
}
