using System.Text;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>A typeface as layout sees it: which characters it has and how wide they are.</summary>
/// <remarks>Immutable and shared by all threads once made.</remarks>
public abstract class FontFace
{
    /// <summary>Family and style, as messages show it.</summary>
    public abstract string Name { get; }

    /// <summary>Design units to the em: 1000 or 2048, mostly.</summary>
    public abstract int UnitsPerEm { get; }

    /// <summary>Height above the base line, in design units.</summary>
    public abstract int Ascent { get; }

    /// <summary>Depth below the base line, in design units, positive.</summary>
    public abstract int Descent { get; }

    /// <summary>Whether the face has the character, and the glyph's number.</summary>
    public abstract bool TryGetGlyph(Rune character, out ushort glyph);

    /// <summary>The advance width of a glyph, in design units.</summary>
    public abstract int AdvanceOf(ushort glyph);
}
