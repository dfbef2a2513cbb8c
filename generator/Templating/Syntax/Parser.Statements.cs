using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Templating.Syntax;

/// <summary>Statements with a keyword.</summary>
internal sealed partial class Parser
{
    private IfStatement ParseIf()
    {
        var keyword = Take();
        var condition = ParseOperandExpression();
        ExpectStatementEnd();
        var then = ParseBlock(BlockKind.If);
        return new(keyword.Span, condition, then, ParseElse(keyword));
    }

    private Statement? ParseElse(Token opening)
    {
        if (!IsWord("else"))
        {
            ExpectEnd(opening);
            return null;
        }

        var keyword = Take();
        if (IsWord("if"))
        {
            return ParseElseIf();
        }

        ExpectStatementEnd();
        var body = ParseBlock(BlockKind.Plain);
        ExpectEnd(opening);
        return new ElseStatement(keyword.Span, body);
    }

    private IfStatement ParseElseIf()
    {
        if (++_depth > DeepestNesting)
        {
            ReportTooDeep();
        }

        var branch = ParseIf();
        _depth--;
        return branch;
    }

    private void ExpectEnd(Token opening)
    {
        if (IsWord("end"))
        {
            Take();
            return;
        }

        diagnostics.Add(TemplateErrors.Unclosed(At(opening.Span), TextOf(opening), "end"));
    }

    private CaseStatement ParseCase()
    {
        var keyword = Take();
        var value = ParseOperandExpression();
        ExpectStatementEnd();
        SkipToWhen();
        var clauses = ImmutableArray.CreateBuilder<WhenClause>();
        while (IsWord("when"))
        {
            Take();
            var values = ParseWhenValues();
            ExpectStatementEnd();
            clauses.Add(new(values, ParseBlock(BlockKind.When)));
        }

        Block? otherwise = null;
        if (IsWord("else"))
        {
            if (clauses.Count == 0)
            {
                diagnostics.Add(TemplateErrors.Stray(At(Current.Span), "else"));
            }

            Take();
            ExpectStatementEnd();
            otherwise = ParseBlock(BlockKind.Plain);
        }

        ExpectEnd(keyword);
        return new(keyword.Span, value, clauses.ToImmutable(), otherwise);
    }

    /// <summary>Text between <c>case</c> and the first <c>when</c> belongs to no clause and is dropped.</summary>
    private void SkipToWhen()
    {
        while (Current.Kind != TokenKind.EndOfFile && !(_indentation is not null && (IsWord("when") || IsWord("end") || IsWord("else"))))
        {
            if (Current.Kind is TokenKind.Text or TokenKind.CodeOpen or TokenKind.CodeClose or TokenKind.NewLine or TokenKind.Semicolon)
            {
                ParseStatement();
                continue;
            }

            Report(TemplateErrors.Unexpected(At(Current.Span), Describe(Current)));
            SkipToStatementEnd();
        }
    }

    private ImmutableArray<Expression> ParseWhenValues()
    {
        var values = ImmutableArray.CreateBuilder<Expression>();
        do
        {
            values.Add(ParseOperandExpression(ExpressionMode.When));
        }
        while (TryTake(TokenKind.Comma) || TryTake(TokenKind.OrOr));

        return values.ToImmutable();
    }

    private ForStatement ParseFor()
    {
        var keyword = Take();
        var isTableRow = TextOf(keyword) == "tablerow";
        var variable = ParseOperandExpression(ExpressionMode.Operand);
        if (variable is not (VariableExpression or MemberExpression or IndexExpression or MissingExpression))
        {
            diagnostics.Add(TemplateErrors.NotAssignable(At(variable.Span)));
        }

        if (IsWord("in"))
        {
            Take();
        }
        else
        {
            Report(TemplateErrors.Expected(At(Current.Span), "in", Describe(Current)));
        }

        var list = ParseOperandExpression(ExpressionMode.LoopList);
        var options = ParseLoopOptions(isTableRow);
        ExpectStatementEnd();
        var body = ParseBlock(BlockKind.Loop);
        Block? otherwise = null;
        if (IsWord("else"))
        {
            Take();
            ExpectStatementEnd();
            otherwise = ParseBlock(BlockKind.Plain);
        }

        ExpectEnd(keyword);
        return new(keyword.Span, variable, list, options) { Body = body, Else = otherwise, IsTableRow = isTableRow };
    }

    private LoopOptions ParseLoopOptions(bool isTableRow)
    {
        var options = LoopOptions.None;
        while (Current.Kind == TokenKind.Identifier)
        {
            var name = Take();
            var word = TextOf(name);
            var value = TryTake(TokenKind.Colon) ? ParseOperandExpression(ExpressionMode.Operand) : null;
            switch (word)
            {
                case "reversed":
                    options = options with { IsReversed = true };
                    break;
                case "offset" when value is not null:
                    options = options with { Offset = value };
                    break;
                case "limit" when value is not null:
                    options = options with { Limit = value };
                    break;
                case "cols" when value is not null && isTableRow:
                    options = options with { Columns = value };
                    break;
                default:
                    diagnostics.Add(TemplateErrors.BadLoopOption(At(name.Span), word));
                    break;
            }
        }

        return options;
    }

