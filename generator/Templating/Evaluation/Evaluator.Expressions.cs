using System.Diagnostics;
using System.Runtime.CompilerServices;
using PiiDocs.Core;
using PiiDocs.Templating.Syntax;

namespace PiiDocs.Templating.Evaluation;

/// <summary>Expressions.</summary>
internal sealed partial class Evaluator
{
    /// <summary>The value of an expression; a function that stands alone is called.</summary>
    public TracedValue Evaluate(Expression expression) => Evaluate(expression, asks: false);

    /// <summary>The value of an expression whose reading is a question: what is not there is null, not an error.</summary>
    private TracedValue Ask(Expression expression) => Evaluate(expression, asks: true);

    private TracedValue Evaluate(Expression expression, bool asks)
    {
        var value = EvaluateUncalled(expression, asks);
        return value.Value is Callable function && expression is VariableExpression or MemberExpression or IndexExpression or NestedExpression
            ? Call(function, new(expression.Span, null, [], null))
            : value;
    }

    private TracedValue EvaluateUncalled(Expression expression, bool asks = false)
    {
        switch (expression)
        {
            case MemberExpression member:
                return ReadMember(member, asks);
            case VariableExpression variable:
                return ReadVariable(variable, asks);
            case LiteralExpression literal:
                return new(literal.Value);
            case CallExpression call:
                return Call(call);
            case BinaryExpression binary:
                return EvaluateBinary(binary, asks);
            case IndexExpression index:
                return ReadIndex(index, asks);
            case UnaryExpression unary:
                return EvaluateUnary(unary, asks);
            case NestedExpression nested:
                return EvaluateNested(nested, asks);
            case ConditionalExpression conditional:
                return Evaluate(IsTrue(conditional.Condition) ? conditional.Then : conditional.Else, asks);
            default:
                return EvaluateRare(expression);
        }
    }

