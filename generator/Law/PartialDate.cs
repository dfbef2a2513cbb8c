using System.Globalization;

namespace PiiDocs.Law;

/// <summary>A date as far as it is known: a year, a month or a day.</summary>
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null)
{
    /// <summary>The day itself, or the first day it may be.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The day itself, or the last day it may be.</summary>
    public DateOnly Last =>
        new(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));

    /// <summary>Whether the day is known.</summary>
    public bool IsDay => Day is not null;

    /// <summary>Reads <c>2024</c>, <c>2024-03</c> or <c>2024-03-05</c>; null for anything else and for days no calendar has.</summary>
    public static PartialDate? Parse(string text)
    {
        var parts = text.Split('-');
        if (parts.Length > 3 || parts[0].Length != 4 || parts.Skip(1).Any(part => part.Length != 2) || !parts.All(IsFigures))
        {
            return null;
        }

        var numbers = parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return Create(numbers[0], numbers.ElementAtOrDefault(1), numbers.ElementAtOrDefault(2), parts.Length);
    }

    /// <summary>As a case file writes it.</summary>
    public override string ToString() => (Month, Day) switch
    {
        ({ } month, { } day) => $"{Year:0000}-{month:00}-{day:00}",
        ({ } month, null) => $"{Year:0000}-{month:00}",
        _ => $"{Year:0000}",
    };

    internal static PartialDate Of(DateOnly date) => new(date.Year, date.Month, date.Day);

    private static PartialDate? Create(int year, int month, int day, int parts) => parts switch
    {
        _ when year < 1 => null,
        1 => new(year),
        _ when month is < 1 or > 12 => null,
        2 => new(year, month),
        _ => day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null,
    };

    private static bool IsFigures(string part) => part.All(char.IsAsciiDigit);
}
