using PiiDocs.Documents;
using static PiiDocs.Typesetting.Shaping.CharacterClass;

namespace PiiDocs.Typesetting.Shaping;

/// <summary>Fills in what holds between neighbours: break, gap, shrink and stretch.</summary>
internal static class Spacing
{
    public static void Apply(Span<Cluster> clusters, ReadOnlySpan<char> characters, PairRules rules, Length size)
    {
        Refine(clusters, characters);
        var half = new Length(size.Millipoints / 2);
        var quarter = new Length(size.Millipoints / 4);
        var eighth = new Length(size.Millipoints / 8);
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
                Gap.MinusHalf when HasBlank(rule, before, cluster, size) => -half,
                _ => Length.Zero,
            };
            cluster.Shrink = rule.Shrink switch
            {
                Shrink.Half when HasBlank(rule, before, cluster, size) => half,
                Shrink.Eighth => eighth,
                _ => Length.Zero,
            };
        }
    }

    /// <summary>Whether the mark is drawn in one half of a full em and leaves the other blank.</summary>
    public static bool HasBlankHalf(in Cluster mark, Length size) => mark.Advance.Millipoints >= size.Millipoints * 9L / 10;

    // The blank that is taken is the right half of a closing mark, or the left half of an opening one.
    private static bool HasBlank(in PairRule rule, in Cluster before, in Cluster after, Length size) =>
        before.Class is Closing or Stop ? HasBlankHalf(before, size) : HasBlankHalf(after, size);

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
