using System.Text;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Typesetting.Shaping;

/// <summary>For one role at one size and weight: which face sets a character, with which glyph, and how wide.</summary>
/// <remarks>
/// One look-up a character answers everything the shaper asks. Pages of 256 characters are worked out when first
/// needed; two threads may both do it and get the same.
/// </remarks>
internal sealed class GlyphTable(RoleFaces faces, GlyphSetting setting)
{
    private const int PageSize = 256;

    private readonly GlyphEntry[]?[] _pages = new GlyphEntry[0x110000 / PageSize][];

    public bool HasFaces => !faces.Chinese.IsEmpty || !faces.Latin.IsEmpty;

    public FontSubstitution? Substitution => faces.Substitution;

    public ref readonly GlyphEntry this[int codePoint]
    {
        get
        {
            var page = Volatile.Read(ref _pages[codePoint / PageSize]) ?? MakePage(codePoint / PageSize);
            return ref page[codePoint % PageSize];
        }
    }

    private GlyphEntry[] MakePage(int number)
    {
        var page = new GlyphEntry[PageSize];
        for (var i = 0; i < PageSize; i++)
        {
            if (Rune.TryCreate((number * PageSize) + i, out var character))
            {
                page[i] = Find(character);
            }
        }

        Volatile.Write(ref _pages[number], page);
        return page;
    }

    private GlyphEntry Find(Rune character)
    {
        var characterClass = CharacterClasses.Of(character);
        if (characterClass >= CharacterClasses.FirstWithoutGlyph || characterClass == CharacterClass.LineEnd)
        {
            return new(null, 0, Length.Zero, characterClass, false);
        }

        var (face, glyph) = FindGlyph(character, characterClass);
        if (face is null)
        {
            return new(null, 0, setting.FullWidth, characterClass, false);
        }

        var mustEmbolden = setting.IsBold;
        if (mustEmbolden && face.Bold is { } bold && bold.TryGetGlyph(character, out var boldGlyph))
        {
            (face, glyph, mustEmbolden) = (bold, boldGlyph, false);
        }

        return new(face, glyph, AdvanceOf(face, glyph, character), characterClass, mustEmbolden);
    }

    private (FontFace? Face, ushort Glyph) FindGlyph(Rune character, CharacterClass characterClass)
    {
        var isChinese = CharacterClasses.IsChinese(character);
        var found = FindIn(isChinese ? faces.Chinese : faces.Latin, character);
        found = found.Face is null ? FindIn(isChinese ? faces.Latin : faces.Chinese, character) : found;
        if (found.Face is not null)
        {
            return found;
        }

        // Rare kinds of space and hyphen look like the common one.
        return (characterClass, character.Value) switch
        {
            (CharacterClass.Space or CharacterClass.NoBreakSpace, not ' ') => FindGlyph(new Rune(' '), characterClass),
            (CharacterClass.Connector, 0x2010 or 0x2011) => FindGlyph(new Rune('-'), characterClass),
            _ => found,
        };
    }

    private static (FontFace? Face, ushort Glyph) FindIn(IEnumerable<FontFace> candidates, Rune character)
    {
        foreach (var face in candidates)
        {
            if (face.TryGetGlyph(character, out var glyph))
            {
                return (face, glyph);
            }
        }

        return (null, 0);
    }

    // What fills the em, or nearly so, stands on the grid of characters; the rest keeps the width the face gives it.
    private Length AdvanceOf(FontFace face, ushort glyph, Rune character)
    {
        var units = face.AdvanceOf(glyph);
        var advance = new Length((int)(((long)units * setting.Size.Millipoints + (face.UnitsPerEm / 2)) / face.UnitsPerEm));
        var fillsEm = Math.Abs(units - face.UnitsPerEm) <= face.UnitsPerEm / 20;
        return fillsEm && CharacterClasses.IsChinese(character) ? setting.FullWidth : advance;
    }
}

/// <param name="Size">Size of type.</param>
/// <param name="FullWidth">Advance of what fills the em: the size, or the pitch of the grid.</param>
internal readonly record struct GlyphSetting(Length Size, Length FullWidth, bool IsBold);

/// <param name="Face">Null where no face has the character.</param>
/// <param name="MustEmbolden">Bold was asked for and the face has no bold sister.</param>
internal readonly record struct GlyphEntry(
    FontFace? Face,
    ushort Glyph,
    Length Advance,
    CharacterClass Class,
    bool MustEmbolden);
