using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Pdf;

/// <summary>A subset of a font file, in packed pieces that are joined when the file is written.</summary>
/// <param name="Code">What the pieces are packed in.</param>
/// <param name="Head">Everything before the drawings.</param>
/// <param name="Drawings">Glyph by glyph, each padded where the format wants it.</param>
internal sealed record FontProgram(OutlineCode Code, PackedBytes Head, PackedBytes[] Drawings)
{
    /// <summary>Bytes before packing.</summary>
    public int Length => Head.Length + Drawings.Sum(drawing => drawing.Length);

    /// <summary>Glyphs in the program: those asked for and those they are made of.</summary>
    public int GlyphCount => Drawings.Length;

    /// <summary>Puts the subset into a file, as the stream of that number.</summary>
    public void AddTo(PdfFile file, PdfReference reference, string entries)
    {
        using var joiner = new FlateJoiner(Code, Drawings.Sum(drawing => (long)drawing.BitCount) + Head.BitCount);
        joiner.Add(Head);
        foreach (var drawing in Drawings)
        {
            joiner.Add(drawing);
        }

        file.AddFontProgram(reference, entries, joiner.Finish());
    }
}

/// <summary>A subset in the making: what it is called, which glyphs, and where broken ones are told.</summary>
/// <param name="Name">The PostScript name with the subset's tag.</param>
/// <param name="Glyphs">The face's glyphs by their new numbers.</param>
/// <param name="Broken">Called for a glyph whose drawing cannot be read; it stays empty.</param>
internal sealed record SubsetRequest(string Name, IReadOnlyList<ushort> Glyphs, Action<int, FontFormatException> Broken);
