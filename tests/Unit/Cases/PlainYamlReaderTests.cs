using FsCheck;
using FsCheck.Fluent;
using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Cases;

/// <summary>What the fast reader takes it reads as the full one does: values, paths and places.</summary>
public sealed class PlainYamlReaderTests
{
    private static readonly string[] Pieces =
    [
        "a", "张三", "𬱖", "b: ", "c:", "d: x\n", ": ", ":", "- ", "-", "\n", "\n", "\n  ", "\n    ", " ", "[", "]", "{", "}", ", ", ",", "\"", "'", "\\",
        "|", ">", "&x ", "*x", "!t ", "<<: ", "? ", "# ", " #c", "#", "---\n", "...", "null", "~", "true", "12", "0012", "-1.5", "1e9", "2024-10-28",
        "\"e\"", "'f'", "{ a: 1, b: [x, \"y\"] }", "[]", "{}", "g:\n  - h\n", "i:\n    j: k\n", "- l: m\n  n: o\n", "@", "%", "`", "“”", "：", "？", "/", "\u3000", "\u00A0",
    ];

    private static readonly Gen<string> Texts =
        from pieces in Gen.Elements(Pieces).ListOf()
        select string.Concat(pieces);

    // Whole lines at any indentation nest far more often than random pieces do.
    private static readonly Gen<string> Outlines =
        from lines in (
            from indent in Gen.Choose(0, 4)
            from dash in Gen.Elements("", "", "- ", "-  ")
            from name in Gen.Elements("a: ", "b: ", "c:", "d:  ", "张三: ", "", "x-1: ", "e :")
            from value in Gen.Elements(Pieces)
            from comment in Gen.Elements("", "", " # c", "#d")
            select $"{new string(' ', indent)}{dash}{name}{value}{comment}").ListOf()
        select string.Join('\n', lines.Prepend("top: 1"));

    private int _taken;

    [Fact]
    public void Any_text_it_takes_means_the_same_to_the_full_reader()
    {
        Prop.ForAll(Texts.ToArbitrary(), text => AssertSame(text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000).WithEndSize(12).WithReplay(20241028, 31));

        // It takes few of such texts; a reader that took none would prove nothing.
        Assert.InRange(_taken, 200, 20_000);
    }

    [Fact]
    public void Any_outline_it_takes_means_the_same_to_the_full_reader()
    {
        Prop.ForAll(Outlines.ToArbitrary(), text => AssertSame(text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20_000).WithEndSize(8).WithReplay(20241028, 31));

        Assert.InRange(_taken, 1_000, 20_000);
    }

    [Fact]
    public void Every_single_slip_in_a_plain_file_means_the_same_to_the_full_reader()
    {
        const string Good = "a: { b: [1, 二], c: 'd' } # e\nf:\n  - g: \"h\"\n    i: ~\n  - j\nk:\n- l m\n\nn:\no: p:q 、{x}\n";
        Assert.NotNull(PlainYamlReader.Read(new("case.yaml", Good)));
        for (var i = 0; i < Good.Length; i++)
        {
            AssertSame(Good[..i]);
            AssertSame(Good.Remove(i, 1));
            foreach (var piece in Pieces)
            {
                AssertSame(Good.Insert(i, piece));
            }
        }
    }

    [Fact]
    public void Sample_cases_and_law_files_mean_the_same_to_both_and_the_first_case_is_plain()
    {
        var files = Directory.EnumerateFiles(Repository.PathTo("templates"), "*.yaml", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => AssertSame(File.ReadAllText(file)));
        Assert.NotNull(PlainYamlReader.Read(new("case.yaml", File.ReadAllText(Repository.PathTo("templates", "_cases", "000-baoshan-platform.yaml")))));
    }

    [Fact]
    public void What_every_start_reads_is_plain_so_that_no_start_needs_the_full_reader()
    {
        var files = Directory.EnumerateFiles(Repository.PathTo("templates", "_law"), "*.yaml")
            .Concat(Directory.EnumerateFiles(Repository.PathTo("templates", "_styles"), "*.yaml"))
            .Concat(Directory.EnumerateFiles(Repository.PathTo("templates"), "type.yaml", SearchOption.AllDirectories)).ToList();
        Assert.True(files.Count > 20);
        Assert.All(files, file => Assert.True(PlainYamlReader.Read(new(file, File.ReadAllText(file))) is not null, file));
    }

    private void AssertSame(string text)
    {
        var source = new SourceText("case.yaml", text);
        if (IllegalCharacters.Find(text) is not null || PlainYamlReader.Read(source) is not { } plain)
        {
            return;
        }

        _taken++;
        var diagnostics = new DiagnosticBag();
        DataNode? full = null;
        var problem = Record.Exception(() => full = YamlCaseReader.Read(source, diagnostics));
        Assert.True(problem is null && diagnostics.Items.Count == 0, $"the full reader refuses:\n{text}");
        Assert.True(Lines(full!).SequenceEqual(Lines(plain)), $"{text}\n--- full\n{string.Join('\n', Lines(full!))}\n--- plain\n{string.Join('\n', Lines(plain))}");
    }

    /// <summary>Every value with its path, span and kind, every name with its span.</summary>
    private static IEnumerable<string> Lines(DataNode node)
    {
        var head = $"{node.Path} {node.Location!.Value.Span} ";
        return node switch
        {
            DataObject value => value.Members
                .SelectMany(member => Lines(member.Value).Prepend($"{member.Name} {member.NameLocation!.Value.Span}"))
                .Prepend(head + "object"),
            DataList list => list.Items.SelectMany(Lines).Prepend(head + "list"),
            DataText text => [head + "text " + text.Value],
            DataNumber number => [head + "number " + number.Written + " " + number.Value],
            DataFlag flag => [head + "flag " + flag.Value],
            _ => [head + "null"],
        };
    }
}
