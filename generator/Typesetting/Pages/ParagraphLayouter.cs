using System.Collections.Immutable;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Lines;
using PiiDocs.Typesetting.Shaping;

namespace PiiDocs.Typesetting.Pages;

/// <summary>What shapes text that runs to the right, and what turns it into text that runs down.</summary>
internal sealed record Shapers(Shaper Horizontal, VerticalShaper Vertical);

/// <summary>Takes a paragraph through shaping, spacing, binding and breaking.</summary>
internal sealed class ParagraphLayouter(Flow flow, Shapers shapers, PairRules rules, PunctuationStyle options)
{
    /// <summary>Shapes a paragraph; its lines wait until its width is known.</summary>
    public Range Shape(ImmutableArray<Inline> inlines, ParagraphFormat format) =>
        Space(shapers.Horizontal.Shape(inlines, format), format);

    /// <summary>The same for text that runs from top to bottom.</summary>
    public Range ShapeVertical(ImmutableArray<Inline> inlines, ParagraphFormat format)
    {
        var clusters = shapers.Horizontal.Shape(inlines, format);
        shapers.Vertical.Turn(clusters, format);
        return Space(clusters, format);
    }

    /// <summary>Breaks a shaped paragraph into lines.</summary>
    /// <returns>Its index in the flow.</returns>
    public int Break(Range clusters, ParagraphFormat format, Length width, int element)
    {
        var measure = MeasureOf(format, width);
        var firstLine = flow.Lines.Count;
        Breaker(clusters, format).Break(measure, clusters.Start.Value, flow.Lines);
        flow.Paragraphs.Add(new(format, measure, firstLine, flow.Lines.Count - firstLine, element));
        return flow.Paragraphs.Count - 1;
    }

    /// <summary>Forgets all paragraphs from one on: lines that were tried and do not fit.</summary>
    public void TakeBack(int paragraph)
    {
        if (paragraph < flow.Paragraphs.Count)
        {
            flow.Lines.RemoveRange(flow.Paragraphs[paragraph].FirstLine, flow.Lines.Count - flow.Paragraphs[paragraph].FirstLine);
            flow.Paragraphs.RemoveRange(paragraph, flow.Paragraphs.Count - paragraph);
        }
    }

    private Range Space(Range clusters, ParagraphFormat format)
    {
        var span = flow.Text.Clusters[clusters];
        Spacing.Apply(span, flow.Text.Characters, rules, format.Size);
        UnitBinder.Bind(span, flow.Text.Characters, options.Prohibition);
        return clusters;
    }

    private LineBreaker Breaker(Range clusters, ParagraphFormat format) =>
        new(flow.Text.Clusters[clusters], flow.Text.Characters, format.Size, options);

    // Indents that leave no room for a character give way.
    private static Measure MeasureOf(ParagraphFormat format, Length width)
    {
        var room = width - format.Right;
        var left = format.Left;
        var first = Length.Max(Length.Zero, format.Left + format.FirstLine);
        return room - Length.Max(left, first) >= format.Size
            ? new(room, first, left)
            : new(width, Length.Zero, Length.Zero);
    }
}
