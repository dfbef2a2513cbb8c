using FsCheck;
using FsCheck.Fluent;
using PiiDocs.Core;
using PiiDocs.Templating;

namespace PiiDocs.Unit.Templating;

/// <summary>What holds for every text, also for the worst.</summary>
public sealed class PropertyTests
{
    private const string Case = """
        { "a": { "b": "x\n{{ y }} | # **z**", "c": null, "d": [1, 2.50, "三"] }, "list": [{ "n": "甲" }, { "n": "乙" }], "flag": true, "n": 7 }
        """;

    /// <summary>Pieces that mean something to the language, so that random texts come near templates.</summary>
    private static readonly string[] Pieces =
    [
        "{{", "}}", "{{-", "-}}", "{{~", "~}}", "{%{", "}%}", "{", "}", "(", ")", "[", "]", ".", "?.", "..", "...", "..<", ",", ":", ";",
        "|", "|>", "?", "??", "?!", "+", "-", "*", "/", "//", "%", "=", "==", "!=", "<", ">", "<<", ">>", "&&", "||", "!", "@", "^", "++",
        "--", "+=", "#", "##", "\"", "'", "`", "$\"", "$'", "\\", "\n", "\r\n", " ", "  ", "if ", "else ", "end ", "for ", "x in ", "in ",
        "case ", "when ", "while ", "break ", "continue ", "capture ", "with ", "wrap ", "func ", "f(x) ", "ret ", "do ", "include ", "'p' ", "import ",
        "readonly ", "tablerow ", "null ", "true ", "empty ", "this", "a", "a.b", "a.c", "a.d ", "list ", "n ", "x ", "$0 ", "$ ", "$$ ", "for.index ", "1 ", "0x1f ",
        "1.5 ", "1e3 ", "limit:2 ", "reversed ", "array.sort ", "string.upcase ", "object.eval ", "regex.match ", "date.parse ", "文", "𬱖", "\0", "\ud800",
    ];

    /// <summary>Templates that did harm once.</summary>
    [Theory]
    [InlineData("{{ for for in list }}{{ end }}")]
    [InlineData("{{ func f(x, x); ret x; end; f 1 2 }}")]
    [InlineData("{{ func f; f; f; f; f; f; f; end; f }}")]
    [InlineData("{{ ret do; 1; end }}")]
    [InlineData("{{ a.b.c = nothing }}{{ list[nothing] = nothing }}{{ x.y = nothing }}")]
    public void A_text_that_did_harm_once_does_none_now(string text) =>
        Assert.All(Enum.GetValues<MissingMembers>(), mode => Assert.True(IsSound(text, mode)));

    private static Arbitrary<string> Texts { get; } =
        Gen.OneOf(Gen.Elements(Pieces), Gen.Elements(Pieces), ArbMap.Default.GeneratorFor<string>().Where(text => text is not null))
            .ListOf()
            .Select(string.Concat)
            .Where(text => text.Length < 4000)
            .ToArbitrary();

    [Theory]
    [InlineData(MissingMembers.Error)]
    [InlineData(MissingMembers.Placeholder)]
    [InlineData(MissingMembers.Null)]
    public void No_text_makes_the_engine_throw_and_every_place_lies_inside_it(MissingMembers mode) =>
        Prop.ForAll(Texts, text => IsSound(text, mode)).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20260105, 31));

    [Theory]
    [MemberData(nameof(VectorTests.Templates), MemberType = typeof(VectorTests))]
    public void A_damaged_template_does_no_harm(string name)
    {
        if (VectorTests.TextOf(name) is not { } text)
        {
            return;
        }

        Prop.ForAll(
            Gen.Choose(0, text.Length).Zip(Gen.Choose(0, 12)).Zip(Gen.Elements(Pieces)).ToArbitrary(),
            damage =>
            {
                var ((start, length), piece) = damage;
                var end = Math.Min(text.Length, start + length);
                return IsSound(text[..start] + piece + text[end..], MissingMembers.Null);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(12).WithReplay(20260105, 31));
    }

    private static bool IsSound(string text, MissingMembers mode)
    {
        var setting = new Setting
        {
            Mode = mode,
            Limits = new(2000, 20_000, 20),
            Partials = new() { ["p"] = "{{ $1 }}-{{ $x }}" },
        };
        var rendered = Rendered.From(text, Case, setting);
        Rendered.Check(text, new AnyShape(), setting);

        return rendered.Diagnostics.All(IsInside) && CoversText(rendered.Output);
    }

    private static bool IsInside(Diagnostic diagnostic) =>
        diagnostic.Trace.Append(diagnostic.Location!.Value).All(place =>
            place.Span.Start >= 0 && place.Span.Length >= 0 && place.Span.End <= place.Source.Text.Length);

    private static bool CoversText(TracedText output)
    {
        var end = 0;
        foreach (var run in output.Runs)
        {
            if (run.Span.Start != end || run.Span.Length == 0)
            {
                return false;
            }

            end = run.Span.End;
        }

        return end == output.Text.Length;
    }
}
