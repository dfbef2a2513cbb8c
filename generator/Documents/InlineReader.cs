using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using PiiDocs.Core;

namespace PiiDocs.Documents;

/// <summary>Reads the text of one paragraph or cell, line by line, into inlines that keep their origins.</summary>
internal sealed class InlineReader(TracedText text, DiagnosticBag diagnostics)
{
    private const string Controls = "\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\n\v\f\r\u000E\u000F\u0010\u0011\u0012\u0013"
        + "\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u0085\u2028\u2029\uFFFE\uFFFF";

    private static readonly SearchValues<char> DataStops = SearchValues.Create(Controls);
    private static readonly SearchValues<char> FixedStops = SearchValues.Create(Controls + @"\*_<|");
    private static readonly SearchValues<char> Escapable = SearchValues.Create(" \t" + @"!""#$%&'()*+,-./:;<=>?@[\]^_`{|}~");

    private readonly ImmutableArray<Inline>.Builder _inlines = ImmutableArray.CreateBuilder<Inline>();
    private readonly StringBuilder _pending = new();
    private Origin _pendingOrigin = Origin.None;
    private int _pendingRun = -1;

    // Escaped characters at the end of the pending text are text, not layout, and survive trimming.
    private int _protected;
    private SourceLocation? _boldAt;
    private SourceLocation? _underlineAt;
    private bool _bold;
    private bool _underline;

    /// <summary>Reads to the end of the line, or to the bar that ends a cell.</summary>
    public void Read(ref MarkupCursor cursor, bool stopAtBar)
    {
        cursor.SkipSpaces();
        while (!cursor.AtEnd)
        {
            var isFixed = cursor.Origin.IsFixedText;
            var piece = text.Text.AsSpan(cursor.Position, cursor.RunEnd - cursor.Position);
            var length = piece.IndexOfAny(isFixed ? FixedStops : DataStops);
            if (length != 0)
            {
                AppendText(ref cursor, length < 0 ? piece.Length : length);
                continue;
            }

            if (stopAtBar && cursor.Mark == '|')
            {
                return;
            }

            ReadStop(ref cursor);
        }
    }

    /// <summary>Drops the spaces a template left at the line's end; true if they ask for a line end in the document.</summary>
    public bool EndLine()
    {
        if (!_pendingOrigin.IsFixedText || _pendingRun < 0)
        {
            return false;
        }

        var end = _pending.Length;
        while (end > _protected && _pending[end - 1] is ' ' or '\t')
        {
            end--;
        }

        var trimmed = _pending.Length - end;
        _pending.Length = end;
        return trimmed >= 2;
    }

    /// <summary>Goes on after a line end of the template: a line end in the document, a space between words, or nothing.</summary>
    public void Continue(MarkupCursor next, Origin lineEnd, bool forced)
    {
        if (forced)
        {
            Add(new LineBreak { Origin = lineEnd });
        }
        else if (char.IsAscii(LastCharacter()) && !next.AtEnd && char.IsAscii(text.Text[next.Position]))
        {
            Add(new TextRun(" ", _bold, _underline) { Origin = lineEnd });
        }
    }

    public ImmutableArray<Inline> Finish()
    {
        Flush();
        if (_bold)
        {
            diagnostics.Add(DocumentErrors.UnclosedEmphasis(_boldAt, "**"));
        }

        if (_underline)
        {
            diagnostics.Add(DocumentErrors.UnclosedEmphasis(_underlineAt, "__"));
        }

        (_bold, _underline) = (false, false);
        return _inlines.DrainToImmutable();
    }

    private void ReadStop(ref MarkupCursor cursor)
    {
        switch (text.Text[cursor.Position])
        {
            case '\n' or '\r' or '\v' or '\u0085' or '\u2028' or '\u2029':
                ReadLineEnd(ref cursor);
                break;
            case '\\':
                ReadEscape(ref cursor);
                break;
            case '*' or '_':
                ReadEmphasis(ref cursor);
                break;
            case '<':
                ReadTag(ref cursor);
                break;
            case '|':
                AppendText(ref cursor, 1);
                break;
            default:
                SkipUnprintable(ref cursor);
                break;
        }
    }

