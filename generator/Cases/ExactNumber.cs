using System.Globalization;

namespace PiiDocs.Cases;

/// <summary>Numbers that a decimal keeps to the last digit; sums of money must not be rounded by reading them.</summary>
internal static class ExactNumber
{
    // A decimal has 28 sure digits and at most 28 of them behind the point.
    private const int MostDigits = 28;

    /// <param name="written">A JSON number, or a YAML number of the core schema.</param>
    /// <param name="value">The number, exact.</param>
    public static bool TryRead(string written, out decimal value)
    {
        var parts = written.Split('e', 'E');
        var mantissa = parts[0].TrimStart('-', '+');
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : mantissa.Length - point - 1;
        var exponent = 0;
        value = 0;
        return (parts.Length == 1 || int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            && digits.Length <= MostDigits
            && Math.Abs((long)exponent) <= MostDigits
            && decimals - exponent <= MostDigits
            && decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}