    private WhileStatement ParseWhile()
    {
        var keyword = Take();
        var condition = ParseOperandExpression();
        ExpectStatementEnd();
        var body = ParseBlock(BlockKind.Plain);
        ExpectEnd(keyword);
        return new(keyword.Span, condition, body);
    }

    private Statement ParseSimple(Func<TextSpan, Statement> create)
    {
        var keyword = Take();
        ExpectStatementEnd();
        return create(keyword.Span);
    }

    private CaptureStatement ParseCapture()
    {
        var keyword = Take();
        var target = ParseOperandExpression();
        CheckAssignable(target);
        ExpectStatementEnd();
        var body = ParseBlock(BlockKind.Plain);
        ExpectEnd(keyword);
        return new(keyword.Span, target, body);
    }

    private Statement ParseWithTarget(Func<TextSpan, Expression, Block, Statement> create)
    {
        var keyword = Take();
        var target = ParseOperandExpression();
        ExpectStatementEnd();
        var body = ParseBlock(BlockKind.Plain);
        ExpectEnd(keyword);
        return create(keyword.Span, target, body);
    }

    private FunctionStatement? ParseFunctionStatement()
    {
        var keyword = Take();
        if (Current.Kind is not (TokenKind.Identifier or TokenKind.Variable))
        {
            Report(TemplateErrors.Expected(At(Current.Span), "name", Describe(Current)));
            SkipToStatementEnd();
            return null;
        }

        var name = Take();
        var function = ParseFunctionRest(keyword, TextOf(name));
        return new(SpanOf(keyword, name), function);
    }

    private static TextSpan SpanOf(Token first, Token last) => TextSpan.FromBounds(first.Start, last.End);

    private FunctionSyntax ParseFunctionRest(Token keyword, string? name)
    {
        var parameters = Current.Kind == TokenKind.OpenParen ? ParseParameters() : default;
        var allowed = _newLinesAllowed;
        _newLinesAllowed = 0;
        ExpectStatementEnd();
        var body = ParseBlock(BlockKind.Plain);
        _newLinesAllowed = allowed;
        ExpectEnd(keyword);
        SkipNewLines();
        var isLocal = name is not null && name[0] == '$';
        return new(isLocal ? name![1..] : name, isLocal, parameters, body);
    }

    private ImmutableArray<ParameterSyntax> ParseParameters()
    {
        var parameters = ImmutableArray.CreateBuilder<ParameterSyntax>();
        _newLinesAllowed++;
        Take();
        while (Current.Kind == TokenKind.Identifier)
        {
            var at = Current.Span;
            var parameter = ParseParameter();
            if (parameters.Count > 0 && (parameters[^1].IsVariadic || (parameters[^1].IsOptional && !parameter.IsOptional)))
            {
                diagnostics.Add(TemplateErrors.ParameterOrder(At(at), parameter.Name));
            }

            parameters.Add(parameter);
            if (!TryTake(TokenKind.Comma))
            {
                break;
            }
        }

        _newLinesAllowed--;
        Expect(TokenKind.CloseParen, ")");
        return parameters.ToImmutable();
    }

    private ParameterSyntax ParseParameter()
    {
        var name = TextOf(Take());
        if (TryTake(TokenKind.Ellipsis))
        {
            return new(name, null, IsOptional: true, IsVariadic: true);
        }

        if (!TryTake(TokenKind.Equals))
        {
            return new(name, null, IsOptional: false, IsVariadic: false);
        }

        var value = ParseOperandExpression(ExpressionMode.Operand);
        if (value is not LiteralExpression literal)
        {
            diagnostics.Add(TemplateErrors.Expected(At(value.Span), "literal", _text.Substring(value.Span.Start, value.Span.Length)));
            return new(name, null, IsOptional: true, IsVariadic: false);
        }

        return new(name, literal.Value, IsOptional: true, IsVariadic: false);
    }

    private ReturnStatement ParseReturn()
    {
        var keyword = Take();
        var value = StartsExpression() ? ParseExpression(ExpressionMode.Default) : null;
        ExpectStatementEnd();
        return new(keyword.Span, value);
    }

    private ImportStatement ParseImport()
    {
        var keyword = Take();
        var value = ParseOperandExpression();
        ExpectStatementEnd();
        return new(keyword.Span, value);
    }

    private ReadOnlyStatement? ParseReadOnly()
    {
        var keyword = Take();
        var target = ParseOperandExpression(ExpressionMode.Operand);
        ExpectStatementEnd();
        if (target is VariableExpression variable)
        {
            return new(keyword.Span, variable);
        }

        diagnostics.Add(TemplateErrors.NotAssignable(At(target.Span)));
        return null;
    }

    private void Expect(TokenKind kind, string text)
    {
        if (!TryTake(kind))
        {
            Report(TemplateErrors.Expected(At(Current.Span), text, Describe(Current)));
        }
    }
}
