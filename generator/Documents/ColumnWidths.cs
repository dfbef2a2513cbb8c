using System.Collections.Immutable;

namespace PiiDocs.Documents;

/// <summary>Shares the text width among the columns of a table; the same for every writer.</summary>
public static class ColumnWidths
{
    // A column never gets narrower than this many characters, however little the others leave.
    private const int FewestCharacters = 2;

    /// <summary>One width per column; together exactly the text width of the page.</summary>
    public static ImmutableArray<Length> Of(Table table, StyleSheet styles)
    {
        var total = styles.Page.TextWidth;
        var natural = table.Columns.Select((column, index) => column.Share == 0 ? NaturalWidth(table, index, styles) : Length.Zero).ToArray();
        var shares = table.Columns.Sum(column => column.Share);
        var least = LeastWidth(styles) * table.Columns.Count(column => column.Share > 0);
        var fitted = Sum(natural);
        var room = Length.Max(total - least, new(total.Millipoints / 2));
        if (fitted > room)
        {
            Shrink(natural, room, LeastWidth(styles));
        }
        else if (shares == 0)
        {
            Scale(natural, room);
        }

        fitted = Sum(natural);

        var widths = table.Columns.Select((column, index) =>
            column.Share == 0 ? natural[index] : (total - fitted) * ((decimal)column.Share / shares)).ToArray();
        widths[^1] += total - Sum(widths);
        return [.. widths];
    }

    private static Length LeastWidth(StyleSheet styles) =>
        (styles.Paragraphs[styles.Tables.CellStyle].Size * FewestCharacters) + (styles.Tables.PaddingHorizontal * 2);

    private static Length NaturalWidth(Table table, int column, StyleSheet styles)
    {
        var widest = LeastWidth(styles);
        foreach (var row in table.Rows)
        {
            if (CellAt(row, column) is { ColumnSpan: 1, IsVertical: false } cell)
            {
                var size = styles.Paragraphs[row.IsHeader ? styles.Tables.HeaderStyle : styles.Tables.CellStyle].Size;
                var width = (size * cell.Paragraphs.Max(LongestLine)) + (styles.Tables.PaddingHorizontal * 2);
                widest = width > widest ? width : widest;
            }
        }

        return widest;
    }

    private static TableCell? CellAt(TableRow row, int column)
    {
        var at = 0;
        foreach (var cell in row.Cells)
        {
            if (at == column)
            {
                return cell;
            }

            at += cell.ColumnSpan;
        }

        return null;
    }

    // In characters of the cell's size: Han one, others a little over a half, and half a one to spare.
    private static decimal LongestLine(Paragraph paragraph)
    {
        var (longest, line) = (0m, 0m);
        foreach (var inline in paragraph.Inlines)
        {
            line = inline is TextRun run ? line + run.Text.Sum(WidthOf) : 0m;
            longest = Math.Max(longest, line);
        }

        return longest + 0.5m;
    }

    private static decimal WidthOf(char character) =>
        char.IsLowSurrogate(character) ? 0m : character < '\u2E80' && char.IsLetterOrDigit(character) ? 0.56m : 1m;

    // Every column keeps the least; what is left goes to each in proportion to what more it wants.
    private static void Shrink(Length[] widths, Length total, Length least)
    {
        var spare = total - (least * widths.Count(width => width > Length.Zero));
        var wanted = widths.Sum(width => Math.Max(0L, width.Millipoints - least.Millipoints));
        if (spare < Length.Zero || wanted == 0)
        {
            Scale(widths, total);
            return;
        }

        for (var i = 0; i < widths.Length; i++)
        {
            var more = widths[i] - least;
            widths[i] = widths[i] > Length.Zero ? least + (spare * ((decimal)more.Millipoints / wanted)) : Length.Zero;
        }
    }

    private static void Scale(Length[] widths, Length total)
    {
        var sum = Sum(widths);
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = total * ((decimal)widths[i].Millipoints / sum.Millipoints);
        }
    }

    private static Length Sum(Length[] widths) => widths.Aggregate(Length.Zero, (sum, width) => sum + width);
}
