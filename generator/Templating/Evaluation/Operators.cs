using System.Numerics;
using PiiDocs.Core;
using PiiDocs.Templating.Syntax;

namespace PiiDocs.Templating.Evaluation;

/// <summary>The binary operators, with the public library's rules for mixed kinds.</summary>
internal static class Operators
{
    public static object? Apply(Evaluator evaluator, in Operation operation)
    {
        try
        {
            return Apply(operation, evaluator);
        }
        catch (Exception exception) when (exception is InvalidCastException or FormatException or OverflowException or DivideByZeroException)
        {
            throw evaluator.Fault(NotPossible(evaluator, operation));
        }
    }

    public static object? Negate(object? value) => value switch
    {
        int number => unchecked(-number),
        long number => -number,
        double number => -number,
        float number => -number,
        decimal number => -number,
        BigInteger number => -number,
        _ => null,
    };

    private static Diagnostic NotPossible(Evaluator evaluator, in Operation operation) =>
        RenderErrors.WrongKind(
            evaluator.At(operation.Span),
            new($"运算“{Sign(operation.Operator)}”不适用于这两个值", $"'{Sign(operation.Operator)}' cannot be used on these values"));

    private static object? Apply(in Operation operation, Evaluator evaluator)
    {
        var (left, right) = (operation.LeftValue, operation.RightValue);
        if (operation.Operator is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight && (left is ScriptArray || right is ScriptArray))
        {
            return Push(operation, evaluator);
        }

        if (left is string || right is string)
        {
            return OnText(operation, evaluator);
        }

        if (left is null || right is null)
        {
            return OnNothing(operation);
        }

        if (left is SpecialValue || right is SpecialValue)
        {
            return OnEmpty(operation);
        }

        if (operation.Operator is BinaryOperator.Range or BinaryOperator.RangeExclusive)
        {
            return Range(left, right, operation.Operator);
        }

        return OnValues(operation.Operator, left, right);
    }

    /// <summary><c>list &lt;&lt; item</c> and <c>item &gt;&gt; list</c> give a new list with the item at the end or at the beginning.</summary>
    private static ScriptArray Push(in Operation operation, Evaluator evaluator)
    {
        var isLeft = operation.Operator == BinaryOperator.ShiftLeft;
        if ((isLeft ? operation.LeftValue : operation.RightValue) is not ScriptArray list)
        {
            throw new InvalidCastException();
        }

        evaluator.Step(operation.Span, list.Count + 1);
        var made = new ScriptArray(list);
        if (isLeft)
        {
            made.Add(operation.Right);
        }
        else
        {
            made.Insert(0, operation.Left);
        }

        return made;
    }

    private static object? OnText(in Operation operation, Evaluator evaluator)
    {
        var binary = operation.Operator;
        if (binary == BinaryOperator.Multiply)
        {
            return Repeat(operation, evaluator);
        }

        var left = evaluator.Print(operation.LeftValue);
        var right = evaluator.Print(operation.RightValue);
        switch (binary)
        {
            case BinaryOperator.Add:
                evaluator.CheckLength(operation.Span, (long)left.Length + right.Length);
                return left + right;
            case BinaryOperator.Equal:
                return Same(operation, left, right);
            case BinaryOperator.NotEqual:
                return !Same(operation, left, right);
            default:
                return Compare(binary, string.CompareOrdinal(left, right)) ?? throw new InvalidCastException();
        }
    }

    private static bool Same(in Operation operation, string left, string right) =>
        operation.LeftValue is not null && operation.RightValue is not null && left == right;

    private static string Repeat(in Operation operation, Evaluator evaluator)
    {
        var (text, times) = operation.RightValue is string right ? (right, operation.LeftValue) : ((string)operation.LeftValue!, operation.RightValue);
        var count = Math.Max(0, Numbers.ToInt(times));
        evaluator.CheckLength(operation.Span, (long)text.Length * count);
        evaluator.Step(operation.Span, count);
        return string.Concat(Enumerable.Repeat(text, text.Length == 0 ? 0 : count));
    }

    private static object? OnNothing(in Operation operation) => operation.Operator switch
    {
        BinaryOperator.Equal => operation.LeftValue is null && operation.RightValue is null,
        BinaryOperator.NotEqual => operation.LeftValue is not null || operation.RightValue is not null,
        BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => false,
        _ => null,
    };

