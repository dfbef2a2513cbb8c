using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Documents;

/// <summary>Reads the rows of a table, from its first <c>|</c> on.</summary>
/// <remarks>
/// Empty lines between rows are what a loop leaves and do not end a table; a new header after an empty line does.
/// </remarks>
internal sealed class TableReader(TracedText text, TableStyle style, DiagnosticBag diagnostics)
{
    private readonly InlineReader _inlines = new(text, diagnostics);

    /// <summary>Reads the table that begins at line <paramref name="next"/> and moves past it.</summary>
    public void Read(List<MarkupLine> lines, ref int next, ImmutableArray<Block>.Builder blocks)
    {
        var origin = CursorAt(lines[next]).Origin;
        var ruler = Ruler.None;
        var rows = new List<Row>();
        var headers = 0;
        for (int? line = next; line is { } row; line = NextRow(lines, row))
        {
            if (!IsRuler(CursorAt(lines[row])))
            {
                rows.Add(ReadRow(CursorAt(lines[row]), isHeader: HasRuler(lines, row)));
            }
            else if (ruler.Columns.IsEmpty && rows.Count <= 1)
            {
                (ruler, headers) = (ReadRuler(CursorAt(lines[row])), rows.Count);
            }
            else
            {
                diagnostics.Add(DocumentErrors.SecondRuler(CursorAt(lines[row]).Locate(1)));
            }

            next = row + 1;
        }

        if (rows.Count > 0)
        {
            blocks.Add(Build(ruler, rows, headers) with { Origin = origin });
        }
    }

    // Null where the table ends: at text, and at a new header after an empty line.
    private int? NextRow(List<MarkupLine> lines, int row)
    {
        var next = row + 1;
        while (next < lines.Count && CursorAt(lines[next]).AtEnd)
        {
            next++;
        }

        var isRow = next < lines.Count && CursorAt(lines[next]).Mark == '|';
        var isNewTable = isRow && next > row + 1 && (HasRuler(lines, next) || IsRuler(CursorAt(lines[next])));
        return isRow && !isNewTable ? next : null;
    }

    private bool HasRuler(List<MarkupLine> lines, int row) =>
        row + 1 < lines.Count && CursorAt(lines[row + 1]) is var below && below.Mark == '|' && IsRuler(below);

    private static bool IsRuler(MarkupCursor cursor)
    {
        var dashes = 0;
        for (; !cursor.AtEnd; cursor.Move(1))
        {
            if (cursor.Mark is not ('|' or ':' or ' ' or '\t') && !IsLine(cursor.Mark) && !SaysVertical(cursor))
            {
                return false;
            }

            dashes += IsLine(cursor.Mark) ? 1 : 0;
        }

        return dashes > 0;
    }

    private static bool IsLine(char mark) => mark is TableMarks.Ruled or TableMarks.Form or TableMarks.Unruled;

    // The letter is a mark only right before the line.
    private static bool SaysVertical(MarkupCursor cursor)
    {
        if (cursor.Mark != TableMarks.VerticalColumn[0])
        {
            return false;
        }

        cursor.Move(1);
        return cursor.Mark == ':' || IsLine(cursor.Mark);
    }

    // The number of dashes is the column's share of the width; a single dash asks for as much as the content needs.
    private static Ruler ReadRuler(MarkupCursor cursor)
    {
        var columns = ImmutableArray.CreateBuilder<TableColumn>();
        var vertical = new HashSet<int>();
        var line = TableMarks.Ruled;
        while (cursor.Mark == '|')
        {
            cursor.Move(1);
            cursor.SkipSpaces();
            if (cursor.AtEnd)
            {
                break;
            }

            if (SaysVertical(cursor))
            {
                vertical.Add(columns.Count);
                cursor.Move(1);
            }

            var left = cursor.Count(':');
            cursor.Move(left);
            line = cursor.Mark is TableMarks.Form or TableMarks.Unruled ? cursor.Mark : line;
            var dashes = IsLine(cursor.Mark) ? cursor.Count(cursor.Mark) : 0;
            cursor.Move(dashes);
            var right = cursor.Count(':');
            cursor.Move(right);
            cursor.SkipSpaces();
            columns.Add(new(dashes > 1 ? dashes : 0, AlignmentOf(left > 0, right > 0)));
        }

        return new(columns.ToImmutable(), vertical, line);
    }

    private static TextAlignment AlignmentOf(bool left, bool right) =>
        (left, right) switch
        {
            (true, true) => TextAlignment.Centre,
            (false, true) => TextAlignment.Right,
            _ => TextAlignment.Left,
        };

