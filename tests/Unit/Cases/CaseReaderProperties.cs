using FsCheck;
using FsCheck.Fluent;
using PiiDocs.Cases;
using PiiDocs.Core;

namespace PiiDocs.Unit.Cases;

/// <summary>No input makes a reader throw, and every span lies inside the source.</summary>
public sealed class CaseReaderProperties
{
    // Pieces that mean something to one of the languages: random letters alone never get past the first token.
    private static readonly string[] Pieces =
    [
        "a", "张三", "𬱖", "㛃", "龑", "b: ", "c:", ": ", "- ", "-", "\n", "\n", "\n  ", "\n    ", "\r\n", "\r", "\t", " ", "[", "]", "{", "}", ",",
        "\"", "'", "\\", "\\u", "d8", "00", "|", ">-", "&x ", "*x", "!!str ", "<<: ", "? ", "# ", "---\n", "...\n", "%YAML 1.2\n", "null", "true",
        "12", "0012", "1e9", ".5", "2024-10-28", "：", "“", "//", "/*", "*/", "\0", "\uFEFF", "\u0085", "\u2028", "\uD800", "@", "`", "<", "~", "\"a\":",
    ];

    private static readonly Gen<string> Texts =
        from pieces in Gen.Elements(Pieces).ListOf()
        select string.Concat(pieces);

    [Theory]
    [InlineData("case.yaml")]
    [InlineData("case.json")]
    public void No_text_makes_a_reader_throw_and_every_span_lies_inside_the_source(string path) =>
        Prop.ForAll(Texts.ToArbitrary(), text => AssertSound(path, text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(40).WithReplay(20241028, 31));

    [Theory]
    [InlineData("case.yaml", "a: &x {b: [1, \"二\", 'c'], d: |\n  t\n  u\n}\ne: *x\nf:\n- g: 1 # c\n  h: ~\n-  - i\n")]
    [InlineData("case.json", "{ \"a\": [1, \"二\\n\", { \"b\": null } ], // c\n \"d\": true, \"e\": -1.5e3 }")]
    public void Every_single_slip_in_a_good_file_is_survived(string path, string good)
    {
        for (var i = 0; i < good.Length; i++)
        {
            AssertSound(path, good[..i]);
            AssertSound(path, good.Remove(i, 1));
            foreach (var piece in Pieces)
            {
                AssertSound(path, good.Insert(i, piece));
            }
        }
    }

    private static void AssertSound(string path, string text)
    {
        var diagnostics = new DiagnosticBag();
        var source = new SourceText(path, text);

        var data = CaseReader.Read(source, diagnostics);

        Assert.True(data is not null || diagnostics.HasErrors);
        Assert.All(diagnostics.Items, diagnostic => AssertInside(source, diagnostic.Location));
        AssertPlaced(source, data);
    }

    private static void AssertPlaced(SourceText source, DataNode? node)
    {
        if (node is null)
        {
            return;
        }

        AssertInside(source, node.Location);
        foreach (var member in (node as DataObject)?.Members ?? [])
        {
            AssertInside(source, member.NameLocation);
            AssertPlaced(source, member.Value);
        }

        foreach (var item in (node as DataList)?.Items ?? [])
        {
            AssertPlaced(source, item);
        }
    }

    private static void AssertInside(SourceText source, SourceLocation? location)
    {
        var at = Assert.NotNull(location);
        Assert.Same(source, at.Source);
        Assert.InRange(at.Span.Start, 0, source.Text.Length);
        Assert.InRange(at.Span.Length, 0, source.Text.Length - at.Span.Start);
    }
}
