using PiiDocs.Templating.Syntax;

namespace PiiDocs.Templating.Checking;

/// <summary>The global names a template sets anywhere; whoever reads one of them may do so before it is set.</summary>
internal sealed class AssignedNames
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>The template imports an object, so that any name may come to exist.</summary>
    public bool Imports { get; private set; }

    public IEnumerable<string> Names => _names;

    public bool Contains(string name) => _names.Contains(name);

    public void AddFrom(Block? block)
    {
        foreach (var statement in block?.Statements ?? [])
        {
            AddFrom(statement);
        }
    }

    private void AddFrom(Statement? statement)
    {
        switch (statement)
        {
            case ExpressionStatement { Expression: AssignExpression assignment }:
                AddTarget(assignment.Target);
                break;
            case ExpressionStatement { Expression: IncrementExpression increment }:
                AddTarget(increment.Target);
                break;
            case FunctionStatement { Function: { IsLocal: false, Name: { } name } } function:
                _names.Add(name);
                AddFrom(function.Function.Body);
                break;
            case FunctionStatement function:
                AddFrom(function.Function.Body);
                break;
            case CaptureStatement capture:
                AddTarget(capture.Target);
                AddFrom(capture.Body);
                break;
            case ImportStatement:
                Imports = true;
                break;
            default:
                AddFromBlocks(statement);
                break;
        }
    }

    private void AddFromBlocks(Statement? statement)
    {
        switch (statement)
        {
            case IfStatement branch:
                AddFrom(branch.Then);
                AddFrom(branch.Else);
                break;
            case ElseStatement otherwise:
                AddFrom(otherwise.Body);
                break;
            case CaseStatement choice:
                foreach (var clause in choice.Clauses)
                {
                    AddFrom(clause.Body);
                }

                AddFrom(choice.Else);
                break;
            case ForStatement loop:
                AddFrom(loop.Body);
                AddFrom(loop.Else);
                break;
            case WhileStatement loop:
                AddFrom(loop.Body);
                break;
            case WithStatement with:
                AddFrom(with.Body);
                break;
            case WrapStatement wrap:
                AddFrom(wrap.Body);
                break;
        }
    }

    private void AddTarget(Expression target)
    {
        if (target is VariableExpression { IsLocal: false } variable)
        {
            _names.Add(variable.Name);
        }
    }
}
