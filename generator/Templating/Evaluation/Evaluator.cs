using System.Runtime.CompilerServices;
using PiiDocs.Core;
using PiiDocs.Templating.Functions;
using PiiDocs.Templating.Syntax;

namespace PiiDocs.Templating.Evaluation;

/// <summary>Carries out one rendering: the statements of a template and of the partials it includes.</summary>
internal sealed partial class Evaluator
{
    private const int DeepestNesting = 20;

    private readonly ScribanEngine _engine;
    private readonly RenderOptions _options;
    private readonly DiagnosticBag _diagnostics;
    private readonly CancellationToken _cancellation;
    private readonly Variables _variables;
    private readonly List<SourceLocation> _callSites = [];
    private readonly HashSet<Diagnostic> _reported = [];
    private TemplateSyntax _template;
    private TracedWriter _writer;
    private Origin?[] _origins;
    private Flow _flow;
    private TracedValue _returned;
    private string? _indentation;

    // The call that a statement is, where what it gives would be written as it is.
    private CallExpression? _standing;
    private int _loops;
    private int _steps;

    public Evaluator(ScribanTemplate template, DataObject data, RenderSetup setup)
    {
        _engine = template.Engine;
        _template = template.Syntax;
        _writer = new(template.Syntax.Source.Text.Length * 2);
        _origins = new Origin?[template.Syntax.Slots];
        _options = setup.Options;
        _diagnostics = setup.Diagnostics;
        _cancellation = setup.Cancellation;
        var root = IsLenient ? CaseImport.ToScript(data) : new ScriptObject(data);
        _variables = new(root, CaseImport.ToConstants(setup.Options.Constants), template.Engine.Builtins);
    }

    private enum Flow
    {
        Next,
        Break,
        Continue,
        Return,
    }

    /// <summary>The public library's rules for what is missing.</summary>
    public bool IsLenient => _options.Mode == MissingMembers.Null;

    public DateTime Today => _options.Today;

    /// <summary>How a date prints that no pattern is given for.</summary>
    public string DefaultDateFormat { get; private set; } = DateFormat.Default;

    /// <summary>The statement being carried out, for stops that know no better place.</summary>
    public TextSpan CurrentSpan { get; private set; }

    private bool IsDraft => _options.Mode == MissingMembers.Placeholder;

    public TracedText Run()
    {
        try
        {
            Execute(_template.Body);
            if (_flow == Flow.Return && _returned.Value is not null)
            {
                Write(_returned, new(_template.At(_template.Body.Span), [], false), -1);
            }
        }
        catch (RenderStop stop)
        {
            _diagnostics.Add(stop.Diagnostic);
        }
        catch (StatementFault fault)
        {
            // What a top-level `ret` gave cannot be printed.
            _diagnostics.Add(fault.Diagnostic);
        }

        return _writer.ToText();
    }

    /// <summary>Counts work; a template that does not end is stopped here.</summary>
    public void Step(TextSpan span, long count = 1)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (count > _options.Limits.Steps - _steps)
        {
            throw Stop(span, new($"步数 {_options.Limits.Steps}", $"{_options.Limits.Steps} steps"));
        }

