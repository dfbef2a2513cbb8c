using PiiDocs.Documents;
using PiiDocs.Typesetting.Shaping;

namespace PiiDocs.Typesetting.Lines;

/// <summary>A paragraph style with its lengths worked out for a page geometry.</summary>
/// <param name="Glyphs">The style's role at the style's size and weight.</param>
/// <param name="BoldGlyphs">For emphasis inside it.</param>
/// <param name="Character">Advance of a Han character: the unit of indents.</param>
/// <param name="LinePitch">From base line to base line.</param>
internal sealed record ParagraphFormat(
    ParagraphStyle Style,
    GlyphTable Glyphs,
    GlyphTable BoldGlyphs,
    Length Character,
    Length LinePitch)
{
    // The em box of Chinese type; taken as fixed, so that pages do not depend on which face plays a role.
    private const decimal EmAscent = 0.86m;

    public Length Size => Style.Size;

    public Length Left { get; } = Character * Style.LeftIndent;

    public Length Right { get; init; } = Character * Style.RightIndent;

    public Length FirstLine { get; } = Character * Style.FirstLineIndent;

    /// <summary>Empty grid lines above and below, as lengths.</summary>
    public required Length SpaceBefore { get; init; }

    public required Length SpaceAfter { get; init; }

    public TextAlignment Alignment { get; init; } = Style.Alignment;

    /// <summary>From the top of a line to its base line: the em box stands in the middle of the line.</summary>
    public Length Ascent { get; } = new(((LinePitch - Style.Size).Millipoints / 2) + (Style.Size * EmAscent).Millipoints);

    /// <summary>A style for a cell: the column aligns, and the grid of lines does not apply to spaces.</summary>
    public ParagraphFormat AlignedAs(TextAlignment alignment) =>
        alignment == Alignment ? this : this with { Alignment = alignment };
}
