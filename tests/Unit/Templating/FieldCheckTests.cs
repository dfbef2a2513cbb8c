using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Unit.Templating;

/// <summary>A template is compared with the schema before any case is there.</summary>
public sealed class FieldCheckTests
{
    private static readonly ObjectShape Party = Shape(
        ("name", new TextShape(), true),
        ("kind", new TextShape(), true),
        ("alias", new TextShape(), false),
        ("agent", Shape(("name", new TextShape(), true), ("firm", new TextShape(), false)), false));

    private static readonly ObjectShape Case = Shape(
        ("title", new TextShape(), true),
        ("parties", new ListShape(Party), true),
        ("claims", new ListShape(Shape(("who", new ListShape(new TextShape()), true))), false),
        ("court", Shape(("name", new TextShape(), true)), false),
        ("extra", new AnyShape(), true),
        ("map", new ObjectShape(ImmutableSortedDictionary<string, MemberShape>.Empty, Open: true), true));

    private static readonly Setting Setting = new()
    {
        Constants = """{ "texts": { "closing": "此致" } }""",
        Partials = new()
        {
            ["party"] = "{{ $1.name }}{{ $1.nmae }}",
            ["named"] = "{{ $who.name }}{{ $who.nmae }}",
            ["twice"] = "{{ include 'party' $1 }}",
            ["itself"] = "{{ if $1 }}{{ include 'itself' $1 }}{{ end }}",
        },
        Functions = [new("legal.amount", [new("value"), new("unit", IsOptional: true)], arguments => FunctionOutcome.Of(arguments[0]), new("大写", "amount"))],
    };

    [Theory]
    [InlineData("{{ titel }}", "$.titel", "'title'")]
    [InlineData("{{ parties[0].nmae }}", "$.parties[].nmae", "'name'")]
    [InlineData("{{ for p in parties }}{{ p.nmae }}{{ end }}", "$.parties[].nmae", "'name'")]
    [InlineData("{{ for $p in parties }}{{ $p.nmae }}{{ end }}", "$.parties[].nmae", "'name'")]
    [InlineData("{{ if false }}{{ title.x }}{{ end }}", "$.title.x", null)]
    [InlineData("{{ for p in parties }}{{ if p.agnet }}{{ end }}{{ end }}", "$.parties[].agnet", "'agent'")]
    [InlineData("{{ x = parties | array.first }}{{ x.nmae }}", "$.parties[].nmae", "'name'")]
    [InlineData("{{ parties | array.map 'nmae' }}", "$.parties[].nmae", "'name'")]
    [InlineData("{{ (parties | array.filter @(do; ret $0.kind == 'person'; end))[0].nmae }}", "$.parties[].nmae", "'name'")]
    [InlineData("{{ accused = []; for p in parties; accused = accused | array.add p; end; titel }}", "$.titel", "'title'")]
    [InlineData("{{ with parties[0] }}{{ nmae }}{{ end }}", "$.nmae", "'name'")]
    [InlineData("{{ func f(p); ret p.nmae; end; f parties[0] }}", "$.parties[].nmae", "'name'")]
    [InlineData("{{ include 'party' parties[0] }}", "$.parties[].nmae", "'name'")]
    [InlineData("{{ include 'named' who: parties[0] }}", "$.parties[].nmae", "'name'")]
    [InlineData("{{ include 'twice' parties[0] }}", "$.parties[].nmae", "'name'")]
    [InlineData("{{ texts.clossing }}", null, "'closing'")]
    [InlineData("{{ x = { a: 1 }; x.b }}", null, null)]
    [InlineData("{{ parties.length }}", "$.parties.length", null)]
    public void An_unknown_member_is_found_wherever_it_stands(string template, string? field, string? nearest)
    {
        var found = Assert.Single(Rendered.Check(template, Case, Setting));

        Assert.Equal("PD2003", found.Code);
        Assert.Equal(field, found.Field?.Value);
        if (nearest is not null)
        {
            Assert.Contains(nearest, found.Hint?.English, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{{ title }}{{ parties.size }}{{ title.size }}{{ parties.empty? }}")]
    [InlineData("{{ extra.anything.at_all }}{{ map.anything }}{{ texts.closing }}")]
    [InlineData("{{ x = 1; x }}{{ capture y }}{{ end }}{{ y }}{{ func f; end; f }}")]
    [InlineData("{{ func f; ret later; end; later = 1; f }}")]
    [InlineData("{{ x = {}; x.a = 1; x.a }}{{ for p in parties; for.index; end }}")]
    [InlineData("{{ for p in parties; if p.alias; p.alias; end; p.alias ?? '无'; p.agent?.name; end }}")]
    [InlineData("{{ for p in parties; if p.agent && p.agent.firm == 'x'; p.agent.firm; end; end }}")]
    [InlineData("{{ for p in parties; if !p.agent; continue; end; p.agent.name; end }}")]
    [InlineData("{{ if !court; ret; end; court.name }}")]
    [InlineData("{{ court ? court.name : '无' }}{{ if court != null; court.name; end }}")]
    [InlineData("{{ for c in claims ?? []; c.who | array.join '、'; end }}")]
    [InlineData("{{ include 'itself' title }}{{ legal.amount 1 }}{{ 1 | legal.amount '元' }}{{ legal.amount value: 1 }}")]
    [InlineData("{{ import extra; anything }}")]
    public void What_a_case_has_or_a_template_asks_for_passes(string template) =>
        Assert.Empty(Rendered.Check(template, Case, Setting));

    [Theory]
    [InlineData("{{ court.name }}", "PD2006")]
    [InlineData("{{ for c in claims; end }}", "PD2006")]
    [InlineData("{{ legal.amout 1 }}", "PD2005")]
    [InlineData("{{ 1 | legal.amout }}", "PD2005")]
    [InlineData("{{ amount 1 }}", "PD2005")]
    [InlineData("{{ legal.amount }}", "PD2007")]
    [InlineData("{{ legal.amount 1 2 3 }}", "PD2007")]
    [InlineData("{{ legal.amount vlaue: 1 }}", "PD2017")]
    [InlineData("{{ if false; include 'nothing'; end }}", "PD2031")]
    [InlineData("{{ if false; include '../secret'; end }}", "PD2030")]
    public void Other_mistakes_are_found_without_a_case_too(string template, string code) =>
        Assert.Contains(code, Rendered.Check(template, Case, Setting).Select(diagnostic => diagnostic.Code));

    [Fact]
    public void A_finding_in_a_partial_tells_which_include_led_there()
    {
        var found = Assert.Single(Rendered.Check("\n{{ include 'twice' parties[0] }}", Case, Setting));

        Assert.Equal("party(1,17)", found.Location.ToString());
        Assert.Equal(["twice(1,4)", "t(2,4)"], found.Trace.Select(site => site.ToString()));
    }

    [Fact]
    public void A_field_the_document_type_needs_is_read_without_asking() =>
        Assert.Empty(Rendered.Check("{{ court.name }}", Case.Requiring(new("$.court.name")), Setting));

    private static ObjectShape Shape(params (string Name, FieldShape Shape, bool Required)[] members) =>
        new(members.ToImmutableSortedDictionary(member => member.Name, member => new MemberShape(member.Shape, member.Required), StringComparer.Ordinal), Open: false);
}
