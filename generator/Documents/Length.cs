namespace PiiDocs.Documents;

/// <summary>A length on paper, in whole thousandths of a point.</summary>
/// <remarks>
/// Integers make layout exact: the same document breaks at the same places on every machine, and tests compare
/// with ==. Every unit we meet fits: a twip is 50, a half-point 500, a millimetre rounds to 2835.
/// </remarks>
public readonly record struct Length(int Millipoints) : IComparable<Length>
{
    public static readonly Length Zero;

    /// <summary>From points, the unit of type sizes.</summary>
    public static Length FromPoints(decimal points) => new((int)decimal.Round(points * 1000m, MidpointRounding.AwayFromZero));

    /// <summary>From millimetres, the unit of paper and margins.</summary>
    public static Length FromMillimetres(decimal millimetres) => FromPoints(millimetres * 72m / 25.4m);

    /// <summary>Twentieths of a point, the unit of WordprocessingML, rounded to the nearest.</summary>
    public int Twips => (int)Math.Round(Millipoints / 50m, MidpointRounding.AwayFromZero);

    public decimal Points => Millipoints / 1000m;

    public static Length operator +(Length left, Length right) => new(left.Millipoints + right.Millipoints);

    public static Length operator -(Length left, Length right) => new(left.Millipoints - right.Millipoints);

    public static Length operator -(Length length) => new(-length.Millipoints);

    public static Length operator *(Length length, int factor) => new(length.Millipoints * factor);

    /// <summary>A share of the length, rounded to the nearest thousandth of a point.</summary>
    public static Length operator *(Length length, decimal factor) =>
        new((int)decimal.Round(length.Millipoints * factor, MidpointRounding.AwayFromZero));

    public static bool operator <(Length left, Length right) => left.Millipoints < right.Millipoints;

    public static bool operator >(Length left, Length right) => left.Millipoints > right.Millipoints;

    public static bool operator <=(Length left, Length right) => left.Millipoints <= right.Millipoints;

    public static bool operator >=(Length left, Length right) => left.Millipoints >= right.Millipoints;

    public static Length Max(Length left, Length right) => left > right ? left : right;

    public static Length Min(Length left, Length right) => left < right ? left : right;

    public int CompareTo(Length other) => Millipoints.CompareTo(other.Millipoints);

    public override string ToString() => $"{Points}pt";
}
