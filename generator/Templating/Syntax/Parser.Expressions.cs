using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Templating.Syntax;

/// <summary>Expressions: precedence climbing, where a space between two operands makes a call.</summary>
internal sealed partial class Parser
{
    private const int UnaryPrecedence = 200;

    /// <summary>Operators or pipes in a row; each nests the ones before it.</summary>
    private const int LongestChain = 500;

    /// <summary>A function declared as <c>f(x) = …</c> on the way through an expression.</summary>
    private FunctionSyntax? _declared;

    private enum ExpressionMode
    {
        Default,

        /// <summary>A whole statement: assignments are allowed.</summary>
        Statement,

        /// <summary>One operand with its members, no operators and no call.</summary>
        Operand,

        /// <summary>A branch of <c>? :</c>, where a colon is not a named argument.</summary>
        Branch,

        /// <summary>A value of <c>when</c>, where <c>||</c> begins the next one.</summary>
        When,

        /// <summary>What <c>for</c> goes through, where a name begins the loop's options.</summary>
        LoopList,

        /// <summary>An argument by its place, or the right side of an operator inside one: no call of its own.</summary>
        InCall,
    }

    private Expression ParseOperandExpression(ExpressionMode mode = ExpressionMode.Default)
    {
        if (StartsExpression())
        {
            return ParseExpression(mode);
        }

        Report(TemplateErrors.Expected(At(Current.Span), "expression", Describe(Current)));
        return new MissingExpression(new(Current.Start, 0));
    }

    private bool StartsExpression() => Current.Kind is TokenKind.Identifier or TokenKind.Variable or TokenKind.Number
        or TokenKind.String or TokenKind.InterpolatedOpen or TokenKind.OpenParen or TokenKind.OpenBracket
        or TokenKind.OpenBrace or TokenKind.Exclamation or TokenKind.Minus or TokenKind.Plus or TokenKind.At
        or TokenKind.Caret or TokenKind.PlusPlus or TokenKind.MinusMinus;

    /// <summary>An expression with everything that may follow it: assignment, <c>? :</c>, pipes.</summary>
    private Expression ParseExpression(ExpressionMode mode)
    {
        if (++_depth > DeepestNesting)
        {
            ReportTooDeep();
        }

        var expression = mode == ExpressionMode.Operand ? ParsePostfix(ParsePrimary(ExpressionMode.InCall)) : ParseOperatorsAndCall(0, mode);
        if (mode == ExpressionMode.Statement && AssignmentAt(Current.Kind, out var compound))
        {
            expression = ParseAssignment(expression, compound);
        }
        else if (mode != ExpressionMode.Operand)
        {
            expression = ParseTail(expression, mode);
        }

        _depth--;
        return expression;
    }

    private Expression ParseTail(Expression expression, ExpressionMode mode)
    {
        for (var length = 0; ; length++)
        {
            if (length > LongestChain)
            {
                ReportTooDeep();
            }

            if (Current.Kind == TokenKind.Question)
            {
                return ParseConditional(expression);
            }

            if (Current.Kind != TokenKind.Pipe)
            {
                return expression;
            }

            expression = ParsePipe(expression, mode);
        }
    }

    private ConditionalExpression ParseConditional(Expression condition)
    {
        Take();
        var then = ParseOperandExpression(ExpressionMode.Branch);
        Expect(TokenKind.Colon, ":");
        var otherwise = ParseOperandExpression(ExpressionMode.Branch);
        return new(Join(condition, otherwise), condition, then, otherwise);
    }

    /// <summary><c>a | f b</c> is <c>f a b</c>; operators bind tighter on both sides.</summary>
    private Expression ParsePipe(Expression from, ExpressionMode mode)
    {
        _newLinesAllowed++;
        Take();
        _newLinesAllowed--;
        if (!StartsExpression())
        {
            Report(TemplateErrors.Expected(At(Current.Span), "function", Describe(Current)));
            return from;
        }

        var to = ParseOperatorsAndCall(0, mode == ExpressionMode.Branch ? mode : ExpressionMode.Default);
        return PipeInto(from, to);
    }

    /// <summary>Puts the piped value where the call is: under the operators that follow it.</summary>
    private static Expression PipeInto(Expression from, Expression to) => to switch
    {
        CallExpression { Piped: null } call => call with { Span = Join(from, call), Piped = from },
        BinaryExpression binary => binary with { Span = Join(from, binary), Left = PipeInto(from, binary.Left) },
        MemberExpression { Target: CallExpression } member => member with { Target = PipeInto(from, member.Target) },
        IndexExpression { Target: CallExpression } index => index with { Target = PipeInto(from, index.Target) },
        _ => new CallExpression(Join(from, to), to, from, []),
    };

