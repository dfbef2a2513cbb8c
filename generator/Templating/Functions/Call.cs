using PiiDocs.Core;
using PiiDocs.Templating.Evaluation;

namespace PiiDocs.Templating.Functions;

/// <summary>One call of a builtin: its arguments in the order of its parameters, converted as they are asked for.</summary>
internal sealed class Call(Evaluator evaluator, Builtin function, TracedValue[] values, CallSite site)
{
    public Evaluator Evaluator { get; } = evaluator;

    public TextSpan Span => site.Span;

    public CallSite Site => site;

    public TracedValue this[int index] => values[index];

    /// <summary>All fields the arguments were made from.</summary>
    public object? Trace
    {
        get
        {
            var fields = new FieldGatherer();
            foreach (var value in values)
            {
                fields.Add(value.Trace);
                if (value.Value is ScriptArray or DataNode)
                {
                    fields.AddInner(value.Value, VisitInner);
                }
            }

            return fields.ToTrace();
        }
    }

    public bool IsNull(int index) => values[index].Value is null;

    /// <summary>Printed; empty for null.</summary>
    public string Text(int index) => TextOrNull(index) ?? "";

    public string? TextOrNull(int index) =>
        values[index].Value switch
        {
            null => null,
            string text => text,
            var value => Evaluator.Print(value),
        };

    public int Int(int index) => Evaluator.Convert(values[index], SpanOf(index), Numbers.ToInt, new("整数", "a whole number"));

    public double Double(int index) => Evaluator.Convert(values[index], SpanOf(index), Numbers.ToDouble, new("数字", "a number"));

    /// <summary>The items of a list; none for null; the value itself where it is no list.</summary>
    public IReadOnlyList<TracedValue> Items(int index)
    {
        var value = values[index];
        if (value.Value is null)
        {
            return [];
        }

        var items = Evaluator.ItemsOf(value) ?? throw WrongKind(index, new("列表", "a list"));
        Evaluator.Step(Span, items is ScriptRange range ? range.LongCount : items.Count);
        return items;
    }

    public Callable? Function(int index) => values[index].Value switch
    {
        null => null,
        Callable found => found,
        _ => throw WrongKind(index, new("函数（如 @string.strip）", "a function, such as @string.strip")),
    };

    public TracedValue Of(object? value) => new(value, Trace);

    public StatementFault WrongKind(int index, Message needed) =>
        Evaluator.Fault(RenderErrors.WrongKind(
            Evaluator.At(SpanOf(index)), new($"函数“{function.Name}”需要{needed.Chinese}", $"'{function.Name}' needs {needed.English}")));

    /// <summary>Where an argument stands; the call where it stands nowhere.</summary>
    private TextSpan SpanOf(int index)
    {
        var positional = index - (site.Piped is null ? 0 : 1);
        return positional < 0 ? site.Piped!.Span
            : positional < site.Arguments.Length ? site.Arguments[positional].Span
            : site.Span;
    }

    private void VisitInner(int depth)
    {
        Evaluator.Step(Evaluator.CurrentSpan);
        Evaluator.CheckNesting(depth);
    }
}
