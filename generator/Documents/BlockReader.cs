using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Documents;

/// <summary>One reading of a markup text: lines to blocks.</summary>
internal sealed class BlockReader(TracedText text, StyleSheet styles, DiagnosticBag diagnostics)
{
    private const string PageBreakName = "page-break";

    private static readonly string[] HeadingStyles = ["title", "heading", "heading2"];

    private readonly List<MarkupLine> _lines = MarkupLine.Split(text);
    private readonly InlineReader _inlines = new(text, diagnostics);
    private readonly DiagramReader _diagrams = new(text, diagnostics);
    private int _next;

    public ImmutableArray<Block> Read()
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var tables = new TableReader(text, styles.Tables, diagnostics);
        while (_next < _lines.Count)
        {
            var cursor = CursorAt(_next);
            var kind = KindOf(cursor);
            if (kind == LineKind.Styled && ReadDiagramLine(cursor))
            {
                continue;
            }

            if (kind != LineKind.Empty)
            {
                AddDiagram(blocks);
            }

            switch (kind)
            {
                case LineKind.Empty:
                    _next++;
                    break;
                case LineKind.Table:
                    tables.Read(_lines, ref _next, blocks);
                    break;
                case LineKind.Heading:
                    blocks.Add(ReadHeading(cursor));
                    break;
                case LineKind.Styled:
                    blocks.Add(ReadStyled(cursor));
                    break;
                case LineKind.Plain:
                    blocks.Add(ReadParagraph("body", cursor.Origin, cursor, isPlain: true));
                    break;
            }
        }

        AddDiagram(blocks);
        return blocks.ToImmutable();
    }

    private bool ReadDiagramLine(MarkupCursor cursor)
    {
        var origin = cursor.Origin;
        if (!_diagrams.TryRead(ReadStyleName(ref cursor), origin, cursor))
        {
            return false;
        }

        _next++;
        return true;
    }

    private void AddDiagram(ImmutableArray<Block>.Builder blocks)
    {
        if (_diagrams.Finish() is { } diagram)
        {
            blocks.Add(diagram);
        }
    }

    private static LineKind KindOf(MarkupCursor cursor)
    {
        if (cursor.AtEnd)
        {
            return LineKind.Empty;
        }

        return cursor.Mark switch
        {
            '#' => LineKind.Heading,
            '|' => LineKind.Table,
            ':' when BeginsStyleName(cursor) => LineKind.Styled,
            _ => LineKind.Plain,
        };
    }

    private static bool BeginsStyleName(MarkupCursor cursor)
    {
        cursor.Move(1);
        return char.IsAsciiLetter(cursor.Mark);
    }

    private Paragraph ReadHeading(MarkupCursor cursor)
    {
        var origin = cursor.Origin;
        var level = cursor.Count('#');
        if (level > HeadingStyles.Length)
        {
            diagnostics.Add(DocumentErrors.HeadingTooDeep(cursor.Locate(level), level));
        }

        var style = KnownStyle(HeadingStyles[Math.Min(level, HeadingStyles.Length) - 1], cursor.Locate(level));
        cursor.Move(level);
        return ReadParagraph(style, origin, cursor, isPlain: false);
    }

    private Block ReadStyled(MarkupCursor cursor)
    {
        var (origin, start) = (cursor.Origin, cursor);
        var name = ReadStyleName(ref cursor);
        if (name == PageBreakName)
        {
            _next++;
            return new PageBreak { Origin = origin };
        }

        return ReadParagraph(KnownStyle(name, start.Locate(name.Length + 1)), origin, cursor, isPlain: false);
    }

    private string ReadStyleName(ref MarkupCursor cursor)
    {
        cursor.Move(1);
        var start = cursor.Position;
        while (char.IsAsciiLetterOrDigit(cursor.Mark) || cursor.Mark == '-')
        {
            cursor.Move(1);
        }

        return text.Text[start..cursor.Position];
    }

    private string KnownStyle(string name, SourceLocation? at)
    {
        if (styles.Paragraphs.ContainsKey(name))
        {
            return name;
        }

        diagnostics.Add(DocumentErrors.UnknownStyle(at, name, NearestName.Find(name, styles.Paragraphs.Keys.Append(PageBreakName))));
        return "body";
    }

    // A plain paragraph goes on to the next empty or marked line; a marked one is one line, unless its end is forced.
    private Paragraph ReadParagraph(string style, Origin origin, MarkupCursor cursor, bool isPlain)
    {
        _inlines.Read(ref cursor, stopAtBar: false);
        for (_next++; _next < _lines.Count; _next++)
        {
            var forced = _inlines.EndLine();
            var next = CursorAt(_next);
            var kind = KindOf(next);
            if (kind == LineKind.Empty || (!forced && !(isPlain && kind == LineKind.Plain)))
            {
                break;
            }

            _inlines.Continue(next, text.Runs[_lines[_next].Run].Origin, forced);
            _inlines.Read(ref next, stopAtBar: false);
        }

        _inlines.EndLine();
        return new(style, _inlines.Finish()) { Origin = origin };
    }

    private MarkupCursor CursorAt(int line)
    {
        var cursor = new MarkupCursor(text, _lines[line].Start, _lines[line].End, _lines[line].Run);
        cursor.SkipSpaces();
        return cursor;
    }

    private enum LineKind
    {
        Empty,
        Plain,
        Heading,
        Styled,
        Table,
    }
}
