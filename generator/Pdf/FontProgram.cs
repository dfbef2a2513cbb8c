using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Pdf;

/// <summary>A subset of a font file, in pieces that need not be copied together.</summary>
/// <param name="Head">Everything before the drawings.</param>
/// <param name="Outlines">The drawings, glyph by glyph, each already padded where the format wants it.</param>
/// <param name="GlyphCount">Glyphs in the program: those asked for and those they are made of.</param>
internal sealed record FontProgram(ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte>[] Outlines, int GlyphCount)
{
    public int Length => Head.Length + Outlines.Sum(outline => outline.Length);
}

/// <summary>A subset in the making: what it is called, which glyphs, and where broken ones are told.</summary>
/// <param name="Name">The PostScript name with the subset's tag.</param>
/// <param name="Glyphs">The face's glyphs by their new numbers.</param>
/// <param name="Broken">Called for a glyph whose drawing cannot be read; it stays empty.</param>
internal sealed record SubsetRequest(string Name, IReadOnlyList<ushort> Glyphs, Action<int, FontFormatException> Broken);
