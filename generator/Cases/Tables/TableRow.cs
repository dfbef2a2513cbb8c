using PiiDocs.Core;

namespace PiiDocs.Cases.Tables;

/// <summary>A cell as its file has it.</summary>
/// <param name="Value">Null, string, double, bool, DateTime or TimeSpan; for a CSV file only strings.</param>
/// <param name="Format">Its number format, where it is one of a workbook's own.</param>
internal readonly record struct RawCell(object? Value, string? Format = null)
{
    public bool IsEmpty => Value is null || (Value is string text && string.IsNullOrWhiteSpace(text));
}

/// <summary>A row with its place.</summary>
/// <param name="Source">The place.</param>
/// <param name="Cells">From the first column on.</param>
/// <param name="Findings">What was wrong with it before any cell was understood.</param>
internal sealed record TableRow(SourceText Source, RawCell[] Cells, List<Diagnostic> Findings)
{
    public SourceLocation Start => Source.CellAt(0);

    public bool IsEmpty => Array.TrueForAll(Cells, cell => cell.IsEmpty);

    public RawCell this[int column] => column < Cells.Length ? Cells[column] : default;
}

/// <summary>A table of a file: its header rows, and what stands below.</summary>
/// <param name="Display">How messages name it: the file, and the sheet in brackets.</param>
/// <param name="Name">The sheet's name; empty in a file of one table.</param>
/// <param name="Rows">All rows with something in them, in order; read while they are walked.</param>
internal sealed record RawTable(string Display, string Name, IEnumerable<TableRow> Rows)
{
    /// <summary>Cells that were joined.</summary>
    public IReadOnlyList<MergedCells> Merged { get; init; } = [];

    /// <summary>How many rows there are; null where only reading would tell.</summary>
    public int? RowCount { get; init; }

    public bool IsHidden { get; init; }
}

/// <summary>0-based, both ends included.</summary>
internal readonly record struct MergedCells(int FirstRow, int LastRow, int FirstColumn, int LastColumn)
{
    public bool Holds(int row, int column) => row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;
}
