using System.Numerics;
using PiiDocs.Core;
using PiiDocs.Templating.Evaluation;
using static PiiDocs.Templating.Functions.FunctionBody;

namespace PiiDocs.Templating.Functions;

/// <summary>The <c>object</c> object.</summary>
internal static class ObjectFunctions
{
    public static readonly FunctionEntry[] All =
    [
        Row("default", "value default", call => call[0].Value is null or "" ? call[1] : call[0]),
        Row("eval", "value", call => Evaluate(call, isTemplate: false)),
        Row("eval_template", "value", call => Evaluate(call, isTemplate: true)),
        Row("format", "value format culture?", call => call.Of(Formatting.Format(call, call[0].Value))),
        Row("from_json", "json", JsonText.Read),
        Row("has_key", "value key", call => call.Of(TryFind(call, out _))),
        Row("has_value", "value key", call => call.Of(TryFind(call, out var value) && value.Value is not null)),
        Row("keys", "value", call => new(new ScriptArray(MembersOf(call).Select(member => new TracedValue(member.Key))))),
        Row("kind", "value", call => call.Of(KindOf(call[0].Value))),
        Row("size", "value", call => call.Of(SizeOf(call))),
        Row("to_json", "value", JsonText.Write),
        Row("typeof", "value", call => call.Of(TypeOf(call[0].Value))),
        Row("values", "value", call => new(new ScriptArray(MembersOf(call).Select(member => member.Value)))),
    ];

    private static bool TryFind(Call call, out TracedValue value)
    {
        value = default;
        return !call.IsNull(0) && !call.IsNull(1) && Values.TryReadMember(call[0], call.Text(1), out value);
    }

    private static IEnumerable<KeyValuePair<string, TracedValue>> MembersOf(Call call) => call[0].Value switch
    {
        null => [],
        ScriptObject made => made.Members,
        DataObject data => new ScriptObject(data).Members,
        _ => throw call.WrongKind(0, new("对象", "an object")),
    };

    private static object SizeOf(Call call) => call[0].Value switch
    {
        string text => text.Length,
        ScriptObject made => made.Count,
        DataObject data => data.Members.Length,
        ScriptRange range => Numbers.Fit(range.LongCount),
        _ => Values.ListOf(call[0])?.Count ?? 0,
    };

    private static string? TypeOf(object? value) => value switch
    {
        null => null,
        bool => "boolean",
        string => "string",
        ScriptRange => "iterator",
        ScriptArray or DataList => "array",
        _ when Numbers.IsNumber(value) => "number",
        _ => "object",
    };

    private static string? KindOf(object? value) => value switch
    {
        null => null,
        bool => "bool",
        string => "string",
        int => "int",
        long => "long",
        float => "float",
        double => "double",
        decimal => "decimal",
        BigInteger => "bigint",
        ScriptRange => "range",
        ScriptArray or DataList => "array",
        Callable => "function",
        _ => "object",
    };

    /// <summary>Only text of the template itself is carried out; text of a case never is.</summary>
    private static TracedValue Evaluate(Call call, bool isTemplate)
    {
        if (call[0].Value is not string text)
        {
            return call[0].Value is Callable function ? call.Evaluator.Call(function, [], call.Span) : call[0];
        }

        if (call.Trace is not null)
        {
            throw call.Evaluator.Fault(RenderErrors.NotSupported(
                call.Evaluator.At(call.Span), isTemplate ? "object.eval_template of case data" : "object.eval of case data"));
        }

        return isTemplate ? call.Evaluator.EvaluateTemplate(text, call.Span) : call.Evaluator.EvaluateCode(text, call.Span);
    }
}
