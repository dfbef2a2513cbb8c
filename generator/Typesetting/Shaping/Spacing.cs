using PiiDocs.Documents;
using static PiiDocs.Typesetting.Shaping.CharacterClass;

namespace PiiDocs.Typesetting.Shaping;

/// <summary>Fills in what holds between neighbours: break, gap, shrink and stretch.</summary>
internal static class Spacing
{
    public static void Apply(Span<Cluster> clusters, ReadOnlySpan<char> characters, PairRules rules, Length size)
    {
        Refine(clusters, characters);
        var quarter = new Length(size.Millipoints / 4);
        var eighth = new Length(size.Millipoints / 8);
        var mark = Ideograph;
        for (var i = 1; i < clusters.Length; i++)
        {
            ref var cluster = ref clusters[i];
            ref readonly var before = ref clusters[i - 1];
            ref readonly var rule = ref rules[before.Class, cluster.Class];
            cluster.Break = cluster.HasWantedBreak && rule.Break != BreakKind.Must ? cluster.WantedBreak : rule.Break;
            cluster.Stretch = rule.Stretch;
            cluster.Gap = rule.Gap switch
            {
                Gap.Quarter => quarter,
                Gap.MinusHalf => -Blank(before, cluster, size),
                _ => Length.Zero,
            };
            cluster.Shrink = rule.Shrink switch
            {
                Shrink.Half => Blank(before, cluster, size),
                Shrink.Eighth => eighth,
                _ => Length.Zero,
            };

            // A mark that may not end a line may not do so with a space after it either.
            mark = before.Class == Space ? mark : before.Class;
            if (before.Class == Space && cluster.Break == BreakKind.Allowed)
            {
                cluster.Break = rules[mark, Ideograph].Break == BreakKind.Never ? BreakKind.Never : BreakKind.Allowed;
            }
        }
    }

    /// <summary>The blank half of a mark that is drawn in the other half of a full em; nothing for narrow marks.</summary>
    public static Length BlankHalf(in Cluster mark, Length size) =>
        mark.Advance.Millipoints >= size.Millipoints * 9L / 10
            ? new((Length.Min(mark.Advance, size).Millipoints + 1) / 2)
            : Length.Zero;

    // The blank that is taken is the right half of a closing mark, or the left half of an opening one.
    private static Length Blank(in Cluster before, in Cluster after, Length size) =>
        before.Class is Closing or Stop ? BlankHalf(before, size) : BlankHalf(after, size);

    // Three classes depend on the neighbours: an apostrophe, an em dash alone, and the pairs in a row of dashes.
    private static void Refine(Span<Cluster> clusters, ReadOnlySpan<char> characters)
    {
        for (var i = 0; i < clusters.Length; i++)
        {
            ref var cluster = ref clusters[i];
            if (cluster.Class == Closing && characters[cluster.TextStart] == '’' && IsLetterAt(clusters, i - 1)
                && IsLetterAt(clusters, i + 1))
            {
                cluster.Class = LatinMark;
            }

            if (cluster.Class == Connector && IsEmDashAt(clusters, characters, i)
                && (IsEmDashAt(clusters, characters, i - 1) || IsEmDashAt(clusters, characters, i + 1)))
            {
                cluster.Class = Dash;
            }
        }
    }

    private static bool IsLetterAt(Span<Cluster> clusters, int index) =>
        index >= 0 && index < clusters.Length && clusters[index].Class == Letter;

    private static bool IsEmDashAt(Span<Cluster> clusters, ReadOnlySpan<char> characters, int index) =>
        index >= 0 && index < clusters.Length && clusters[index].TextLength == 1
        && characters[clusters[index].TextStart] == '—';
}
