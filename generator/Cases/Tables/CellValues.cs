using System.Globalization;
using System.Text.RegularExpressions;
using PiiDocs.Core;

namespace PiiDocs.Cases.Tables;

/// <summary>Turns what a cell holds into what its field wants; what cannot be turned stays as it is, for the schema to name.</summary>
/// <param name="startsIn1904">Days are counted from 1904, as workbooks of old Macintoshes do.</param>
internal sealed partial class CellValues(bool startsIn1904)
{
    // Excel keeps fifteen digits; of an identifier with more the rest is lost.
    private const double MostExact = 1e15;

    // 1954 to 2119: a day that somebody's sheet shows as a plain number, and no count or sum in a field of dates.
    private const double FirstSerial = 20_000;
    private const double LastSerial = 80_000;
    private const int DaysFrom1900To1904 = 1462;

    private static readonly string[] DateForms =
    [
        "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd",
        "yyyy-M-d H:mm", "yyyy/M/d H:mm", "yyyy-M-d H:mm:ss", "yyyy/M/d H:mm:ss",
    ];

    private static readonly string[] MonthForms = ["yyyy-M", "yyyy/M", "yyyy.M", "yyyy年M月"];

    /// <summary>The value; null for an empty cell.</summary>
    public DataNode? Read(RawCell cell, FormField field, SourceLocation at, DiagnosticBag diagnostics)
    {
        if (cell.IsEmpty)
        {
            return null;
        }

        if (cell.Value is string written && IllegalCharacters.Find(written) is { } illegal)
        {
            diagnostics.Add(CaseErrors.IllegalCharacter(at, field.Path, illegal.Code));
            return null;
        }

        var value = Convert(cell, field, at, diagnostics);
        return value is null ? null : value with { Location = at };
    }

    private DataNode? Convert(RawCell cell, FormField field, SourceLocation at, DiagnosticBag diagnostics) => field.Kind switch
    {
        CellKind.Number or CellKind.WholeNumber => Number(cell),
        CellKind.Flag => Flag(cell),
        CellKind.Date => new DataText(DateOf(cell, isPartial: false) ?? Shown(cell)),
        CellKind.PartialDate => new DataText(DateOf(cell, isPartial: true) ?? Shown(cell)),
        CellKind.Words => ListOf(Shown(cell).Split(['、', '，', ',', '；', ';', '\n']), at),
        CellKind.Lines => ListOf(Shown(cell).Split('\n'), at),
        _ => Text(cell, field, at, diagnostics),
    };

    private static DataText? Text(RawCell cell, FormField field, SourceLocation at, DiagnosticBag diagnostics)
    {
        if (cell.Value is double number && Math.Abs(number) >= MostExact)
        {
            diagnostics.Add(TableErrors.DigitsLost(at, field));
            return null;
        }

        return new(Shown(cell));
    }

    /// <summary>What the cell shows, near enough for a text.</summary>
    internal static string Shown(RawCell cell) => cell.Value switch
    {
        string text => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim(),
        double number => WithZeros(number, cell.Format),
        bool flag => flag ? "true" : "false",
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <summary>A format of zeros alone (<c>000000</c>) shows zeros that the number does not have.</summary>
    private static string WithZeros(double number, string? format)
    {
        var digits = number.ToString(Math.Abs(number) < MostExact ? "0.###############" : "R", CultureInfo.InvariantCulture);
        return format is not null && ZerosPattern().IsMatch(format) && double.IsInteger(number) && number >= 0
            ? digits.PadLeft(format.Length, '0')
            : digits;
    }

    private static DataNode Number(RawCell cell)
    {
        if (cell.Value is double number && Math.Abs(number) < MostExact)
        {
            // Fifteen digits are what Excel shows and keeps: 0.1 + 0.2 is 0.3 there.
            var exact = (decimal)number;
            return new DataNumber(exact, exact.ToString(CultureInfo.InvariantCulture));
        }

        var text = Shown(cell);
        var plain = ThousandsPattern().IsMatch(text) ? text.Replace(",", "", StringComparison.Ordinal) : text;
        return NumberPattern().IsMatch(plain) && ExactNumber.TryRead(plain, out var value) ? new DataNumber(value, plain) : new DataText(text);
    }

    private static DataNode Flag(RawCell cell) => cell.Value switch
    {
        bool flag => new DataFlag(flag),
        double and (0 or 1) => new DataFlag(cell.Value is 1.0),
        _ => Shown(cell).ToUpperInvariant() switch
        {
            "是" or "对" or "有" or "√" or "TRUE" or "YES" or "Y" => new DataFlag(true),
            "否" or "不是" or "无" or "×" or "FALSE" or "NO" or "N" => new DataFlag(false),
            var other => new DataText(other),
        },
    };

    private string? DateOf(RawCell cell, bool isPartial)
    {
        switch (cell.Value)
        {
            case DateTime time:
                return time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case double serial and >= FirstSerial and <= LastSerial:
                var day = startsIn1904 ? serial + DaysFrom1900To1904 : serial;
                return DateTime.FromOADate(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            default:
                return DateOf(Shown(cell), isPartial);
        }
    }

    private static string? DateOf(string text, bool isPartial)
    {
        if (DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return isPartial && DateTime.TryParseExact(text, MonthForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month.ToString("yyyy-MM", CultureInfo.InvariantCulture)
            : null;
    }

    private static DataList ListOf(string[] parts, SourceLocation at) =>
        new([.. from part in parts
                let text = part.Trim()
                where text.Length > 0
                select new DataText(text) { Location = at }]);

    [GeneratedRegex(@"\A0{2,}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ZerosPattern();

    [GeneratedRegex(@"\A-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex ThousandsPattern();

    [GeneratedRegex(@"\A-?[0-9]+(\.[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();
}
