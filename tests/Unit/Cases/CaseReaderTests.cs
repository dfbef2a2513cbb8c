using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.Cases;

public sealed class CaseReaderTests
{
    public static TheoryData<string> Specs => SpecFile.Names("Cases/Reading");

    /// <remarks>In a spec, ␉ ␍ ␛ and ␀ stand for the tab, carriage return, escape and NUL that an editor would hide or change.</remarks>
    [Theory]
    [MemberData(nameof(Specs))]
    public void A_case_file_reads_as_its_spec_says(string name)
    {
        var spec = SpecFile.Find("Cases/Reading", name);
        var (path, text) = spec.Section("json") is { } json ? ("case.json", json) : ("case.yaml", spec.Section("yaml")!);
        var diagnostics = new DiagnosticBag();

        var data = CaseReader.Read(new(path, Visible(text)), diagnostics);

        SpecFile.AssertSection(spec, "diagnostics", Printed.Diagnostics(diagnostics));
        SpecFile.AssertSection(spec, "values", Printed.Values(data));
    }

    [Theory]
    [InlineData("case.yaml", "\uFEFFname: 张三")]
    [InlineData("case.json", "\uFEFF{ \"name\": \"张三\" }")]
    public void A_byte_order_mark_is_not_part_of_the_first_name(string path, string text)
    {
        var diagnostics = new DiagnosticBag();

        var data = CaseReader.Read(new(path, text), diagnostics);

        Assert.Empty(diagnostics.Items);
        Assert.Equal("张三", Assert.IsType<DataText>(data?.Find("name")).Value);
        Assert.Equal("name", SpanText(data!.Members[0].NameLocation!.Value).Trim('"'));
        Assert.Equal("张三", SpanText(data.Find("name")!.Location!.Value).Trim('"'));
    }

    [Fact]
    public void An_ending_that_is_neither_YAML_nor_JSON_is_reported() => AssertOnly("PD1033", "case.docx", "a: 1");

    [Fact]
    public void Deep_nesting_is_stopped_in_both_languages()
    {
        AssertOnly("PD1007", "case.json", string.Concat(Enumerable.Repeat("{\"a\":", 100_000)));
        AssertOnly("PD1007", "case.yaml", "a: " + new string('[', 100_000));
        AssertOnly("PD1007", "case.yaml", string.Concat(Enumerable.Range(0, 300).Select(depth => new string(' ', depth) + "a:\n")));
    }

    [Fact]
    public void Aliases_cannot_make_a_value_deeper_than_the_limit()
    {
        var links = string.Concat(Enumerable.Range(1, 300).Select(i => $"a{i}: &a{i} [*a{i - 1}]\n"));

        AssertOnly("PD1007", "case.yaml", "a0: &a0 x\n" + links);
    }

    [Fact]
    public void An_alias_bomb_does_not_go_off()
    {
        var links = string.Concat(Enumerable.Range(1, 30).Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]\n"));

        AssertOnly("PD1031", "case.yaml", "a0: &a0 lol\n" + links);
    }

    [Theory]
    [InlineData("case.yaml", "a: \0b: 2", 4)]
    [InlineData("case.json", "{ \"a\": \"\u0007\" }", 9)]
    public void A_control_character_is_shown_where_it_stands(string path, string text, int column)
    {
        var diagnostic = AssertOnly("PD1008", path, text);

        Assert.Equal(new(1, column), diagnostic.Location?.Start);
    }

    [Theory]
    [InlineData("case.json", "{ \"a\": \"\\u0000\" }")]
    [InlineData("case.json", "{ \"a\": \"\\uD800\" }")]
    [InlineData("case.yaml", "a: \"\\x07\"")]
    public void A_control_character_cannot_come_in_by_an_escape(string path, string text)
    {
        var diagnostics = new DiagnosticBag();

        CaseReader.Read(new(path, text), diagnostics);

        var only = Assert.Single(diagnostics.Items);
        Assert.Equal("PD1008", only.Code);
        Assert.Equal("$.a", only.Field?.Value);
    }

    private static Diagnostic AssertOnly(string code, string path, string text)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(CaseReader.Read(new(path, text), diagnostics));
        var only = Assert.Single(diagnostics.Items);
        Assert.Equal(code, only.Code);
        return only;
    }

    private static string SpanText(SourceLocation at) => at.Source.Text.Substring(at.Span.Start, at.Span.Length);

    private static string Visible(string text) =>
        text.Replace('␉', '\t').Replace('␍', '\r').Replace('␛', '\u001B').Replace('␀', '\0');
}
