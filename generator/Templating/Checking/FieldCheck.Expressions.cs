using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Templating.Evaluation;
using PiiDocs.Templating.Syntax;

namespace PiiDocs.Templating.Checking;

/// <summary>Expressions and what is known of their values.</summary>
internal sealed partial class FieldCheck
{
    /// <summary>A name nobody knows may still be one, inside a <c>with</c> of anything.</summary>
    private bool _anyName;

    private Known Read(Expression expression) => Value(expression, asks: false);

    private Known Ask(Expression expression) => Value(expression, asks: true);

    /// <summary>What is known of a value; a function that stands alone is called.</summary>
    private Known Value(Expression expression, bool asks)
    {
        var known = Uncalled(expression, asks);
        return known.Function is { } function && expression is VariableExpression or MemberExpression
            ? CheckCall(function, new(expression.Span, null, [], null), asks: false)
            : known;
    }

    private Known Uncalled(Expression expression, bool asks)
    {
        switch (expression)
        {
            case VariableExpression variable:
                return Variable(variable, asks);
            case MemberExpression member:
                return Member(member, asks);
            case CallExpression call:
                return Call(call);
            case BinaryExpression binary:
                return Binary(binary, asks);
            case IndexExpression index:
                return Index(index, asks);
            case NestedExpression nested:
                return nested.Inner is FunctionExpression ? Uncalled(nested.Inner, asks) : Value(nested.Inner, asks);
            case UnaryExpression { Operator: UnaryOperator.Alias } alias:
                return Uncalled(alias.Operand, asks);
            case UnaryExpression unary:
                var operand = Value(unary.Operand, asks || unary.Operator == UnaryOperator.Not);
                return unary.Operator == UnaryOperator.Expand ? operand : unary.Operator == UnaryOperator.Not ? Known.Flag : Known.Number;
            case ConditionalExpression conditional:
                return Conditional(conditional, asks);
            default:
                return Made(expression);
        }
    }

    private Known Made(Expression expression)
    {
        switch (expression)
        {
            case LiteralExpression literal:
                return literal.Value switch { string => Known.Text, bool => Known.Flag, null => Known.Anything, _ => Known.Number };
            case InterpolatedExpression interpolated:
                ReadAll(interpolated.Parts);
                return Known.Text;
            case ArrayExpression array:
                var items = array.Items.Select(Read).ToList();
                return items.Count > 0 ? Known.ListOf(items.Aggregate(Known.Merge)) : Known.ListOf(Known.Anything);
            case ObjectExpression made:
                return MadeObject(made);
            case EmptyQuestionExpression question:
                Ask(question.Target);
                return Known.Flag;
            case IncrementExpression increment:
                Read(increment.Target);
                return Known.Number;
            case AssignExpression assignment:
                var value = Read(assignment.Value);
                Assign(assignment.Target, assignment.Operator is null ? value : Known.Anything);
                return Known.Anything;
            case FunctionExpression function:
                return Known.Anything with { Function = new DeclaredFunction(_template, function.Function) };
            default:
                return Known.Anything;
        }
    }

    private Known MadeObject(ObjectExpression made)
    {
        var members = ImmutableDictionary.CreateBuilder<string, Known>(StringComparer.Ordinal);
        foreach (var member in made.Members)
        {
            members[member.Name] = Read(member.Value);
        }

        return Known.Anything with { Members = members.ToImmutable() };
    }

    private void ReadAll(IEnumerable<Expression> expressions)
    {
        foreach (var expression in expressions)
        {
            Read(expression);
        }
    }

    private Known Conditional(ConditionalExpression conditional, bool asks)
    {
        Ask(conditional.Condition);
        Known? then = null;
        Known? otherwise = null;
        CheckWith(Facts.From(conditional.Condition, holds: true, FieldsOf), () => then = Value(conditional.Then, asks));
        CheckWith(Facts.From(conditional.Condition, holds: false, FieldsOf), () => otherwise = Value(conditional.Else, asks));
        return Known.Merge(then, otherwise!);
    }

    private Known Variable(VariableExpression variable, bool asks)
    {
        if (variable.IsLocal)
        {
            return _scope.FindLocal(variable.Name);
        }

        if (_scope.Find(variable.Name) is { } known && !IsField(variable.Name, known))
        {
            return known;
        }

        if (MemberOf(_root, variable.Name) is { } field)
        {
            WarnIfOptional(variable, _root, variable.Name, asks);
            return Noted(field);
        }

        if (!_assigned.Contains(variable.Name) && !_assigned.Imports && !_anyName)
        {
            Report(RenderErrors.UnknownField(At(variable.Span), FieldPath.Root.Member(variable.Name), Spelling.Nearest(variable.Name, KnownNames())));
        }

        return Known.Anything;
    }

    /// <summary>Data wins over the functions of the language.</summary>
    private bool IsField(string name, Known known) =>
        (known.Function is not null || known.Members is not null) && !_assigned.Contains(name) && MemberOf(_root, name) is not null && known.Path is null;

    private IEnumerable<string> KnownNames() =>
        _scope.Names.Concat(_assigned.Names).Concat((_root.Shape as ObjectShape)?.Members.Keys ?? []);

    private Known Member(MemberExpression member, bool asks)
    {
        if (member.Target is ThisExpression)
        {
            return Variable(new(member.Span, member.Name, IsLocal: false), asks);
        }

        var target = Value(member.Target, asks || member.IsConditional);
        if (target.IsAnything || target.Function is not null)
        {
            return Known.OneOf(target.Alternatives.Select(each => MemberOf(each, member.Name)).OfType<Known>().Select(Noted));
        }

        if (MemberOf(target, member.Name) is not { } known)
        {
            ReportUnknown(member, target);
            return Known.Anything;
        }

        WarnIfOptional(member, target, member.Name, asks || member.IsConditional);
        return Noted(known);
    }

