using System.Runtime.InteropServices;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Fonts;
using PiiDocs.Typesetting.Shaping;

namespace PiiDocs.Typesetting.Lines;

/// <summary>Where a column of vertical text goes.</summary>
/// <param name="Axis">The middle of its characters.</param>
/// <param name="Top">Where its room begins, indent included.</param>
/// <param name="Room">How high it may be.</param>
/// <param name="Element">The structure element it belongs to; -1 for decoration.</param>
internal readonly record struct ColumnPlace(Length Axis, Length Top, Length Room, int Element);

/// <summary>Gives every glyph of a column its place: a line that runs down.</summary>
internal sealed class ColumnSetter(ShapedText text, PageReferences references)
{
    // From the axis to the base line of letters that lie: their middle is the middle of the em (ParagraphFormat.EmAscent).
    private const decimal MiddleOverBaseline = 0.36m;
    private const decimal AscentOfEm = 0.86m;
    private const decimal UnderlineDistance = 0.58m;
    private const decimal UnderlineThickness = 0.05m;

    public void Set(in Line line, ParagraphFormat format, in ColumnPlace place, OpenPage page)
    {
        var clusters = text.Clusters[line.Start..line.End];
        var content = clusters[..LineSetter.ContentLength(clusters)];
        if (content.IsEmpty)
        {
            return;
        }

        var slack = place.Room - line.Width;
        var adjustment = Adjustment.For(content, slack, format.Size, format.Alignment == TextAlignment.Justify && !line.IsLast);
        var y = place.Top + LineSetter.Offset(format.Alignment, slack) + line.Lead;
        var tops = new Length[clusters.Length];
        for (var i = 0; i < clusters.Length; i++)
        {
            var isContent = i < content.Length;
            y += isContent && i > 0 ? clusters[i].Gap + adjustment.Next(clusters[i]) : Length.Zero;

            // Spaces at the end of a column stay in the text and take no room.
            tops[i] = isContent ? y : Length.Min(y, place.Top + place.Room);
            y += isContent ? clusters[i].Advance : Length.Zero;
        }

        for (var start = 0; start < clusters.Length;)
        {
            var end = EndOfRun(clusters, start);
            if (clusters[start].Run >= 0)
            {
                SetRun(clusters[start..end], tops.AsSpan(start..end), y, new(format, place, page));
            }

            start = end;
        }
    }

    // What stands side by side is one place of the column; what stands or lies by itself goes on as far as it is of one kind.
    private static int EndOfRun(ReadOnlySpan<Cluster> clusters, int start)
    {
        var end = start + 1;
        while (end < clusters.Length && clusters[start].Posture != Posture.Moved && clusters[end].Run == clusters[start].Run && clusters[end].Posture == clusters[start].Posture
            && (clusters[end].Posture != Posture.SideBySide || clusters[end].Advance == Length.Zero))
        {
            end++;
        }

        return end;
    }

    private void SetRun(ReadOnlySpan<Cluster> clusters, ReadOnlySpan<Length> tops, Length end, in Sheet sheet)
    {
        var run = text.Runs[clusters[0].Run];
        if (run.PageReference >= 0)
        {
            references.Place(run.PageReference, sheet.Page.Number);
        }

        if (run.Face is not { } face)
        {
            return;
        }

        var posture = clusters[0].Posture;
        var (axis, size) = (sheet.Place.Axis, sheet.Format.Size);
        var glyphs = posture == Posture.SideBySide ? SideBySide(clusters, face, size) : Downwards(clusters, tops);
        var (x, y, direction) = posture switch
        {
            Posture.Upright => (axis, tops[0], RunDirection.Vertical),
            Posture.Turned => (axis - (size * MiddleOverBaseline), tops[0], RunDirection.Turned),
            Posture.Moved => (axis, tops[0] + (size * MiddleOverBaseline), RunDirection.Horizontal),
            _ => (axis - new Length(WidthOf(clusters, face, size).Millipoints / 2), tops[0] + (size * AscentOfEm), RunDirection.Horizontal),
        };
        Add(run, new(glyphs, TextOf(clusters), x, y) { Direction = direction, Top = tops[0], Bottom = BottomOf(clusters, tops, end) }, sheet);
    }

    private static Length BottomOf(ReadOnlySpan<Cluster> clusters, ReadOnlySpan<Length> tops, Length end) =>
        Length.Min(end, tops[^1] + Length.Max(clusters[^1].Advance, clusters[0].Posture == Posture.SideBySide ? clusters[0].Advance : Length.Zero));

    private static PlacedGlyph[] Downwards(ReadOnlySpan<Cluster> clusters, ReadOnlySpan<Length> tops)
    {
        var glyphs = new PlacedGlyph[clusters.Length];
        for (var i = 0; i < glyphs.Length; i++)
        {
            glyphs[i] = new(clusters[i].Glyph, tops[i] - tops[0], clusters[i].TextStart - clusters[0].TextStart, clusters[i].TextLength);
        }

        return glyphs;
    }

    private static PlacedGlyph[] SideBySide(ReadOnlySpan<Cluster> clusters, FontFace face, Length size)
    {
        var glyphs = new PlacedGlyph[clusters.Length];
        var x = Length.Zero;
        for (var i = 0; i < glyphs.Length; i++)
        {
            glyphs[i] = new(clusters[i].Glyph, x, clusters[i].TextStart - clusters[0].TextStart, clusters[i].TextLength);
            x += WidthOf(clusters.Slice(i, 1), face, size);
        }

        return glyphs;
    }

    private static Length WidthOf(ReadOnlySpan<Cluster> clusters, FontFace face, Length size)
    {
        var units = 0L;
        foreach (ref readonly var cluster in clusters)
        {
            units += face.AdvanceOf(cluster.Glyph);
        }

        return new((int)(((units * size.Millipoints) + (face.UnitsPerEm / 2)) / face.UnitsPerEm));
    }

    private string TextOf(ReadOnlySpan<Cluster> clusters) =>
        text.Characters[clusters[0].TextStart..(clusters[^1].TextStart + clusters[^1].TextLength)].ToString();

    private static void Add(in ShapedRun run, in RunOfGlyphs set, in Sheet sheet)
    {
        var (format, place, page) = sheet;
        page.Items.Add(new GlyphRun(
            set.X,
            set.Y,
            run.Face!,
            format.Size,
            ImmutableCollectionsMarshal.AsImmutableArray(set.Glyphs),
            set.Text,
            format.Style.Color,
            run.Origin)
        {
            IsEmboldened = run.IsEmboldened,
            Element = place.Element,
            Direction = set.Direction,
        });
        if (run.IsUnderlined)
        {
            // On the left, where columns have the marks of names and books.
            var x = place.Axis - (format.Size * UnderlineDistance);
            page.Items.Add(new Rule(x, set.Top, x, set.Bottom, format.Size * UnderlineThickness, format.Style.Color));
        }
    }

    private readonly record struct RunOfGlyphs(PlacedGlyph[] Glyphs, string Text, Length X, Length Y)
    {
        public required RunDirection Direction { get; init; }

        public required Length Top { get; init; }

        public required Length Bottom { get; init; }
    }

    private readonly record struct Sheet(ParagraphFormat Format, ColumnPlace Place, OpenPage Page);
}
