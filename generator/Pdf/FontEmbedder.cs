using PiiDocs.Core;
using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Pdf;

/// <summary>Writes a font of a document: its subset, its measures, and what its glyphs say (PDF 1.7, 9.7).</summary>
internal sealed class FontEmbedder(PdfFile file, PdfConformance conformance, DiagnosticBag diagnostics)
{
    // A symbolic font: codes are glyphs, not letters of any standard encoding.
    private const int Symbolic = 4;
    private const int Italic = 64;
    private const int FullWidth = 1000;

    public void Embed(PdfFont font)
    {
        var name = $"{TagOf(font.Glyphs)}+{font.Face.Names.PostScriptName}";
        if (Subset(font, name) is not { } program)
        {
            return;
        }

        var isCff = font.Face.Outlines is CffFont;
        var programFile = file.Reserve();
        program.AddTo(file, programFile, isCff ? "/Subtype/CIDFontType0C" : $"/Length1 {program.Length}");
        var descriptor = AddDescriptor(font, name, $"/{(isCff ? "FontFile3" : "FontFile2")} {programFile.Number} 0 R", program.GlyphCount);
        var descendant = file.Add(output =>
        {
            output.Text($"<</Type/Font/Subtype/CIDFontType{(isCff ? 0 : 2)}/BaseFont/{name}");
            output.Text("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
            output.Text($"/FontDescriptor {descriptor}/DW {FullWidth}");
            WriteWidths(output, font.Widths);
            WriteHeights(output, font);
            output.Text(isCff ? ">>" : "/CIDToGIDMap/Identity>>");
        });
        var texts = ToUnicode.Write(font.Texts);
        var toUnicode = file.AddStream("", texts.Memory);
        texts.Release();
        void Add(PdfReference reference, string mode) => file.Add(reference, output => output.Text(
            $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-{mode}/DescendantFonts[{descendant}]/ToUnicode {toUnicode}>>"));
        Add(font.Reference, "H");
        if (font.Vertical is { } vertical)
        {
            Add(vertical.Reference, "V");
        }
    }

    private FontProgram? Subset(PdfFont font, string name)
    {
        var request = new SubsetRequest(name, font.Glyphs, (code, problem) =>
            diagnostics.Add(PdfErrors.BrokenGlyph(font.Face.Name, code < font.Texts.Count ? font.Texts[code] : "", problem.Message)));
        try
        {
            return font.Face.Outlines switch
            {
                CffFont cff => CffSubsetter.Write(cff, font.Face.UnitsPerEm, request),
                GlyfFont glyf => GlyfSubsetter.Write(glyf, font.Face.Metrics, request),
                var other => throw new System.Diagnostics.UnreachableException($"no subset for {other.GetType().Name}"),
            };
        }
        catch (FontFormatException exception)
        {
            diagnostics.Add(PdfErrors.BrokenFont(font.Face.Name, exception.Message));
            return null;
        }
    }

    private PdfReference AddDescriptor(PdfFont font, string name, string program, int glyphCount)
    {
        var metrics = font.Face.Metrics;
        var setOfGlyphs = conformance == PdfConformance.PdfA1b ? file.AddStream("", SetOf(glyphCount)) : (PdfReference?)null;
        return file.Add(output =>
        {
            int Scale(int units) => units * 1000 / metrics.UnitsPerEm;
            output.Text($"<</Type/FontDescriptor/FontName/{name}/Flags {Symbolic + (metrics.ItalicAngle == 0 ? 0 : Italic)}");
            output.Text($"/FontBBox[{Scale(metrics.Box.Left)} {Scale(metrics.Box.Bottom)} {Scale(metrics.Box.Right)} {Scale(metrics.Box.Top)}]");
            output.Text($"/ItalicAngle {metrics.ItalicAngle}/Ascent {Scale(metrics.Ascent)}/Descent {-Scale(metrics.Descent)}");
            output.Text($"/CapHeight {Scale(metrics.CapHeight)}/StemV {(font.Face.Names.IsBold ? 140 : 80)}{program}");
            if (setOfGlyphs is { } reference)
            {
                output.Text($"/CIDSet {reference}");
            }

            output.Text(">>");
        });
    }

    // ISO 19005-1, 6.3.5: a bit for each glyph in the file, the first one highest.
    private static ReadOnlyMemory<byte> SetOf(int glyphCount)
    {
        var bits = new byte[(glyphCount + 7) / 8];
        for (var glyph = 0; glyph < glyphCount; glyph++)
        {
            bits[glyph / 8] |= (byte)(0x80 >> (glyph % 8));
        }

        return bits;
    }

    // Runs of widths that are not one em: [first [w w w]].
    private static void WriteWidths(PdfBuffer output, IReadOnlyList<ushort> widths)
    {
        output.Text("/W[");
        for (var code = 0; code < widths.Count; code++)
        {
            if (widths[code] == FullWidth)
            {
                continue;
            }

            output.Text($"{code}[");
            for (; code < widths.Count && widths[code] != FullWidth; code++)
            {
                output.Text($"{(int)widths[code]} ");
            }

            output.Text("]");
        }

        output.Text("]");
    }

    // For each glyph set from top to bottom: how far it takes the pen, upwards, and where from its origin it hangs.
    private static void WriteHeights(PdfBuffer output, PdfFont font)
    {
        if (font.Vertical is not { } vertical)
        {
            return;
        }

        output.Text("/W2[");
        foreach (var (code, (height, origin)) in vertical.Measures)
        {
            output.Text($"{(int)code}[{-height} {font.WidthOfCode(code) / 2} {origin}]");
        }

        output.Text("]");
    }

    // Six capitals that differ for different subsets (PDF 1.7, 9.6.4), drawn from the glyphs and so the same every time.
    private static string TagOf(IReadOnlyList<ushort> glyphs)
    {
        var hash = glyphs.Aggregate(14695981039346656037UL, (sum, glyph) => (sum ^ glyph) * 1099511628211UL);
        return string.Create(6, hash, (tag, rest) =>
        {
            for (var i = 0; i < tag.Length; i++)
            {
                tag[i] = (char)('A' + (rest % 26));
                rest /= 26;
            }
        });
    }
}
