using PiiDocs.Documents;

namespace PiiDocs.Typesetting.Pages;

/// <summary>The smallest thing a page takes whole: a line of text, a slice of a table row one line high, a figure; a stamp takes no room.</summary>
/// <param name="Owner">Index of its paragraph, row, figure or stamp in the flow.</param>
/// <param name="Index">Which line, or which slice.</param>
/// <param name="Before">Empty space above, inside a page.</param>
/// <param name="BeforeAtTop">Empty space above, at the top of a page begun on purpose.</param>
/// <param name="Break">Whether a page may begin here.</param>
internal readonly record struct FlowBox(
    BoxKind Kind,
    int Owner,
    int Index,
    Length Height,
    Length Before,
    Length BeforeAtTop,
    BoxBreak Break);

internal enum BoxKind : byte
{
    Line,
    RowSlice,
    Figure,
    Stamp,
}

/// <summary>The place of a stamp: nothing of its own on the page, but over the lines before it.</summary>
/// <param name="X">Its middle, from the left edge of the text.</param>
/// <param name="Above">Its middle, above the end of the lines before it.</param>
internal readonly record struct FlowStamp(SealStyle Style, Length X, Length Above);

/// <param name="Drawing">What to draw, from the left edge of the text on.</param>
/// <param name="Element">Its structure element.</param>
internal sealed record FlowFigure(DiagramDrawing Drawing, int Element);

internal enum BoxBreak : byte
{
    Allowed,

    /// <summary>Kept with what comes before, as long as a page has room for both.</summary>
    Avoid,

    /// <summary>A page begins here.</summary>
    Must,

    /// <summary>Inside what no page can part: rows that share a cell, a column of text. Laid out to fit a page.</summary>
    Never,
}

/// <param name="FirstLine">Index of its lines in the flow.</param>
/// <param name="Element">Its structure element.</param>
internal readonly record struct FlowParagraph(
    Lines.ParagraphFormat Format,
    Lines.Measure Measure,
    int FirstLine,
    int LineCount,
    int Element);
