using PiiDocs.Core;
using PiiDocs.Templating.Evaluation;
using PiiDocs.Templating.Syntax;

namespace PiiDocs.Templating.Checking;

/// <summary>Compares every member path of a template with the schema, also in branches that no case takes.</summary>
/// <remarks>
/// Nothing is reported that is not certain: a value of unknown origin may have any member. Partials and functions are
/// followed with what is known of their arguments.
/// </remarks>
internal sealed partial class FieldCheck
{
    /// <summary>Bodies walked in all; more is a web of partials that no document needs, and what is left is not followed.</summary>
    private const int MostWalks = 5000;

    private readonly ScribanEngine _engine;
    private readonly DiagnosticBag _diagnostics;
    private readonly AssignedNames _assigned = new();
    private readonly CheckScope _scope = new();
    private readonly Facts _facts = new();
    private readonly HashSet<(string, SourceLocation?, FieldPath?)> _reported = [];
    private readonly HashSet<FieldPath> _unasked = [];
    private readonly HashSet<FieldPath> _read = [];
    private readonly HashSet<Block> _walked = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<FunctionSyntax> _calledFunctions = [];
    private readonly HashSet<TemplateSyntax> _seenTemplates = [];
    private readonly List<SourceLocation> _callSites = [];
    private readonly Known _root;
    private TemplateSyntax _template;
    private int _walks;

    private FieldCheck(ScribanTemplate template, FieldShape shape, CheckInput input)
    {
        _engine = template.Engine;
        _template = template.Syntax;
        _diagnostics = input.Diagnostics;
        _scope.Push(Known.Of(_engine.Builtins).Members!.Concat(Known.Of(CaseImport.ToConstants(input.Constants)).Members!));
        _scope.Push([]);
        _root = new(shape, FieldPath.Root);
    }

    public static void Run(ScribanTemplate template, FieldShape shape, CheckInput input)
    {
        var check = new FieldCheck(template, shape, input);
        check.Enter(template.Syntax);
        check.Check(template.Syntax.Body);
    }

    /// <summary>Every field on a path that the template names.</summary>
    public static IReadOnlySet<FieldPath> FieldsRead(ScribanTemplate template, FieldShape shape, DataObject constants)
    {
        var check = new FieldCheck(template, shape, new(constants, new()));
        check.Enter(template.Syntax);
        check.Check(template.Syntax.Body);
        return check._read;
    }

    /// <summary>Notes what a template sets before it is walked for the first time.</summary>
    private void Enter(TemplateSyntax template)
    {
        if (_seenTemplates.Add(template))
        {
            _assigned.AddFrom(template.Body);
        }
    }

    private void Check(Block? block)
    {
        var facts = _facts.Count;
        foreach (var statement in block?.Statements ?? [])
        {
            Check(statement);
            _facts.Add(FactsAfter(statement));
        }

        _facts.BackTo(facts);
        foreach (var statement in block?.Statements ?? [])
        {
            if (statement is FunctionStatement function && _calledFunctions.Add(function.Function))
            {
                CheckBody(function.Function, _template, []);
            }
        }
    }

    /// <summary>Behind <c>if !x; ret; end</c> x is there.</summary>
    private IEnumerable<FieldPath> FactsAfter(Statement statement) =>
        statement is IfStatement { Else: null, Then.Statements: [.., BreakStatement or ContinueStatement or ReturnStatement] } guard
            ? Facts.From(guard.Condition, holds: false, FieldsOf)
            : [];

    private void Check(Statement statement)
    {
        switch (statement)
        {
            case TextStatement or BreakStatement or ContinueStatement or ReadOnlyStatement:
                break;
            case ExpressionStatement expression:
                Read(expression.Expression);
                break;
            case IfStatement branch:
                CheckIf(branch);
                break;
            case ElseStatement otherwise:
                Check(otherwise.Body);
                break;
            case CaseStatement choice:
                CheckCase(choice);
                break;
            case ForStatement loop:
                CheckFor(loop);
                break;
            case WhileStatement loop:
                Ask(loop.Condition);
                CheckWith(Facts.From(loop.Condition, holds: true, FieldsOf), () => Check(loop.Body));
                break;
            default:
                CheckDefinition(statement);
                break;
        }
    }

