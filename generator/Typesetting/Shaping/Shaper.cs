using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Fonts;
using PiiDocs.Typesetting.Lines;

namespace PiiDocs.Typesetting.Shaping;

/// <summary>Turns the inlines of a paragraph into clusters with face, glyph, width and class.</summary>
/// <param name="text">Receives the clusters.</param>
/// <param name="references">Page numbers shown in the text.</param>
/// <param name="document">Its title, for messages.</param>
/// <param name="diagnostics">Receives characters that no font has.</param>
internal sealed class Shaper(ShapedText text, PageReferences references, string document, DiagnosticBag diagnostics)
{
    // What an invisible character says about the break before the next visible one.
    private BreakKind? _pending;
    private readonly HashSet<(int CodePoint, FieldPath? Field)> _missing = [];

    /// <returns>The clusters of the paragraph.</returns>
    public Range Shape(ImmutableArray<Inline> inlines, ParagraphFormat format)
    {
        var start = text.ClusterCount;
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case TextRun run:
                    ShapeRun(run.Text, format, new(null, run.Origin, run.Bold, run.Underline, -1));
                    break;
                case LineBreak:
                    AddLineEnd();
                    break;
                case PageNumber number:
                    var reference = references.Next(number.Total, out var shown);
                    ShapeRun(shown, format, new(null, number.Origin, false, false, reference));
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException($"no shape for {inline.GetType().Name}");
            }
        }

        return start..text.ClusterCount;
    }

    private void ShapeRun(string content, ParagraphFormat format, ShapedRun run)
    {
        var glyphs = run.IsEmboldened ? format.BoldGlyphs : format.Glyphs;
        var offset = text.CharacterCount;
        text.Append(content);
        text.Reserve(content.Length);
        var (current, face, isEmboldened) = (-1, (FontFace?)null, false);
        for (var i = 0; i < content.Length;)
        {
            var codePoint = CodePointAt(content, i, out var length);
            ref readonly var entry = ref glyphs[codePoint];
            if (entry.Class < CharacterClasses.FirstWithoutGlyph)
            {
                if (current < 0 || !ReferenceEquals(face, entry.Face) || isEmboldened != entry.MustEmbolden)
                {
                    (face, isEmboldened) = (entry.Face, entry.MustEmbolden);
                    current = AddRun(run with { Face = face, IsEmboldened = isEmboldened });
                }

                AddCluster(entry, current, offset + i, length);
                if (face is null)
                {
                    ReportMissing(entry, codePoint, format, run.Origin);
                }
            }
            else if (!(current >= 0 && SelectVariant(codePoint, offset + i, length)))
            {
                _pending = PendingBreak(entry.Class);
            }

            i += length;
        }
    }

    // A variation selector right behind its character: the form of a name its bearer insists on.
    private bool SelectVariant(int codePoint, int textStart, int length)
    {
        ref var last = ref text.Clusters[^1];
        if (!CharacterClasses.IsVariationSelector(codePoint) || last.TextStart + last.TextLength != textStart
            || text.Runs[last.Run].Face is not { } face
            || Rune.DecodeFromUtf16(text.Characters[last.TextStart..], out var character, out _) != OperationStatus.Done
            || !face.TryGetVariant(character, new Rune(codePoint), out var glyph))
        {
            return false;
        }

        last.Glyph = glyph;
        last.TextLength += (byte)length;
        return true;
    }

    private BreakKind? PendingBreak(CharacterClass characterClass) =>
        characterClass switch
        {
            CharacterClass.Joiner => BreakKind.Never,
            CharacterClass.BreakOpportunity => BreakKind.Allowed,
            _ => _pending,
        };

    private int AddRun(ShapedRun run)
    {
        text.Runs.Add(run);
        return text.Runs.Count - 1;
    }

    private void AddCluster(in GlyphEntry entry, int run, int textStart, int length)
    {
        ref var cluster = ref text.Next();
        cluster.TextStart = textStart;
        cluster.TextLength = (byte)length;
        cluster.Run = run;
        cluster.Advance = entry.Advance;
        cluster.Glyph = entry.Glyph;
        cluster.Class = entry.Class;
        if (_pending is { } wanted)
        {
            cluster.WantedBreak = wanted;
            cluster.HasWantedBreak = true;
            _pending = null;
        }
    }

    private void AddLineEnd()
    {
        text.Reserve(1);
        ref var cluster = ref text.Next();
        cluster.TextStart = text.CharacterCount;
        cluster.Class = CharacterClass.LineEnd;
        cluster.Run = -1;
    }

    private void ReportMissing(in GlyphEntry entry, int codePoint, ParagraphFormat format, Origin origin)
    {
        if (entry.Class == CharacterClass.LineEnd || !format.Glyphs.HasFaces)
        {
            return;
        }

        if (_missing.Add((codePoint, origin.Fields.IsEmpty ? null : origin.Fields[0])))
        {
            var shown = Rune.TryCreate(codePoint, out var character) ? character.ToString() : "\uFFFD";
            diagnostics.Add(TypesettingErrors.MissingCharacter(shown, codePoint, document, origin));
        }
    }

    // Half a surrogate pair stands for itself: no face has it, and the message names it.
    private static int CodePointAt(string content, int index, out int length)
    {
        var c = content[index];
        if (char.IsHighSurrogate(c) && index + 1 < content.Length && char.IsLowSurrogate(content[index + 1]))
        {
            length = 2;
            return char.ConvertToUtf32(c, content[index + 1]);
        }

        length = 1;
        return c;
    }
}
