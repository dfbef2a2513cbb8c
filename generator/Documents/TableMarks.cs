namespace PiiDocs.Documents;

/// <summary>What tables are written with in line markup, beside bars.</summary>
internal static class TableMarks
{
    /// <summary>The line of a ruler, for a table with rules.</summary>
    public const char Ruled = '-';

    /// <summary>For a form, whose rows are as high as the style sheet says.</summary>
    public const char Form = '=';

    /// <summary>For a table without rules.</summary>
    public const char Unruled = '~';

    /// <summary>Before the line of a ruler: the cells of the column are set from top to bottom.</summary>
    public const string VerticalColumn = "v";

    /// <summary>At the beginning of a cell that is set so by itself.</summary>
    public const string Vertical = "<vertical>";

    /// <summary>All that stands in a cell that is part of the one above.</summary>
    public const string Above = "^^";

    public static char RulerOf(Table table) => table.IsForm ? Form : table.IsUnruled ? Unruled : Ruled;

    /// <summary>The cell of one column at a place that a column speaks for; null where it spans several or is part of the one above.</summary>
    public static TableCell? CellAt(TableRow row, int column)
    {
        var at = 0;
        foreach (var cell in row.Cells)
        {
            if (at == column)
            {
                return cell is { ColumnSpan: 1, ContinuesAbove: false } ? cell : null;
            }

            at += cell.ColumnSpan;
        }

        return null;
    }
}
