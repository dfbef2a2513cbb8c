using System.Text;
using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Unit.Typesetting;

/// <summary>Every glyph one em, half for ASCII: line tests become arithmetic.</summary>
internal sealed class SquareFace(string name, Func<Rune, bool> has) : FontFace
{
    public override string Name => name;

    public override int UnitsPerEm => 1000;

    public override int Ascent => 860;

    public override int Descent => 140;

    public override bool TryGetGlyph(Rune character, out ushort glyph)
    {
        glyph = (ushort)character.Value;
        return has(character);
    }

    public override int AdvanceOf(ushort glyph) => glyph < 0x80 ? 500 : 1000;

    /// <summary>Forms for vertical text, by character; none by default.</summary>
    public IReadOnlyDictionary<char, char> Forms { get; init; } = new Dictionary<char, char>();

    public string? Problem { get; init; }

    public override ushort VerticalFormOf(ushort glyph) => Forms.TryGetValue((char)glyph, out var form) ? form : glyph;

    public override string? VerticalProblem => Problem;
}
