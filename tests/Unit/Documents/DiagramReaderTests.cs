using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Unit.Documents;

public class DiagramReaderTests
{
    [Fact]
    public void Lines_of_nodes_and_edges_are_one_diagram_and_read_back()
    {
        const string Markup = """
            :node H person 韩某某<br>公司经理
            :node C organisation dashed 某公司
            :node W platform 某某网
            :node Q account QQ
            :edge H C 经营
            :edge C W dashed

            """;

        var diagram = Assert.IsType<Diagram>(Assert.Single(Read(Markup, [])));

        Assert.Equal(
            [NodeShape.Person, NodeShape.Organisation, NodeShape.Platform, NodeShape.Account],
            diagram.Nodes.Select(node => node.Shape));
        Assert.Equal([false, true], diagram.Edges.Select(edge => edge.IsDashed));
        Assert.Equal(Markup.ReplaceLineEndings("\n"), DocumentPrinter.Print(new(new("t", "t", "", "", default), Sheets.Plain, [diagram])));
    }

    [Fact]
    public void Text_between_makes_two_diagrams() =>
        Assert.Equal(
            [typeof(Diagram), typeof(Paragraph), typeof(Diagram)],
            Read(":node A person 甲\n\n正文\n\n:node A person 乙\n", []).Select(block => block.GetType()));

    [Fact]
    public void Data_is_label_and_never_a_shape_or_a_mark()
    {
        var diagram = Assert.IsType<Diagram>(Assert.Single(Read(":node {0} person {1}\n:edge {0} {0}\n", [], "a b", "dashed\n:node x")));

        var node = Assert.Single(diagram.Nodes);
        Assert.Equal(("a b", false), (node.Id, node.IsDashed));
        Assert.Equal("$.v1", node.Label.OfType<TextRun>().First().Origin.Fields[0].Value);
    }

    [Theory]
    [InlineData(":node A persn 甲", "PD3007")]
    [InlineData(":node A person 甲\n:edge A B", "PD3008")]
    [InlineData(":node A person 甲\n:node A person 乙", "PD3009")]
    public void What_is_wrong_is_said(string markup, string code)
    {
        var blocks = Read(markup, [code]);

        Assert.Single(Assert.IsType<Diagram>(Assert.Single(blocks)).Nodes);
    }

    [Fact]
    public void More_than_anybody_can_read_is_left_out()
    {
        var markup = string.Concat(Enumerable.Range(0, 300).Select(i => $":node n{i} person 甲\n"));

        Assert.Equal(200, Assert.IsType<Diagram>(Assert.Single(Read(markup, ["PD3020"]))).Nodes.Length);
    }

    private static ImmutableArray<Block> Read(string pattern, string[] codes, params string[] values)
    {
        var diagnostics = new DiagnosticBag();
        var blocks = MarkupReader.Read(TracedTexts.Of(pattern, values), Sheets.Plain, diagnostics);
        Assert.Equal(codes, diagnostics.Items.Select(found => found.Code));
        return blocks;
    }
}
