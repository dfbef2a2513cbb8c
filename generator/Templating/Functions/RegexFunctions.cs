using System.Text.RegularExpressions;
using PiiDocs.Templating.Evaluation;
using static PiiDocs.Templating.Functions.FunctionBody;

namespace PiiDocs.Templating.Functions;

/// <summary>The <c>regex</c> object; a pattern gets a second and no more.</summary>
internal static class RegexFunctions
{
    public static readonly FunctionEntry[] All =
    [
        Row("escape", "pattern", call => call.Of(call.TextOrNull(0) is { } text ? Regex.Escape(text) : null)),
        Row("match", "text pattern options?", call => Run(call, regex => GroupsOf(call, regex.Match(call.Text(0))))),
        Row("matches", "text pattern options?", call => Run(call, regex => Matches(call, regex))),
        Row("replace", "text pattern replace options?", call => Run(call, regex => call.Of(regex.Replace(call.Text(0), call.Text(2))), options: 3)),
        Row("split", "text pattern options?", call => Run(call, regex => Texts(call, regex.Split(call.Text(0))))),
        Row("unescape", "pattern", call => Guard(call, () => call.Of(call.TextOrNull(0) is { } text ? Regex.Unescape(text) : null))),
    ];

    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    private static TracedValue Run(Call call, Func<Regex, TracedValue> use, int options = 2) =>
        Guard(call, () => use(new(call.Text(1), OptionsOf(call.Text(options)), LongestMatch)));

    private static TracedValue Guard(Call call, Func<TracedValue> use)
    {
        try
        {
            return use();
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            throw call.Evaluator.Fault(RenderErrors.BadPattern(call.Evaluator.At(call.Span)));
        }
    }

    private static RegexOptions OptionsOf(string letters)
    {
        var options = RegexOptions.CultureInvariant;
        foreach (var letter in letters)
        {
            options |= letter switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => RegexOptions.None,
            };
        }

        return options;
    }

    private static TracedValue GroupsOf(Call call, Match match) =>
        Texts(call, match.Success ? match.Groups.Values.Select(group => group.Value) : []);

    private static TracedValue Matches(Call call, Regex regex)
    {
        var all = new ScriptArray();
        foreach (var match in regex.Matches(call.Text(0)).Cast<Match>())
        {
            call.Evaluator.Step(call.Span);
            all.Add(GroupsOf(call, match));
        }

        return new(all, call.Trace);
    }

    private static TracedValue Texts(Call call, IEnumerable<string> texts)
    {
        var trace = call.Trace;
        var array = new ScriptArray(texts.Select(text => new TracedValue(text, trace)));
        call.Evaluator.Step(call.Span, array.Count);
        return new(array, trace);
    }
}
