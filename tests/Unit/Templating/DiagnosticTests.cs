using PiiDocs.Core;
using PiiDocs.Templating;

namespace PiiDocs.Unit.Templating;

/// <summary>Every mistake has its code and its place.</summary>
public sealed class DiagnosticTests
{
    private const string Case = """
        { "defendant": { "name": "张三", "alias": null }, "items": [1, 2], "amount": 1.50 }
        """;

    [Theory]
    [InlineData("{{ ) }}", "PD2001", "(1,4)")]
    [InlineData("{{ x = {a 1} }}", "PD2002", "(1,11)")]
    [InlineData("{{ string.upcase（'a'） }}", "PD2001", "(1,17)")]
    [InlineData("{{ case 1\nelse\n'a'\nend }}", "PD2013", "(2,1)")]
    [InlineData("{{ func f; end; @f }}", "PD2050", "(1,17)")]
    [InlineData("{{ if true }}a", "PD2010", "(1,4)")]
    [InlineData("{{ 'abc }}", "PD2010", "(1,4)")]
    [InlineData("a {{ 1", "PD2010", "(1,3)")]
    [InlineData("{{ ３ }}", "PD2011", "(1,4)")]
    [InlineData(@"{{ 'a\q' }}", "PD2012", "(1,6)")]
    [InlineData("a{{ end }}b", "PD2013", "(1,5)")]
    [InlineData("{{ 1 = 2 }}", "PD2014", "(1,4)")]
    [InlineData("{{ for i in items of }}{{ end }}", "PD2015", "(1,19)")]
    [InlineData("{{ defendant.nmae }}", "PD2003", "(1,4)")]
    [InlineData("{{ defendent }}", "PD2003", "(1,4)")]
    [InlineData("{{ string.upcas 'a' }}", "PD2005", "(1,4)")]
    [InlineData("{{ nothing 'a' }}", "PD2005", "(1,4)")]
    [InlineData("{{ 'a' | string.append }}", "PD2007", "(1,4)")]
    [InlineData("{{ 'a' | string.append whit: 'b' }}", "PD2017", "(1,24)")]
    [InlineData("{{ true + items }}", "PD2008", "(1,4)")]
    [InlineData("{{ defendant.alias }}", "PD2009", "(1,4)")]
    [InlineData("{{ defendant.alias.first }}", "PD2020", "(1,4)")]
    [InlineData("{{ string.x = 1 }}", "PD2021", "(1,4)")]
    [InlineData("{{ amount 5 }}", "PD2022", "(1,4)")]
    [InlineData("{{ break }}", "PD2018", "(1,4)")]
    [InlineData("{{ func f(a = 1, b); end }}", "PD2019", "(1,18)")]
    [InlineData("{{ for i in amount }}{{ end }}", "PD2023", "(1,13)")]
    [InlineData("{{ defendant.name = 'a' }}", "PD2024", "(1,4)")]
    [InlineData("{{ include '../x' }}", "PD2030", "(1,4)")]
    [InlineData("{{ include '/x' }}", "PD2030", "(1,4)")]
    [InlineData("{{ include 'x' }}", "PD2031", "(1,4)")]
    [InlineData("{{ math.random 1 2 }}", "PD2050", "(1,4)")]
    [InlineData("{{ defendant.name | object.eval_template }}", "PD2050", "(1,4)")]
    [InlineData("{{ 'a' | regex.match '(' }}", "PD2060", "(1,4)")]
    [InlineData("{{ while true; end }}", "PD2090", "(1,4)")]
    public void A_mistake_is_reported_where_it_is(string template, string code, string place)
    {
        var rendered = Rendered.From(template, Case, new() { Limits = new(1000, 1000, 10) });

        Assert.Equal([code], rendered.Codes.Distinct());
        Assert.Equal($"t{place}", rendered.Diagnostics[0].Location.ToString());
    }

    [Fact]
    public void A_misspelt_field_is_named_and_a_near_one_offered()
    {
        var found = Assert.Single(Rendered.From("{{ defendant.nmae }}", Case).Diagnostics);

        Assert.Equal("$.defendant.nmae", found.Field?.Value);
        Assert.Contains("'name'", found.Hint?.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_width_sign_is_offered_in_half_width() =>
        Assert.Contains("“(”", Rendered.From("{{ x（1 }}").Diagnostics[0].Hint?.Chinese, StringComparison.Ordinal);

    [Fact]
    public void Brackets_nested_without_end_are_refused() =>
        Assert.Contains("PD2016", Rendered.From("{{ " + new string('(', 5000) + " }}").Codes);

    [Fact]
    public void An_include_takes_arguments_by_place_and_by_name() =>
        Assert.Equal("[张三/被告]", Rendered.From(
            "{{ include 'party' defendant role: '被告' }}",
            Case,
            new() { Partials = new() { ["party"] = "[{{ $1.name }}/{{ $role }}]" } }).Text);

    [Fact]
    public void One_run_finds_many_mistakes() =>
        Assert.Equal(["PD2003", "PD2003", "PD2031"], Rendered.From("{{ a }}{{ b }}{{ include 'c' }}").Codes);

    [Fact]
    public void A_draft_marks_what_is_missing()
    {
        var rendered = Rendered.From("住{{ defendant.address }}。", Case, new() { Mode = MissingMembers.Placeholder });

        Assert.Equal("住【待补：defendant.address】。", rendered.Text);
        Assert.Equal(["PD2004"], rendered.Codes);
    }
}
