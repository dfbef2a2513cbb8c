using System.Collections.Immutable;

namespace PiiDocs.Documents;

/// <summary>The look of a kind of document, read from <c>templates/_styles</c>.</summary>
/// <param name="Name">The file's name: <c>procuratorial</c>, <c>official</c>.</param>
/// <param name="Page">Paper, margins and grid.</param>
/// <param name="Numbers">Form and place of the page numbers; null for none.</param>
/// <param name="Fonts">Font roles by name: 仿宋, 小标宋, 楷体, 黑体, 宋体.</param>
/// <param name="Paragraphs">Paragraph styles by name; <c>body</c> is always there.</param>
/// <param name="Tables">How tables are drawn.</param>
public sealed record StyleSheet(
    string Name,
    PageGeometry Page,
    PageNumbering? Numbers,
    ImmutableSortedDictionary<string, FontRole> Fonts,
    ImmutableSortedDictionary<string, ParagraphStyle> Paragraphs,
    TableStyle Tables)
{
    public ParagraphStyle Body => Paragraphs["body"];

    public PunctuationStyle Punctuation { get; init; } = PunctuationStyle.Default;

    /// <summary>The stamp over name and date; null where documents bear none.</summary>
    public SealStyle? Seal { get; init; }
}

/// <summary>Paper, margins and the grid of characters (GB/T 9704-2012, 5.2).</summary>
/// <param name="LinePitch">From base line to base line on the grid.</param>
/// <param name="LinesPerPage">22 for official documents.</param>
/// <param name="CharactersPerLine">28 for official documents.</param>
public sealed record PageGeometry(
    Length Width,
    Length Height,
    Length Top,
    Length Bottom,
    Length Left,
    Length Right,
    Length LinePitch,
    int LinesPerPage,
    int CharactersPerLine)
{
    public Length TextWidth => Width - Left - Right;

    public Length TextHeight => Height - Top - Bottom;

    /// <summary>The advance of one Han character of body text on the grid.</summary>
    public Length CharacterPitch => new(TextWidth.Millipoints / CharactersPerLine);
}

/// <summary>Page numbers below the text.</summary>
/// <param name="Before">Text before the number: <c>— </c>.</param>
/// <param name="After">Text after the number: <c> —</c>.</param>
/// <param name="FontRole">The role whose font it is set in.</param>
/// <param name="Size">Size of type.</param>
/// <param name="Position">Where on the line.</param>
/// <param name="Distance">From the lower edge of the text area to the base line of the number.</param>
/// <param name="SideIndent">From the outer edge, in characters of the number's own size.</param>
public sealed record PageNumbering(
    string Before,
    string After,
    string FontRole,
    Length Size,
    PageNumberPosition Position,
    Length Distance,
    decimal SideIndent);

public enum PageNumberPosition
{
    Centre,

    /// <summary>Odd pages right, even pages left, as on both sides of a bound sheet.</summary>
    Outside,
}

/// <summary>A kind of typeface and the faces that can play it.</summary>
/// <param name="Name">仿宋, 小标宋, 楷体, 黑体 or 宋体.</param>
/// <param name="WordFace">The name written into .docx for Chinese text; the reader's machine has it.</param>
/// <param name="LatinFace">The name written into .docx for Latin letters and digits.</param>
/// <param name="Faces">For pages: family names in order of preference; the first one found is used.</param>
/// <param name="LatinFaces">For pages: faces for Latin letters and digits; empty to use <paramref name="Faces"/>.</param>
public sealed record FontRole(
    string Name,
    string WordFace,
    string LatinFace,
    ImmutableArray<string> Faces,
    ImmutableArray<string> LatinFaces);

/// <summary>How a paragraph looks. Indents and spaces are in the style's own characters and in grid lines.</summary>
/// <param name="Name">As templates write it: <c>:signature</c>.</param>
/// <param name="Title">The Chinese name Word's style list shows.</param>
/// <param name="FontRole">A role of the sheet.</param>
/// <param name="Size">Size of type.</param>
public sealed record ParagraphStyle(string Name, string Title, string FontRole, Length Size)
{
    public bool Bold { get; init; }

    /// <summary>RRGGBB; black by default.</summary>
    public string Color { get; init; } = "000000";

    public TextAlignment Alignment { get; init; } = TextAlignment.Justify;

    /// <summary>Characters; 2 for body text. Negative hangs the first line out of <see cref="LeftIndent"/>.</summary>
    public decimal FirstLineIndent { get; init; }

    /// <summary>Characters.</summary>
    public decimal LeftIndent { get; init; }

    /// <summary>Characters.</summary>
    public decimal RightIndent { get; init; }

    /// <summary>The style of the line below whose middle this one stands, in a signature: <c>date</c>; null for the indent alone.</summary>
    public string? CentredOn { get; init; }

    /// <summary>
    /// Empty grid lines before the paragraph; dropped where the page before was full, and between paragraphs of the same style.
    /// </summary>
    public decimal LinesBefore { get; init; }

    /// <summary>Empty grid lines after the paragraph; dropped between paragraphs of the same style.</summary>
    public decimal LinesAfter { get; init; }

    /// <summary>Exact distance of base lines; null for the sheet's grid.</summary>
    public Length? LinePitch { get; init; }

    public bool KeepWithNext { get; init; }

    public bool KeepTogether { get; init; }

    public bool PageBreakBefore { get; init; }

    /// <summary>1 for the title, 2 and more for headings; 0 for text outside the outline.</summary>
    public int OutlineLevel { get; init; }

    /// <summary>The style of the paragraph Enter makes in Word; null for the same.</summary>
    public string? Next { get; init; }

    /// <summary>The part it plays for readers of the file's structure (PDF tags).</summary>
    public ParagraphRole Role { get; init; }
}

/// <summary>What a paragraph is to the structure of a document.</summary>
public enum ParagraphRole
{
    Text,
    Title,
    Heading,
    ListItem,
    Caption,

    /// <summary>Names under a document; kept with the date and with the last lines of text.</summary>
    Signature,

    /// <summary>The words that mark the place of the seal, （院印）: the line below the date, kept with it; the stamp itself goes over name and date (<see cref="SealStyle"/>).</summary>
    Seal,
}

public enum TextAlignment
{
    Left,
    Centre,
    Right,
    Justify,
}

/// <param name="CellStyle">Paragraph style of body cells.</param>
/// <param name="HeaderStyle">Paragraph style of header cells.</param>
/// <param name="Border">Thickness of rules between and around cells.</param>
/// <param name="PaddingHorizontal">Inside a cell, left and right.</param>
/// <param name="PaddingVertical">Inside a cell, above and below.</param>
/// <param name="RowsMaySplit">A row may continue on the next page.</param>
public sealed record TableStyle(
    string CellStyle,
    string HeaderStyle,
    Length Border,
    Length PaddingHorizontal,
    Length PaddingVertical,
    bool RowsMaySplit)
{
    /// <summary>The least height of a row of a form.</summary>
    public Length FormRow { get; init; }
}