    private void ReadLineEnd(ref MarkupCursor cursor)
    {
        var isPair = text.Text.AsSpan(cursor.Position, cursor.RunEnd - cursor.Position).StartsWith("\r\n");
        Add(new LineBreak { Origin = cursor.Origin });
        cursor.Move(isPair ? 2 : 1);
    }

    private void ReadEscape(ref MarkupCursor cursor)
    {
        var next = cursor;
        next.Move(1);
        if (next.Mark != '\0' && Escapable.Contains(next.Mark))
        {
            cursor = next;
        }

        AppendText(ref cursor, 1);
        _protected = _pending.Length;
    }

    // A row of more than two is no mark: ____ is a blank to be filled in, **** a masked number.
    private void ReadEmphasis(ref MarkupCursor cursor)
    {
        var mark = cursor.Mark;
        var count = cursor.Count(mark);
        if (count != 2)
        {
            while (count > 0)
            {
                var length = Math.Min(count, cursor.RunEnd - cursor.Position);
                AppendText(ref cursor, length);
                count -= length;
            }

            return;
        }

        Flush();
        if (mark == '*')
        {
            _bold = !_bold;
            _boldAt = cursor.Locate(2);
        }
        else
        {
            _underline = !_underline;
            _underlineAt = cursor.Locate(2);
        }

        cursor.Move(2);
    }

    private void ReadTag(ref MarkupCursor cursor)
    {
        var rest = text.Text.AsSpan(cursor.Position, cursor.RunEnd - cursor.Position);
        (Inline? Inline, int Length) tag =
            rest.StartsWith("<br>") ? (new LineBreak(), 4)
            : rest.StartsWith("<page>") ? (new PageNumber(), 6)
            : rest.StartsWith("<pages>") ? (new PageNumber(Total: true), 7)
            : (null, 0);
        if (tag.Inline is null)
        {
            AppendText(ref cursor, 1);
            return;
        }

        Add(tag.Inline with { Origin = cursor.Origin });
        cursor.Move(tag.Length);
    }

    private void SkipUnprintable(ref MarkupCursor cursor)
    {
        ReportUnprintable(cursor, text.Text[cursor.Position]);
        cursor.Move(1);
    }

    private void ReportUnprintable(MarkupCursor cursor, char character)
    {
        FieldPath? field = cursor.Origin.Fields is [var first, ..] ? first : null;
        diagnostics.Add(DocumentErrors.UnprintableCharacter(cursor.Locate(1), field, character));
    }

    private void AppendText(ref MarkupCursor cursor, int length)
    {
        var origin = cursor.Origin;
        if (cursor.Run != _pendingRun)
        {
            Flush();
            (_pendingOrigin, _pendingRun) = (origin, cursor.Run);
        }

        var piece = text.Text.AsSpan(cursor.Position, length);
        if (piece.IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
        {
            _pending.Append(piece);
        }
        else
        {
            AppendWithoutHalves(cursor, piece);
        }

        cursor.Move(length);
    }

    // A pair may be cut by the end of a run only if an expression cut it; then both halves go.
    private void AppendWithoutHalves(MarkupCursor cursor, ReadOnlySpan<char> piece)
    {
        for (var i = 0; i < piece.Length; i++)
        {
            if (!char.IsSurrogate(piece[i]))
            {
                _pending.Append(piece[i]);
            }
            else if (i + 1 < piece.Length && char.IsSurrogatePair(piece[i], piece[i + 1]))
            {
                _pending.Append(piece.Slice(i++, 2));
            }
            else
            {
                ReportUnprintable(cursor, piece[i]);
            }
        }
    }

    private char LastCharacter() =>
        _pending.Length > 0 ? _pending[^1]
        : _inlines.Count > 0 && _inlines[^1] is TextRun run ? run.Text[^1]
        : '\u3000';

    private void Add(Inline inline)
    {
        Flush();
        _inlines.Add(inline);
    }

    private void Flush()
    {
        if (_pending.Length > 0)
        {
            _inlines.Add(new TextRun(_pending.ToString(), _bold, _underline) { Origin = _pendingOrigin });
            _pending.Clear();
        }

        (_pendingRun, _protected) = (-1, 0);
    }
}
