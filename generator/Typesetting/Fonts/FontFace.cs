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

    /// <summary>The bold face of the same family, itself if it is bold; null where there is none and boldness has to be drawn.</summary>
    public virtual FontFace? Bold => null;

    /// <summary>
    /// The glyph a variation selector asks for, where it differs from the character's usual one. A selector the face
    /// does not know leaves the character as it is.
    /// </summary>
    public virtual bool TryGetVariant(Rune character, Rune selector, out ushort glyph)
    {
        glyph = 0;
        return false;
    }

    /// <summary>The advance width of a glyph, in design units.</summary>
    public abstract int AdvanceOf(ushort glyph);

    /// <summary>How far down a glyph takes the pen in vertical text, in design units: an em where the face does not say.</summary>
    public virtual int VerticalAdvanceOf(ushort glyph) => UnitsPerEm;

    /// <summary>Height over the base line of the point a glyph hangs from in vertical text, in design units.</summary>
    public virtual int VerticalOriginOf(ushort glyph) => Ascent;

    /// <summary>The glyph that stands for this one in vertical text; itself where the face has no other.</summary>
    public virtual ushort VerticalFormOf(ushort glyph) => glyph;

    /// <summary>What is broken in the tables for vertical text, which are then not used; null where they are sound or absent.</summary>
    public virtual string? VerticalProblem => null;
}
