using System.Globalization;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>The paragraph half of a style: distances in characters and lines, which Word keeps on the grid.</summary>
internal static class DocxParagraphs
{
    public static WordElement PropertiesOf(ParagraphStyle style, StyleSheet sheet) =>
        new(
            "pPr",
            style.KeepWithNext ? new("keepNext") : null,
            style.KeepTogether ? new("keepLines") : null,
            style.PageBreakBefore ? new("pageBreakBefore") : null,
            SpacingOf(style, sheet.Page),
            IndentationOf(style, sheet),
            style.LinesBefore > 0 || style.LinesAfter > 0 ? new("contextualSpacing") : null,
            JustificationOf(style.Alignment),
            style.OutlineLevel > 0 ? WordElement.Of("outlineLvl", (style.OutlineLevel - 1).ToString(CultureInfo.InvariantCulture)) : null);

    public static WordElement JustificationOf(TextAlignment alignment) =>
        WordElement.Of("jc", alignment switch
        {
            TextAlignment.Left => "left",
            TextAlignment.Centre => "center",
            TextAlignment.Right => "right",
            _ => "both",
        });

    private static WordElement? SpacingOf(ParagraphStyle style, PageGeometry page)
    {
        if (style is { LinesBefore: 0, LinesAfter: 0, LinePitch: null })
        {
            return null;
        }

        var spacing = new WordElement("spacing");
        if (style.LinesBefore > 0)
        {
            spacing.With("before", Twips(page.LinePitch * style.LinesBefore)).With("beforeLines", Hundredths(style.LinesBefore));
        }

        if (style.LinesAfter > 0)
        {
            spacing.With("after", Twips(page.LinePitch * style.LinesAfter)).With("afterLines", Hundredths(style.LinesAfter));
        }

        return DocxStyles.Exactly(style.LinePitch ?? page.LinePitch, spacing);
    }

    private static WordElement? IndentationOf(ParagraphStyle style, StyleSheet sheet)
    {
        if (style is { FirstLineIndent: 0, LeftIndent: 0, RightIndent: 0 })
        {
            return null;
        }

        var character = style.Size == sheet.Body.Size ? sheet.Page.CharacterPitch : style.Size;
        var hanging = Math.Max(0, -style.FirstLineIndent);
        var indent = new WordElement("ind");
        if (style.LeftIndent > 0)
        {
            // Counted in characters, Word's left indent is that of the first line; in twips, that of the others.
            indent.With("left", Twips(character * style.LeftIndent)).With("leftChars", Hundredths(style.LeftIndent - hanging));
        }

        if (style.RightIndent > 0)
        {
            indent.With("right", Twips(character * style.RightIndent)).With("rightChars", Hundredths(style.RightIndent));
        }

        if (hanging > 0)
        {
            indent.With("hanging", Twips(character * hanging)).With("hangingChars", Hundredths(hanging));
        }
        else if (style.FirstLineIndent > 0)
        {
            indent.With("firstLine", Twips(character * style.FirstLineIndent)).With("firstLineChars", Hundredths(style.FirstLineIndent));
        }

        return indent;
    }

    private static string Hundredths(decimal number) => ((int)decimal.Round(number * 100)).ToString(CultureInfo.InvariantCulture);

    private static string Twips(Length length) => length.Twips.ToString(CultureInfo.InvariantCulture);
}