    /// <summary>Whether a condition holds. What was read to decide it goes into no text, so no fields are gathered.</summary>
    private bool IsTrue(Expression condition)
    {
        switch (condition)
        {
            case BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } logic:
                EnsureStack(logic);
                var decides = logic.Operator == BinaryOperator.Or;
                return IsTrue(logic.Left) == decides ? decides : IsTrue(logic.Right);
            case BinaryExpression { Operator: not (BinaryOperator.Coalesce or BinaryOperator.CoalesceNot) } binary:
                EnsureStack(binary);
                return Values.IsTrue(Apply(binary, Ask(binary.Left), Ask(binary.Right)));
            case UnaryExpression { Operator: UnaryOperator.Not } negated:
                return !IsTrue(negated.Operand);
            case NestedExpression { Inner: not FunctionExpression } nested:
                return IsTrue(nested.Inner);
            default:
                return Values.IsTrue(Ask(condition).Value);
        }
    }

    private void EnsureStack(BinaryExpression binary)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Stop(binary.Span, new("表达式过长", "an expression too long"));
        }
    }

    private object? Apply(BinaryExpression binary, TracedValue left, TracedValue right)
    {
        if (left.Value is string text && right.Value is string other && IsEquality(binary.Operator))
        {
            return text == other == (binary.Operator == BinaryOperator.Equal) ? TracedValue.BoxedTrue : TracedValue.BoxedFalse;
        }

        return Operators.Apply(this, new(binary.Operator, left.Value, right.Value, binary.Span) { Left = left, Right = right });
    }

    private TracedValue EvaluateRare(Expression expression) => expression switch
    {
        InterpolatedExpression interpolated => Interpolate(interpolated),
        ArrayExpression array => MakeArray(array),
        ObjectExpression made => MakeObject(made),
        ThisExpression => new(_variables.This),
        EmptyQuestionExpression question => IsEmpty(question),
        IncrementExpression increment => Increment(increment),
        AssignExpression assignment => EvaluateAssignment(assignment),
        FunctionExpression function => new(new DeclaredFunction(_template, function.Function)),
        ValueExpression value => value.Value,
        BlockExpression or MissingExpression => TracedValue.Null,
        _ => throw new UnreachableException($"no value for {expression.GetType().Name}"),
    };

    private TracedValue EvaluateNested(NestedExpression nested, bool asks) =>
        nested.Inner is FunctionExpression ? EvaluateUncalled(nested.Inner) : Evaluate(nested.Inner, asks);

    private TracedValue EvaluateAssignment(AssignExpression assignment)
    {
        Assign(assignment);
        return TracedValue.Null;
    }

    private TracedValue ReadVariable(VariableExpression variable, bool asks)
    {
        if (variable.IsLocal ? _variables.TryGetLocal(variable.Name, out var value) : _variables.TryGet(variable.Name, out value))
        {
            return value.Value is MissingField missing ? MissingOr(missing, variable, asks) : value;
        }

        if (IsLenient || asks || variable.IsLocal)
        {
            return TracedValue.Null;
        }

        var field = FieldPath.Root.Member(variable.Name);
        throw Missing(variable, field, Spelling.Nearest(variable.Name, _variables.Names()));
    }

    private TracedValue MissingOr(MissingField missing, Expression expression, bool asks) =>
        asks ? TracedValue.Null : throw new MissingFieldFault(missing, At(expression.Span));

    /// <summary>What a field that is not there means outside a question: an error in a filing, a mark in a draft.</summary>
    private Exception Missing(Expression expression, FieldPath? field, string? nearest)
    {
        var at = At(expression.Span);
        return IsDraft && field is { } missing
            ? new MissingFieldFault(MissingAt(missing, at), at)
            : Fault(RenderErrors.UnknownField(at, field, nearest));
    }

    private TracedValue ReadMember(MemberExpression member, bool asks)
    {
        var target = Evaluate(member.Target, asks || member.IsConditional);
        if (target.Value is null)
        {
            return ReadOfNothing(member, target, asks);
        }

        if (Values.TryReadMember(target, member.Name, out var value))
        {
            return value;
        }

        if (IsLenient || asks || member.IsConditional)
        {
            return TracedValue.Null;
        }

        throw Missing(member, FieldOf(target, member.Name), Spelling.Nearest(member.Name, Values.MemberNames(target.Value)));
    }

    /// <summary>The field a member of a case object would be; null for an object of the template's own.</summary>
    private FieldPath? FieldOf(TracedValue target, string name) => target switch
    {
        { Value: DataNode node } => node.Path.Member(name),
        { Trace: DataNode origin } => origin.Path.Member(name),
        { Value: ScriptObject made } when ReferenceEquals(made, _variables.This) => FieldPath.Root.Member(name),
        _ => null,
    };

    private TracedValue ReadOfNothing(MemberExpression member, TracedValue target, bool asks)
    {
        if (member.IsConditional || (asks && !IsLenient))
        {
            return TracedValue.Null;
        }

        if (IsDraft && FirstField(target) is { } field)
        {
            throw Missing(member, field.Member(member.Name), null);
        }

        throw Fault(RenderErrors.MemberOfNothing(At(member.Span), member.Name));
    }

    private TracedValue ReadIndex(IndexExpression index, bool asks)
    {
        var isConditional = index.Target is MemberExpression { IsConditional: true };
        var target = Evaluate(index.Target, asks || isConditional);
        if (target.Value is null)
        {
            return isConditional || (asks && !IsLenient)
                ? TracedValue.Null
                : throw Fault(RenderErrors.MemberOfNothing(At(index.Target.Span), "[…]"));
        }

        var key = Evaluate(index.Index);
        if (key.Value is null)
        {
            throw Fault(RenderErrors.WrongKind(At(index.Index.Span), new("下标为空", "the index is null")));
        }

        if (key.Value is string name)
        {
            return Values.TryReadMember(target, name, out var member) || IsLenient || asks
                ? member
                : throw Missing(index, FieldOf(target, name), Spelling.Nearest(name, Values.MemberNames(target.Value)));
        }

        return ReadItem(index, target, key);
    }

    /// <summary>An item; from the end for a negative number; nothing past either end.</summary>
    private TracedValue ReadItem(IndexExpression index, TracedValue target, TracedValue key)
    {
        var number = IntOf(key, index.Index.Span);
        if (target.Value is string text)
        {
            number += number < 0 ? text.Length : 0;
            return number < 0 || number >= text.Length ? TracedValue.Null : target.Derive(text[number].ToString());
        }

        if (Values.ListOf(target) is not { } items)
        {
            return Values.TryReadMember(target, Numbers.Print(key.Value!), out var member) || (IsLenient && target.Value is ScriptObject)
                ? member
                : throw Fault(RenderErrors.NotAList(At(index.Target.Span)));
        }

        number += number < 0 ? items.Count : 0;
        return number < 0 || number >= items.Count ? TracedValue.Null : items[number];
    }

    private TracedValue EvaluateUnary(UnaryExpression unary, bool asks)
    {
        if (unary.Operator == UnaryOperator.Alias)
        {
            return EvaluateUncalled(unary.Operand);
        }

        var value = Evaluate(unary.Operand, asks || unary.Operator == UnaryOperator.Not);
        return unary.Operator switch
        {
            UnaryOperator.Not => TracedValue.Flag(!Values.IsTrue(value.Value), TracedValue.Derived(value.Trace)),
            UnaryOperator.Expand => value,
            UnaryOperator.Plus => Numbers.IsNumber(value.Value) ? value : throw NotANumber(unary.Operand),
            _ => value.Derive(Operators.Negate(value.Value) ?? throw NotANumber(unary.Operand)),
        };
    }

    private StatementFault NotANumber(Expression expression) =>
        Fault(RenderErrors.WrongKind(At(expression.Span), new("这里需要数字", "a number is needed here")));

    private TracedValue EvaluateBinary(BinaryExpression binary, bool asks)
    {
        EnsureStack(binary);
        switch (binary.Operator)
        {
            case BinaryOperator.And or BinaryOperator.Or:
                return EvaluateLogic(binary);
            case BinaryOperator.Coalesce:
                var asked = Ask(binary.Left);
                return asked.Value is null ? Evaluate(binary.Right, asks) : asked;
            case BinaryOperator.CoalesceNot:
                var known = Ask(binary.Left);
                return known.Value is null ? known : Evaluate(binary.Right, asks);
            default:
                var compares = asks || (IsEquality(binary.Operator) && (IsNothing(binary.Left) || IsNothing(binary.Right)));
                var left = Evaluate(binary.Left, compares);
                var right = Evaluate(binary.Right, compares);
                return new(Apply(binary, left, right), TracedValue.Union(left.Trace, right.Trace));
        }
    }

    private TracedValue EvaluateLogic(BinaryExpression binary)
    {
        var left = Ask(binary.Left);
        if (Values.IsTrue(left.Value) == (binary.Operator == BinaryOperator.Or))
        {
            return TracedValue.Flag(binary.Operator == BinaryOperator.Or, TracedValue.Derived(left.Trace));
        }

        var right = Ask(binary.Right);
        return TracedValue.Flag(Values.IsTrue(right.Value), TracedValue.Union(left.Trace, right.Trace));
    }

    private static bool IsEquality(BinaryOperator binary) => binary is BinaryOperator.Equal or BinaryOperator.NotEqual;

    /// <summary><c>null</c> or <c>empty</c>: to compare with them is to ask.</summary>
    private static bool IsNothing(Expression expression) =>
        expression is LiteralExpression { Value: null } or VariableExpression { Name: "empty", IsLocal: false };

    private TracedValue Interpolate(InterpolatedExpression interpolated)
    {
        var printer = new Printer(this);
        foreach (var part in interpolated.Parts)
        {
            printer.Append(Evaluate(part));
        }

        return new(printer.ToString(), printer.Trace);
    }

    private TracedValue MakeArray(ArrayExpression expression)
    {
        var array = new ScriptArray();
        foreach (var item in expression.Items)
        {
            array.Add(Evaluate(item));
        }

        return new(array);
    }

    private TracedValue MakeObject(ObjectExpression expression)
    {
        var made = new ScriptObject();
        foreach (var member in expression.Members)
        {
            made.Set(member.Name, Evaluate(member.Value));
        }

        return new(made);
    }

    private TracedValue IsEmpty(EmptyQuestionExpression question)
    {
        var value = Ask(question.Target);
        return value.Value is null ? value.Derive(null) : TracedValue.Flag(Values.IsEmpty(value), TracedValue.Derived(value.Trace));
    }

    private int IntOf(TracedValue value, TextSpan span) => Convert(value, span, Numbers.ToInt, new("整数", "a whole number"));

    /// <summary>Converts a value, or says what was needed.</summary>
    public T Convert<T>(TracedValue value, TextSpan span, Func<object?, T> conversion, Message needed)
    {
        try
        {
            return conversion(value.Value);
        }
        catch (Exception exception) when (exception is InvalidCastException or FormatException or OverflowException)
        {
            throw Fault(RenderErrors.WrongKind(At(span), new($"需要{needed.Chinese}", $"{needed.English} is needed")));
        }
    }
}
