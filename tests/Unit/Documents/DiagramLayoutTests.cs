using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PiiDocs.Documents;

namespace PiiDocs.Unit.Documents;

public class DiagramLayoutTests
{
    private static readonly Length Width = Length.FromMillimetres(156);
    private static readonly Length Height = Length.FromPoints(463);

    [Fact]
    public void Lines_run_downwards_from_row_to_row()
    {
        var drawing = Arrange(["甲", "乙", "丙"], [(0, 1), (1, 2)]);

        Assert.Equal(["甲", "乙", "丙"], drawing.Texts.OrderBy(text => text.Baseline).Select(Said));
    }

    [Fact]
    public void A_circle_comes_to_an_end()
    {
        var drawing = Arrange(["甲", "乙", "丙"], [(0, 1), (1, 2), (2, 0), (1, 1)]);

        Assert.Equal(3, drawing.Texts.Length);
    }

    [Fact]
    public void Dashes_tell_who_is_not_charged()
    {
        ImmutableArray<DiagramNode> nodes = [Node(0, "甲", isDashed: true), Node(1, "乙")];
        var drawing = DiagramLayout.Arrange(new(nodes, []), Width, Height);

        Assert.Equal((4, 4), (drawing.Lines.Count(line => line.IsDashed), drawing.Lines.Count(line => !line.IsDashed)));
    }

    [Fact]
    public void Twenty_parties_fit_on_a_page_at_a_readable_size()
    {
        var names = Enumerable.Range(0, 20).Select(i => $"当事人{i}有限公司").ToArray();
        var edges = Enumerable.Range(1, 19).Select(i => (i / 3, i)).Append((4, 19)).Append((2, 17)).ToArray();

        var drawing = Arrange(names, edges);

        Assert.True(drawing.Height <= Height);
        Assert.All(drawing.Texts, text => Assert.True(text.Size >= Length.FromPoints(5)));
    }

    [Fact]
    public void Nothing_overlaps_and_everything_lies_inside() =>
        Prop.ForAll(Graphs().ToArbitrary(), graph =>
        {
            var drawing = DiagramLayout.Arrange(graph, Width, Length.FromPoints(10_000));
            var boxes = drawing.Texts.Select(Extent).ToList();
            Assert.All(boxes, box => Assert.True(box.Left >= -1 && box.Right <= Width.Millipoints + 1, $"{box}"));
            for (var i = 0; i < boxes.Count; i++)
            {
                Assert.All(boxes.Skip(i + 1), other => Assert.False(Touch(boxes[i], other), $"{boxes[i]} {other}"));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20260105, 31));

    private static Gen<Diagram> Graphs() =>
        from count in Gen.Choose(1, 20)
        from pairs in Gen.Choose(0, (count * count) - 1).ArrayOf().Resize(25)
        select new Diagram(
            [.. Enumerable.Range(0, count).Select(i => Node(i, $"当事人{i}某某"))],
            [.. pairs.Select(pair => Edge(pair / count, pair % count, "转账"))]);

    private static DiagramDrawing Arrange(string[] names, (int From, int To)[] edges) =>
        DiagramLayout.Arrange(
            new([.. names.Select((name, i) => Node(i, name))], [.. edges.Select(edge => Edge(edge.From, edge.To, ""))]),
            Width,
            Height);

    private static DiagramNode Node(int id, string name, bool isDashed = false) =>
        new($"{id}", NodeShape.Person, isDashed, [new TextRun(name)]);

    private static DiagramEdge Edge(int from, int to, string label) =>
        new($"{from}", $"{to}", false, label.Length == 0 ? [] : [new TextRun(label)]);

    private static string Said(DiagramText text) => string.Concat(text.Runs.Select(run => run.Text));

    private static (int Left, int Right, int Top, int Bottom) Extent(DiagramText text)
    {
        var half = text.Size.Millipoints * (int)Math.Ceiling(Said(text).Sum(c => c < 0x80 ? 0.5 : 1) * 10) / 20;
        var baseline = text.Baseline.Millipoints;
        return (text.Centre.Millipoints - half, text.Centre.Millipoints + half,
            baseline - (text.Size.Millipoints * 8 / 10), baseline + (text.Size.Millipoints / 10));
    }

    private static bool Touch(
        (int Left, int Right, int Top, int Bottom) one,
        (int Left, int Right, int Top, int Bottom) other) =>
        one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom;
}
