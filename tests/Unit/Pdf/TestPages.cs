using System.Collections.Immutable;
using System.Text;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Typesetting;
using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Unit.Pdf;

/// <summary>Pages made by hand: a title, and lines of one size.</summary>
internal static class TestPages
{
    public static readonly Length Size = Length.FromPoints(16);

    public static readonly DocumentInfo Info =
        new("pre-suit-notice", "诉前公告", "case-1", "某市人民检察院", new DateOnly(2026, 5, 22)) { Stamp = new("1", "", "", "0.1.0") };

    /// <summary>One page of one line in one paragraph.</summary>
    public static PagedDocument Of(FontFace face, string text) => Of([Run(face, text) with { Element = 1 }], [
        new(StructureKind.Document, -1),
        new(StructureKind.Paragraph, 0),
    ]);

    public static PagedDocument Of(ImmutableArray<PageItem> items, ImmutableArray<StructureElement> structure) =>
        new(Info, [PageOf(items)], structure);

    public static Page PageOf(ImmutableArray<PageItem> items) =>
        new(Length.FromPoints(595), Length.FromPoints(842), items);

    /// <summary>Characters set one after the other, each as wide as it is.</summary>
    public static GlyphRun Run(FontFace face, string text)
    {
        var glyphs = ImmutableArray.CreateBuilder<PlacedGlyph>();
        var (offset, start) = (Length.Zero, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            face.TryGetGlyph(rune, out var glyph);
            glyphs.Add(new(glyph, offset, start, rune.Utf16SequenceLength));
            offset += new Length(face.AdvanceOf(glyph) * Size.Millipoints / face.UnitsPerEm);
            start += rune.Utf16SequenceLength;
        }

        return new(Length.FromPoints(80), Length.FromPoints(100), face, Size, glyphs.ToImmutable(), text, "000000", Origin.None);
    }

    /// <summary>Characters set one below the other, each as high as it is.</summary>
    public static GlyphRun Column(FontFace face, string text)
    {
        var run = Run(face, text);
        var glyphs = ImmutableArray.CreateBuilder<PlacedGlyph>();
        var offset = Length.Zero;
        foreach (var glyph in run.Glyphs)
        {
            var form = face.VerticalFormOf(glyph.Glyph);
            glyphs.Add(glyph with { Glyph = form, Offset = offset });
            offset += new Length(face.VerticalAdvanceOf(form) * Size.Millipoints / face.UnitsPerEm);
        }

        return run with { Glyphs = glyphs.ToImmutable(), Direction = RunDirection.Vertical };
    }
}
