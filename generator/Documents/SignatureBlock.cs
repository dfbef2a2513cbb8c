using System.Collections.Immutable;

namespace PiiDocs.Documents;

/// <summary>Where the lines under a document stand, and the stamp over them; the same for every writer.</summary>
/// <remarks>
/// Indents are in characters of body text, worked out from what the lines say: a line that its indent would break moves
/// to the right instead, and one that is centred on the date stands below its middle.
/// </remarks>
public static class SignatureBlock
{
    // Faces differ by a little; a line that just fits is given this much more.
    private const decimal Spare = 0.3m;
    private const decimal HalfMark = 0.5m;
    private const string OpeningMarks = "（〔《〈【“‘";
    private const string ClosingMarks = "）〕》〉】”’，。、：；";

    /// <summary>Whether lines of the style take part.</summary>
    public static bool Holds(ParagraphStyle style) =>
        style is { Role: ParagraphRole.Signature or ParagraphRole.Seal, Alignment: TextAlignment.Right };

    /// <summary>From the right edge of the text to the end of what is written.</summary>
    public static decimal RightIndentAt(ImmutableArray<Block> blocks, int index, StyleSheet styles)
    {
        var paragraph = (Paragraph)blocks[index];
        var style = styles.Paragraphs[paragraph.Style];
        if (WrittenWidth(paragraph) is not { } width)
        {
            return style.RightIndent;
        }

        var indent = style.RightIndent;
        if (MiddleOf(blocks, index, styles) is { } middle)
        {
            indent = middle - (width / 2);
        }

        return Math.Max(0, Math.Min(indent, styles.Page.CharactersPerLine - width - Spare));
    }

    /// <summary>The blank half of a mark at the end, for writers that leave it there.</summary>
    public static decimal BlankAtEnd(Paragraph paragraph) =>
        paragraph.Inlines is [.., TextRun last] && ClosingMarks.Contains(last.Text[^1], StringComparison.Ordinal) ? HalfMark : 0;

    /// <summary>The middle of the stamp, from the left edge of the text and above the lower edge of the seal's own line.</summary>
    public static (Length X, Length Above) StampAt(ImmutableArray<Block> blocks, int index, StyleSheet styles, SealStyle seal)
    {
        var middle = MiddleOf(blocks, index, styles)
            ?? RightIndentAt(blocks, index, styles) + ((WrittenWidth((Paragraph)blocks[index]) ?? 0) / 2);
        return (styles.Page.TextWidth - (styles.Page.CharacterPitch * middle), styles.Page.LinePitch * (2 + seal.Rise));
    }

    // From the right edge of the text to the middle of the line that the style names.
    private static decimal? MiddleOf(ImmutableArray<Block> blocks, int index, StyleSheet styles)
    {
        if (styles.Paragraphs[((Paragraph)blocks[index]).Style].CentredOn is not { } name)
        {
            return null;
        }

        foreach (var step in new[] { -1, 1 })
        {
            for (var i = index + step; i >= 0 && i < blocks.Length && blocks[i] is Paragraph other && IsPart(other, styles); i += step)
            {
                if (other.Style == name)
                {
                    return styles.Paragraphs[name].RightIndent + ((WrittenWidth(other) ?? 0) / 2);
                }
            }
        }

        return null;
    }

    private static bool IsPart(Paragraph paragraph, StyleSheet styles) =>
        styles.Paragraphs.TryGetValue(paragraph.Style, out var style) && Holds(style);

    // From the first stroke to the last, in characters; null where that is not one line of text.
    private static decimal? WrittenWidth(Paragraph paragraph)
    {
        if (paragraph.Inlines.IsEmpty || paragraph.Inlines.Any(inline => inline is not TextRun))
        {
            return null;
        }

        var (width, before) = (0m, '\0');
        foreach (var character in paragraph.Inlines.Cast<TextRun>().SelectMany(run => run.Text))
        {
            width += WidthOf(character) + (IsHan(before) && IsLatin(character) || IsLatin(before) && IsHan(character) ? 0.25m : 0);
            width -= before == '\0' && OpeningMarks.Contains(character, StringComparison.Ordinal) ? HalfMark : 0;
            before = character;
        }

        return width - BlankAtEnd(paragraph);
    }

    private static decimal WidthOf(char character) => character switch
    {
        ' ' => 0.25m,
        >= '0' and <= '9' => 0.5m,
        < '\u2000' => 0.56m,
        _ => char.IsLowSurrogate(character) ? 0 : 1,
    };

    private static bool IsLatin(char character) => char.IsAsciiLetterOrDigit(character);

    private static bool IsHan(char character) => character >= '\u2E80' && char.IsLetter(character);
}
