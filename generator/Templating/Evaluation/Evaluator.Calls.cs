using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Templating.Syntax;

namespace PiiDocs.Templating.Evaluation;

/// <summary>Calls: arguments to parameters, and the functions themselves.</summary>
internal sealed partial class Evaluator
{
    private TracedValue Call(CallExpression call)
    {
        var target = EvaluateUncalled(call.Target, asks: true);
        if (target.Value is Callable function)
        {
            return Call(function, new(call.Span, call.Piped, call.Arguments, null));
        }

        if (target.Value is null && call.Target is VariableExpression or MemberExpression)
        {
            throw Fault(RenderErrors.UnknownFunction(At(call.Target.Span), Text(call.Target.Span), NearestFunction(call.Target)));
        }

        throw Fault(RenderErrors.NotAFunction(At(call.Target.Span)));
    }

    private string? NearestFunction(Expression target) => target switch
    {
        VariableExpression variable => Spelling.Nearest(variable.Name, _variables.Names()),
        MemberExpression member => Spelling.Nearest(member.Name, Values.MemberNames(EvaluateUncalled(member.Target, asks: true).Value)),
        _ => null,
    };

    private string Text(TextSpan span) => _template.Source.Text.Substring(span.Start, span.Length);

    private TracedValue Call(Callable function, CallSite site)
    {
        if (function is DeclaredFunction declared)
        {
            return Invoke(declared, site);
        }

        var values = Bind(function, site, function.Asks);
        EnterCall(site.Span);
        try
        {
            return function is Builtin builtin
                ? builtin.Body(new(this, builtin, values, site))
                : Invoke((ExternalFunction)function, values, site);
        }
        finally
        {
            LeaveCall();
        }
    }

    /// <summary>Calls a function with values already at hand, as <c>array.each</c> does for every item.</summary>
    public TracedValue Call(Callable function, TracedValue[] values, TextSpan span)
    {
        Step(span);
        var literals = values.Select(value => new Argument(span, null, new ValueExpression(span, value)));
        return Call(function, new(span, null, [.. literals], null));
    }

    private TracedValue[] Bind(Callable function, CallSite site, bool asks)
    {
        var binding = new Binding(function);
        if (site.Piped is not null)
        {
            Bind(binding, new(site.Piped.Span, null, site.Piped), asks);
        }

        foreach (var argument in site.Arguments)
        {
            Bind(binding, argument, asks);
        }

        if (!binding.IsComplete)
        {
            throw Fault(RenderErrors.ArgumentCount(At(site.Span), function.Name, Arity.Describe(function), binding.Count));
        }

        return binding.Complete();
    }

    private void Bind(Binding binding, Argument argument, bool asks)
    {
        if (argument.Name is not null && binding.Function.TakesAnyName && binding.Function.IndexOf(argument.Name) < 0)
        {
            return; // The function evaluates it itself.
        }

        var value = Evaluate(argument.Value, asks);
        if (argument.Name is not null)
        {
            BindNamed(binding, argument, value);
        }
        else if (argument.Value is UnaryExpression { Operator: UnaryOperator.Expand } && Values.ListOf(value) is { } items)
        {
            foreach (var item in items)
            {
                Step(argument.Span);
                binding.Add(item);
            }
        }
        else
        {
            binding.Add(value);
        }
    }

    private void BindNamed(Binding binding, Argument argument, TracedValue value)
    {
        var function = binding.Function;
        if (function.IndexOf(argument.Name!) is var index and >= 0)
        {
            binding.Set(index, value);
        }
        else
        {
            var nearest = Spelling.Nearest(argument.Name!, function.Parameters.Select(parameter => parameter.Name));
            throw Fault(RenderErrors.UnknownArgument(At(argument.Span), function.Name, argument.Name!, nearest));
        }
    }

    private TracedValue Invoke(ExternalFunction external, TracedValue[] values, CallSite site)
    {
        object? trace = null;
        var plain = ImmutableArray.CreateBuilder<object?>(values.Length);
        foreach (var value in values)
        {
            var converted = PlainValue.Of(value);
            trace = TracedValue.Union(trace, converted.Trace);
            plain.Add(converted.Value);
        }

        var outcome = external.Function.Body(plain.MoveToImmutable());
        if (outcome.Problem is { } problem)
        {
            throw Failed(problem with { Location = problem.Location ?? At(site.Span), Field = problem.Field ?? FirstField(new(null, trace)) });
        }

        return outcome.Pieces.IsDefault
            ? new(PlainValue.ToScript(outcome.Value), trace)
            : TracedValue.Of(OfPieces(outcome.Pieces, new(null, trace), At(site.Span)));
    }

