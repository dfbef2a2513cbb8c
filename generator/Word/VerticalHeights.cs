using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>How high the rows beside vertical cells must be at least, so that a label stands in one column.</summary>
/// <remarks>Word makes a row grow with such a cell, other programs cut its text off.</remarks>
internal static class VerticalHeights
{
    // Longer texts go on in a second column, as in the pages the typesetter makes.
    private const int LongestLabel = 10;

    /// <summary>A height a row; zero for a row that has no such cell.</summary>
    public static Length[] Of(Table table, StyleSheet styles)
    {
        var heights = new Length[table.Rows.Length];
        var spans = RowSpans.Of(table);
        for (var row = 0; row < heights.Length; row++)
        {
            for (var i = 0; i < table.Rows[row].Cells.Length; i++)
            {
                if (table.Rows[row].Cells[i] is { IsVertical: true } cell && spans[row][i] > 0)
                {
                    var share = HeightOf(cell, styles) * (1m / spans[row][i]);
                    for (var each = row; each < row + spans[row][i]; each++)
                    {
                        heights[each] = Length.Max(heights[each], share);
                    }
                }
            }
        }

        return heights;
    }

    private static Length HeightOf(TableCell cell, StyleSheet styles) => cell.Paragraphs
        .Select(paragraph => (styles.Paragraphs.GetValueOrDefault(paragraph.Style) ?? styles.Body).Size * Math.Min(LongestLabel, LongestLine(paragraph)))
        .Aggregate(Length.Zero, Length.Max) + (styles.Tables.PaddingVertical * 2) + Length.FromPoints(1);

    private static int LongestLine(Paragraph paragraph)
    {
        var (longest, line) = (0, 0);
        foreach (var inline in paragraph.Inlines)
        {
            line = inline is TextRun run ? line + run.Text.Length : 0;
            longest = Math.Max(longest, line);
        }

        return longest;
    }
}
