using PiiDocs.Core;

namespace PiiDocs.Templating.Syntax;

/// <summary>Cuts a template into text, code and escaped blocks, and code into tokens.</summary>
/// <remarks>
/// White space beside <c>{{-</c>, <c>{{~</c>, <c>-}}</c> and <c>~}}</c> is dropped here, so later stages never think of it.
/// </remarks>
internal sealed partial class Lexer(SourceText source, DiagnosticBag diagnostics)
{
    private readonly string _text = source.Text;
    private readonly List<Token> _tokens = new(Math.Max(16, source.Text.Length / 8));
    private int _position;

    public static List<Token> Read(SourceText source, DiagnosticBag diagnostics)
    {
        var lexer = new Lexer(source, diagnostics);
        lexer.ReadTemplate();
        return lexer._tokens;
    }

    private void ReadTemplate()
    {
        while (_position < _text.Length)
        {
            var open = FindOpening(_position, out var escapes);
            if (open < 0)
            {
                AddText(_position, _text.Length);
                break;
            }

            var afterOpening = open + 2 + escapes;
            var mark = TrimMarkAt(afterOpening);
            AddText(_position, TrimmedEnd(_position, open, mark));
            _position = afterOpening + (mark == '\0' ? 0 : 1);
            if (escapes > 0)
            {
                ReadEscapedBlock(escapes, open);
            }
            else
            {
                ReadCodeBlock(open);
            }
        }

        Add(TokenKind.EndOfFile, _text.Length, _text.Length);
    }

    private void ReadCodeBlock(int open)
    {
        Add(TokenKind.CodeOpen, open, _position, Indentation());
        if (ReadCode(closing: '\0'))
        {
            return;
        }

        diagnostics.Add(TemplateErrors.Unclosed(At(open, Math.Min(open + 2, _text.Length)), "{{", "}}"));
        Add(TokenKind.CodeClose, _text.Length, _text.Length);
    }

    /// <summary>The text of <c>{%{ … }%}</c> goes out as it stands.</summary>
    private void ReadEscapedBlock(int escapes, int open)
    {
        var closing = "}" + new string('%', escapes) + "}";
        var end = _text.IndexOf(closing, _position, StringComparison.Ordinal);
        if (end < 0)
        {
            diagnostics.Add(TemplateErrors.Unclosed(At(open, _position), _text[open..(open + 2 + escapes)], closing));
            AddText(_position, _text.Length);
            _position = _text.Length;
            return;
        }

        var mark = end > _position ? TrimMarkAt(end - 1) : '\0';
        AddText(_position, mark == '\0' ? end : end - 1);
        SkipTrimmed(end + closing.Length, mark);
    }

    private int FindOpening(int from, out int escapes)
    {
        for (var i = _text.IndexOf('{', from); i >= 0 && i + 1 < _text.Length; i = _text.IndexOf('{', i + 1))
        {
            var next = i + 1;
            while (next < _text.Length && _text[next] == '%')
            {
                next++;
            }

            if (next < _text.Length && _text[next] == '{')
            {
                escapes = next - i - 1;
                return i;
            }
        }

        escapes = 0;
        return -1;
    }

    private char TrimMarkAt(int position) =>
        position < _text.Length && _text[position] is '-' or '~' ? _text[position] : '\0';

    private int TrimmedEnd(int start, int end, char mark)
    {
        if (mark == '\0')
        {
            return end;
        }

        while (end > start && char.IsWhiteSpace(_text[end - 1]) && (mark == '-' || !IsLineEnd(end - 1)))
        {
            end--;
        }

        return end;
    }

    /// <summary>Moves past a closing mark and the white space its trim mark drops.</summary>
    private void SkipTrimmed(int position, char mark)
    {
        while (mark != '\0' && position < _text.Length && char.IsWhiteSpace(_text[position]))
        {
            position++;
            if (mark == '~' && _text[position - 1] == '\n')
            {
                break;
            }
        }

        _position = position;
    }

    private bool IsLineEnd(int position) =>
        _text[position] == '\n'
        || (_text[position] == '\r' && (position + 1 == _text.Length || _text[position + 1] != '\n'));

    /// <summary>White space before the code block that is about to open, when nothing else stands before it on its line.</summary>
    private string Indentation()
    {
        if (_tokens.Count == 0 || _tokens[^1].Kind != TokenKind.Text)
        {
            return "";
        }

        var end = _tokens[^1].End;
        var start = end;
        while (start > 0 && char.IsWhiteSpace(_text[start - 1]) && _text[start - 1] != '\n')
        {
            start--;
        }

        return start == 0 || _text[start - 1] == '\n' ? _text[start..end] : "";
    }

    private void AddText(int start, int end)
    {
        if (end > start)
        {
            Add(TokenKind.Text, start, end);
        }
    }

    private void Add(TokenKind kind, int start, int end, object? value = null) => _tokens.Add(new(kind, start, end, value));

    private SourceLocation At(int start, int end) => new(source, TextSpan.FromBounds(start, end));
}
