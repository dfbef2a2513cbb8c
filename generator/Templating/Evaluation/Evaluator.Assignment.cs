using PiiDocs.Core;
using PiiDocs.Templating.Syntax;

namespace PiiDocs.Templating.Evaluation;

/// <summary>Assignment to variables, members and items.</summary>
internal sealed partial class Evaluator
{
    private void Assign(AssignExpression assignment)
    {
        // The right side may be a function, which is stored and not called only behind '@' or as `do … end`.
        var value = Evaluate(assignment.Value);
        if (assignment.Operator is { } compound)
        {
            var old = Evaluate(assignment.Target);
            var result = Operators.Apply(this, new(compound, old.Value, value.Value, assignment.Span) { Left = old, Right = value });
            value = new(result, TracedValue.Union(old.Trace, value.Trace));
        }

        Store(assignment.Target, value);
    }

    private TracedValue Increment(IncrementExpression increment)
    {
        var old = Evaluate(increment.Target);
        var changed = Operators.Apply(this, new(BinaryOperator.Add, old.Value, increment.Delta, increment.Span) { Left = old });
        var value = old.Derive(changed);
        Store(increment.Target, value);
        return increment.IsPostfix ? old : value;
    }

    private void Store(Expression target, TracedValue value)
    {
        switch (target)
        {
            case VariableExpression { IsLocal: true } local:
                Set(_variables.Locals, local.Name, value, local.Span);
                break;
            case VariableExpression variable:
                Set(_variables.StoreFor(variable.Name), variable.Name, value, variable.Span);
                break;
            case NestedExpression nested:
                Store(nested.Inner, value);
                break;
            case MemberExpression member:
                StoreMember(Evaluate(member.Target), member.Name, value, member.Span);
                break;
            case IndexExpression index:
                StoreItem(index, value);
                break;
            default:
                break; // Reported when it was parsed.
        }
    }

    private void Set(ScriptObject store, string name, TracedValue value, TextSpan span)
    {
        if (!store.CanSet(name))
        {
            throw Fault(RenderErrors.CannotAssign(At(span), name));
        }

        store.Set(name, value);
    }

    private void StoreMember(TracedValue target, string name, TracedValue value, TextSpan span)
    {
        switch (target.Value)
        {
            case ScriptObject made when IsDateFormat(made, name, value):
                break;
            case ScriptObject made:
                Set(made, name, value, span);
                break;
            case ScriptArray array when name is not ("size" or "count"):
                array.SetNamed(name, value);
                break;
            case DataNode:
                throw Fault(RenderErrors.CaseIsReadOnly(At(span)));
            case null:
                throw Fault(RenderErrors.MemberOfNothing(At(span), name));
            default:
                throw Fault(RenderErrors.CannotAssign(At(span), name));
        }
    }

    /// <summary><c>date.format</c> is the one member of the language's own objects that a template may set, for itself.</summary>
    private bool IsDateFormat(ScriptObject made, string name, TracedValue value)
    {
        if (name != "format" || value.Value is not string pattern || !ReferenceEquals(made, _engine.Builtins["date"].Value))
        {
            return false;
        }

        DefaultDateFormat = pattern;
        return true;
    }

    private void StoreItem(IndexExpression index, TracedValue value)
    {
        var target = Evaluate(index.Target);
        var key = Evaluate(index.Index);
        if (key.Value is string name)
        {
            StoreMember(target, name, value, index.Span);
            return;
        }

        var number = IntOf(key, index.Index.Span);
        switch (target.Value)
        {
            case ScriptArray array:
                number += number < 0 ? array.Count : 0;
                Step(index.Span, Math.Max(1, number - array.Count));
                if (number >= 0)
                {
                    array.Set(number, value);
                }

                break;
            case ScriptObject made:
                Set(made, Numbers.Print(number), value, index.Span);
                break;
            case DataNode:
                throw Fault(RenderErrors.CaseIsReadOnly(At(index.Span)));
            case null:
                throw Fault(RenderErrors.MemberOfNothing(At(index.Target.Span), "[…]"));
            default:
                throw Fault(RenderErrors.CannotAssign(At(index.Span), "[…]"));
        }
    }
}
