using System.Globalization;
using System.Numerics;

namespace PiiDocs.Templating.Evaluation;

/// <summary>Number types as the public library has them: int, long, float, double, decimal, BigInteger.</summary>
internal static class Numbers
{
    public static bool IsNumber(object? value) => value is int or long or float or double or decimal or BigInteger;

    public static bool IsWhole(object? value) => value is int or long or BigInteger;

    /// <summary>The smallest whole type that holds it.</summary>
    public static object Fit(BigInteger value) =>
        value >= int.MinValue && value <= int.MaxValue ? (int)value
        : value >= long.MinValue && value <= long.MaxValue ? (long)value
        : value;

    public static object Fit(long value) => value is >= int.MinValue and <= int.MaxValue ? (object)(int)value : value;

    public static double ToDouble(object? value) => value switch
    {
        null => 0,
        BigInteger big => (double)big,
        IConvertible number => number.ToDouble(CultureInfo.InvariantCulture),
        _ => throw new InvalidCastException(),
    };

    public static decimal ToDecimal(object? value) => value switch
    {
        null => 0,
        BigInteger big => (decimal)big,
        IConvertible number => number.ToDecimal(CultureInfo.InvariantCulture),
        _ => throw new InvalidCastException(),
    };

    public static BigInteger ToBig(object? value) => value switch
    {
        null => BigInteger.Zero,
        BigInteger big => big,
        int number => number,
        long number => number,
        bool flag => flag ? 1 : 0,
        decimal number => new(number),
        double number => new(number),
        float number => new(number),
        _ => throw new InvalidCastException(),
    };

    /// <summary>Rounds to the nearest whole, halves to even, as a conversion does.</summary>
    public static int ToInt(object? value) => value switch
    {
        null => 0,
        int number => number,
        BigInteger big => (int)big,
        IConvertible number => number.ToInt32(CultureInfo.InvariantCulture),
        _ => throw new InvalidCastException(),
    };

    public static string Print(object value) => value switch
    {
        int number => number.ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Without the zeros a calculation left behind: 3.00 is 3.</summary>
    public static decimal Normalise(decimal value) => value / 1.0000000000000000000000000000m;
}
