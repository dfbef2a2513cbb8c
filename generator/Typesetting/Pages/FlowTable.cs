using System.Collections.Immutable;
using PiiDocs.Documents;

namespace PiiDocs.Typesetting.Pages;

/// <param name="Style">Borders and padding.</param>
/// <param name="HeaderRows">Rows repeated on every page, by index in the flow; empty where they would fill it.</param>
/// <param name="HeaderHeight">Of those rows together.</param>
internal sealed record FlowTable(TableStyle Style, ImmutableArray<int> HeaderRows, Length HeaderHeight);

/// <param name="Table">Index of its table in the flow.</param>
/// <param name="Cells">In order.</param>
/// <param name="SliceHeights">From top to bottom, padding included; at least one.</param>
internal sealed record FlowRow(
    int Table,
    bool IsHeader,
    ImmutableArray<FlowCell> Cells,
    ImmutableArray<Length> SliceHeights)
{
    public Length Height { get; } = new(SliceHeights.Sum(slice => slice.Millipoints));

    /// <summary>How many of its slices, from the top, no page may part: a column of text stands beside them.</summary>
    public int WholeSlices { get; init; } = 1;

    /// <summary>On one page with the row above, with which it shares a cell.</summary>
    public bool StaysWithAbove { get; init; }
}

/// <param name="Left">From the left edge of the table.</param>
/// <param name="Width">Padding included.</param>
/// <param name="Lines">Of all its paragraphs; a slice takes one of each cell. Columns, where it is vertical.</param>
/// <param name="Element">Its structure element.</param>
internal sealed record FlowCell(Length Left, Length Width, ImmutableArray<CellLine> Lines, int Element)
{
    /// <summary>Of the lines, without padding; of vertical text what it needs, with none.</summary>
    public Length Height { get; init; }

    /// <summary>Rows that its text has room in.</summary>
    public int Rows { get; init; } = 1;

    public bool IsVertical { get; init; }

    /// <summary>Goes on in the row below: there is no rule under it.</summary>
    public bool IsOpenBelow { get; init; }
}

/// <summary>A line of a cell, by its paragraph in the flow.</summary>
internal readonly record struct CellLine(int Paragraph, int Line);
