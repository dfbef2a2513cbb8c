using FsCheck;
using FsCheck.Fluent;
using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Cases;

public sealed class CaseEditsTests
{
    private const string EverySpelling = """
        plain: 张三  # 一
        single: '李四'  # 二
        double: "王五"
        literal: |
          甲
          乙
        folded: >-
          丙
        empty:
        flow: [丁, {in: 戊}]
        last: 完
        """;

    public static TheoryData<string> Specs => SpecFile.Names("Cases/Edits");

    /// <remarks>In a spec, a line of changes is <c>path = text</c>; ⏎ stands for a line end in the text.</remarks>
    [Theory]
    [MemberData(nameof(Specs))]
    public void A_file_is_changed_as_its_spec_says(string name)
    {
        var spec = SpecFile.Find("Cases/Edits", name);
        var source = spec.Section("json") is { } json
            ? new SourceText("case.json", json)
            : new SourceText("case.yaml", spec.Section("yaml")!.Replace('␍', '\r'));
        var changes = spec.Section("changes")!.Split('\n').Select(Change).ToList();
        var diagnostics = new DiagnosticBag();

        var result = CaseEdits.Apply(source, CaseReader.Read(source, diagnostics)!, changes, diagnostics);

        SpecFile.AssertSection(spec, "diagnostics", Printed.Diagnostics(diagnostics));
        SpecFile.AssertSection(spec, "result", result.Replace('\r', '␍').TrimEnd('\n'));
    }

    [Theory]
    [InlineData("$.plain", "张三")]
    [InlineData("$.single", "'李四'")]
    [InlineData("$.double", "\"王五\"")]
    [InlineData("$.literal", "|\n  甲\n  乙")]
    [InlineData("$.folded", ">-\n  丙")]
    [InlineData("$.flow[0]", "丁")]
    [InlineData("$.flow[1].in", "戊")]
    public void Any_text_comes_back_from_any_spelling_and_the_rest_of_the_file_is_untouched(string field, string spelling)
    {
        var source = new SourceText("case.yaml", EverySpelling);
        var data = Read(source);
        var start = EverySpelling.IndexOf(spelling, StringComparison.Ordinal);
        var (before, after) = (EverySpelling[..start], EverySpelling[(start + spelling.Length)..]);

        Prop.ForAll(Texts.ToArbitrary(), text =>
            {
                var diagnostics = new DiagnosticBag();
                var result = CaseEdits.Apply(source, data, [new(new(field), text)], diagnostics);
                if (diagnostics.HasErrors)
                {
                    Assert.Equal(EverySpelling, result);
                    Assert.Contains(text, c => char.IsControl(c) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF');
                    return;
                }

                Assert.StartsWith(before, result, StringComparison.Ordinal);
                Assert.EndsWith(after, result, StringComparison.Ordinal);
                var (expected, actual) = (Values(data), Values(Read(new("case.yaml", result))));
                expected[field] = text;
                Assert.Equal(expected, actual);
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(7, 31));
    }

    private static Gen<string> Texts =>
        from pieces in Gen.Elements(
            "甲", "x", "1", " ", "  ", "\n", ": ", " #", "#", "'", "\"", "\\", "[", "]", "{", "}", ",", "- ", "|", ">", "&a", "*a", "!", "%", "@", "`", "~",
            "null", "true", "0012", "\t", "\r", "\u0085", "\u2028", "\uFEFF", "𬱖", "\uD800", "\u0007", "？", "---", "{{ y }}").ListOf()
        select string.Concat(pieces);

    private static FieldChange Change(string line)
    {
        var parts = line.Split(" = ", 2);
        return new(new(parts[0]), (parts.Length > 1 ? parts[1] : "").Replace('⏎', '\n'));
    }

    private static DataObject Read(SourceText source)
    {
        var diagnostics = new DiagnosticBag();
        var data = CaseReader.Read(source, diagnostics);
        Assert.Empty(diagnostics.Items);
        return data!;
    }

    private static Dictionary<string, string> Values(DataNode node) => Leaves(node).ToDictionary(
        leaf => leaf.Path.Value,
        leaf => leaf is DataText text ? text.Value : leaf.GetType().Name);

    private static IEnumerable<DataNode> Leaves(DataNode node) => node switch
    {
        DataObject fields => fields.Members.SelectMany(member => Leaves(member.Value)),
        DataList list => list.Items.SelectMany(Leaves),
        _ => [node],
    };
}
