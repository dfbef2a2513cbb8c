using System.Collections.Immutable;
using System.Globalization;
using PiiDocs.Documents;

namespace PiiDocs.Web;

/// <summary>A document as plain text for a newspaper column, and what the paper will charge for.</summary>
/// <param name="Text">One paragraph a line, body text indented by two full-width spaces.</param>
/// <param name="Characters">All characters but line ends; a newspaper counts punctuation, and half-width characters as halves.</param>
/// <param name="Lines">Lines in a column of the width asked for.</param>
public sealed record ColumnText(string Text, int Characters, int Lines)
{
    /// <summary>Characters a line where nobody says otherwise.</summary>
    public const int UsualWidth = 14;

    /// <summary>Sets a document in a column.</summary>
    /// <param name="document">The document.</param>
    /// <param name="width">Full-width characters a line, from 6 to 60.</param>
    public static ColumnText Of(Document document, int width)
    {
        var paragraphs = document.Blocks.SelectMany(block => ParagraphsOf(block, document.Styles)).Where(text => text.Length > 0).ToImmutableArray();
        return new(
            string.Concat(paragraphs.Select(text => text + "\n")),
            (paragraphs.Sum(HalfWidths) + 1) / 2,
            paragraphs.Sum(text => LinesOf(text, width)));
    }

    private static IEnumerable<string> ParagraphsOf(Block block, StyleSheet styles) => block switch
    {
        Paragraph paragraph => Plain(paragraph, styles.Paragraphs.TryGetValue(paragraph.Style, out var style) ? style : styles.Body),
        Table table => table.Rows.Select(row => string.Join('　', row.Cells.Select(cell => string.Concat(cell.Paragraphs.Select(each => InlineText.Of(each.Inlines)))))),
        Diagram diagram => [diagram.Description],
        _ => [],
    };

    private static string[] Plain(Paragraph paragraph, ParagraphStyle style)
    {
        var text = InlineText.Of(paragraph.Inlines);
        var indent = text.Length > 0 && style.FirstLineIndent >= 2 ? "　　" : "";
        return (indent + text).Split('\n');
    }

    // A closing mark may not begin a line (CLREQ, prohibition rules, basic level): it goes along with the character before it.
    private static int LinesOf(string text, int width)
    {
        var (lines, used) = (1, 0);
        foreach (var element in Elements(text))
        {
            var size = HalfWidths(element);
            if (used + size > width * 2 && !IsClosing(element[0]))
            {
                (lines, used) = (lines + 1, 0);
            }

            used += size;
        }

        return lines;
    }

    private static IEnumerable<string> Elements(string text)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
        {
            yield return elements.GetTextElement();
        }
    }

    private static int HalfWidths(string text) => Elements(text).Sum(element => element[0] < 0x2000 ? 1 : 2);

    private static bool IsClosing(char character) => "，。、；：？！）〕］｝〉》」』】’”".Contains(character, StringComparison.Ordinal);
}
