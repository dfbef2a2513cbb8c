using PiiDocs.Core;

namespace PiiDocs.Documents;

/// <summary>A line of markup: the text between two line ends that a template wrote.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset of its line end.</param>
/// <param name="Run">A run at or before <paramref name="Start"/>, from where to look for the run of a character.</param>
internal readonly record struct MarkupLine(int Start, int End, int Run)
{
    /// <summary>Splits at the line ends of fixed text; a line end inside data belongs to its line.</summary>
    public static List<MarkupLine> Split(TracedText text)
    {
        var lines = new List<MarkupLine>();
        var (start, startRun) = (0, 0);
        for (var run = 0; run < text.Runs.Length; run++)
        {
            var span = text.Runs[run].Span;
            if (!text.Runs[run].Origin.IsFixedText)
            {
                continue;
            }

            for (var at = span.Start; FindLineEnd(text.Text, at, span.End) is var end and >= 0;)
            {
                lines.Add(new(start, end, startRun));
                at = end + (IsWindowsLineEnd(text.Text, end, span.End) ? 2 : 1);
                (start, startRun) = (at, run);
            }
        }

        lines.Add(new(start, text.Text.Length, startRun));
        return lines;
    }

    private static int FindLineEnd(string text, int start, int end)
    {
        var offset = text.AsSpan(start, end - start).IndexOfAny('\n', '\r');
        return offset < 0 ? -1 : start + offset;
    }

    private static bool IsWindowsLineEnd(string text, int at, int end) =>
        text[at] == '\r' && at + 1 < end && text[at + 1] == '\n';
}
