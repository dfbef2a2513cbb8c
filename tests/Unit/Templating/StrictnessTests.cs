using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Templating;

namespace PiiDocs.Unit.Templating;

/// <summary>What is missing stops a filing, is marked in a draft, and is nothing where the public library says so.</summary>
public sealed class StrictnessTests
{
    private const string Case = """{ "p": { "name": "张三", "alias": null, "tags": [] }, "n": 2 }""";

    [Theory]
    [InlineData("{{ if p.agent }}有{{ else }}无{{ end }}", "无")]
    [InlineData("{{ if !p.agent }}无{{ end }}", "无")]
    [InlineData("{{ if p.agent.name }}有{{ else }}无{{ end }}", "无")]
    [InlineData("{{ if p.name && p.agent }}有{{ else }}无{{ end }}", "无")]
    [InlineData("{{ if p.agent == null }}无{{ end }}", "无")]
    [InlineData("{{ if p.kind == 'person' }}人{{ else }}无{{ end }}", "无")]
    [InlineData("{{ p.agent ?? '无' }}", "无")]
    [InlineData("{{ p.agent?.name ?? '无' }}", "无")]
    [InlineData("[{{ p.agent?.name }}]", "[]")]
    [InlineData("{{ p.agent ? p.agent.name : '无' }}", "无")]
    [InlineData("{{ nothing ?? '无' }}", "无")]
    [InlineData("{{ p | object.has_key 'agent' }}", "false")]
    [InlineData("{{ for x in p.parties ?? [] }}{{ x }}{{ else }}无{{ end }}", "无")]
    [InlineData("{{ p.tags.empty? }}", "true")]
    [InlineData("{{ p.agent | object.default '无' }}", "无")]
    [InlineData("{{ case p.kind }}{{ when 'a' }}甲{{ else }}无{{ end }}", "无")]
    public void To_ask_for_what_is_missing_is_no_mistake(string template, string expected)
    {
        var rendered = Rendered.From(template, Case);

        Assert.Empty(rendered.Diagnostics);
        Assert.Equal(expected, rendered.Text);
    }

    [Theory]
    [InlineData("{{ p.agent }}", "PD2003")]
    [InlineData("{{ p.agent.name }}", "PD2003")]
    [InlineData("{{ p.agent | string.upcase }}", "PD2003")]
    [InlineData("{{ p.agent + 'x' }}", "PD2003")]
    [InlineData("{{ $'{p.agent}' }}", "PD2003")]
    [InlineData("{{ for x in p.parties }}{{ end }}", "PD2003")]
    [InlineData("{{ x = p.agent }}", "PD2003")]
    [InlineData("{{ include p.partial }}", "PD2003")]
    [InlineData("{{ nothing }}", "PD2003")]
    [InlineData("{{ x = {}; x.a }}", "PD2003")]
    [InlineData("{{ p.alias }}", "PD2009")]
    [InlineData("{{ for x in p.alias }}{{ end }}", "PD2009")]
    public void To_read_what_is_missing_stops_a_filing(string template, string code) =>
        Assert.Equal([code], Rendered.From(template, Case).Codes);

    [Theory]
    [InlineData("住{{ p.address }}。", "住【待补：住址】。")]
    [InlineData("{{ p.address | string.upcase }}", "【待补：住址】")]
    [InlineData("{{ x = p.address }}{{ x }}", "【待补：住址】")]
    [InlineData("{{ for x in p.friends }}{{ x }}{{ end }}", "【待补：p.friends】")]
    [InlineData("{{ n = 0; for x in p.friends; n = n + 1; end }}共{{ n }}人", "共0人")]
    [InlineData("{{ for x in p.friends }}\n{{ y = x }}\n{{ end }}尾", "尾")]
    [InlineData("{{ for x in p.friends ~}}\n{{ x }}\n{{ end }}尾", "【待补：p.friends】\n尾")]
    [InlineData("{{ case p.address }}{{ when 'a' }}{{ x = 1 }}{{ else }}{{ x = 2 }}{{ end }}尾", "尾")]
    [InlineData("{{ if p.address }}有{{ else }}无{{ end }}", "无")]
    [InlineData("{{ p.alias }}", "【待补：p.alias】")]
    public void A_draft_marks_it_by_its_label(string template, string expected)
    {
        var address = new MemberShape(new TextShape { Label = "住址" }, Required: true);
        var person = new ObjectShape(ImmutableSortedDictionary.Create<string, MemberShape>(StringComparer.Ordinal).Add("address", address), Open: true);
        var shape = new ObjectShape(ImmutableSortedDictionary.Create<string, MemberShape>(StringComparer.Ordinal).Add("p", new(person, true)), Open: true);
        var rendered = Rendered.From(template, Case, new() { Mode = MissingMembers.Placeholder, Shape = shape });

        Assert.Equal(expected, rendered.Text);
        Assert.All(rendered.Diagnostics, diagnostic => Assert.Equal(("PD2004", Severity.Warning), (diagnostic.Code, diagnostic.Severity)));
    }

