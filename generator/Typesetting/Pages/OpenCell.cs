using System.Collections.Immutable;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Lines;

namespace PiiDocs.Typesetting.Pages;

/// <summary>A cell while its table is laid out.</summary>
internal sealed class OpenCell
{
    public required TableCell Cell { get; init; }

    public required int Row { get; init; }

    public required Length Left { get; init; }

    public required Length Width { get; init; }

    /// <summary>Part of a cell above, which holds the text.</summary>
    public required bool IsPart { get; init; }

    /// <summary>Goes on in the row below.</summary>
    public bool IsOpenBelow { get; set; }

    public required int Element { get; init; }

    /// <summary>The format of each paragraph.</summary>
    public required ImmutableArray<ParagraphFormat> Formats { get; init; }

    /// <summary>The clusters of each paragraph.</summary>
    public required Range[] Clusters { get; set; }

    public required bool IsVertical { get; set; }

    /// <summary>Rows that its text has room in: all it covers, or the first of them where they do not fit a page.</summary>
    public required int Rows { get; set; }

    public ImmutableArray<CellLine> Lines { get; set; } = [];

    /// <summary>Of the lines, without padding.</summary>
    public Length Height { get; set; }

    public bool IsEmpty => Array.TrueForAll(Clusters, range => range.Start.Value == range.End.Value);
}
