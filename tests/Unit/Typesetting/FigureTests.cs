using PiiDocs.Documents;
using PiiDocs.Typesetting;

namespace PiiDocs.Unit.Typesetting;

public class FigureTests
{
    [Fact]
    public void A_diagram_is_one_figure_that_says_what_it_shows()
    {
        var paged = Paged.Layout(Sheets.Official, Diagram());

        var figure = Assert.Single(paged.Structure, element => element.Kind == StructureKind.Figure);
        Assert.Equal("韩某某、某公司；韩某某→某公司：经营", figure.AlternativeText);
        Assert.All(paged.Pages[0].Items.OfType<GlyphRun>(), run => Assert.Equal(1, run.Element));
    }

    [Fact]
    public void Dashed_lines_are_drawn_as_short_rules()
    {
        var items = Paged.Layout(Sheets.Official, Diagram()).Pages[0].Items.OfType<Rule>().ToList();

        // Two borders of four rules, a line cut in two by its label, an arrow; and the dashes.
        Assert.True(items.Count > 40);
    }

    [Fact]
    public void A_diagram_without_room_goes_to_the_next_page_with_its_title()
    {
        var lines = Enumerable.Repeat(Sheets.Paragraph("行", "plain"), 19);

        var pages = Paged.Layout(Sheets.Official, [.. lines, Sheets.Paragraph("示意图", "heading"), Diagram()]).Pages;

        Assert.Equal("示意图", pages[1].Lines()[0].Text);
    }

    private static Diagram Diagram() =>
        new(
            [
                new("H", NodeShape.Person, false, [new TextRun("韩某某")]),
                new("C", NodeShape.Organisation, true, [new TextRun("某公司")]),
            ],
            [new("H", "C", false, [new TextRun("经营")])]);
}
