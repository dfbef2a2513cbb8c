using System.Net;
using System.Text.RegularExpressions;
using PiiDocs.Templating.Evaluation;
using static PiiDocs.Templating.Functions.FunctionBody;

namespace PiiDocs.Templating.Functions;

/// <summary>The <c>html</c> object.</summary>
internal static partial class HtmlFunctions
{
    public static readonly FunctionEntry[] All =
    [
        Row("escape", "text", call => Map(call, WebUtility.HtmlEncode)),
        Row("newline_to_br", "text", call => Map(call, text => LineEnd().Replace(text, "<br />$0"))),
        Row("strip", "text", call => Map(call, text => Markup().Replace(text, ""))),
        Row("url_encode", "text", call => Map(call, Uri.EscapeDataString)),
        Row("url_escape", "text", call => Map(call, text => NotInUrl().Replace(text, match => Uri.EscapeDataString(match.Value)))),
    ];

    private static TracedValue Map(Call call, Func<string, string?> change)
    {
        try
        {
            return call.Of(call.TextOrNull(0) is { } text ? change(text) : null);
        }
        catch (RegexMatchTimeoutException)
        {
            throw call.Evaluator.Fault(RenderErrors.BadPattern(call.Evaluator.At(call.Span)));
        }
    }

    [GeneratedRegex("\r\n|\n", RegexOptions.CultureInvariant)]
    private static partial Regex LineEnd();

    [GeneratedRegex("<script.*?</script>|<!--.*?-->|<style.*?</style>|<(?:[^>=]|='[^']*'|=\"[^\"]*\"|=[^'\"][^\\s>]*)*>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Markup();

    /// <summary>What neither is allowed in a URL nor has a meaning of its own there.</summary>
    [GeneratedRegex("[^A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]+", RegexOptions.CultureInvariant)]
    private static partial Regex NotInUrl();
}
