using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PiiDocs.Cases;
using PiiDocs.Cases.Schema;
using PiiDocs.Core;

namespace PiiDocs.Unit.Cases;

public sealed class CaseWriterTests
{
    private static readonly Gen<string> Texts =
        from pieces in Gen.Elements("a", "张三", "𬱖", "\"", "\\", "\n", "\t", "\r", "/", "<", "'", "\u0085", "\u2028", "\uFEFF", " ").ListOf()
        select string.Concat(pieces);

    [Fact]
    public void JSON_is_indented_and_Chinese_stays_legible()
    {
        var data = CaseReader.Read(new("case.yaml", "title: 某案\"𬱖\nsum: 3900.50\nhalf: .5\nnone: ~\nlist: [1, {}, []]\n"), new());

        Assert.Equal(
            """
            {
              "title": "某案\"𬱖",
              "sum": 3900.50,
              "half": 0.5,
              "none": null,
              "list": [
                1,
                {},
                []
              ]
            }

            """,
            CaseWriter.ToJson(data!));
    }

    [Fact]
    public void What_is_written_reads_back_equal() =>
        Prop.ForAll(Gen.Sized(size => Nodes(Math.Min(size, 4))).ToArbitrary(), node =>
            {
                var json = CaseWriter.ToJson(new DataObject([new("only", null, node)]));
                var diagnostics = new DiagnosticBag();

                var read = CaseReader.Read(new("case.json", json), diagnostics);

                Assert.Empty(diagnostics.Items);
                Assert.True(ValueCheck.SameValue(node, read!.Find("only")!));
                using var _ = JsonDocument.Parse(json);
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(11, 31));

    private static Gen<DataNode> Nodes(int depth)
    {
        var leaves = Gen.OneOf(
            Texts.Select(text => (DataNode)new DataText(text)),
            Gen.Choose(-1_000_000, 1_000_000).Select(cents => (DataNode)new DataNumber(cents / 100m, $"{cents / 100m}")),
            Gen.Elements(true, false).Select(flag => (DataNode)new DataFlag(flag)),
            Gen.Constant((DataNode)new DataNull()));
        if (depth == 0)
        {
            return leaves;
        }

        var lists = Nodes(depth - 1).ListOf(3).Select(items => (DataNode)new DataList([.. items]));
        var objects = Nodes(depth - 1).Zip(Texts).ListOf(3).Select(members =>
            (DataNode)new DataObject([.. members.DistinctBy(each => each.Item2).Select(each => new DataMember(each.Item2, null, each.Item1))]));
        return Gen.OneOf(leaves, lists, objects);
    }
}
