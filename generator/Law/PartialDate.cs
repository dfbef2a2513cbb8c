using System.Globalization;

namespace PiiDocs.Law;

/// <summary>A date as far as it is known: a year, a month or a day.</summary>
public sealed record PartialDate(int Year, int? Month = null, int? Day = null)
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
        if (text.Length is not (4 or 7 or 10) || !IsFigures(text, 0, 4))
        {
            return null;
        }

        var year = NumberAt(text, 0, 4);
        if (text.Length == 4)
        {
            return year < 1 ? null : new(year);
        }

        if (!IsPart(text, 4) || NumberAt(text, 5, 2) is var month && (year < 1 || month is < 1 or > 12))
        {
            return null;
        }

        return text.Length == 7 ? new(year, month)
            : IsPart(text, 7) && NumberAt(text, 8, 2) is var day && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day)
            : null;
    }

    /// <summary>As a case file writes it.</summary>
    public override string ToString() => (Month, Day) switch
    {
        ({ } month, { } day) => $"{Year:0000}-{month:00}-{day:00}",
        ({ } month, null) => $"{Year:0000}-{month:00}",
        _ => $"{Year:0000}",
    };

    internal static PartialDate Of(DateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>A hyphen and two figures.</summary>
    private static bool IsPart(string text, int at) => text[at] == '-' && IsFigures(text, at + 1, 2);

    private static bool IsFigures(string text, int at, int length) => !text.AsSpan(at, length).ContainsAnyExceptInRange('0', '9');

    private static int NumberAt(string text, int at, int length) =>
        int.Parse(text.AsSpan(at, length), NumberStyles.None, CultureInfo.InvariantCulture);
}
