using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Templating.Syntax;

/// <summary>Reads tokens into a <see cref="TemplateSyntax"/>; what is wrong is reported and reading goes on behind it.</summary>
internal sealed partial class Parser(SourceText source, List<Token> tokens, DiagnosticBag diagnostics)
{
    /// <summary>Deeper than any template a person writes, and shallow enough for the stack.</summary>
    private const int DeepestNesting = 200;

    private readonly string _text = source.Text;
    private int _index;
    private int _slots;
    private int _depth;
    private int _newLinesAllowed;
    private int _reportedAt = -1;
    private string? _indentation;

    private Token Current => tokens[_index];

    private Token Next => tokens[Math.Min(_index + 1, tokens.Count - 1)];

    public static TemplateSyntax Parse(SourceText source, DiagnosticBag diagnostics)
    {
        var parser = new Parser(source, Lexer.Read(source, diagnostics), diagnostics);
        var body = parser.ParseBlock(BlockKind.Template);
        return new(source, body, parser._slots);
    }

    private Block ParseBlock(BlockKind kind)
    {
        var start = Current.Start;
        var statements = ImmutableArray.CreateBuilder<Statement>();
        if (++_depth > DeepestNesting)
        {
            ReportTooDeep();
        }

        while (Current.Kind != TokenKind.EndOfFile && !EndsBlock(kind))
        {
            var before = _index;
            if (ParseStatement() is { } statement)
            {
                statements.Add(statement);
            }

            if (_index == before)
            {
                SkipToStatementEnd();
            }
        }

        _depth--;
        return new(TextSpan.FromBounds(start, Math.Max(start, Current.Start)), statements.ToImmutable());
    }

    /// <summary>Whether the word here closes a block of that kind; a word that closes nothing is reported and passed.</summary>
    private bool EndsBlock(BlockKind kind)
    {
        if (Current.Kind != TokenKind.Identifier || _indentation is null)
        {
            return false;
        }

        var word = TextOf(Current);
        if (word == "end")
        {
            return kind != BlockKind.Template;
        }

        return (word == "else" && kind is BlockKind.If or BlockKind.When or BlockKind.Loop)
            || (word == "when" && kind is BlockKind.When);
    }

    private Statement? ParseStatement()
    {
        switch (Current.Kind)
        {
            case TokenKind.Text:
                return ParseText();
            case TokenKind.CodeOpen:
                _indentation = (string)Take().Value!;
                return null;
            case TokenKind.CodeClose:
                _indentation = null;
                Take();
                return null;
            case TokenKind.NewLine or TokenKind.Semicolon:
                Take();
                return null;
            default:
                return ParseCodeStatement() is { } statement ? statement : null;
        }
    }

    private TextStatement ParseText()
    {
        var token = Take();
        return new(token.Span, TextOf(token), new(At(token.Span), [], false));
    }

    private Statement? ParseCodeStatement()
    {
        var indentation = _indentation;
        var statement = Current.Kind == TokenKind.Identifier ? ParseKeywordStatement(TextOf(Current)) : ParseExpressionStatement();
        return statement is null ? null : statement with { Indentation = indentation };
    }

    private Statement? ParseKeywordStatement(string word) => word switch
    {
        "if" => ParseIf(),
        "case" => ParseCase(),
        "for" or "tablerow" when Next.Kind != TokenKind.Dot => ParseFor(),
        "while" when Next.Kind != TokenKind.Dot => ParseWhile(),
        "break" => ParseSimple(span => new BreakStatement(span)),
        "continue" => ParseSimple(span => new ContinueStatement(span)),
        "capture" => ParseCapture(),
        "with" => ParseWithTarget((span, target, body) => new WithStatement(span, target, body)),
        "wrap" => ParseWithTarget((span, target, body) => new WrapStatement(span, target, body)),
        "func" => ParseFunctionStatement(),
        "ret" => ParseReturn(),
        "import" => ParseImport(),
        "readonly" => ParseReadOnly(),
        "end" or "else" or "when" => ReportStray(word),
        _ => ParseExpressionStatement(),
    };

    private Statement? ReportStray(string word)
    {
        var token = Take();
        diagnostics.Add(TemplateErrors.Stray(At(token.Span), word));
        return null;
    }

    private Statement? ParseExpressionStatement()
    {
        if (!StartsExpression())
        {
            Report(TemplateErrors.Unexpected(At(Current.Span), Describe(Current)));
            SkipToStatementEnd();
            return null;
        }

        var expression = ParseExpression(ExpressionMode.Statement);
        if (_declared is { } function)
        {
            _declared = null;
            return new FunctionStatement(expression.Span, function);
        }

        ExpectStatementEnd();
        return Output(expression);
    }

    private ExpressionStatement Output(Expression expression) =>
        new(expression.Span, expression, _slots++, new(At(expression.Span), [], false));

    private void ExpectStatementEnd()
    {
        if (Current.Kind is TokenKind.NewLine or TokenKind.Semicolon)
        {
            Take();
        }
        else if (Current.Kind is not (TokenKind.CodeClose or TokenKind.EndOfFile))
        {
            Report(TemplateErrors.Unexpected(At(Current.Span), Describe(Current)));
            SkipToStatementEnd();
        }
    }

    private void SkipToStatementEnd()
    {
        while (Current.Kind is not (TokenKind.NewLine or TokenKind.Semicolon or TokenKind.CodeClose or TokenKind.EndOfFile))
        {
            Take();
        }

        if (Current.Kind is TokenKind.NewLine or TokenKind.Semicolon)
        {
            Take();
        }
    }

    private Token Take()
    {
        var token = tokens[_index];
        if (_index < tokens.Count - 1)
        {
            _index++;
        }

        SkipNewLines();
        return token;
    }

    private void SkipNewLines()
    {
        while (_newLinesAllowed > 0 && tokens[_index].Kind == TokenKind.NewLine)
        {
            _index++;
        }
    }

    private bool TryTake(TokenKind kind)
    {
        if (Current.Kind != kind)
        {
            return false;
        }

        Take();
        return true;
    }

    private bool IsWord(string word) => Current.Kind == TokenKind.Identifier && TextOf(Current) == word;

    private string TextOf(Token token) => _text.Substring(token.Start, token.End - token.Start);

    private string Describe(Token token) => token.Kind switch
    {
        TokenKind.EndOfFile => "end of template",
        TokenKind.CodeClose => "}}",
        TokenKind.NewLine => "line end",
        _ => TextOf(token),
    };

    private SourceLocation At(TextSpan span) => new(source, span);

    private TextSpan SpanFrom(int start) => TextSpan.FromBounds(start, Math.Max(start, tokens[Math.Max(_index - 1, 0)].End));

    /// <summary>One error at one place: what follows from it is silent.</summary>
    private void Report(Diagnostic diagnostic)
    {
        if (_reportedAt != _index)
        {
            diagnostics.Add(diagnostic);
        }

        _reportedAt = _index;
    }

    /// <summary>Ends reading: what nests this deep is no template.</summary>
    private void ReportTooDeep()
    {
        Report(TemplateErrors.TooDeep(At(Current.Span)));
        _index = tokens.Count - 1;
    }

    private enum BlockKind
    {
        Template,
        If,
        When,
        Loop,
        Plain,
    }
}
