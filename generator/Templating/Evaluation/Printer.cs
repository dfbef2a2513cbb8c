using System.Globalization;
using System.Text;
using PiiDocs.Core;
using PiiDocs.Templating.Functions;

namespace PiiDocs.Templating.Evaluation;

/// <summary>Prints values as the public library does, and collects the fields inside them.</summary>
internal sealed class Printer(Evaluator evaluator)
{
    private readonly StringBuilder _text = new();

    public object? Trace { get; private set; }

    /// <summary>Nothing inside the value was read beside the value itself.</summary>
    public bool IsWhole { get; private set; } = true;

    public string Print(TracedValue value)
    {
        if (value.Value is string text)
        {
            return text;
        }

        Append(value.Value, depth: 0);
        return _text.ToString();
    }

    /// <summary>Prints one more value behind the others.</summary>
    public void Append(TracedValue value)
    {
        Trace = TracedValue.Union(Trace, value.Trace);
        Append(value.Value, depth: 0);
    }

    public override string ToString() => _text.ToString();

    private void Append(object? value, int depth)
    {
        switch (value)
        {
            case null or SpecialValue:
                _text.Append(depth > 0 ? "null" : "");
                break;
            case string text when depth > 0:
                _text.Append('"').Append(TextEscapes.Escape(text)).Append('"');
                break;
            case string text:
                _text.Append(text);
                break;
            case bool flag:
                _text.Append(flag ? "true" : "false");
                break;
            case decimal number when !evaluator.IsLenient:
                _text.Append(Numbers.Normalise(number).ToString(CultureInfo.InvariantCulture));
                break;
            case DateTime date:
                _text.Append(DateFormat.Print(date, evaluator.DefaultDateFormat));
                break;
            case DataObject or ScriptObject:
                AppendObject(value as ScriptObject ?? new((DataObject)value), depth);
                break;
            case DataList or IReadOnlyList<TracedValue>:
                AppendList(value, depth);
                break;
            case DeclaredFunction:
                throw evaluator.Fault(RenderErrors.NotSupported(evaluator.At(evaluator.CurrentSpan), "printing a function"));
            case Callable:
                _text.Append("<function>");
                break;
            default:
                _text.Append(Numbers.Print(value));
                break;
        }

        evaluator.CheckLength(evaluator.CurrentSpan, _text.Length);
    }

    private void AppendList(object list, int depth)
    {
        evaluator.CheckNesting(depth);
        _text.Append('[');
        var isFirst = true;
        foreach (var item in Values.ListOf(new(list))!)
        {
            AppendInner(isFirst ? "" : ", ", item, depth);
            isFirst = false;
        }

        _text.Append(']');
    }

    private void AppendObject(ScriptObject made, int depth)
    {
        evaluator.CheckNesting(depth);
        _text.Append('{');
        var isFirst = true;
        foreach (var (name, member) in made.Members)
        {
            AppendInner($"{(isFirst ? "" : ", ")}{name}: ", member, depth);
            isFirst = false;
        }

        _text.Append('}');
    }

    private void AppendInner(string before, TracedValue value, int depth)
    {
        evaluator.Step(evaluator.CurrentSpan);
        IsWhole = false;
        Trace = TracedValue.Union(Trace, value.Trace);
        _text.Append(before);
        Append(value.Value, depth + 1);
    }
}