    /// <summary>What a function makes of facts it cannot use: an error in a filing, a warning and a mark in a draft.</summary>
    private Exception Failed(Diagnostic problem)
    {
        if (!IsDraft || problem is not { Field: { } field, Location: { } at })
        {
            return Fault(problem);
        }

        _diagnostics.Add(WithTrace(problem with { Severity = Severity.Warning }));
        return new MissingFieldFault(MissingAt(field, at), at);
    }

    private static TracedText OfPieces(ImmutableArray<FunctionPiece> pieces, TracedValue read, SourceLocation at)
    {
        var writer = new TracedWriter();
        var made = new Origin(at, [], false);
        var derived = new Origin(at, read.Fields, false);
        foreach (var piece in pieces)
        {
            writer.Append(piece.Text, piece.IsFixed ? made : derived);
        }

        return writer.ToText();
    }

    private TracedValue Invoke(DeclaredFunction function, CallSite site)
    {
        var parameters = function.Syntax.HasParameters ? new ScriptObject() : null;
        var arguments = parameters is null ? Gather(site) : new ScriptArray(Bind(function, site, asks: false));
        for (var i = 0; i < function.Parameters.Length; i++)
        {
            parameters!.Set(function.Parameters[i].Name, arguments[i]);
        }

        EnterCall(site.Span);
        _variables.PushFunction(parameters, hidesOuter: function.Syntax.Name is not null);
        var (template, origins, indentation) = (_template, _origins, _indentation);
        Enter(function.Template);
        try
        {
            if (function.Syntax.IsLocal)
            {
                _variables.Locals.Set(function.Name, new(function));
            }

            _variables.Locals.Set("", new(arguments));
            if (site.Block is not null)
            {
                _variables.Locals.Set("$", new(new HandedBlock(site.Block)));
            }

            Execute(function.Syntax.Body);
            return TakeReturned();
        }
        finally
        {
            (_template, _origins, _indentation) = (template, origins, indentation);
            _variables.PopFunction();
            LeaveCall();
        }
    }

    private void Enter(TemplateSyntax template)
    {
        if (!ReferenceEquals(template, _template))
        {
            _template = template;
            _origins = new Origin?[template.Slots];
        }
    }

    private TracedValue TakeReturned()
    {
        var result = _flow == Flow.Return ? _returned : TracedValue.Null;
        _flow = Flow.Next;
        _returned = TracedValue.Null;
        return result;
    }

    /// <summary>All arguments as the <c>$</c> of a function without parameters: by place, and named ones as members.</summary>
    private ScriptArray Gather(CallSite site)
    {
        var gathered = new ScriptArray();
        if (site.Piped is not null)
        {
            AddGathered(gathered, new(site.Piped.Span, null, site.Piped));
        }

        foreach (var argument in site.Arguments)
        {
            AddGathered(gathered, argument);
        }

        return gathered;
    }

    private void AddGathered(ScriptArray gathered, Argument argument)
    {
        var value = Evaluate(argument.Value);
        if (argument.Name is not null)
        {
            gathered.SetNamed(argument.Name, value);
        }
        else if (argument.Value is UnaryExpression { Operator: UnaryOperator.Expand } && Values.ListOf(value) is { } items)
        {
            foreach (var item in items)
            {
                Step(argument.Span);
                gathered.Add(item);
            }
        }
        else
        {
            gathered.Add(value);
        }
    }
}

/// <param name="Span">The call.</param>
/// <param name="Piped">The value before the pipe.</param>
/// <param name="Arguments">The arguments as written.</param>
/// <param name="Block">The block a <c>wrap</c> hands over.</param>
internal sealed record CallSite(TextSpan Span, Expression? Piped, ImmutableArray<Argument> Arguments, Block? Block);

/// <summary>A value that is already there, in the place of an argument.</summary>
internal sealed record ValueExpression(TextSpan Span, TracedValue Value) : Expression(Span);
