using System.Collections.Immutable;

namespace PiiDocs.Documents;

/// <summary>A label broken into lines, by the width its characters have in any Chinese typeface.</summary>
/// <param name="Lines">Without line ends.</param>
/// <param name="Width">Of the widest line.</param>
internal sealed record LabelText(ImmutableArray<ImmutableArray<TextRun>> Lines, Length Width)
{
    // What may not begin a line stays on the one before, a little over its width.
    private const string NotAtLineStart = "、，。：；！？”’）】》〉·%";

    public static LabelText Break(ImmutableArray<Inline> label, Length size, Length width)
    {
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<TextRun>>();
        var line = ImmutableArray.CreateBuilder<TextRun>();
        var (used, widest) = (Length.Zero, Length.Zero);
        width = Balanced(label, size, width);
        foreach (var inline in label)
        {
            if (inline is not TextRun run)
            {
                lines.Add(line.DrainToImmutable());
                used = Length.Zero;
                continue;
            }

            var start = 0;
            for (var i = 0; i < run.Text.Length; i++)
            {
                var advance = WidthOf(run.Text[i], size);
                if (used + advance > width && used > Length.Zero && MayBreak(run.Text, i))
                {
                    AddPart(line, run, start, i);
                    lines.Add(line.DrainToImmutable());
                    (start, used) = (i, Length.Zero);
                }

                used += advance;
                widest = Length.Max(widest, used);
            }

            AddPart(line, run, start, run.Text.Length);
        }

        lines.Add(line.DrainToImmutable());
        return new([.. lines.Where(each => !each.IsEmpty)], widest);
    }

    // Lines of nearly the same length, rather than a last one of a single character; what fits on a line stays on it.
    private static Length Balanced(ImmutableArray<Inline> label, Length size, Length width)
    {
        var parts = new List<long> { 0 };
        foreach (var inline in label)
        {
            if (inline is TextRun run)
            {
                parts[^1] += run.Text.Sum(c => (long)WidthOf(c, size).Millipoints);
            }
            else
            {
                parts.Add(0);
            }
        }

        var widest = parts.Max(part =>
        {
            var lines = (part + width.Millipoints - 1) / Math.Max(1, width.Millipoints);
            return lines < 2 ? part : (part / lines) + size.Millipoints;
        });
        return Length.Min(width, new((int)widest));
    }

    // Wide letters as they are in most Latin faces; 仿宋's own are half as wide as they are high.
    public static Length WidthOf(char c, Length size) =>
        c is (>= 'A' and <= 'Z') or 'm' or 'w' or '@' or '%' or '&' ? size * 0.76m
        : c < 0x2E80 && !"“”‘’—…·×".Contains(c, StringComparison.Ordinal) ? size * 0.56m
        : char.IsLowSurrogate(c) ? Length.Zero
        : size;

    private static bool MayBreak(string text, int index) =>
        !NotAtLineStart.Contains(text[index], StringComparison.Ordinal)
        && !char.IsLowSurrogate(text[index])
        && !(index > 0 && char.IsAsciiLetterOrDigit(text[index]) && char.IsAsciiLetterOrDigit(text[index - 1]));

    private static void AddPart(ImmutableArray<TextRun>.Builder line, TextRun run, int start, int end)
    {
        if (end > start)
        {
            line.Add(run with { Text = run.Text[start..end] });
        }
    }
}
