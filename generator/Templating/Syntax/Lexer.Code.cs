namespace PiiDocs.Templating.Syntax;

/// <summary>Tokens inside <c>{{ … }}</c>.</summary>
internal sealed partial class Lexer
{
    /// <summary>Longest first, so that <c>//=</c> is not read as <c>//</c> and <c>=</c>.</summary>
    private static readonly (string Text, TokenKind Kind)[] Operators =
    [
        ("//=", TokenKind.SlashSlashEquals), ("..<", TokenKind.DotDotLess), ("...", TokenKind.Ellipsis),
        ("//", TokenKind.SlashSlash), ("/=", TokenKind.SlashEquals), ("..", TokenKind.DotDot),
        ("++", TokenKind.PlusPlus), ("+=", TokenKind.PlusEquals), ("--", TokenKind.MinusMinus),
        ("-=", TokenKind.MinusEquals), ("*=", TokenKind.StarEquals), ("%=", TokenKind.PercentEquals),
        ("&&", TokenKind.AndAnd), ("||", TokenKind.OrOr), ("|>", TokenKind.Pipe), ("??", TokenKind.QuestionQuestion),
        ("?.", TokenKind.QuestionDot), ("?!", TokenKind.QuestionExclamation), ("!=", TokenKind.ExclamationEquals),
        ("==", TokenKind.EqualsEquals), ("<=", TokenKind.LessEquals), ("<<", TokenKind.LessLess),
        (">=", TokenKind.GreaterEquals), (">>", TokenKind.GreaterGreater),
        ("+", TokenKind.Plus), ("-", TokenKind.Minus), ("*", TokenKind.Star), ("/", TokenKind.Slash),
        ("%", TokenKind.Percent), ("=", TokenKind.Equals), ("!", TokenKind.Exclamation), ("<", TokenKind.Less),
        (">", TokenKind.Greater), ("|", TokenKind.Pipe), ("?", TokenKind.Question), (".", TokenKind.Dot),
        (",", TokenKind.Comma), (":", TokenKind.Colon), (";", TokenKind.Semicolon), ("@", TokenKind.At),
        ("^", TokenKind.Caret), ("(", TokenKind.OpenParen), (")", TokenKind.CloseParen), ("[", TokenKind.OpenBracket),
        ("]", TokenKind.CloseBracket),
    ];

    /// <summary>Reads to the end of the block, or to the brace that closes an interpolation.</summary>
    /// <param name="closing"><c>}</c> inside an interpolated string, else nothing.</param>
    /// <returns>False where the text ends first.</returns>
    private bool ReadCode(char closing)
    {
        var braces = 0;
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (braces == 0 && closing == '\0' && TryReadCodeClose())
            {
                return true;
            }

            if (c == '}' && braces == 0 && closing == '}')
            {
                Add(TokenKind.InterpolationClose, _position, ++_position);
                return true;
            }

            if (c == '}' && braces == 0)
            {
                EndBlockAtStrayBrace();
                return true;
            }

            if (c is '{' or '}')
            {
                braces += c == '{' ? 1 : -1;
                Add(c == '{' ? TokenKind.OpenBrace : TokenKind.CloseBrace, _position, ++_position);
            }
            else
            {
                ReadToken(c, isInterpolation: closing == '}');
            }
        }

        return false;
    }

    private bool TryReadCodeClose()
    {
        var mark = TrimMarkAt(_position);
        var start = mark == '\0' ? _position : _position + 1;
        if (start + 1 >= _text.Length || _text[start] != '}' || _text[start + 1] != '}')
        {
            return false;
        }

        Add(TokenKind.CodeClose, _position, start + 2);
        SkipTrimmed(start + 2, mark);
        return true;
    }

    /// <summary>A brace too many is most likely a short <c>}}</c>: the block ends there.</summary>
    private void EndBlockAtStrayBrace()
    {
        diagnostics.Add(TemplateErrors.Unexpected(At(_position, _position + 1), "}"));
        Add(TokenKind.CodeClose, _position, ++_position);
    }

    private void ReadToken(char c, bool isInterpolation)
    {
        if (c is '\n' or '\r')
        {
            ReadLineEnd();
        }
        else if (char.IsWhiteSpace(c))
        {
            _position++;
        }
        else if (c == '#')
        {
            SkipComment(isInterpolation);
        }
        else if (c is '"' or '\'' or '`' || (c == '$' && _position + 1 < _text.Length && _text[_position + 1] is '"' or '\''))
        {
            ReadStringToken(c);
        }
        else if (c == '_' || c == '$' || char.IsLetter(c))
        {
            ReadName();
        }
        else if (char.IsDigit(c))
        {
            ReadNumber();
        }
        else
        {
            ReadOperator();
        }
    }

    private void ReadLineEnd()
    {
        var start = _position;
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }

        Add(TokenKind.NewLine, start, _position);
    }

    private void SkipComment(bool isInterpolation)
    {
        var isBlock = _position + 1 < _text.Length && _text[_position + 1] == '#';
        _position += isBlock ? 2 : 1;
        while (_position < _text.Length && (isInterpolation || !IsCodeClose()))
        {
            if (isBlock && _text[_position] == '#' && _position + 1 < _text.Length && _text[_position + 1] == '#')
            {
                _position += 2;
                return;
            }

            if (!isBlock && _text[_position] is '\n' or '\r')
            {
                return;
            }

            _position++;
        }
    }

    private bool IsCodeClose()
    {
        var start = TrimMarkAt(_position) == '\0' ? _position : _position + 1;
        return start + 1 < _text.Length && _text[start] == '}' && _text[start + 1] == '}';
    }

    private void ReadName()
    {
        var start = _position++;
        if (_text[start] == '$' && _position < _text.Length && _text[_position] == '$')
        {
            _position++;
        }
        else
        {
            while (_position < _text.Length && IsNameCharacter(_text[_position]))
            {
                _position++;
            }
        }

        Add(_text[start] == '$' ? TokenKind.Variable : TokenKind.Identifier, start, _position);
    }

    private static bool IsNameCharacter(char c) => c == '_' || char.IsLetterOrDigit(c);

    private void ReadOperator()
    {
        var rest = _text.AsSpan(_position);
        foreach (var (text, kind) in Operators)
        {
            if (rest.StartsWith(text, StringComparison.Ordinal))
            {
                Add(kind, _position, _position + text.Length);
                _position += text.Length;
                return;
            }
        }

        var length = char.IsHighSurrogate(rest[0]) && rest.Length > 1 && char.IsLowSurrogate(rest[1]) ? 2 : 1;
        diagnostics.Add(TemplateErrors.Unexpected(At(_position, _position + length), rest[..length].ToString()));
        _position += length;
    }
}
