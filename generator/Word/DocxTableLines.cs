using System.Xml.Linq;

namespace PiiDocs.Word;

/// <summary>How much of a table is ruled.</summary>
internal enum TableLines
{
    All,
    Some,
    None,
}

/// <summary>Finds which edges of a table's cells have lines: by the cells, by the table, by its style.</summary>
/// <param name="table">The table's own properties; null where it has none.</param>
/// <param name="styles">Its style, and those it is based on.</param>
internal sealed class DocxTableLines(XElement? table, IReadOnlyList<XElement> styles)
{
    private const string Invisible = "FFFFFF";

    private readonly List<List<Edges>> _rows = [];

    public void BeginRow() => _rows.Add([]);

    /// <summary>Notes a cell of the row begun last.</summary>
    /// <param name="properties">Of the cell.</param>
    /// <param name="span">Columns it covers.</param>
    /// <param name="isPart">Goes on from the cell above it.</param>
    public void Add(XElement? properties, int span, bool isPart) =>
        _rows[^1].AddRange(Enumerable.Range(0, span).Select(column =>
            new Edges(properties?.Element(Xml.W + "tcBorders"), isPart, IsLast: column == span - 1)));

    public TableLines Find()
    {
        var (ruled, bare) = (0, 0);
        for (var row = 0; row <= _rows.Count; row++)
        {
            var (above, below) = (row > 0 ? _rows[row - 1] : [], row < _rows.Count ? _rows[row] : []);
            for (var column = 0; column < Math.Max(above.Count, below.Count); column++)
            {
                Count(Between(above.ElementAtOrDefault(column), below.ElementAtOrDefault(column), row == 0, row == _rows.Count));
            }
        }

        foreach (var row in _rows)
        {
            for (var column = 0; column <= row.Count; column++)
            {
                Count(Beside(row.ElementAtOrDefault(column - 1), row.ElementAtOrDefault(column), column == 0, column == row.Count));
            }
        }

        var hasOthers = styles.Any(style => style.Elements(Xml.W + "tblStylePr").Descendants().Any(IsLine));
        return ruled == 0 && !hasOthers ? TableLines.None : bare == 0 ? TableLines.All : TableLines.Some;

        void Count(bool? line)
        {
            ruled += line == true ? 1 : 0;
            bare += line == false ? 1 : 0;
        }
    }

    // Null inside of one cell.
    private bool? Between(Edges? above, Edges? below, bool isTop, bool isBottom) =>
        above is not null && below is { IsPart: true }
            ? null
            : (above is not null && Has(above, isBottom ? "bottom" : "insideH", "bottom")) || (below is not null && Has(below, isTop ? "top" : "insideH", "top"));

    private bool? Beside(Edges? left, Edges? right, bool isLeft, bool isRight) =>
        left is { IsLast: false }
            ? null
            : (left is not null && Has(left, isRight ? "right" : "insideV", "right")) || (right is not null && Has(right, isLeft ? "left" : "insideV", "left"));

    private bool Has(Edges cell, string ofTable, string ofCell) =>
        Side(cell.Borders, ofCell) is { } own ? IsLine(own) : OfTable(ofTable) is { } line && IsLine(line);

    private XElement? OfTable(string side) =>
        Side(table?.Element(Xml.W + "tblBorders"), side)
        ?? styles.Select(style => Side(style.Element(Xml.W + "tblPr")?.Element(Xml.W + "tblBorders"), side)).FirstOrDefault(line => line is not null);

    // Left and right are called start and end in the strict form of the standard.
    private static XElement? Side(XElement? borders, string side) =>
        borders?.Element(Xml.W + side) ?? (side switch
        {
            "left" => borders?.Element(Xml.W + "start"),
            "right" => borders?.Element(Xml.W + "end"),
            _ => null,
        });

    private static bool IsLine(XElement border) =>
        border.Parent?.Name.LocalName is "tblBorders" or "tcBorders"
        && Xml.Value(border, "val") is not (null or "nil" or "none") && Xml.Value(border, "color") is not Invisible;

    private sealed record Edges(XElement? Borders, bool IsPart, bool IsLast);
}
