using System.Runtime.InteropServices;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Shaping;
using static PiiDocs.Typesetting.Shaping.CharacterClass;

namespace PiiDocs.Typesetting.Lines;

/// <summary>Where a line goes.</summary>
/// <param name="Left">Where its room begins, indent included.</param>
/// <param name="Room">How wide it may be.</param>
/// <param name="Baseline">Of its glyphs.</param>
/// <param name="Element">The structure element it belongs to; -1 for decoration.</param>
internal readonly record struct LinePlace(Length Left, Length Room, Length Baseline, int Element);

/// <summary>What sets lines, and what sets columns.</summary>
internal sealed record LineSetters(LineSetter Lines, ColumnSetter Columns);

/// <summary>Gives every glyph of a line its place.</summary>
internal sealed class LineSetter(ShapedText text, PageReferences references)
{
    private const decimal UnderlineDepth = 0.16m;
    private const decimal UnderlineThickness = 0.05m;

    public void Set(in Line line, ParagraphFormat format, in LinePlace place, OpenPage page)
    {
        var clusters = text.Clusters[line.Start..line.End];
        var content = clusters[..ContentLength(clusters)];
        if (content.IsEmpty)
        {
            return;
        }

        var slack = place.Room - line.Width;
        var mayStretch = format.Alignment == TextAlignment.Justify && !line.IsLast;
        var pen = new Pen
        {
            X = place.Left + Offset(format.Alignment, slack) + line.Lead,
            Adjustment = Adjustment.For(content, slack, format.Size, mayStretch),
            ContentLength = content.Length,
            End = place.Left + place.Room,
        };
        for (var start = 0; start < clusters.Length;)
        {
            var end = EndOfRun(clusters, start);
            if (clusters[start].Run >= 0)
            {
                SetRun(clusters, start..end, ref pen, new(format, place, page));
            }

            start = end;
        }
    }

    internal static Length Offset(TextAlignment alignment, Length slack) =>
        slack <= Length.Zero
            ? Length.Zero
            : alignment switch
            {
                TextAlignment.Right => slack,
                TextAlignment.Centre => new(slack.Millipoints / 2),
                _ => Length.Zero,
            };

    internal static int ContentLength(ReadOnlySpan<Cluster> clusters)
    {
        var length = clusters.Length;
        while (length > 1 && clusters[length - 1].Class is Space or LineEnd)
        {
            length--;
        }

        return length;
    }

    private static int EndOfRun(ReadOnlySpan<Cluster> clusters, int start)
    {
        var end = start + 1;
        while (end < clusters.Length && clusters[end].Run == clusters[start].Run)
        {
            end++;
        }

        return end;
    }

    private void SetRun(ReadOnlySpan<Cluster> clusters, Range range, ref Pen pen, in Sheet sheet)
    {
        var (start, length) = range.GetOffsetAndLength(clusters.Length);
        var glyphs = new PlacedGlyph[length];
        var textStart = clusters[start].TextStart;
        var left = Length.Zero;
        for (var i = 0; i < length; i++)
        {
            ref readonly var cluster = ref clusters[start + i];
            var isContent = start + i < pen.ContentLength;
            if (isContent && start + i > 0)
            {
                pen.X += cluster.Gap + pen.Adjustment.Next(cluster);
            }

            // Spaces at the end of a line stay in the text and take no room.
            var x = isContent ? pen.X : Length.Min(pen.X, pen.End);
            left = i == 0 ? x : left;
            glyphs[i] = new(cluster.Glyph, x - left, cluster.TextStart - textStart, cluster.TextLength);
            pen.X += isContent ? cluster.Advance : Length.Zero;
        }

        ref readonly var last = ref clusters[start + length - 1];
        var said = text.Characters[textStart..(last.TextStart + last.TextLength)].ToString();
        Draw(text.Runs[clusters[start].Run], new(glyphs, said, left, pen.X), sheet);
    }

    private void Draw(in ShapedRun run, in RunOfGlyphs set, in Sheet sheet)
    {
        var (format, place, page) = sheet;
        if (run.PageReference >= 0)
        {
            references.Place(run.PageReference, page.Number);
        }

        if (run.Face is null)
        {
            return;
        }

        page.Items.Add(new GlyphRun(
            set.Left,
            place.Baseline,
            run.Face,
            format.Size,
            ImmutableCollectionsMarshal.AsImmutableArray(set.Glyphs),
            set.Text,
            format.Style.Color,
            run.Origin)
        {
            IsEmboldened = run.IsEmboldened,
            Element = place.Element,
        });
        if (run.IsUnderlined)
        {
            var y = place.Baseline + (format.Size * UnderlineDepth);
            page.Items.Add(new Rule(set.Left, y, set.Right, y, format.Size * UnderlineThickness, format.Style.Color));
        }
    }

    /// <summary>Where the next glyph stands, and how the line is adjusted so far.</summary>
    private struct Pen
    {
        public Length X;
        public Adjustment Adjustment;
        public int ContentLength;
        public Length End;
    }

    private readonly record struct RunOfGlyphs(PlacedGlyph[] Glyphs, string Text, Length Left, Length Right);

    private readonly record struct Sheet(ParagraphFormat Format, LinePlace Place, OpenPage Page);
}
