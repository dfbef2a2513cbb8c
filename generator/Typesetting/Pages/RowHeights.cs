using PiiDocs.Documents;

namespace PiiDocs.Typesetting.Pages;

/// <summary>Works out how high the rows of a table are: first by what stands in one row and lies, then by what shares rows or stands.</summary>
/// <param name="rows">The cells, row by row; their <see cref="OpenCell.Rows"/> are cut where they do not fit a page.</param>
/// <param name="firstRow">The number of the first of them in the table.</param>
/// <param name="style">Padding.</param>
/// <param name="least">The least height of each row.</param>
/// <param name="columns">Fits vertical text.</param>
/// <param name="pitchOf">The pitch of a line.</param>
internal sealed class RowHeights(OpenCell[][] rows, int firstRow, TableStyle style, Length[] least, VerticalFitter columns, Func<CellLine, Length> pitchOf)
{
    private readonly Length[][] _slices = new Length[rows.Length][];

    public Length[] SlicesOf(int row) => _slices[row];

    /// <summary>For each row, whether it shares a cell's room with the row above it.</summary>
    public bool[] Joined()
    {
        var joined = new bool[rows.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            foreach (var cell in rows[row])
            {
                for (var below = row + 1; below < row + cell.Rows; below++)
                {
                    joined[below] = true;
                }
            }
        }

        return joined;
    }

    /// <summary>How many slices of a row, from the top, a column of its text stands beside, as far as a page has room; one where it has none.</summary>
    public int WholeSlicesOf(int row, Length room)
    {
        var need = Length.Zero;
        foreach (var cell in rows[row])
        {
            need = cell is { IsVertical: true, Rows: 1 } ? Length.Max(need, cell.Height + (style.PaddingVertical * 2)) : need;
        }

        var (count, height) = (1, _slices[row][0]);
        while (count < _slices[row].Length && height < need && height + _slices[row][count] <= room)
        {
            height += _slices[row][count++];
        }

        return count;
    }

    /// <summary>Measures all rows; what shares rows that are higher together than <paramref name="room"/> is given fewer.</summary>
    public void Measure(Length room)
    {
        MeasureAll();
        if (Cut(room, ToWhatItNeeds))
        {
            MeasureAll();
            if (Cut(room, (_, _) => 1))
            {
                MeasureAll();
            }
        }
    }

    private void MeasureAll()
    {
        for (var row = 0; row < rows.Length; row++)
        {
            _slices[row] = Slices(row, least[row]);
        }

        foreach (var cell in Later())
        {
            var row = cell.Row - firstRow;
            var have = HeightOf(row, cell.Rows);
            var need = (cell.IsVertical ? columns.Fit(cell, have, IsDecided(row, cell)) : cell.Height) + (style.PaddingVertical * 2);

            // Fitting may find that it cannot stand; a row of its own then takes its lines one by one.
            if (cell is { IsVertical: false, Rows: 1 })
            {
                _slices[row] = Slices(row, HeightOf(row, 1));
            }
            else if (need > have)
            {
                _slices[row + cell.Rows - 1][^1] += need - have;
            }
        }
    }

    // Those of several rows, and those that stand: in the order of their last rows, what lies first.
    private List<OpenCell> Later()
    {
        var later = new List<OpenCell>();
        foreach (var row in rows)
        {
            foreach (var cell in row)
            {
                if (cell.IsVertical || cell.Rows > 1)
                {
                    later.Add(cell);
                }
            }
        }

        later.Sort((left, right) => left.Row + left.Rows != right.Row + right.Rows
            ? (left.Row + left.Rows).CompareTo(right.Row + right.Rows)
            : left.IsVertical.CompareTo(right.IsVertical));
        return later;
    }

    // Whether other text, or the form, says how high the rows of a cell are.
    private bool IsDecided(int row, OpenCell cell)
    {
        for (var i = row; i < row + cell.Rows; i++)
        {
            if (least[i] > Length.Zero || rows[i].Any(other => other != cell && other is { IsVertical: false, IsPart: false, IsEmpty: false }))
            {
                return true;
            }
        }

        return false;
    }

    private bool Cut(Length room, Func<int, OpenCell, int> rowsOf)
    {
        var (isCut, joined) = (false, Joined());
        for (var first = 0; first < rows.Length;)
        {
            var end = first + 1;
            while (end < rows.Length && joined[end])
            {
                end++;
            }

            if (end - first > 1 && HeightOf(first, end - first) > room)
            {
                isCut = true;
                for (var row = first; row < end; row++)
                {
                    Array.ForEach(rows[row], cell => cell.Rows = cell.Rows > 1 ? rowsOf(row, cell) : 1);
                }
            }

            first = end;
        }

        return isCut;
    }

    private int ToWhatItNeeds(int row, OpenCell cell)
    {
        var (needed, height) = (1, HeightOf(row, 1));
        while (needed < cell.Rows && height < cell.Height + (style.PaddingVertical * 2))
        {
            height += HeightOf(row + needed++, 1);
        }

        return needed;
    }

    public Length HeightOf(int row, int count)
    {
        var height = Length.Zero;
        for (var i = row; i < row + count; i++)
        {
            foreach (var slice in _slices[i])
            {
                height += slice;
            }
        }

        return height;
    }

    // A slice is as high as the highest of the lines that stand side by side in it.
    private Length[] Slices(int row, Length atLeast)
    {
        var count = 1;
        foreach (var cell in rows[row])
        {
            count = IsSliced(cell) ? Math.Max(count, cell.Lines.Length) : count;
        }

        var heights = new Length[count];
        foreach (var cell in rows[row])
        {
            for (var i = 0; IsSliced(cell) && i < cell.Lines.Length; i++)
            {
                heights[i] = Length.Max(heights[i], pitchOf(cell.Lines[i]));
            }
        }

        heights[0] += style.PaddingVertical;
        heights[^1] += style.PaddingVertical;
        var height = Length.Zero;
        foreach (var slice in heights)
        {
            height += slice;
        }

        heights[^1] += Length.Max(Length.Zero, atLeast - height);
        return heights;
    }

    private static bool IsSliced(OpenCell cell) => cell is { IsVertical: false, Rows: 1 };
}