    private Row ReadRow(MarkupCursor cursor, bool isHeader)
    {
        var at = cursor.Locate(1);
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        cursor.Move(1);
        do
        {
            var origin = cursor.Origin;
            cursor.SkipSpaces();
            var isVertical = Passes(ref cursor, TableMarks.Vertical);
            var isPart = IsAll(cursor, TableMarks.Above) && Passes(ref cursor, TableMarks.Above);
            _inlines.Read(ref cursor, stopAtBar: true);
            _inlines.EndLine();
            var paragraph = new Paragraph(isHeader ? style.HeaderStyle : style.CellStyle, _inlines.Finish()) { Origin = origin };
            cells.Add(new([paragraph], 1 + PassBars(ref cursor)) { IsVertical = isVertical, ContinuesAbove = isPart });
        }
        while (!cursor.AtEnd);

        return new(cells.ToImmutable(), at);
    }

    private static bool Passes(ref MarkupCursor cursor, string mark)
    {
        var ahead = cursor;
        foreach (var character in mark)
        {
            if (ahead.Mark != character)
            {
                return false;
            }

            ahead.Move(1);
        }

        cursor = ahead;
        return true;
    }

    // The mark, and nothing else up to the bar or the end of the row.
    private static bool IsAll(MarkupCursor cursor, string mark)
    {
        if (!Passes(ref cursor, mark))
        {
            return false;
        }

        cursor.SkipSpaces();
        return cursor.AtEnd || cursor.Mark == '|';
    }

    // Two bars side by side let the cell before them span one column more; but only bars written side by side in the
    // template, so that an empty value between two bars never changes the table.
    private static int PassBars(ref MarkupCursor cursor)
    {
        var run = cursor.Run;
        var further = 0;
        for (cursor.Move(1); cursor.Mark == '|' && cursor.Run == run; cursor.Move(1))
        {
            further++;
        }

        cursor.SkipSpaces();
        return further;
    }

    private Table Build(in Ruler ruler, List<Row> rows, int headers)
    {
        var (columns, vertical, line) = ruler;
        var count = rows[0].Columns;
        if (columns.IsEmpty)
        {
            columns = [.. Enumerable.Repeat(new TableColumn(1, TextAlignment.Left), count)];
        }

        foreach (var row in rows.Where(row => row.Columns != columns.Length))
        {
            diagnostics.Add(DocumentErrors.RaggedRow(row.At, row.Columns, columns.Length));
        }

        return new(columns, [.. rows.Select((row, index) => new TableRow(Turned(Fit(row.Cells, columns.Length), index < headers ? [] : vertical), index < headers))])
        {
            IsForm = line == TableMarks.Form,
            IsUnruled = line == TableMarks.Unruled,
        };
    }

    // A column speaks for cells of its own, as it does where it aligns them; a cell over several columns is wide enough to lie.
    private static ImmutableArray<TableCell> Turned(ImmutableArray<TableCell> cells, HashSet<int> vertical)
    {
        if (vertical.Count == 0)
        {
            return cells;
        }

        var column = 0;
        var turned = ImmutableArray.CreateBuilder<TableCell>(cells.Length);
        foreach (var cell in cells)
        {
            var isOwn = cell is { ColumnSpan: 1, ContinuesAbove: false } && vertical.Contains(column);
            turned.Add(isOwn ? cell with { IsVertical = true } : cell);
            column += cell.ColumnSpan;
        }

        return turned.DrainToImmutable();
    }

    private ImmutableArray<TableCell> Fit(ImmutableArray<TableCell> cells, int columns)
    {
        var fitted = ImmutableArray.CreateBuilder<TableCell>(cells.Length);
        var free = columns;
        foreach (var cell in cells.TakeWhile(_ => free > 0))
        {
            fitted.Add(cell with { ColumnSpan = Math.Min(cell.ColumnSpan, free) });
            free -= fitted[^1].ColumnSpan;
        }

        while (free-- > 0)
        {
            fitted.Add(new([new(style.CellStyle, [])]));
        }

        return fitted.ToImmutable();
    }

    private MarkupCursor CursorAt(MarkupLine line)
    {
        var cursor = new MarkupCursor(text, line.Start, line.End, line.Run);
        cursor.SkipSpaces();
        return cursor;
    }

    /// <param name="Columns">Empty where there is no ruler.</param>
    /// <param name="Vertical">The columns whose cells are set from top to bottom.</param>
    /// <param name="Line">What its lines are drawn with.</param>
    private readonly record struct Ruler(ImmutableArray<TableColumn> Columns, HashSet<int> Vertical, char Line)
    {
        public static Ruler None => new([], [], TableMarks.Ruled);
    }

    private readonly record struct Row(ImmutableArray<TableCell> Cells, SourceLocation? At)
    {
        public int Columns => Cells.Sum(cell => cell.ColumnSpan);
    }
}
