using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Law.Functions;

/// <summary>Makes template functions out of typed ones: reads the arguments, stops at the first that is wrong.</summary>
internal static class Function
{
    public static TemplateFunction Of<T>(string name, Message summary, Parameter<T> only, Func<T, FunctionOutcome> body) =>
        new(name, [only.Describe()], arguments => only.From(arguments, 0) is var (value, problem) && problem is null
            ? body(value)
            : FunctionOutcome.Failed(problem!), summary);

    public static TemplateFunction Of<T1, T2>(
        string name,
        Message summary,
        (Parameter<T1> First, Parameter<T2> Second) parameters,
        Func<T1, T2, FunctionOutcome> body)
    {
        var (first, second) = parameters;
        return new(name, [first.Describe(), second.Describe()], Body, summary);

        FunctionOutcome Body(ImmutableArray<object?> arguments)
        {
            var (a, b) = (first.From(arguments, 0), second.From(arguments, 1));
            return (a.Problem ?? b.Problem) is { } problem ? FunctionOutcome.Failed(problem) : body(a.Value, b.Value);
        }
    }

    public static TemplateFunction Of<T1, T2, T3>(
        string name,
        Message summary,
        (Parameter<T1> First, Parameter<T2> Second, Parameter<T3> Third) parameters,
        Func<T1, T2, T3, FunctionOutcome> body)
    {
        var (first, second, third) = parameters;
        return new(name, [first.Describe(), second.Describe(), third.Describe()], Body, summary);

        FunctionOutcome Body(ImmutableArray<object?> arguments)
        {
            var (a, b, c) = (first.From(arguments, 0), second.From(arguments, 1), third.From(arguments, 2));
            return (a.Problem ?? b.Problem ?? c.Problem) is { } problem
                ? FunctionOutcome.Failed(problem)
                : body(a.Value, b.Value, c.Value);
        }
    }

    public static TemplateFunction Of<T1, T2, T3, T4>(
        string name,
        Message summary,
        (Parameter<T1> First, Parameter<T2> Second, Parameter<T3> Third, Parameter<T4> Fourth) parameters,
        Func<T1, T2, T3, T4, FunctionOutcome> body)
    {
        var (first, second, third, fourth) = parameters;
        return new(name, [first.Describe(), second.Describe(), third.Describe(), fourth.Describe()], Body, summary);

        FunctionOutcome Body(ImmutableArray<object?> arguments)
        {
            var (a, b) = (first.From(arguments, 0), second.From(arguments, 1));
            var (c, d) = (third.From(arguments, 2), fourth.From(arguments, 3));
            return (a.Problem ?? b.Problem ?? c.Problem ?? d.Problem) is { } problem
                ? FunctionOutcome.Failed(problem)
                : body(a.Value, b.Value, c.Value, d.Value);
        }
    }
}
