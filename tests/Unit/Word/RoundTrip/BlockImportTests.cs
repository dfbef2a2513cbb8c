using System.Xml.Linq;
using PiiDocs.Word.RoundTrip;

namespace PiiDocs.Unit.Word.RoundTrip;

public sealed class BlockImportTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Theory]
    [InlineData("", "", true)]
    [InlineData("vMerge", "", false)] // The row would lose what makes its cell part of the one above,
    [InlineData("", "vMerge", false)] // or become part of a cell it is not in.
    public void A_row_takes_the_looks_of_its_neighbour_unless_one_of_them_shares_a_cell(string ofRow, string ofNeighbour, bool takes)
    {
        var row = Row(ofRow, 100);

        BlockImport.Fit(row, Row(ofNeighbour, 200));

        Assert.Equal(takes ? "200" : "100", (string?)row.Descendants(W + "tcW").Single().Attribute(W + "w"));
        Assert.Equal(ofRow.Length > 0, row.Descendants(W + "vMerge").Any());
    }

    private static XElement Row(string merge, int width) => new(
        W + "tr",
        new XElement(W + "tc", new XElement(W + "tcPr", new XElement(W + "tcW", new XAttribute(W + "w", width)), merge.Length > 0 ? new XElement(W + merge) : null)));
}