    [Theory]
    [InlineData("[{{ p.agent }}{{ nothing }}{{ p.alias }}]", "[]")]
    [InlineData("{{ p.name = '李四'; p.name }}", "李四")]
    [InlineData("{{ p.tags[0] = n; p.tags }}", "[2]")]
    [InlineData("{{ for c in p.name; c + '.'; end }}", "张.三.")]
    public void A_lenient_rendering_does_as_the_public_library(string template, string expected)
    {
        var rendered = Rendered.From(template, Case, new() { Mode = MissingMembers.Null });

        Assert.Empty(rendered.Diagnostics);
        Assert.Equal(expected, rendered.Text);
    }

    [Theory]
    [InlineData("{{ while true; x = 1; end }}")]
    [InlineData("{{ for i in 1..1000000000; end }}")]
    [InlineData("{{ (1..1000000000) | array.size | string.upcase }}{{ (1..1000000000) | array.join ',' }}")]
    [InlineData("{{ 'x' * 1000000000 }}")]
    [InlineData("{{ '' | string.pad_left 1000000000 }}")]
    [InlineData("{{ x = []; x[1000000000] = 1 }}")]
    [InlineData("{{ [] | array.insert_at 1000000000 1 }}")]
    [InlineData("{{ func f; f; end; f }}")]
    [InlineData("{{ func f; while true; end; end; f }}")]
    [InlineData("{{ include 'itself' }}")]
    [InlineData("{{ x = 'x'; for i in 1..100; x = x + x; end }}")]
    public void A_template_that_does_not_end_is_stopped(string template)
    {
        var setting = new Setting { Limits = new(100_000, 1_000_000, 50), Partials = new() { ["itself"] = "{{ include 'itself' }}" } };

        Assert.Equal(["PD2090"], Rendered.From(template, "{}", setting).Codes);
    }

    [Fact]
    public void A_stop_in_a_partial_tells_how_it_got_there()
    {
        var setting = new Setting { Limits = new(1000, 1000, 50), Partials = new() { ["loop"] = "\n{{ while true; end }}" } };
        var found = Assert.Single(Rendered.From("{{ include 'loop' }}", "{}", setting).Diagnostics);

        Assert.Equal("loop(2,4)", found.Location.ToString());
        Assert.Equal(["t(1,4)"], found.Trace.Select(site => site.ToString()));
    }

    [Fact]
    public void A_cancelled_rendering_ends_with_the_exception_of_the_caller()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var template = new ScribanEngine([], _ => null).Parse(new("t", "{{ 1 }}"), new());
        var options = new RenderOptions(MissingMembers.Error, RenderLimits.Default, new(2026, 1, 2));

        Assert.Throws<OperationCanceledException>(() => template.Render(DataObject.Empty, options, new(), cancelled.Token));
    }

    [Fact]
    public void A_problem_of_a_function_gets_the_place_and_the_field()
    {
        var problem = new Diagnostic("PD8999", Severity.Error, new("", ""));
        var setting = new Setting { Functions = [new("law.fail", [new("text")], _ => FunctionOutcome.Failed(problem), new("", ""))] };
        var found = Assert.Single(Rendered.From("{{ law.fail p.name }}", Case, setting).Diagnostics);

        Assert.Equal(("t(1,4)", "$.p.name"), (found.Location.ToString(), found.Field?.Value));
    }

    [Fact]
    public void A_template_has_no_clock_and_no_chance()
    {
        Assert.Equal("2026-01-02", Rendered.From("{{ date.now | date.to_string '%F' }}").Text);
        Assert.Equal(["PD2050"], Rendered.From("{{ math.uuid }}").Codes);
    }
}