    private Expression ParseAssignment(Expression target, BinaryOperator? compound)
    {
        if (compound is null && target is CallExpression { HasParentheses: true } call && TryDeclare(call))
        {
            return target;
        }

        CheckAssignable(target);
        Take();
        var value = ParseOperandExpression();
        return new AssignExpression(Join(target, value), target, compound, value);
    }

    private bool TryDeclare(CallExpression call)
    {
        if (call.Target is not VariableExpression { IsLocal: false } name
            || !call.Arguments.All(argument => argument is { Name: null, Value: VariableExpression { IsLocal: false } }))
        {
            return false;
        }

        Take();
        var value = ParseOperandExpression(ExpressionMode.Statement);
        ExpectStatementEnd();
        var body = new Block(value.Span, [new ReturnStatement(value.Span, value)]);
        var parameters = call.Arguments.Select(argument =>
            new ParameterSyntax(((VariableExpression)argument.Value).Name, null, IsOptional: false, IsVariadic: false));
        _declared = new(name.Name, IsLocal: false, [.. parameters], body);
        return true;
    }

    private void CheckAssignable(Expression target)
    {
        while (target is NestedExpression nested)
        {
            target = nested.Inner;
        }

        if (target is not (VariableExpression or MemberExpression or IndexExpression or MissingExpression))
        {
            Report(TemplateErrors.NotAssignable(At(target.Span)));
        }
    }

    /// <summary>Operands joined by operators that bind tighter than <paramref name="precedence"/>; several in a row are a call.</summary>
    private Expression ParseOperatorsAndCall(int precedence, ExpressionMode mode)
    {
        if (++_depth > DeepestNesting)
        {
            ReportTooDeep();
        }

        var first = ParseOperators(ParsePostfix(ParsePrimary(mode)), precedence, mode);
        var result = first;
        if (mode is not ExpressionMode.InCall && first is not FunctionExpression && IsCallArgument(mode))
        {
            result = ParseCall(first, precedence, mode);
            result = ParseOperators(result, precedence, mode);
        }

        _depth--;
        return result;
    }

    private Expression ParseOperators(Expression left, int precedence, ExpressionMode mode)
    {
        for (var length = 0;
            OperatorAt(Current.Kind, out var binary) && PrecedenceOf(binary) > precedence
            && !(mode == ExpressionMode.When && binary == BinaryOperator.Or);
            length++)
        {
            if (length > LongestChain)
            {
                ReportTooDeep();
            }

            Take();
            var right = StartsExpression()
                ? ParseOperatorsAndCall(PrecedenceOf(binary), mode == ExpressionMode.Statement ? ExpressionMode.Default : mode)
                : ParseOperandExpression();
            left = new BinaryExpression(Join(left, right), binary, left, right);
        }

        return left;
    }

    /// <summary>A sign that can stand between two operands does so: <c>f - 1</c> is a difference.</summary>
    private bool IsCallArgument(ExpressionMode mode) =>
        StartsExpression() && !OperatorAt(Current.Kind, out _) && !(mode == ExpressionMode.LoopList && Current.Kind == TokenKind.Identifier);

    private CallExpression ParseCall(Expression target, int precedence, ExpressionMode mode)
    {
        var arguments = ImmutableArray.CreateBuilder<Argument>();
        while (IsCallArgument(mode))
        {
            if (Current.Kind == TokenKind.Identifier && Next.Kind == TokenKind.Colon && mode != ExpressionMode.Branch)
            {
                arguments.Add(ParseNamedArgument());
            }
            else
            {
                var value = ParseOperators(ParsePostfix(ParsePrimary(ExpressionMode.InCall)), precedence, ExpressionMode.InCall);
                arguments.Add(new(value.Span, null, value));
            }

            if (arguments[^1].Value is FunctionExpression)
            {
                break;
            }
        }

        return new(TextSpan.FromBounds(target.Span.Start, arguments[^1].Span.End), target, null, arguments.ToImmutable());
    }

    private Argument ParseNamedArgument()
    {
        var name = Take();
        Take();
        var value = ParseOperandExpression(ExpressionMode.Operand);
        return new(TextSpan.FromBounds(name.Start, Math.Max(name.End, value.Span.End)), TextOf(name), value);
    }

    private static TextSpan Join(Expression first, Expression last) =>
        TextSpan.FromBounds(first.Span.Start, Math.Max(first.Span.Start, last.Span.End));
}
