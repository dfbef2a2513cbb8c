using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Documents;

/// <summary>Reads the rows of a table, from its first <c>|</c> on.</summary>
/// <remarks>
/// Empty lines between rows are what a loop leaves and do not end a table; a new header after an empty line does.
/// </remarks>
internal sealed class TableReader(TracedText text, TableStyle style, DiagnosticBag diagnostics)
{
    private const char FormMark = '=';

    private readonly InlineReader _inlines = new(text, diagnostics);

    /// <summary>Reads the table that begins at line <paramref name="next"/> and moves past it.</summary>
    public void Read(List<MarkupLine> lines, ref int next, ImmutableArray<Block>.Builder blocks)
    {
        var origin = CursorAt(lines[next]).Origin;
        ImmutableArray<TableColumn> columns = [];
        var rows = new List<Row>();
        var (headers, isForm) = (0, false);
        for (int? line = next; line is { } row; line = NextRow(lines, row))
        {
            if (!IsRuler(CursorAt(lines[row])))
            {
                rows.Add(ReadRow(CursorAt(lines[row]), isHeader: HasRuler(lines, row)));
            }
            else if (columns.IsEmpty && rows.Count <= 1)
            {
                (columns, headers) = (ReadRuler(CursorAt(lines[row])), rows.Count);
                isForm = SaysForm(CursorAt(lines[row]));
            }
            else
            {
                diagnostics.Add(DocumentErrors.SecondRuler(CursorAt(lines[row]).Locate(1)));
            }

            next = row + 1;
        }

        if (rows.Count > 0)
        {
            blocks.Add(Build(columns, rows, headers) with { Origin = origin, IsForm = isForm });
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
            if (cursor.Mark is not ('|' or '-' or '=' or ':' or ' ' or '\t'))
            {
                return false;
            }

            dashes += cursor.Mark is '-' or '=' ? 1 : 0;
        }

        return dashes > 0;
    }

    private static bool SaysForm(MarkupCursor cursor)
    {
        while (!cursor.AtEnd && cursor.Mark != FormMark)
        {
            cursor.Move(1);
        }

        return !cursor.AtEnd;
    }

    // The number of dashes is the column's share of the width; a single dash asks for as much as the content needs.
    private static ImmutableArray<TableColumn> ReadRuler(MarkupCursor cursor)
    {
        var columns = ImmutableArray.CreateBuilder<TableColumn>();
        while (cursor.Mark == '|')
        {
            cursor.Move(1);
            cursor.SkipSpaces();
            if (cursor.AtEnd)
            {
                break;
            }

            var left = cursor.Count(':');
            cursor.Move(left);
            var dashes = cursor.Count(cursor.Mark == FormMark ? FormMark : '-');
            cursor.Move(dashes);
            var right = cursor.Count(':');
            cursor.Move(right);
            cursor.SkipSpaces();
            columns.Add(new(dashes > 1 ? dashes : 0, AlignmentOf(left > 0, right > 0)));
        }

        return columns.ToImmutable();
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
            _inlines.Read(ref cursor, stopAtBar: true);
            _inlines.EndLine();
            var paragraph = new Paragraph(isHeader ? style.HeaderStyle : style.CellStyle, _inlines.Finish()) { Origin = origin };
            cells.Add(new([paragraph], 1 + PassBars(ref cursor)));
        }
        while (!cursor.AtEnd);

        return new(cells.ToImmutable(), at);
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

    private Table Build(ImmutableArray<TableColumn> columns, List<Row> rows, int headers)
    {
        var count = rows[0].Columns;
        if (columns.IsEmpty)
        {
            columns = [.. Enumerable.Repeat(new TableColumn(1, TextAlignment.Left), count)];
        }

        foreach (var row in rows.Where(row => row.Columns != columns.Length))
        {
            diagnostics.Add(DocumentErrors.RaggedRow(row.At, row.Columns, columns.Length));
        }

        return new(columns, [.. rows.Select((row, index) => new TableRow(Fit(row.Cells, columns.Length), index < headers))]);
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

    private readonly record struct Row(ImmutableArray<TableCell> Cells, SourceLocation? At)
    {
        public int Columns => Cells.Sum(cell => cell.ColumnSpan);
    }
}