    private Known Noted(Known known)
    {
        if (known.Path is { } path)
        {
            _read.Add(path);
        }

        return known;
    }

    private void ReportUnknown(MemberExpression member, Known target)
    {
        var names = target.Members?.Keys ?? (target.Shape as ObjectShape)?.Members.Keys ?? [];
        var field = target.Path?.Member(member.Name);
        Report(RenderErrors.UnknownField(At(member.Span), field, Spelling.Nearest(member.Name, names)));
    }

    /// <summary>What is known of a member; null where there certainly is none.</summary>
    private static Known? MemberOf(Known target, string name)
    {
        if (target.Members is { } members)
        {
            return members.GetValueOrDefault(name);
        }

        return target.Shape switch
        {
            ObjectShape known when known.Members.TryGetValue(name, out var member) => new(member.Shape, target.Path?.Member(name)),
            ObjectShape { Open: true } or AnyShape => Known.Anything,
            ListShape or TextShape when name == "size" => Known.Number,
            _ => null,
        };
    }

    private void WarnIfOptional(Expression expression, Known target, string name, bool asks)
    {
        if (!asks
            && target is { Path: { } path, Shape: ObjectShape known }
            && known.Members.TryGetValue(name, out var member)
            && !member.Required
            && !_facts.Has(path.Member(name))
            && _unasked.Add(path.Member(name)))
        {
            Report(RenderErrors.OptionalUnasked(At(expression.Span), path.Member(name)));
        }
    }

    private Known Index(IndexExpression index, bool asks)
    {
        var target = Value(index.Target, asks || index.Target is MemberExpression { IsConditional: true });
        Read(index.Index);
        if (index.Index is LiteralExpression { Value: string name })
        {
            return Noted(MemberOf(target, name) ?? Known.Anything);
        }

        return ItemOf(target, index);
    }

    private static Known ItemOf(Known target, IndexExpression index)
    {
        if (target.Places.IsEmpty || index.Index is not LiteralExpression { Value: int place and >= 0 })
        {
            return target.Items();
        }

        return place < target.Places.Length ? target.Places[place] : Known.Anything;
    }

    private Known Binary(BinaryExpression binary, bool asks)
    {
        switch (binary.Operator)
        {
            case BinaryOperator.And or BinaryOperator.Or:
                Ask(binary.Left);
                CheckWith(Facts.From(binary.Left, binary.Operator == BinaryOperator.And, FieldsOf), () => Ask(binary.Right));
                return Known.Flag;
            case BinaryOperator.Coalesce:
                return Known.Merge(Ask(binary.Left), Value(binary.Right, asks));
            case BinaryOperator.CoalesceNot:
                Ask(binary.Left);
                return Value(binary.Right, asks);
            default:
                var compares = asks || IsNothing(binary.Left) || IsNothing(binary.Right);
                Value(binary.Left, compares);
                Value(binary.Right, compares);
                return Known.Anything;
        }
    }

    private static bool IsNothing(Expression expression) => expression is LiteralExpression { Value: null } or VariableExpression { Name: "empty" };

    private void Assign(Expression target, Known value)
    {
        switch (target)
        {
            case VariableExpression { IsLocal: true } local:
                _scope.SetLocal(local.Name, value);
                break;
            case VariableExpression variable:
                _scope.Set(variable.Name, value);
                break;
            case MemberExpression member:
                AssignMember(member, value);
                break;
        }
    }

    /// <summary>An object a template adds to has that member from then on.</summary>
    private void AssignMember(MemberExpression member, Known value)
    {
        if (Value(member.Target, asks: true) is { Members: { } members } made)
        {
            Replace(member.Target, made with { Members = members.SetItem(member.Name, Known.Merge(members.GetValueOrDefault(member.Name), value)) });
        }
    }

    private void Replace(Expression target, Known made)
    {
        switch (target)
        {
            case VariableExpression { IsLocal: true } local:
                _scope.ReplaceLocal(local.Name, made);
                break;
            case VariableExpression variable:
                _scope.Replace(variable.Name, made);
                break;
        }
    }

    /// <summary>Every field on the way of a member path: whoever has asked for the last has asked for all.</summary>
    private IEnumerable<FieldPath> FieldsOf(Expression expression)
    {
        for (var current = expression; ;)
        {
            if (Quiet(current) is { Path: { } path })
            {
                yield return path;
            }

            switch (current)
            {
                case MemberExpression member:
                    current = member.Target;
                    break;
                case IndexExpression index:
                    current = index.Target;
                    break;
                case NestedExpression nested:
                    current = nested.Inner;
                    break;
                case CallExpression { Piped: { } piped }:
                    current = piped;
                    break;
                default:
                    yield break;
            }
        }
    }

    /// <summary>What is known of a path, without reporting anything.</summary>
    private Known Quiet(Expression expression) => expression switch
    {
        VariableExpression { IsLocal: true } local => _scope.FindLocal(local.Name),
        VariableExpression variable => _scope.Find(variable.Name) is { } known && !IsField(variable.Name, known)
            ? known
            : MemberOf(_root, variable.Name) ?? Known.Anything,
        MemberExpression { Target: ThisExpression } member => MemberOf(_root, member.Name) ?? Known.Anything,
        MemberExpression member => MemberOf(Quiet(member.Target), member.Name) ?? Known.Anything,
        IndexExpression { Index: LiteralExpression { Value: string name } } index => MemberOf(Quiet(index.Target), name) ?? Known.Anything,
        IndexExpression index => ItemOf(Quiet(index.Target), index),
        NestedExpression nested => Quiet(nested.Inner),
        _ => Known.Anything,
    };
}
