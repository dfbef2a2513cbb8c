using System.Collections.Immutable;
using PiiDocs.Documents;

namespace PiiDocs.Typesetting.Pages;

/// <summary>Divides the width of a table among its columns; the sum is always exactly that width.</summary>
internal static class ColumnWidths
{
    /// <param name="columns">Share 0 asks for a width that fits.</param>
    /// <param name="wanted">What each column needs on one line, and at the least, padding included.</param>
    /// <param name="width">Of the table.</param>
    public static ImmutableArray<Length> Divide(
        ImmutableArray<TableColumn> columns,
        ReadOnlySpan<(Length Line, Length Piece)> wanted,
        Length width)
    {
        var weights = new long[columns.Length];
        var shares = columns.Sum(column => (long)column.Share);
        var forAutomatic = shares > 0 ? width.Millipoints * 2L / 3 : width.Millipoints;
        var automatic = FitAutomatic(columns, wanted, forAutomatic);
        var rest = width.Millipoints - automatic.Sum();
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = columns[i].Share > 0 ? rest * columns[i].Share / shares : automatic[i];
        }

        return ToWhole(weights, width);
    }

    // As browsers do: one line each if there is room; else the least each needs, and the rest in proportion to the lack.
    // A word longer than an equal part of the room is broken rather than given more.
    private static long[] FitAutomatic(
        ImmutableArray<TableColumn> columns,
        ReadOnlySpan<(Length Line, Length Piece)> wanted,
        long room)
    {
        var part = room / Math.Max(1, columns.Count(column => column.Share == 0));
        var (lines, pieces) = (0L, 0L);
        for (var i = 0; i < columns.Length; i++)
        {
            lines += columns[i].Share == 0 ? wanted[i].Line.Millipoints : 0;
            pieces += columns[i].Share == 0 ? Math.Min(part, wanted[i].Piece.Millipoints) : 0;
        }

        var fitted = new long[columns.Length];
        for (var i = 0; i < fitted.Length; i++)
        {
            var line = wanted[i].Line.Millipoints;
            var piece = Math.Min(part, wanted[i].Piece.Millipoints);
            fitted[i] = columns[i].Share > 0 ? 0
                : lines <= room ? line
                : piece + ((room - pieces) * (line - piece) / (lines - pieces));
        }

        return fitted;
    }

    // The weights in proportion, made whole so that nothing of the width is lost.
    private static ImmutableArray<Length> ToWhole(long[] weights, Length width)
    {
        var total = Math.Max(1, weights.Sum());
        var widths = ImmutableArray.CreateBuilder<Length>(weights.Length);
        var (seen, given) = (0L, 0L);
        foreach (var weight in weights)
        {
            seen += weight;
            var edge = width.Millipoints * seen / total;
            widths.Add(new((int)(edge - given)));
            given = edge;
        }

        return widths.DrainToImmutable();
    }
}