    private static object OnEmpty(in Operation operation)
    {
        var (left, right) = (operation.LeftValue, operation.RightValue);
        var isEmpty = left is SpecialValue && right is SpecialValue
            || Values.IsEmpty(left is SpecialValue ? new(right) : new(left));
        return operation.Operator switch
        {
            BinaryOperator.Equal or BinaryOperator.LessOrEqual or BinaryOperator.GreaterOrEqual => isEmpty,
            BinaryOperator.NotEqual => !isEmpty,
            BinaryOperator.Less or BinaryOperator.Greater => false,
            _ => SpecialValue.Empty,
        };
    }

    private static ScriptRange Range(object left, object right, BinaryOperator binary)
    {
        var (from, to) = (Whole(left), Whole(right));
        return new(from, to, binary == BinaryOperator.RangeExclusive);
    }

    private static long Whole(object value) => value switch
    {
        int or long or BigInteger => (long)Numbers.ToBig(value),
        decimal number when decimal.IsInteger(number) => (long)number,
        _ => throw new InvalidCastException(),
    };

    private static object? OnValues(BinaryOperator binary, object left, object right)
    {
        if (left is decimal || right is decimal)
        {
            return Arithmetic.Exact(binary, Numbers.ToDecimal(left), Numbers.ToDecimal(right));
        }

        if (left is double || right is double)
        {
            return Arithmetic.Floating(binary, Numbers.ToDouble(left), Numbers.ToDouble(right));
        }

        if (left is float || right is float)
        {
            return Arithmetic.Floating(binary, Numbers.ToDouble(left), Numbers.ToDouble(right)) switch
            {
                double number => (float)number,
                var other => other,
            };
        }

        if (Numbers.IsWhole(left) || Numbers.IsWhole(right))
        {
            return Arithmetic.Whole(binary, Numbers.ToBig(left), Numbers.ToBig(right));
        }

        return OnOthers(binary, left, right);
    }

    private static object? OnOthers(BinaryOperator binary, object left, object right) => (left, right) switch
    {
        (bool a, bool b) => Compare(binary, a.CompareTo(b)) ?? throw new InvalidCastException(),
        (bool a, _) => Compare(binary, a.CompareTo(true)) ?? throw new InvalidCastException(),
        (_, bool b) => Compare(binary, true.CompareTo(b)) ?? throw new InvalidCastException(),
        (DateTime a, DateTime b) when binary == BinaryOperator.Subtract => a - b,
        (DateTime a, DateTime b) => Compare(binary, a.CompareTo(b)) ?? throw new InvalidCastException(),
        (DateTime a, TimeSpan b) when binary == BinaryOperator.Add => a + b,
        (DateTime a, TimeSpan b) when binary == BinaryOperator.Subtract => a - b,
        (TimeSpan a, TimeSpan b) when binary == BinaryOperator.Add => a + b,
        (TimeSpan a, TimeSpan b) when binary == BinaryOperator.Subtract => a - b,
        (TimeSpan a, TimeSpan b) => Compare(binary, a.CompareTo(b)) ?? throw new InvalidCastException(),
        _ when binary == BinaryOperator.Equal => Equals(left, right),
        _ when binary == BinaryOperator.NotEqual => !Equals(left, right),
        _ => throw new InvalidCastException(),
    };

    /// <summary>The answer of a comparison; null for an operator that compares nothing.</summary>
    public static object? Compare(BinaryOperator binary, int order) => binary switch
    {
        BinaryOperator.Equal => order == 0,
        BinaryOperator.NotEqual => order != 0,
        BinaryOperator.Less => order < 0,
        BinaryOperator.LessOrEqual => order <= 0,
        BinaryOperator.Greater => order > 0,
        BinaryOperator.GreaterOrEqual => order >= 0,
        _ => null,
    };

    private static string Sign(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.DivideWhole => "//",
        BinaryOperator.Remainder => "%",
        BinaryOperator.ShiftLeft => "<<",
        BinaryOperator.ShiftRight => ">>",
        BinaryOperator.Range => "..",
        BinaryOperator.RangeExclusive => "..<",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        _ => binary.ToString(),
    };
}

/// <summary>An operator and its operands.</summary>
internal readonly record struct Operation(BinaryOperator Operator, object? LeftValue, object? RightValue, TextSpan Span)
{
    /// <summary>The left operand with its trace, for lists that keep their items' own.</summary>
    public TracedValue Left { get; init; } = new(LeftValue);

    public TracedValue Right { get; init; } = new(RightValue);
}
