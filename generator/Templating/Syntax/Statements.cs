using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Templating.Syntax;

/// <summary>A step of a template.</summary>
internal abstract record Statement(TextSpan Span)
{
    /// <summary>White space that begins every further line it writes; null outside code, where the block's applies.</summary>
    public string? Indentation { get; init; }
}

/// <summary>The statements between a beginning and its <c>end</c> or <c>else</c>.</summary>
internal sealed record Block(TextSpan Span, ImmutableArray<Statement> Statements);

/// <param name="Origin">Shared by every rendering.</param>
internal sealed record TextStatement(TextSpan Span, string Text, Origin Origin) : Statement(Span);

/// <param name="Slot">Numbers the output places of a template, so that a rendering can remember one origin for each.</param>
/// <param name="FixedOrigin">The origin of what it writes without having read a field.</param>
internal sealed record ExpressionStatement(TextSpan Span, Expression Expression, int Slot, Origin FixedOrigin)
    : Statement(Span);

internal sealed record IfStatement(TextSpan Span, Expression Condition, Block Then, Statement? Else) : Statement(Span);

internal sealed record ElseStatement(TextSpan Span, Block Body) : Statement(Span);

internal sealed record CaseStatement(TextSpan Span, Expression Value, ImmutableArray<WhenClause> Clauses, Block? Else)
    : Statement(Span);

internal sealed record WhenClause(ImmutableArray<Expression> Values, Block Body);

internal sealed record ForStatement(TextSpan Span, Expression Variable, Expression List, LoopOptions Options)
    : Statement(Span)
{
    public required Block Body { get; init; }

    public Block? Else { get; init; }

    public bool IsTableRow { get; init; }
}

internal sealed record LoopOptions(Expression? Offset, Expression? Limit, bool IsReversed, Expression? Columns)
{
    public static readonly LoopOptions None = new(null, null, false, null);
}

internal sealed record WhileStatement(TextSpan Span, Expression Condition, Block Body) : Statement(Span);

internal sealed record BreakStatement(TextSpan Span) : Statement(Span);

internal sealed record ContinueStatement(TextSpan Span) : Statement(Span);

internal sealed record CaptureStatement(TextSpan Span, Expression Target, Block Body) : Statement(Span);

internal sealed record WithStatement(TextSpan Span, Expression Target, Block Body) : Statement(Span);

internal sealed record WrapStatement(TextSpan Span, Expression Target, Block Body) : Statement(Span);

internal sealed record FunctionStatement(TextSpan Span, FunctionSyntax Function) : Statement(Span);

internal sealed record ReturnStatement(TextSpan Span, Expression? Value) : Statement(Span);

internal sealed record ImportStatement(TextSpan Span, Expression Value) : Statement(Span);

internal sealed record ReadOnlyStatement(TextSpan Span, VariableExpression Variable) : Statement(Span);

/// <summary>A whole parsed template.</summary>
/// <param name="Source">Its text.</param>
/// <param name="Body">Its statements.</param>
/// <param name="Slots">How many output places it has.</param>
internal sealed record TemplateSyntax(SourceText Source, Block Body, int Slots)
{
    public SourceLocation At(TextSpan span) => new(Source, span);
}
