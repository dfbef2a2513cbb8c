using PiiDocs.Documents;
using PiiDocs.Typesetting.Shaping;
using static PiiDocs.Typesetting.Shaping.CharacterClass;

namespace PiiDocs.Typesetting.Lines;

/// <summary>Breaks a paragraph into lines, greedily: what fits, then what can be squeezed in, then what must be pushed out.</summary>
/// <param name="clusters">Of one paragraph.</param>
/// <param name="characters">Of the whole document.</param>
/// <param name="size">Size of type.</param>
internal readonly ref struct LineBreaker(
    ReadOnlySpan<Cluster> clusters,
    ReadOnlySpan<char> characters,
    Length size,
    PunctuationStyle options)
{
    private readonly ReadOnlySpan<Cluster> _clusters = clusters;
    private readonly ReadOnlySpan<char> _characters = characters;

    /// <summary>Adds the lines of the paragraph, with cluster numbers counted from <paramref name="offset"/>.</summary>
    public void Break(in Measure measure, int offset, List<Line> lines)
    {
        var start = 0;
        do
        {
            var isFirst = start == 0;
            var lead = isFirst ? LeadOfParagraph(measure.FirstIndent) : Length.Zero;
            var room = Length.Max(measure.Room(isFirst), size);
            var (end, used) = start == _clusters.Length ? (start, Length.Zero) : EndOfLine(start, room, lead);
            var isLast = end == _clusters.Length || _clusters[end - 1].Class == LineEnd;
            var width = end == start ? Length.Zero : used - TrimAtEnd(end);
            lines.Add(new(offset + start, offset + end, width, lead, isLast));
            start = end;
        }
        while (start < _clusters.Length);
    }

    private Length LeadOfParagraph(Length indent)
    {
        if (!options.HalveOpeningMarkAtParagraphStart || _clusters.IsEmpty || _clusters[0].Class != Opening)
        {
            return Length.Zero;
        }

        var blank = Spacing.BlankHalf(_clusters[0], size);
        return indent >= blank ? -blank : Length.Zero;
    }

    /// <returns>Where the line ends, and its width with everything at its end.</returns>
    private (int End, Length Used) EndOfLine(int start, Length room, Length lead)
    {
        var scan = new Scan(start, lead);
        while (true)
        {
            scan.Advance(_clusters);
            if (scan.Used > room && scan.Used - TrimAtEnd(scan.End) > room)
            {
                break;
            }

            var kind = KindAt(scan.End);
            scan.Note(kind);
            if (kind == BreakKind.Must)
            {
                return (scan.End, scan.Used);
            }
        }

        if (scan.Fit > start && KindAt(scan.Fit) == BreakKind.Allowed)
        {
            var squeezed = LeavesOneCharacter(scan.Fit) ? SqueezeIn(scan, room, toTheEnd: true) : null;
            return squeezed ?? (scan.Fit, scan.AllowedWidth);
        }

        return SqueezeIn(scan, room, toTheEnd: false) ?? WithWidth(start, PushOut(scan, start, room), lead);
    }

    // The last character of a paragraph is not left to a line of its own if squeezing marks can help it
    // (GB/T 15834-2011, 5.1.11).
    private bool LeavesOneCharacter(int end) =>
        _clusters.Length - end <= 3
        && KindAt(end + 1) == (end + 1 == _clusters.Length ? BreakKind.Must : BreakKind.Never)
        && KindAt(Math.Min(end + 2, _clusters.Length)) is BreakKind.Must or BreakKind.Never;

    // CLREQ: first squeeze in. The nearest place where the line may end, if the marks before it give enough.
    private (int End, Length Used)? SqueezeIn(Scan scan, Length room, bool toTheEnd)
    {
        while (scan.Used - TrimAtEnd(scan.End) - scan.Shrink <= room)
        {
            if (KindAt(scan.End) == BreakKind.Must || (!toTheEnd && KindAt(scan.End) == BreakKind.Allowed))
            {
                return (scan.End, scan.Used);
            }

            scan.Advance(_clusters);
        }

        return null;
    }

    // Then push out: the last good place, unless it leaves a hole and a tolerable one comes later.
    private int PushOut(in Scan scan, int start, Length room)
    {
        var (allowed, reluctant, emergency) = (scan.Allowed, scan.Reluctant, scan.Emergency);
        if (allowed > start && room - (scan.AllowedWidth - TrimAtEnd(allowed)) is var hole && hole <= Tolerable(room))
        {
            return scan.Yielding > allowed && hole > Unseen(room) ? scan.Yielding : allowed;
        }

        if (reluctant > allowed)
        {
            return reluctant;
        }

        if (allowed > start && !(emergency > allowed && IsWiderThan(allowed, room)))
        {
            return allowed;
        }

        return emergency > start ? emergency : Math.Max(scan.Fit, WithMarks(start + 1));
    }

    private static Length Tolerable(Length room) => new((int)(room.Millipoints * 3L / 10));

    // Shared among the gaps of a line, a tenth of it is not seen; nor are two characters in a narrow column.
    private Length Unseen(Length room) => Length.Max(new(room.Millipoints / 10), Length.Min(size * 2, Tolerable(room)));

    // What must stay on a line with the cluster before it, even if a line of its own is all it gets.
    private int WithMarks(int end)
    {
        while (end < _clusters.Length && _clusters[end].Class is CombiningMark or LineEnd)
        {
            end++;
        }

        return end;
    }

    // Whether the piece that begins here could not stand on a line of its own either.
    private bool IsWiderThan(int start, Length room)
    {
        var scan = new Scan(start, Length.Zero);
        do
        {
            scan.Advance(_clusters);
        }
        while (scan.Used <= room && KindAt(scan.End) is BreakKind.Emergency or BreakKind.Never);

        return scan.Used - TrimAtEnd(scan.End) > room;
    }

    private BreakKind KindAt(int end) => end == _clusters.Length ? BreakKind.Must : _clusters[end].Break;

    private (int End, Length Used) WithWidth(int start, int end, Length lead)
    {
        var scan = new Scan(start, lead);
        while (scan.End < end)
        {
            scan.Advance(_clusters);
        }

        return (end, scan.Used);
    }

    // What the line does not need of its last clusters: spaces, and the blank half of a mark.
    private Length TrimAtEnd(int end)
    {
        var trimmed = Length.Zero;
        var last = end - 1;
        while (last > 0 && _clusters[last].Class is Space or LineEnd)
        {
            trimmed += _clusters[last].Advance + _clusters[last].Gap;
            last--;
        }

        ref readonly var mark = ref _clusters[last];
        if (mark.Class is not (Stop or Closing))
        {
            return trimmed;
        }

        if (options.HangMarksAtLineEnd && _characters[mark.TextStart] is '、' or '，' or '。')
        {
            return trimmed + mark.Advance;
        }

        return options.HalveMarksAtLineEnd ? trimmed + Spacing.BlankHalf(mark, size) : trimmed;
    }

    /// <summary>How far a line has come, and the places it might end.</summary>
    private struct Scan(int start, Length lead)
    {
        private readonly int _start = start;

        public int End = start;
        public Length Used = lead;
        public Length Shrink;
        public int Fit = start;
        public int Allowed = start;
        public int Yielding = start;
        public int Reluctant = start;
        public int Emergency = start;
        public Length AllowedWidth;

        public void Advance(ReadOnlySpan<Cluster> clusters)
        {
            ref readonly var cluster = ref clusters[End];
            if (End > _start)
            {
                Used += cluster.Gap;
                Shrink += cluster.Shrink;
            }

            Used += cluster.Advance;
            End++;
        }

        public void Note(BreakKind kind)
        {
            Fit = End;
            switch (kind)
            {
                case BreakKind.Allowed:
                    Allowed = End;
                    AllowedWidth = Used;
                    break;
                case BreakKind.Yielding:
                    (Yielding, Reluctant) = (End, End);
                    break;
                case BreakKind.Reluctant:
                    Reluctant = End;
                    break;
                case BreakKind.Emergency:
                    Emergency = End;
                    break;
                default:
                    break;
            }
        }
    }
}
