using System.Globalization;
using System.Numerics;

namespace PiiDocs.Law;

/// <summary>An exact ratio; thresholds are compared without rounding.</summary>
public readonly record struct Fraction : IComparable<Fraction>
{
    private const int MostPlaces = 4;

    private Fraction(BigInteger numerator, BigInteger denominator)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / common;
        Denominator = denominator / common;
    }

    public static Fraction Zero { get; } = Of(0, 1);

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <summary>Dividend over divisor; both may have decimals.</summary>
    public static Fraction Of(decimal dividend, decimal divisor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(divisor);
        var (top, topScale) = Whole(dividend);
        var (bottom, bottomScale) = Whole(divisor);
        return new(top * bottomScale, bottom * topScale);
    }

    public static Fraction Add(Fraction left, Fraction right) => left + right;

    public static Fraction Max(Fraction left, Fraction right) => left >= right ? left : right;

    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public int CompareTo(decimal other) => CompareTo(Of(other, 1));

    /// <summary>15.6 where that is exact; ≈1.0667 rounded down where it is not, so that 0.99996 never reads as 1.</summary>
    public override string ToString()
    {
        var scaled = BigInteger.DivRem(Numerator * BigInteger.Pow(10, MostPlaces), Denominator, out var rest);
        var digits = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(MostPlaces + 1, '0');
        var text = $"{digits[..^MostPlaces]}.{digits[^MostPlaces..]}".TrimEnd('0').TrimEnd('.');
        return rest.IsZero ? text : $"≈{text}";
    }

    private static (BigInteger Whole, BigInteger Scale) Whole(decimal value)
    {
        var scale = BigInteger.One;
        while (decimal.Truncate(value) != value)
        {
            value *= 10;
            scale *= 10;
        }

        return (new(value), scale);
    }
}
