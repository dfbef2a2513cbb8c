using DocumentFormat.OpenXml.Wordprocessing;
using PiiDocs.Documents;
using TextAlignment = PiiDocs.Documents.TextAlignment;

namespace PiiDocs.Word;

/// <summary>The paragraph half of a style: distances in characters and lines, which Word keeps on the grid.</summary>
internal static class DocxParagraphs
{
    public static StyleParagraphProperties PropertiesOf(ParagraphStyle style, StyleSheet sheet) =>
        new(DocxStyles.Given(
            style.KeepWithNext ? new KeepNext() : null,
            style.KeepTogether ? new KeepLines() : null,
            style.PageBreakBefore ? new PageBreakBefore() : null,
            SpacingOf(style, sheet.Page),
            IndentationOf(style, sheet),
            style.LinesBefore > 0 || style.LinesAfter > 0 ? new ContextualSpacing() : null,
            JustificationOf(style.Alignment),
            style.OutlineLevel > 0 ? new OutlineLevel { Val = style.OutlineLevel - 1 } : null));

    public static Justification JustificationOf(TextAlignment alignment) =>
        new Justification().Word("val", alignment switch
        {
            TextAlignment.Left => "left",
            TextAlignment.Centre => "center",
            TextAlignment.Right => "right",
            _ => "both",
        });

    private static SpacingBetweenLines? SpacingOf(ParagraphStyle style, PageGeometry page)
    {
        if (style is { LinesBefore: 0, LinesAfter: 0, LinePitch: null })
        {
            return null;
        }

        var spacing = DocxStyles.Exactly(style.LinePitch ?? page.LinePitch);
        if (style.LinesBefore > 0)
        {
            spacing.Before = DocxStyles.Twips(page.LinePitch * style.LinesBefore);
            spacing.BeforeLines = Hundredths(style.LinesBefore);
        }

        if (style.LinesAfter > 0)
        {
            spacing.After = DocxStyles.Twips(page.LinePitch * style.LinesAfter);
            spacing.AfterLines = Hundredths(style.LinesAfter);
        }

        return spacing;
    }

    private static Indentation? IndentationOf(ParagraphStyle style, StyleSheet sheet)
    {
        if (style is { FirstLineIndent: 0, LeftIndent: 0, RightIndent: 0 })
        {
            return null;
        }

        var character = style.Size == sheet.Body.Size ? sheet.Page.CharacterPitch : style.Size;
        var hanging = Math.Max(0, -style.FirstLineIndent);
        var indent = new Indentation();
        if (style.LeftIndent > 0)
        {
            // Counted in characters, Word's left indent is that of the first line; in twips, that of the others.
            indent.Left = DocxStyles.Twips(character * style.LeftIndent);
            indent.LeftChars = Hundredths(style.LeftIndent - hanging);
        }

        if (style.RightIndent > 0)
        {
            indent.Right = DocxStyles.Twips(character * style.RightIndent);
            indent.RightChars = Hundredths(style.RightIndent);
        }

        if (hanging > 0)
        {
            indent.Hanging = DocxStyles.Twips(character * hanging);
            indent.HangingChars = Hundredths(hanging);
        }
        else if (style.FirstLineIndent > 0)
        {
            indent.FirstLine = DocxStyles.Twips(character * style.FirstLineIndent);
            indent.FirstLineChars = Hundredths(style.FirstLineIndent);
        }

        return indent;
    }

    private static int Hundredths(decimal number) => (int)decimal.Round(number * 100);
}
