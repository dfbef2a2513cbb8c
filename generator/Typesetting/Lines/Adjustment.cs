using PiiDocs.Documents;
using PiiDocs.Typesetting.Shaping;

namespace PiiDocs.Typesetting.Lines;

/// <summary>How a line is made as wide as its room: what is added to or taken from each gap.</summary>
/// <remarks>Shares are cumulative and whole, so that they add up to the last thousandth of a point.</remarks>
internal struct Adjustment
{
    private readonly long _shrink;
    private readonly long _capacity;
    private readonly long _firstEach;
    private readonly long _rest;
    private readonly long _gaps;
    private long _capacitySeen;
    private long _gapsSeen;
    private long _given;

    private Adjustment(long shrink, long capacity, long firstEach, long rest, long gaps)
    {
        _shrink = shrink;
        _capacity = capacity;
        _firstEach = firstEach;
        _rest = rest;
        _gaps = gaps;
    }

    /// <param name="line">The clusters of the line, spaces at its end left out.</param>
    /// <param name="slack">What the line lacks, or has too much if negative.</param>
    public static Adjustment For(ReadOnlySpan<Cluster> line, Length slack, Length size, bool mayStretch)
    {
        if (slack < Length.Zero)
        {
            return ToShrink(line, -(long)slack.Millipoints);
        }

        return slack > Length.Zero && mayStretch ? ToStretch(line, slack.Millipoints, size.Millipoints) : default;
    }

    /// <summary>What to add before the next cluster of the line; the first one is not asked for.</summary>
    public Length Next(in Cluster cluster)
    {
        if (_capacity > 0)
        {
            _capacitySeen += cluster.Shrink.Millipoints;
            return new(-(int)Share(_shrink * _capacitySeen / _capacity));
        }

        if (_gaps == 0 || cluster.Stretch == Stretch.None)
        {
            return Length.Zero;
        }

        _gapsSeen++;
        var first = cluster.Stretch == Stretch.First ? _firstEach : 0;
        return new((int)(first + Share(_rest * _gapsSeen / _gaps)));
    }

    private long Share(long total)
    {
        var share = total - _given;
        _given = total;
        return share;
    }

    private static Adjustment ToShrink(ReadOnlySpan<Cluster> line, long excess)
    {
        var capacity = 0L;
        foreach (ref readonly var cluster in line[1..])
        {
            capacity += cluster.Shrink.Millipoints;
        }

        return new(Math.Min(excess, capacity), capacity, 0, 0, 0);
    }

    // CLREQ, "Justification": first the spaces between words and between Han and Latin, a little; then all alike,
    // so that a date does not fall apart before the words around it move.
    // Where that would pull the line to pieces, it stays as it is.
    private static Adjustment ToStretch(ReadOnlySpan<Cluster> line, long slack, long size)
    {
        var (first, gaps) = (0L, 0L);
        foreach (ref readonly var cluster in line[1..])
        {
            first += cluster.Stretch == Stretch.First ? 1 : 0;
            gaps += cluster.Stretch == Stretch.None ? 0 : 1;
        }

        // What dividing the width by the characters left over is no reason to leave the grid.
        if (gaps == 0 || slack < gaps)
        {
            return default;
        }

        var firstEach = first == 0 ? 0 : Math.Min(size / 8, slack / first);
        var rest = slack - (first * firstEach);
        return rest > gaps * size / 2 ? default : new(0, 0, firstEach, rest, gaps);
    }
}
