using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Templating.Syntax;

/// <summary>Something that has a value.</summary>
internal abstract record Expression(TextSpan Span);

internal sealed record LiteralExpression(TextSpan Span, object? Value) : Expression(Span);

/// <param name="Name">Without the <c>$</c> of a local variable; empty for <c>$</c> itself, the arguments.</param>
internal sealed record VariableExpression(TextSpan Span, string Name, bool IsLocal) : Expression(Span);

internal sealed record ThisExpression(TextSpan Span) : Expression(Span);

/// <summary><c>$$</c>: the block that a <c>wrap</c> hands to its function.</summary>
internal sealed record BlockExpression(TextSpan Span) : Expression(Span);

internal sealed record MemberExpression(TextSpan Span, Expression Target, string Name, bool IsConditional)
    : Expression(Span);

/// <summary><c>x.empty?</c></summary>
internal sealed record EmptyQuestionExpression(TextSpan Span, Expression Target) : Expression(Span);

internal sealed record IndexExpression(TextSpan Span, Expression Target, Expression Index) : Expression(Span);

internal sealed record UnaryExpression(TextSpan Span, UnaryOperator Operator, Expression Operand) : Expression(Span);

internal sealed record IncrementExpression(TextSpan Span, Expression Target, int Delta, bool IsPostfix)
    : Expression(Span);

internal sealed record BinaryExpression(TextSpan Span, BinaryOperator Operator, Expression Left, Expression Right)
    : Expression(Span);

internal sealed record ConditionalExpression(TextSpan Span, Expression Condition, Expression Then, Expression Else)
    : Expression(Span);

/// <param name="Piped">The value a pipe hands over as the first argument.</param>
internal sealed record CallExpression(
    TextSpan Span,
    Expression Target,
    Expression? Piped,
    ImmutableArray<Argument> Arguments) : Expression(Span)
{
    /// <summary>Written with parentheses, so <c>f(x) = …</c> may declare a function.</summary>
    public bool HasParentheses { get; init; }
}

/// <summary><c>(…)</c>; the parentheses keep a keyword from being one and a call from being repeated.</summary>
internal sealed record NestedExpression(TextSpan Span, Expression Inner) : Expression(Span);

internal sealed record ArrayExpression(TextSpan Span, ImmutableArray<Expression> Items) : Expression(Span);

internal sealed record ObjectExpression(TextSpan Span, ImmutableArray<ObjectMember> Members) : Expression(Span);

internal sealed record ObjectMember(string Name, Expression Value);

/// <param name="Parts">Literals and expressions in turn.</param>
internal sealed record InterpolatedExpression(TextSpan Span, ImmutableArray<Expression> Parts) : Expression(Span);

internal sealed record FunctionExpression(TextSpan Span, FunctionSyntax Function) : Expression(Span);

/// <param name="Operator">The operator of a compound assignment; null for <c>=</c>.</param>
internal sealed record AssignExpression(TextSpan Span, Expression Target, BinaryOperator? Operator, Expression Value)
    : Expression(Span);

/// <summary>What stands where the parser found nothing it could read; already reported.</summary>
internal sealed record MissingExpression(TextSpan Span) : Expression(Span);

/// <param name="Name">Null for a positional argument.</param>
internal sealed record Argument(TextSpan Span, string? Name, Expression Value);

internal sealed record FunctionSyntax(
    string? Name,
    bool IsLocal,
    ImmutableArray<ParameterSyntax> Parameters,
    Block Body)
{
    /// <summary>Declared with a parameter list; without one, <c>$</c> takes whatever comes.</summary>
    public bool HasParameters => !Parameters.IsDefault;
}

/// <param name="Name">As the body reads it.</param>
/// <param name="Default">The literal after <c>=</c>.</param>
/// <param name="IsOptional">Has a default.</param>
/// <param name="IsVariadic">Takes the rest of the arguments as an array.</param>
internal sealed record ParameterSyntax(string Name, object? Default, bool IsOptional, bool IsVariadic);

internal enum UnaryOperator
{
    Not,
    Negate,
    Plus,

    /// <summary><c>@f</c>: the function itself, uncalled.</summary>
    Alias,

    /// <summary><c>^list</c>: every item an argument of its own.</summary>
    Expand,
}

internal enum BinaryOperator
{
    Coalesce,
    CoalesceNot,
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    DivideWhole,
    Remainder,
    ShiftLeft,
    ShiftRight,
    Range,
    RangeExclusive,
}
