using System.Numerics;
using PiiDocs.Templating.Syntax;

namespace PiiDocs.Templating.Evaluation;

/// <summary>Calculation on two numbers of one kind.</summary>
internal static class Arithmetic
{
    /// <summary>Beyond this a shift makes numbers no template means.</summary>
    private const int LongestShift = 1024;

    public static object Exact(BinaryOperator binary, decimal left, decimal right) => binary switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.DivideWhole => decimal.Round(left / right),
        BinaryOperator.Remainder => left % right,
        _ => Operators.Compare(binary, left.CompareTo(right)) ?? throw new InvalidCastException(),
    };

    public static object Floating(BinaryOperator binary, double left, double right) => binary switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => left / right,
        BinaryOperator.DivideWhole => Math.Round(left / right),
        BinaryOperator.Remainder => left % right,
        _ => Operators.Compare(binary, left.CompareTo(right)) ?? throw new InvalidCastException(),
    };

    public static object Whole(BinaryOperator binary, BigInteger left, BigInteger right) => binary switch
    {
        BinaryOperator.Add => Numbers.Fit(left + right),
        BinaryOperator.Subtract => Numbers.Fit(left - right),
        BinaryOperator.Multiply => Numbers.Fit(left * right),
        BinaryOperator.Divide => (double)left / (double)right,
        BinaryOperator.DivideWhole => Numbers.Fit(BigInteger.Divide(left, right)),
        BinaryOperator.Remainder => Numbers.Fit(BigInteger.Remainder(left, right)),
        BinaryOperator.ShiftLeft => Numbers.Fit(left << ShiftOf(right)),
        BinaryOperator.ShiftRight => Numbers.Fit(left >> ShiftOf(right)),
        _ => Operators.Compare(binary, left.CompareTo(right)) ?? throw new InvalidCastException(),
    };

    private static int ShiftOf(BigInteger amount) =>
        BigInteger.Abs(amount) <= LongestShift ? (int)amount : throw new OverflowException();
}
