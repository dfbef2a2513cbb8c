using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Typesetting;

/// <summary>A document with everything in its place: nothing is left to decide for a page writer.</summary>
/// <param name="Info">The document's properties.</param>
/// <param name="Pages">In order; at least one.</param>
/// <param name="Structure">The logical structure, in reading order; items of the pages point into it by index.</param>
public sealed record PagedDocument(
    DocumentInfo Info,
    ImmutableArray<Page> Pages,
    ImmutableArray<StructureElement> Structure);

/// <summary>A page; positions are measured from its upper left corner, downwards.</summary>
public sealed record Page(Length Width, Length Height, ImmutableArray<PageItem> Items);

/// <summary>Something drawn. Closed: every page writer handles every kind.</summary>
public abstract record PageItem
{
    private protected PageItem()
    {
    }

    /// <summary>Index into <see cref="PagedDocument.Structure"/>; -1 for decoration (page numbers, table rules).</summary>
    public int Element { get; init; } = -1;
}

/// <summary>Glyphs of one face and size on one base line, or hanging from one axis.</summary>
/// <param name="X">The left end; of glyphs set from top to bottom the axis, of glyphs turned their base line.</param>
/// <param name="Baseline">Of the glyphs; where they do not lie, the upper end.</param>
/// <param name="Face">The face they come from.</param>
/// <param name="Size">Size of type.</param>
/// <param name="Glyphs">In visual order, left to right or downwards.</param>
/// <param name="Text">What they say; the clusters of <paramref name="Glyphs"/> point into it.</param>
/// <param name="Color">RRGGBB.</param>
/// <param name="Origin">Where the text came from.</param>
public sealed record GlyphRun(
    Length X,
    Length Baseline,
    FontFace Face,
    Length Size,
    ImmutableArray<PlacedGlyph> Glyphs,
    string Text,
    string Color,
    Origin Origin) : PageItem
{
    /// <summary>Drawn with a thin outline to stand for a bold face that is not there.</summary>
    public bool IsEmboldened { get; init; }

    /// <summary>Which way it runs.</summary>
    public RunDirection Direction { get; init; }
}

public enum RunDirection
{
    /// <summary>From left to right.</summary>
    Horizontal,

    /// <summary>From top to bottom, each glyph upright in the middle of the axis, hanging from where its face says.</summary>
    Vertical,

    /// <summary>A horizontal run turned by a quarter to the right, and so from top to bottom.</summary>
    Turned,
}

/// <param name="Glyph">The glyph's number in its face.</param>
/// <param name="Offset">From the run's beginning to the glyph's origin, the way it runs.</param>
/// <param name="TextStart">Where its characters start in the run's text.</param>
/// <param name="TextLength">UTF-16 units it stands for; 0 for a part of the glyph before.</param>
public readonly record struct PlacedGlyph(ushort Glyph, Length Offset, int TextStart, int TextLength);

/// <summary>A straight line of a table or under a text.</summary>
public sealed record Rule(Length X1, Length Y1, Length X2, Length Y2, Length Thickness, string Color) : PageItem;

/// <summary>A node of the logical structure (PDF 1.7, 14.8).</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Parent">Index of the element it is in; -1 for the document itself.</param>
/// <param name="AlternativeText">What a figure shows, for those who cannot see it.</param>
public sealed record StructureElement(StructureKind Kind, int Parent, string? AlternativeText = null)
{
    /// <summary>Level of a heading, from 1; 0 for the rest.</summary>
    public int Level { get; init; }

    /// <summary>Columns a cell covers; 1 for the rest.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Rows a cell covers; 1 for the rest.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>Text shown in the outline; null for elements outside it.</summary>
    public string? OutlineTitle { get; init; }
}

public enum StructureKind
{
    Document,
    Title,
    Heading,
    Paragraph,
    List,
    ListItem,
    Table,
    TableRow,
    TableHeaderCell,
    TableCell,
    Caption,
    Figure,
}
