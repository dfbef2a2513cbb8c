using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Templating.Syntax;

/// <summary>Operands: literals, names, initialisers, and the members, indexes and arguments behind them.</summary>
internal sealed partial class Parser
{
    private Expression ParsePrimary(ExpressionMode mode)
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number or TokenKind.String:
                Take();
                return new LiteralExpression(token.Span, token.Value);
            case TokenKind.InterpolatedOpen:
                return ParseInterpolated();
            case TokenKind.Variable:
                Take();
                return LocalVariable(token);
            case TokenKind.Identifier:
                return ParseName();
            case TokenKind.OpenParen:
                return ParseNested();
            case TokenKind.OpenBracket:
                return ParseArray();
            case TokenKind.OpenBrace:
                return ParseObject();
            case TokenKind.PlusPlus or TokenKind.MinusMinus:
                return ParsePrefixIncrement();
            case TokenKind.Exclamation or TokenKind.Minus or TokenKind.Plus or TokenKind.At or TokenKind.Caret:
                return ParseUnary(mode);
            default:
                Report(TemplateErrors.Expected(At(token.Span), "expression", Describe(token)));
                return new MissingExpression(new(token.Start, 0));
        }
    }

    private Expression ParseName()
    {
        var token = Current;
        switch (TextOf(token))
        {
            case "null":
                Take();
                return new LiteralExpression(token.Span, null);
            case "true":
                Take();
                return new LiteralExpression(token.Span, true);
            case "false":
                Take();
                return new LiteralExpression(token.Span, false);
            case "this":
                Take();
                return new ThisExpression(token.Span);
            case "do":
                Take();
                var function = ParseFunctionRest(token, null);
                return new FunctionExpression(SpanFrom(token.Start), function);
            default:
                Take();
                return new VariableExpression(token.Span, TextOf(token), IsLocal: false);
        }
    }

    /// <summary><c>$x</c> is a local, <c>$</c> the arguments, <c>$0</c> the first of them.</summary>
    private Expression LocalVariable(Token token)
    {
        var name = TextOf(token)[1..];
        if (name == "$")
        {
            return new BlockExpression(token.Span);
        }

        return int.TryParse(name, out var index)
            ? new IndexExpression(token.Span, new VariableExpression(token.Span, "", IsLocal: true), new LiteralExpression(token.Span, index))
            : new VariableExpression(token.Span, name, IsLocal: true);
    }

    private NestedExpression ParseNested()
    {
        var open = Current;
        _newLinesAllowed++;
        Take();
        var inner = ParseOperandExpression();
        _newLinesAllowed--;
        Expect(TokenKind.CloseParen, ")");
        return new(SpanFrom(open.Start), inner);
    }

    private ArrayExpression ParseArray()
    {
        var open = Current;
        _newLinesAllowed++;
        Take();
        var items = ImmutableArray.CreateBuilder<Expression>();
        while (StartsExpression())
        {
            items.Add(ParseExpression(ExpressionMode.Default));
            if (!TryTake(TokenKind.Comma))
            {
                break;
            }
        }

        _newLinesAllowed--;
        Expect(TokenKind.CloseBracket, "]");
        return new(SpanFrom(open.Start), items.ToImmutable());
    }

    private ObjectExpression ParseObject()
    {
        var open = Current;
        _newLinesAllowed++;
        Take();
        var members = ImmutableArray.CreateBuilder<ObjectMember>();
        while (Current.Kind is TokenKind.Identifier or TokenKind.String)
        {
            var name = Take();
            Expect(TokenKind.Colon, ":");
            members.Add(new(name.Value as string ?? TextOf(name), ParseOperandExpression()));
            if (!TryTake(TokenKind.Comma))
            {
                break;
            }
        }

        _newLinesAllowed--;
        Expect(TokenKind.CloseBrace, "}");
        return new(SpanFrom(open.Start), members.ToImmutable());
    }

    private InterpolatedExpression ParseInterpolated()
    {
        var open = Take();
        var parts = ImmutableArray.CreateBuilder<Expression>();
        while (Current.Kind is TokenKind.InterpolatedText or TokenKind.InterpolationOpen)
        {
            var part = Take();
            if (part.Kind == TokenKind.InterpolatedText)
            {
                parts.Add(new LiteralExpression(part.Span, part.Value));
                continue;
            }

            parts.Add(ParseOperandExpression());
            SkipTo(TokenKind.InterpolationClose);
        }

        Expect(TokenKind.InterpolatedClose, "\"");
        return new(SpanFrom(open.Start), parts.ToImmutable());
    }

    /// <summary>Passes a closing token; what stands before it is reported and skipped.</summary>
    private void SkipTo(TokenKind closing)
    {
        if (Current.Kind != closing)
        {
            Report(TemplateErrors.Expected(At(Current.Span), "}", Describe(Current)));
        }

        while (Current.Kind != closing && Current.Kind is not (TokenKind.CodeClose or TokenKind.EndOfFile))
        {
            Take();
        }

        TryTake(closing);
    }

    private IncrementExpression ParsePrefixIncrement()
    {
        var token = Take();
        var target = ParseOperandExpression(ExpressionMode.Operand);
        CheckAssignable(target);
        return new(SpanFrom(token.Start), target, token.Kind == TokenKind.PlusPlus ? 1 : -1, IsPostfix: false);
    }

    private UnaryExpression ParseUnary(ExpressionMode mode)
    {
        var token = Take();
        var unary = token.Kind switch
        {
            TokenKind.Exclamation => UnaryOperator.Not,
            TokenKind.Minus => UnaryOperator.Negate,
            TokenKind.Plus => UnaryOperator.Plus,
            TokenKind.At => UnaryOperator.Alias,
            _ => UnaryOperator.Expand,
        };
        var operand = unary == UnaryOperator.Alias || !StartsExpression()
            ? ParseOperandExpression(ExpressionMode.Operand)
            : ParseOperatorsAndCall(UnaryPrecedence, mode == ExpressionMode.Statement ? ExpressionMode.Default : mode);
        return new(TextSpan.FromBounds(token.Start, Math.Max(token.End, operand.Span.End)), unary, operand);
    }

    private Expression ParsePostfix(Expression left)
    {
        var depth = _depth;
        while (true)
        {
            if (++_depth > DeepestNesting)
            {
                ReportTooDeep();
            }

            var next = ParseOnePostfix(left);
            if (ReferenceEquals(next, left))
            {
                _depth = depth;
                return left;
            }

            left = next;
        }
    }

    private Expression ParseOnePostfix(Expression left)
    {
        switch (Current.Kind)
        {
            case TokenKind.Dot or TokenKind.QuestionDot:
                return ParseMember(left);
            case TokenKind.OpenBracket when !FollowsSpace():
                return ParseIndex(left);
            case TokenKind.OpenParen when !FollowsSpace() && left is not MissingExpression:
                return ParseArguments(left);
            case TokenKind.PlusPlus or TokenKind.MinusMinus when left is VariableExpression or MemberExpression or IndexExpression or NestedExpression:
                var token = Take();
                return new IncrementExpression(SpanFrom(left.Span.Start), left, token.Kind == TokenKind.PlusPlus ? 1 : -1, IsPostfix: true);
            default:
                return left;
        }
    }

    private bool FollowsSpace() => Current.Start == 0 || char.IsWhiteSpace(_text[Current.Start - 1]);

    private Expression ParseMember(Expression left)
    {
        var dot = Current;
        if (Next.Kind != TokenKind.Identifier)
        {
            Take();
            Report(TemplateErrors.Expected(At(Current.Span), "name", Describe(Current)));
            return left;
        }

        Take();
        var name = Take();
        var text = TextOf(name);
        if (text is "empty" or "blank" && Current.Kind == TokenKind.Question && Current.Start == name.End)
        {
            Take();
            return new EmptyQuestionExpression(SpanFrom(left.Span.Start), left);
        }

        // `?.` holds for the rest of the path: a?.b.c asks for c of what may be nothing.
        var isConditional = dot.Kind == TokenKind.QuestionDot || left is MemberExpression { IsConditional: true };
        return new MemberExpression(TextSpan.FromBounds(left.Span.Start, name.End), left, text, isConditional);
    }

    private IndexExpression ParseIndex(Expression left)
    {
        _newLinesAllowed++;
        Take();
        var index = ParseOperandExpression();
        _newLinesAllowed--;
        Expect(TokenKind.CloseBracket, "]");
        return new(SpanFrom(left.Span.Start), left, index);
    }

    private CallExpression ParseArguments(Expression target)
    {
        _newLinesAllowed++;
        Take();
        var arguments = ImmutableArray.CreateBuilder<Argument>();
        while (StartsExpression())
        {
            arguments.Add(ParseListedArgument());
            if (!TryTake(TokenKind.Comma))
            {
                break;
            }
        }

        _newLinesAllowed--;
        Expect(TokenKind.CloseParen, ")");
        return new(SpanFrom(target.Span.Start), target, null, arguments.ToImmutable()) { HasParentheses = true };
    }

    private Argument ParseListedArgument()
    {
        var start = Current.Start;
        string? name = null;
        if (Current.Kind == TokenKind.Identifier && Next.Kind == TokenKind.Colon)
        {
            name = TextOf(Take());
            Take();
        }

        var value = ParseOperandExpression();
        return new(TextSpan.FromBounds(start, Math.Max(start, value.Span.End)), name, value);
    }
}