        _steps += (int)count;
    }

    /// <summary>Counts text that is made but not yet written, such as a repeated string.</summary>
    public void CheckLength(TextSpan span, long length)
    {
        if (length > _options.Limits.OutputLength)
        {
            throw Stop(span, new($"文本长度 {_options.Limits.OutputLength}", $"{_options.Limits.OutputLength} characters"));
        }
    }

    /// <summary>Refuses what is nested deeper than any case: it contains itself.</summary>
    public void CheckNesting(int depth)
    {
        if (depth >= DeepestNesting)
        {
            throw Fault(RenderErrors.WrongKind(At(CurrentSpan), new("对象嵌套过深或自我包含", "an object that contains itself, or is nested too deeply")));
        }
    }

    /// <summary>A value as text, without its fields.</summary>
    public string Print(object? value) => value is string text ? text : new Printer(this).Print(new(value));

    public SourceLocation At(TextSpan span) => _template.At(span);

    public StatementFault Fault(Diagnostic diagnostic) => new(WithTrace(diagnostic));

    private RenderStop Stop(TextSpan span, Message limit) => new(WithTrace(RenderErrors.LimitReached(At(span), limit)));

    private Diagnostic WithTrace(Diagnostic diagnostic) =>
        _callSites.Count == 0 || !diagnostic.Trace.IsEmpty
            ? diagnostic
            : diagnostic with { Trace = [.. Enumerable.Reverse(_callSites)] };

    /// <summary>Notes where a call or include stands, and refuses to go deeper than allowed.</summary>
    private void EnterCall(TextSpan span)
    {
        if (_callSites.Count >= _options.Limits.Depth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Stop(span, new($"嵌套调用 {_options.Limits.Depth} 层", $"{_options.Limits.Depth} nested calls"));
        }

        _callSites.Add(At(span));
    }

    private void LeaveCall() => _callSites.RemoveAt(_callSites.Count - 1);

    private void Execute(Block block)
    {
        var outer = _indentation;
        foreach (var statement in block.Statements)
        {
            _indentation = statement.Indentation ?? outer;
            Execute(statement);
            if (_flow != Flow.Next)
            {
                break;
            }
        }

        _indentation = outer;
    }

    private void Execute(Statement statement)
    {
        if (statement is TextStatement text)
        {
            WriteText(text.Text, text.Origin, text.Origin);
            return;
        }

        CurrentSpan = statement.Span;
        Step(statement.Span);
        try
        {
            ExecuteCode(statement);
        }
        catch (StatementFault fault)
        {
            _diagnostics.Add(fault.Diagnostic);
        }
        catch (MissingFieldFault fault)
        {
            WritePlaceholder(fault, statement);
        }
    }

    private void ExecuteCode(Statement statement)
    {
        switch (statement)
        {
            case ExpressionStatement expression:
                ExecuteExpression(expression);
                break;
            case IfStatement branch:
                ExecuteIf(branch);
                break;
            case ForStatement loop:
                ExecuteFor(loop);
                break;
            case ElseStatement otherwise:
                Execute(otherwise.Body);
                break;
            case CaseStatement choice:
                ExecuteCase(choice);
                break;
            case WhileStatement loop:
                ExecuteWhile(loop);
                break;
            case BreakStatement or ContinueStatement when _loops == 0:
                throw Fault(RenderErrors.OutsideLoop(At(statement.Span)));
            case BreakStatement:
                _flow = Flow.Break;
                break;
            case ContinueStatement:
                _flow = Flow.Continue;
                break;
            case ReturnStatement back:
                _returned = back.Value is null ? TracedValue.Null : Evaluate(back.Value);
                _flow = Flow.Return;
                break;
            default:
                ExecuteDefinition(statement);
                break;
        }
    }

    private void ExecuteExpression(ExpressionStatement statement)
    {
        switch (statement.Expression)
        {
            case AssignExpression assignment:
                Assign(assignment);
                break;
            case BlockExpression block:
                ExecuteHandedBlock(block);
                break;
            case MissingExpression:
                break;
            default:
                _standing = string.IsNullOrEmpty(_indentation) ? statement.Expression as CallExpression : null;
                Write(Evaluate(statement.Expression), statement.FixedOrigin, statement.Slot, IsAllowedNothing(statement.Expression));
                break;
        }
    }

    /// <summary>A call may be made for what it does; only a value that was asked for and is not there is missed.</summary>
    private static bool IsAllowedNothing(Expression expression) => expression switch
    {
        CallExpression or LiteralExpression or IncrementExpression => true,
        NestedExpression nested => IsAllowedNothing(nested.Inner),
        BinaryExpression { Operator: BinaryOperator.Coalesce } coalesce => IsAllowedNothing(coalesce.Right),
        MemberExpression { IsConditional: true } => true,
        ConditionalExpression => true,
        _ => false,
    };
}

/// <param name="Options">How to render.</param>
/// <param name="Diagnostics">Where problems go.</param>
/// <param name="Cancellation">Ends the rendering with an exception.</param>
internal sealed record RenderSetup(RenderOptions Options, DiagnosticBag Diagnostics, CancellationToken Cancellation);
