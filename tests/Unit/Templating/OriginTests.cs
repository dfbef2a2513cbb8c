using PiiDocs.Core;
using PiiDocs.Templating;

namespace PiiDocs.Unit.Templating;

/// <summary>Every piece of output knows the template span that wrote it and the fields it came from.</summary>
public sealed class OriginTests
{
    private const string Case = """
        { "p": { "name": "张三", "amount": 1.50, "count": 3 }, "list": [{ "n": "甲" }, { "n": "乙" }], "none": null }
        """;

    [Theory]
    [InlineData("被告{{ p.name }}。", "被告[]张三[!$.p.name]。[]")]
    [InlineData("{{ p.amount }}", "1.50[!$.p.amount]")]
    [InlineData("{{ p.amount * 2 }}", "3[$.p.amount]")]
    [InlineData("{{ p.name + 'x' }}", "张三x[$.p.name]")]
    [InlineData("{{ p.name | string.slice 0 1 }}", "张[$.p.name]")]
    [InlineData("{{ 'a' + 'b' }}", "ab[]")]
    [InlineData("{{ x = p.name; x }}", "张三[!$.p.name]")]
    [InlineData("{{ x = p; x.name }}", "张三[!$.p.name]")]
    [InlineData("{{ p['name'] }}", "张三[!$.p.name]")]
    [InlineData("{{ with p; name; end }}", "张三[!$.p.name]")]
    [InlineData("{{ for i in list; i.n; end }}", "甲[!$.list[0].n]乙[!$.list[1].n]")]
    [InlineData("{{ list[1].n }}{{ (list | array.first).n }}", "乙[!$.list[1].n]甲[!$.list[0].n]")]
    [InlineData("{{ list | array.map 'n' | array.join '、' }}", "甲、乙[$.list[0].n $.list[1].n]")]
    [InlineData("{{ p.name ?? '无' }}{{ none ?? '无' }}", "张三[!$.p.name]无[]")]
    [InlineData("{{ p.count > 2 ? p.name : '无' }}", "张三[!$.p.name]")]
    [InlineData("{{ $'{p.name}、{p.count}' }}", "张三、3[$.p.name $.p.count]")]
    [InlineData("{{ capture c }}[{{ p.name }}]{{ end }}{{ c }}", "[[]张三[!$.p.name]][]")]
    [InlineData("{{ capture c }}{{ p.name }}{{ end }}{{ c | string.upcase }}", "张三[$.p.name]")]
    [InlineData("{{ include 'party' p }}", "（[]张三[!$.p.name]）[]")]
    [InlineData("{{ x = include 'party' p; x }}", "（[]张三[!$.p.name]）[]")]
    [InlineData("{{ func f(q); ret q.name; end; f p }}", "张三[!$.p.name]")]
    [InlineData("{{ func f; '《'; $$; '》'; end; wrap f; p.name; end }}", "《[]张三[!$.p.name]》[]")]
    [InlineData("{{ object.keys p | array.size }}", "3[]")]
    [InlineData("{{ p }}", "{name: \"张三\", amount: 1.5, count: 3}[$.p $.p.name $.p.amount $.p.count]")]
    [InlineData("{{ x = [p.name, 1]; x }}", "[\"张三\", 1][$.p.name]")]
    [InlineData("{{ p | object.to_json }}", "{\"name\":\"\\u5F20\\u4E09\",\"amount\":1.50,\"count\":3}[$.p $.p.name $.p.amount $.p.count]")]
    [InlineData("{{ law.twice p.name }}", "张三张三[$.p.name]")]
    [InlineData("{{ law.marked p.name }}", "# []张三[$.p.name]")]
    [InlineData("{{ law.names list }}", "甲乙[$.list[0].n $.list[1].n]")]
    [InlineData("{{ words.closing }}", "此致[]")]
    public void Output_says_what_it_was_made_from(string template, string expected)
    {
        var rendered = Rendered.From(template, Case, Setting);

        Assert.Empty(rendered.Diagnostics);
        Assert.Equal(expected, rendered.Trace());
    }

    [Fact]
    public void Text_of_a_case_is_never_read_as_a_template()
    {
        var rendered = Rendered.From("{{ p }}", """{ "p": "{{ 1 + 1 }} {%{ # **x**" }""");

        Assert.Equal("{{ 1 + 1 }} {%{ # **x**[!$.p]", rendered.Trace());
    }

    [Fact]
    public void White_space_put_into_a_field_ends_its_being_verbatim()
    {
        var rendered = Rendered.From("  {{ p }}", """{ "p": "a\nb" }""");

        Assert.Equal("  a\n  b", rendered.Text);
        Assert.DoesNotContain(rendered.Output.Runs, run => run.Origin.Verbatim);
    }

    [Fact]
    public void An_origin_points_at_the_expression_that_wrote_it()
    {
        var run = Assert.Single(Rendered.From("{{ p.name | string.upcase }}", Case).Output.Runs);

        Assert.Equal("t(1,4)", run.Origin.Template.ToString());
        Assert.Equal("p.name | string.upcase".Length, run.Origin.Template!.Value.Span.Length);
    }

    [Fact]
    public void Text_of_a_partial_points_into_the_partial() =>
        Assert.Equal("party(1,1)", Rendered.From("{{ include 'party' p }}", Case, Setting).Output.Runs[0].Origin.Template.ToString());

    [Fact]
    public void One_place_that_prints_one_field_again_and_again_has_one_origin()
    {
        var runs = Rendered.From("{{ for i in list; p.name; '，'; end }}", Case).Output.Runs;

        Assert.Same(runs[0].Origin, runs[2].Origin);
    }

    private static Setting Setting { get; } = new()
    {
        Constants = """{ "words": { "closing": "此致" } }""",
        Partials = new() { ["party"] = "（{{ $1.name }}）" },
        Functions =
        [
            new("law.twice", [new("text")], arguments => FunctionOutcome.Of($"{arguments[0]}{arguments[0]}"), new("", "")),
            new("law.marked", [new("text")], arguments => FunctionOutcome.OfPieces([new("# ", true), new((string)arguments[0]!, false)]), new("", "")),
            new("law.names", [new("list")], Names, new("", "")),
        ],
    };

    private static FunctionOutcome Names(System.Collections.Immutable.ImmutableArray<object?> arguments) =>
        FunctionOutcome.Of(string.Concat(((IReadOnlyList<object?>)arguments[0]!).Select(item => ((IReadOnlyDictionary<string, object?>)item!)["n"])));
}
