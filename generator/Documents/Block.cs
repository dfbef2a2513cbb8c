using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Documents;

/// <summary>A piece of a document that stands on lines of its own. Closed: every writer handles every kind.</summary>
public abstract record Block
{
    private protected Block()
    {
    }

    public Origin Origin { get; init; } = Origin.None;
}

/// <param name="Style">The name of a style in the sheet: <c>body</c>, <c>title</c>, <c>signature</c>.</param>
/// <param name="Inlines">Never null; empty for an empty line.</param>
public sealed record Paragraph(string Style, ImmutableArray<Inline> Inlines) : Block
{
    /// <summary>Ends with a colon: what it announces begins on the same page.</summary>
    public bool Announces => Inlines is [.., TextRun { Text: [.., '：'] }];
}

/// <param name="Columns">One per column; the shares are relative to their sum.</param>
/// <param name="Rows">Every row's spans sum to the number of columns.</param>
public sealed record Table(ImmutableArray<TableColumn> Columns, ImmutableArray<TableRow> Rows) : Block
{
    /// <summary>A form to write in by hand: its rows are at least as high as the style sheet says.</summary>
    public bool IsForm { get; init; }

    /// <summary>Drawn without lines: it only puts things side by side.</summary>
    public bool IsUnruled { get; init; }
}

/// <param name="Share">Relative width; 0 asks for a width that fits the content.</param>
/// <param name="Alignment">Of every body cell in the column; header cells follow their style.</param>
public readonly record struct TableColumn(int Share, TextAlignment Alignment);

/// <param name="Cells">In order.</param>
/// <param name="IsHeader">Repeated on every page the table reaches.</param>
public sealed record TableRow(ImmutableArray<TableCell> Cells, bool IsHeader)
{
    /// <summary>How high the row is at least, where a file of other origin leaves room to write in; zero elsewhere.</summary>
    public Length LeastHeight { get; init; }
}

/// <param name="Paragraphs">At least one.</param>
/// <param name="ColumnSpan">Columns it covers; 1 for a plain cell.</param>
public sealed record TableCell(ImmutableArray<Paragraph> Paragraphs, int ColumnSpan = 1)
{
    /// <summary>A vertical label of so many characters, or an identity number, stands in one column, whatever is beside it.</summary>
    public const int LongestLabel = 10;

    /// <summary>Set from top to bottom, columns of characters from right to left.</summary>
    public bool IsVertical { get; init; }

    /// <summary>
    /// Part of the cell above, whose text stands in both: its own paragraphs are empty. Every row has all its cells this way;
    /// <see cref="RowSpans"/> tells which of them are one.
    /// </summary>
    public bool ContinuesAbove { get; init; }
}

/// <summary>What follows starts on a new page.</summary>
public sealed record PageBreak : Block;
