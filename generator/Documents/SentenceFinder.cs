using System.Collections.Immutable;
using System.Text;
using PiiDocs.Core;

namespace PiiDocs.Documents;

/// <summary>Finds the sentence of a document that shows a field, and marks the words of it that came from the field.</summary>
/// <remarks>Reads a document once; asked as often as there are findings.</remarks>
public sealed class SentenceFinder(Document document)
{
    private const string SentenceEnds = "。；！？\n";

    private readonly Lazy<ImmutableArray<Line>> _lines = new(() => [.. document.Blocks.SelectMany(Paragraphs).Select(Line.Of)]);

    /// <summary>The first sentence a field shows in; null where it shows in none.</summary>
    /// <param name="field">A field, or a group of which any member will do.</param>
    /// <param name="words">The words meant; null for all that came from the field.</param>
    public Quotation? Find(FieldPath? field, string? words)
    {
        var shown = field is { } path ? _lines.Value.Select(line => (Line: line, Spans: line.SpansOf(path))).Where(each => each.Spans.Count > 0).ToList() : [];
        if (string.IsNullOrEmpty(words))
        {
            return shown.Count > 0 ? Quote(shown[0].Line.Text, shown[0].Spans) : null;
        }

        var inField = shown.Select(each => (each.Line, Spans: Within(each.Line.Text, each.Spans, words))).FirstOrDefault(each => each.Spans.Count > 0);
        if (inField.Line is { } line)
        {
            return Quote(line.Text, inField.Spans);
        }

        return _lines.Value.FirstOrDefault(each => each.Text.Contains(words, StringComparison.Ordinal)) is { } other
            ? Quote(other.Text, [new(other.Text.IndexOf(words, StringComparison.Ordinal), words.Length)])
            : null;
    }

    private static IEnumerable<Paragraph> Paragraphs(Block block) => block switch
    {
        Paragraph paragraph => [paragraph],
        Table table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs),
        _ => [],
    };

    private static List<TextSpan> Within(string text, List<TextSpan> spans, string words)
    {
        var found = new List<TextSpan>();
        foreach (var span in spans)
        {
            var at = text.IndexOf(words, span.Start, StringComparison.Ordinal);
            if (at >= 0 && at + words.Length <= span.End)
            {
                found.Add(new(at, words.Length));
            }
        }

        return found;
    }

    /// <summary>The sentence around the first span, with every span that lies in it.</summary>
    private static Quotation Quote(string text, List<TextSpan> spans)
    {
        var first = spans[0];
        var start = first.Start > 0 ? text.LastIndexOfAny(SentenceEnds.ToCharArray(), first.Start - 1) + 1 : 0;
        var end = text.IndexOfAny(SentenceEnds.ToCharArray(), Math.Max(first.Start, first.End - 1));
        end = end < 0 ? text.Length : end + 1;
        var marks = spans.Where(span => span.Start >= start && span.End <= end)
            .Select(span => new TextSpan(span.Start - start, span.Length));
        return new(text[start..end], [.. marks]);
    }

    private sealed record Line(string Text, ImmutableArray<(TextSpan Span, Origin Origin)> Runs)
    {
        public static Line Of(Paragraph paragraph)
        {
            var text = new StringBuilder();
            var runs = ImmutableArray.CreateBuilder<(TextSpan, Origin)>();
            foreach (var inline in paragraph.Inlines)
            {
                var written = inline is TextRun run ? run.Text : "\n";
                runs.Add((new(text.Length, written.Length), inline.Origin));
                text.Append(written);
            }

            return new(text.ToString(), runs.ToImmutable());
        }

        /// <summary>What came from the field or a member of it, neighbours joined; what shows it as it is before what was made of it.</summary>
        public List<TextSpan> SpansOf(FieldPath field)
        {
            var exact = Joined(origin => origin.Verbatim && origin.Fields.Any(each => field.Holds(each)));
            return exact.Count > 0 ? exact : Joined(origin => origin.Fields.Any(each => field.Holds(each)));
        }

        private List<TextSpan> Joined(Predicate<Origin> isMeant)
        {
            var spans = new List<TextSpan>();
            foreach (var (span, origin) in Runs)
            {
                if (!isMeant(origin))
                {
                    continue;
                }

                if (spans.Count > 0 && spans[^1].End == span.Start)
                {
                    spans[^1] = TextSpan.FromBounds(spans[^1].Start, span.End);
                }
                else
                {
                    spans.Add(span);
                }
            }

            return spans;
        }
    }
}
