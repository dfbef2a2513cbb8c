using System.Text.RegularExpressions;

namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>Reads plain text: txt, md, csv, json. Lines run on, so that a value broken over two is whole.</summary>
internal static partial class PlainText
{
    // A window ends at a line end, and the next begins a little before it.
    private const int Window = 128 * 1024;
    private const int Overlap = 512;

    public static void Read(string text, ScannedFile file, ScanSession session)
    {
        ReadLines(text, file.PartName(""), session);
        if (Escape().IsMatch(text))
        {
            // JSON and scripts write characters as escapes.
            ReadLines(Escape().Replace(text, Unescape), file.PartName(""), session);
        }
    }

    private static void ReadLines(string text, string partName, ScanSession session)
    {
        var isTable = text.AsSpan(0, Math.Min(text.Length, Window)).Count(',') > 8;
        var (line, start) = (1, 0);
        while (start < text.Length)
        {
            var end = EndOfWindow(text, start);
            var part = new TextPart(partName);
            foreach (var (number, content) in Lines(text, (start, end), line))
            {
                part.Append(content, isTable ? PartKind.Cell : PartKind.Body, new(UnitKind.Line, number));
            }

            session.Search(part, isLast: true);
            var next = end == text.Length ? end : Math.Max(start + 1, end - Overlap);
            line += text.AsSpan(start, next - start).Count('\n');
            start = next;
        }
    }

    private static IEnumerable<(int Number, string Content)> Lines(string text, (int Start, int End) window, int number)
    {
        for (var at = window.Start; at < window.End; number++)
        {
            var lineEnd = text.IndexOf('\n', at, window.End - at);
            var stop = lineEnd < 0 ? window.End : lineEnd + 1;
            yield return (number, text[at..stop]);
            at = stop;
        }
    }

    private static int EndOfWindow(string text, int start)
    {
        if (text.Length - start <= Window)
        {
            return text.Length;
        }

        var end = text.LastIndexOf('\n', start + Window, Window / 2);
        return end < 0 ? start + Window : end + 1;
    }

    private static string Unescape(Match match) => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString();

    [GeneratedRegex(@"\\u\{?([0-9A-Fa-f]{4})\}?", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
