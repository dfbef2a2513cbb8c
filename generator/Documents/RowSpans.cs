using System.Collections.Immutable;

namespace PiiDocs.Documents;

/// <summary>How many rows each cell of a table covers; the same for every writer.</summary>
public static class RowSpans
{
    /// <summary>
    /// For each row, a number a cell: the rows it covers, or 0 for one that is part of a cell above. A cell that says it continues what
    /// does not stand above it, over the same columns and among rows of its kind, is a cell of its own.
    /// </summary>
    public static ImmutableArray<int[]> Of(Table table)
    {
        var spans = new int[table.Rows.Length][];
        var owners = new int[table.Rows.Length][];
        for (var row = 0; row < spans.Length; row++)
        {
            var cells = table.Rows[row].Cells;
            (spans[row], owners[row]) = (new int[cells.Length], new int[cells.Length]);
            for (var (cell, column) = (0, 0); cell < cells.Length; column += cells[cell++].ColumnSpan)
            {
                var owner = cells[cell].ContinuesAbove ? OwnerAbove(table, owners, row, (column, cells[cell].ColumnSpan)) : row;
                owners[row][cell] = owner;
                spans[owner][owner == row ? cell : CellAt(table.Rows[owner], column, cells[cell].ColumnSpan)]++;
            }
        }

        return [.. spans];
    }

    // The row of the cell above, or of the one that it is itself part of.
    private static int OwnerAbove(Table table, int[][] owners, int row, (int Column, int Width) place)
    {
        var above = row - 1;
        if (above < 0 || table.Rows[above].IsHeader != table.Rows[row].IsHeader)
        {
            return row;
        }

        var cell = CellAt(table.Rows[above], place.Column, place.Width);
        return cell < 0 ? row : owners[above][cell];
    }

    // The number of the cell that covers exactly these columns; -1 where there is none.
    private static int CellAt(TableRow row, int column, int width)
    {
        var at = 0;
        for (var cell = 0; cell < row.Cells.Length && at <= column; at += row.Cells[cell++].ColumnSpan)
        {
            if (at == column)
            {
                return row.Cells[cell].ColumnSpan == width ? cell : -1;
            }
        }

        return -1;
    }
}
