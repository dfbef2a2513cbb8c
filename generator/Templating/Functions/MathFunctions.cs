using System.Numerics;
using PiiDocs.Templating.Evaluation;
using PiiDocs.Templating.Syntax;
using static PiiDocs.Templating.Functions.FunctionBody;

namespace PiiDocs.Templating.Functions;

/// <summary>The <c>math</c> object.</summary>
internal static class MathFunctions
{
    public static readonly FunctionEntry[] All =
    [
        Row("abs", "value", Abs),
        Row("ceil", "value", call => Round(call, Math.Ceiling, decimal.Ceiling)),
        Row("divided_by", "value divisor", DividedBy),
        Row("floor", "value", call => Round(call, Math.Floor, decimal.Floor)),
        Row("format", "value format culture?", call => call.Of(Formatting.Format(call, call[0].Value))),
        Row("is_number", "value", call => call.Of(Numbers.IsNumber(call[0].Value))),
        Row("minus", "value with", call => Apply(call, BinaryOperator.Subtract)),
        Row("modulo", "value with", call => Apply(call, BinaryOperator.Remainder)),
        Row("plus", "value with", call => Apply(call, BinaryOperator.Add)),
        Row("random", "minValue maxValue", call => throw NotSupported(call, "math.random")),
        Row("round", "value precision?", Round),
        Row("times", "value with", call => Apply(call, BinaryOperator.Multiply)),
        Row("uuid", "", call => throw NotSupported(call, "math.uuid")),
    ];

    /// <summary>Two filings from one case have to be the same.</summary>
    private static StatementFault NotSupported(Call call, string name) =>
        call.Evaluator.Fault(RenderErrors.NotSupported(call.Evaluator.At(call.Span), name));

    private static TracedValue Apply(Call call, BinaryOperator binary)
    {
        if (!call.IsNull(0) && !Numbers.IsNumber(call[0].Value))
        {
            throw call.WrongKind(0, new("数字", "a number"));
        }

        return call.Of(Operators.Apply(call.Evaluator, new(binary, call[0].Value, call[1].Value, call.Span)));
    }

    private static TracedValue Abs(Call call) => call[0].Value switch
    {
        null => call.Of(null),
        int number => call.Of(Numbers.Fit(Math.Abs((long)number))),
        long number => call.Of(Numbers.Fit(BigInteger.Abs(number))),
        float number => call.Of(Math.Abs(number)),
        double number => call.Of(Math.Abs(number)),
        decimal number => call.Of(Math.Abs(number)),
        BigInteger number => call.Of(BigInteger.Abs(number)),
        _ => throw call.WrongKind(0, new("数字", "a number")),
    };

    private static TracedValue Round(Call call, Func<double, double> round, Func<decimal, decimal> exact) => call[0].Value switch
    {
        null => call.Of(null),
        decimal number => call.Of(exact(number)),
        int or long or BigInteger => call.Of(call[0].Value),
        _ => call.Of(round(call.Double(0))),
    };

    private static TracedValue Round(Call call)
    {
        var precision = call.IsNull(1) ? 0 : Math.Clamp(call.Int(1), 0, 15);
        return Round(call, value => Math.Round(value, precision), value => decimal.Round(value, precision));
    }

    /// <summary>A whole divisor gives a whole quotient, rounded down.</summary>
    private static TracedValue DividedBy(Call call)
    {
        var result = Operators.Apply(call.Evaluator, new(BinaryOperator.Divide, call[0].Value, call[1].Value, call.Span));
        if (result is null || !Numbers.IsWhole(call[1].Value))
        {
            return call.Of(result);
        }

        if (result is decimal exact)
        {
            return call.Of(Numbers.Fit(new BigInteger(decimal.Floor(exact))));
        }

        var floor = Math.Floor(Numbers.ToDouble(result));
        return call.Of(double.IsFinite(floor) ? Numbers.Fit(new BigInteger(floor)) : throw call.WrongKind(1, new("非零的除数", "a divisor other than zero")));
    }
}

/// <summary>.NET format strings and cultures, for <c>math.format</c> and <c>object.format</c>.</summary>
internal static class Formatting
{
    public static string? Format(Call call, object? value)
    {
        try
        {
            return value is IFormattable formattable
                ? formattable.ToString(call.Text(1), Cultures.Of(call, 2))
                : value is null ? null : call.Evaluator.Print(value);
        }
        catch (FormatException)
        {
            throw call.WrongKind(1, new("格式字符串", "a format string"));
        }
    }
}
