using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace PiiDocs.Documents;

/// <summary>Writes the text of a paragraph or a cell as markup.</summary>
internal sealed class InlinePrinter(StringBuilder output, bool insideTable)
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(@"\<|*_");

    private readonly StringBuilder _merged = new();
    private bool _bold;
    private bool _underline;
    private bool _hasEmphasis;
    private int _lineStart;

    public static bool HasText(ImmutableArray<Inline> inlines) => inlines.Any(inline => inline is TextRun or PageNumber);

    public void Print(ImmutableArray<Inline> inlines)
    {
        _hasEmphasis = inlines.Any(inline => inline is TextRun { Bold: true } or TextRun { Underline: true });
        _lineStart = output.Length;
        for (var i = 0; i < inlines.Length; i++)
        {
            switch (inlines[i])
            {
                case TextRun run:
                    SetEmphasis(run.Bold, run.Underline);
                    var text = MergedText(inlines, ref i);
                    PrintText(text, endsLine: i + 1 == inlines.Length || inlines[i + 1] is LineBreak);
                    break;
                case LineBreak when !insideTable && IsBetweenText(inlines, i):
                    output.Append("  \n");
                    _lineStart = output.Length;
                    break;
                case LineBreak:
                    output.Append("<br>");
                    break;
                case PageNumber number:
                    output.Append(number.Total ? "<pages>" : "<page>");
                    break;
                default:
                    throw new UnreachableException($"no text form for {inlines[i].GetType().Name}");
            }
        }

        SetEmphasis(bold: false, underline: false);
    }

    private void SetEmphasis(bool bold, bool underline)
    {
        output.Append(_underline != underline ? "__" : "").Append(_bold != bold ? "**" : "");
        (_bold, _underline) = (bold, underline);
    }

    private static bool IsBetweenText(ImmutableArray<Inline> inlines, int index) =>
        index > 0 && inlines[index - 1] is TextRun && index + 1 < inlines.Length && inlines[index + 1] is TextRun;

    // Neighbours that differ in origin only read as one text.
    private string MergedText(ImmutableArray<Inline> inlines, ref int index)
    {
        var first = (TextRun)inlines[index];
        if (index + 1 == inlines.Length || !IsSameFormat(first, inlines[index + 1]))
        {
            return first.Text;
        }

        var text = _merged.Clear().Append(first.Text);
        while (index + 1 < inlines.Length && IsSameFormat(first, inlines[index + 1]))
        {
            text.Append(((TextRun)inlines[++index]).Text);
        }

        return text.ToString();
    }

    private static bool IsSameFormat(TextRun run, Inline other) =>
        other is TextRun next && next.Bold == run.Bold && next.Underline == run.Underline;

    private void PrintText(string text, bool endsLine)
    {
        for (var i = 0; i < text.Length;)
        {
            if (PlainLength(text, i, endsLine) is var plain and > 0)
            {
                output.Append(text, i, plain);
                i += plain;
                continue;
            }

            var end = text[i] is '*' or '_' ? EndOfSame(text, i) : i + 1;
            var isEscaped = IsMark(text, i, end)
                || (output.Length == _lineStart && BeginsMarkedLine(text))
                || (endsLine && end == text.Length && text[i] is ' ' or '\t');
            for (; i < end; i++)
            {
                output.Append(isEscaped ? @"\" : "").Append(text[i]);
            }
        }
    }

    /// <summary>How many characters from here on stand for themselves, whatever is around them.</summary>
    private int PlainLength(string text, int start, bool endsLine)
    {
        if (output.Length == _lineStart && BeginsMarkedLine(text))
        {
            return 0;
        }

        var mark = text.AsSpan(start).IndexOfAny(Marks);
        return mark >= 0 ? mark : text.Length - start - (endsLine && text[^1] is ' ' or '\t' ? 1 : 0);
    }

    private static int EndOfSame(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] == text[start])
        {
            end++;
        }

        return end;
    }

    private bool IsMark(string text, int start, int end) =>
        text[start] switch
        {
            '\\' or '<' => true,
            '|' => insideTable,

            // Only a pair is a mark; another row stands for itself, unless a real mark may touch it.
            '*' or '_' => end - start == 2 || (_hasEmphasis && (start == 0 || end == text.Length)),
            _ => false,
        };

    private bool BeginsMarkedLine(string text) =>
        text[0] is '#' or '|' or ' ' or '\t' || (text[0] == '^' && insideTable) || (text[0] == ':' && text.Length > 1 && char.IsAsciiLetter(text[1]));
}