    private void CheckDefinition(Statement statement)
    {
        switch (statement)
        {
            case CaptureStatement capture:
                Check(capture.Body);
                Assign(capture.Target, Known.Text);
                break;
            case WithStatement with:
                CheckWithStatement(with);
                break;
            case WrapStatement wrap:
                Check(wrap.Body);
                Read(wrap.Target);
                break;
            case FunctionStatement function:
                Define(function);
                break;
            case ReturnStatement back when back.Value is not null:
                Read(back.Value);
                break;
            case ImportStatement import:
                Read(import.Value);
                break;
        }
    }

    private void CheckIf(IfStatement branch)
    {
        Ask(branch.Condition);
        CheckWith(Facts.From(branch.Condition, holds: true, FieldsOf), () => Check(branch.Then));
        if (branch.Else is not null)
        {
            CheckWith(Facts.From(branch.Condition, holds: false, FieldsOf), () => Check(branch.Else));
        }
    }

    private void CheckWith(IEnumerable<FieldPath> facts, Action check)
    {
        var count = _facts.Count;
        _facts.Add(facts.ToList());
        check();
        _facts.BackTo(count);
    }

    private void CheckCase(CaseStatement choice)
    {
        Ask(choice.Value);
        foreach (var clause in choice.Clauses)
        {
            foreach (var value in clause.Values)
            {
                Read(value);
            }

            CheckWith(FieldsOf(choice.Value), () => Check(clause.Body));
        }

        Check(choice.Else);
    }

    private void CheckFor(ForStatement loop)
    {
        var list = Read(loop.List);
        foreach (var option in new[] { loop.Options.Offset, loop.Options.Limit, loop.Options.Columns })
        {
            _ = option is null ? null : Read(option);
        }

        var item = list.Items();
        var state = KeyValuePair.Create(loop.IsTableRow ? "tablerow" : "for", Known.Anything);
        var variable = loop.Variable as VariableExpression;
        _scope.Push(variable is { IsLocal: false } ? [state, KeyValuePair.Create(variable.Name, item)] : [state]);
        if (variable is { IsLocal: true })
        {
            _scope.SetLocal(variable.Name, item);
        }

        Check(loop.Body);
        _scope.Pop();
        Check(loop.Else);
    }

    private void CheckWithStatement(WithStatement with)
    {
        var target = Read(with.Target);
        var members = target.Members?.Keys ?? (target.Shape as ObjectShape)?.Members.Keys ?? [];
        _scope.Push(members.Select(name => KeyValuePair.Create(name, MemberOf(target, name) ?? Known.Anything)));
        var imports = _anyName;
        _anyName |= target.IsAnything || target.Shape is ObjectShape { Open: true };
        Check(with.Body);
        _anyName = imports;
        _scope.Pop();
    }

    private void Define(FunctionStatement statement)
    {
        var function = Known.Anything with { Function = new DeclaredFunction(_template, statement.Function) };
        if (statement.Function.IsLocal)
        {
            _scope.SetLocal(statement.Function.Name!, function);
        }
        else
        {
            _scope.Set(statement.Function.Name!, function);
        }
    }

    private SourceLocation At(TextSpan span) => _template.At(span);

    private void Report(Diagnostic diagnostic)
    {
        if (_reported.Add((diagnostic.Code, diagnostic.Location, diagnostic.Field)))
        {
            _diagnostics.Add(_callSites.Count == 0 ? diagnostic : diagnostic with { Trace = [.. Enumerable.Reverse(_callSites)] });
        }
    }
}

/// <param name="Constants">Names beside the case.</param>
/// <param name="Diagnostics">Where findings go.</param>
internal sealed record CheckInput(DataObject Constants, DiagnosticBag Diagnostics);
