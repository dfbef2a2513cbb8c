using System.Collections.Immutable;
using PiiDocs.Documents;

namespace PiiDocs.Word;

/// <summary>How high the rows beside vertical cells must be at least, so that all of their text is seen.</summary>
/// <remarks>Word makes a row grow with such a cell, other programs cut its text off.</remarks>
internal sealed class VerticalHeights(StyleSheet styles, ImmutableArray<Length> widths)
{
    /// <summary>A height a row; zero for a row that has no such cell.</summary>
    public Length[] Of(Table table, ImmutableArray<int[]> spans)
    {
        var heights = new Length[table.Rows.Length];
        for (var row = 0; row < heights.Length; row++)
        {
            var cells = table.Rows[row].Cells;
            for (var (i, column) = (0, 0); i < cells.Length; column += cells[i++].ColumnSpan)
            {
                if (cells[i].IsVertical && spans[row][i] > 0)
                {
                    var share = HeightOf(cells[i], column) * (1m / spans[row][i]);
                    for (var each = row; each < row + spans[row][i]; each++)
                    {
                        heights[each] = Length.Max(heights[each], share);
                    }
                }
            }
        }

        return heights;
    }

    private Length HeightOf(TableCell cell, int column)
    {
        var (height, columns) = (Length.Zero, ColumnsIn(cell, column));
        foreach (var paragraph in cell.Paragraphs)
        {
            // Longer texts go on in a second column where there is room for one, as in the pages the typesetter makes.
            // A column may end early, before what cannot be parted.
            var longest = LongestLine(paragraph);
            var characters = longest <= TableCell.LongestLabel ? longest : Math.Max(TableCell.LongestLabel, (longest / columns) + 2);
            height = Length.Max(height, StyleOf(paragraph).Size * characters);
        }

        return height + (styles.Tables.PaddingVertical * 2) + Length.FromPoints(1);
    }

    private decimal ColumnsIn(TableCell cell, int column)
    {
        var width = styles.Tables.PaddingHorizontal * -2;
        for (var i = column; i < column + cell.ColumnSpan; i++)
        {
            width += widths[i];
        }

        var style = StyleOf(cell.Paragraphs[0]);
        return Math.Max(1, width.Millipoints / (style.LinePitch ?? styles.Page.LinePitch).Millipoints);
    }

    private ParagraphStyle StyleOf(Paragraph paragraph) => styles.Paragraphs.GetValueOrDefault(paragraph.Style) ?? styles.Body;

    // In characters: letters and digits lie, and take a little over half of one.
    private static decimal LongestLine(Paragraph paragraph)
    {
        var (longest, line) = (0m, 0m);
        foreach (var inline in paragraph.Inlines)
        {
            line = inline is TextRun run ? line + run.Text.Sum(each => each < '\u2E80' && char.IsLetterOrDigit(each) ? 0.56m : 1m) : 0m;
            longest = Math.Max(longest, line);
        }

        return longest;
    }
}
