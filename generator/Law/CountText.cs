using System.Globalization;

namespace PiiDocs.Law;

/// <summary>Counts and sums in figures, in 万 or 亿 where that is shorter, with the word for an approximate number.</summary>
internal static class CountText
{
    private const int MostDecimals = 2;

    /// <summary>3.9万余条, 近6000条, 31万余元.</summary>
    /// <param name="count">What to write.</param>
    /// <param name="forms">Holds the form of each qualifier.</param>
    /// <returns>Null where the qualifier is not known.</returns>
    public static string? Write(Count count, LawForms forms)
    {
        var number = count.Scale is { } scale ? Scaled(count.Value, scale) : Shortest(count.Value);
        if (string.IsNullOrEmpty(count.Qualifier) || count.Qualifier == "无")
        {
            return number + count.Unit;
        }

        return forms.Qualifiers.TryGetValue(count.Qualifier, out var phrase)
            ? phrase.With(new("number", number), new("unit", count.Unit))
            : null;
    }

    /// <summary>A number in figures, without grouping and without trailing zeros: 1409.5.</summary>
    public static string Figures(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>How many one of a scale is; 0 for a word that is no scale. The empty word is one.</summary>
    public static decimal SizeOf(string scale) => scale switch
    {
        "" => 1,
        "千" => 1_000,
        "万" => 10_000,
        "亿" => 100_000_000,
        _ => 0,
    };

    private static string Scaled(decimal value, string scale)
    {
        var scaled = value / SizeOf(scale);
        return decimal.Round(scaled, MostDecimals) == scaled ? Figures(scaled) + scale : Figures(value);
    }

    private static string Shortest(decimal value) => Scaled(value, value switch
    {
        >= 100_000_000 => "亿",
        >= 10_000 => "万",
        _ => "",
    });
}

/// <param name="Value">The number the approximate one starts from: 39000 of 3.9万余.</param>
/// <param name="Unit">Measure word; may be empty.</param>
/// <param name="Qualifier">余, 近, 超过 …; empty or 无 for an exact number.</param>
/// <param name="Scale">千, 万, 亿; empty for none, null for the shortest.</param>
internal readonly record struct Count(decimal Value, string Unit, string Qualifier, string? Scale);
