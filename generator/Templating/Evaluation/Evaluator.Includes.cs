using PiiDocs.Core;
using PiiDocs.Templating.Syntax;

namespace PiiDocs.Templating.Evaluation;

/// <summary>Includes.</summary>
internal sealed partial class Evaluator
{
    /// <summary>Renders a partial; its text keeps the origins it was written with.</summary>
    /// <param name="name">As the template gives it.</param>
    /// <param name="site">The call, for its named arguments and its place.</param>
    /// <param name="arguments">The arguments by place.</param>
    public TracedValue Include(string name, CallSite site, ScriptArray arguments)
    {
        var partial = FindPartial(name, site.Span);
        var locals = new ScriptObject();
        locals.Set("", new(arguments));
        foreach (var argument in site.Arguments)
        {
            if (argument.Name is not null)
            {
                locals.Set(argument.Name, Evaluate(argument.Value));
            }
        }

        _variables.PushLocal(locals);

        var (template, origins) = (_template, _origins);
        var standsAlone = _standing is { } call && call.Arguments == site.Arguments && ReferenceEquals(call.Piped, site.Piped);
        _standing = null;
        Enter(partial.Syntax);
        try
        {
            if (standsAlone)
            {
                WriteThrough(partial.Syntax.Body);
                return new("");
            }

            return TracedValue.Of(Captured(() => ExecuteIncluded(partial.Syntax.Body), isApart: true));
        }
        finally
        {
            (_template, _origins) = (template, origins);
            _variables.PopLocal();
        }
    }

    /// <summary>Texts one after the other, each with its own origins.</summary>
    public TracedValue Join(IEnumerable<TracedValue> texts, CallSite site)
    {
        var plain = new Origin(At(site.Span), [], false);
        return TracedValue.Of(Captured(
            () =>
            {
                foreach (var text in texts)
                {
                    Write(text, plain, -1);
                }
            },
            isApart: true));
    }

    /// <summary>The text of a template that a template holds in a string of its own.</summary>
    public TracedValue EvaluateTemplate(string text, TextSpan span) =>
        Within(ParseOwn(text, span), span, body => TracedValue.Of(Captured(() => Execute(body), isApart: false)));

    /// <summary>The value of code that a template holds in a string of its own.</summary>
    public TracedValue EvaluateCode(string text, TextSpan span) =>
        Within(ParseOwn("{{" + text + "}}", span), span, body => body.Statements is [ExpressionStatement { Expression: not AssignExpression } only]
            ? Evaluate(only.Expression)
            : TracedValue.Of(Captured(() => Execute(body), isApart: false)));

    private TemplateSyntax ParseOwn(string text, TextSpan span)
    {
        var diagnostics = new DiagnosticBag();
        var syntax = Parser.Parse(new(_template.Source.Path, text), diagnostics);
        return diagnostics.HasErrors ? throw Fault(diagnostics.Items[0] with { Location = At(span) }) : syntax;
    }

    private TracedValue Within(TemplateSyntax syntax, TextSpan span, Func<Block, TracedValue> use)
    {
        EnterCall(span);
        var (template, origins) = (_template, _origins);
        Enter(syntax);
        try
        {
            return use(syntax.Body);
        }
        finally
        {
            (_template, _origins) = (template, origins);
            LeaveCall();
        }
    }

    /// <summary>What <see cref="Captured"/> and writing what it gave would do, in an unindented place, without the copy.</summary>
    private void WriteThrough(Block body)
    {
        var (length, isAtLineStart, indentation) = (_writer.Length, _writer.IsAtLineStart, _indentation);
        _writer.IsAtLineStart = false;
        _indentation = null;
        try
        {
            ExecuteIncluded(body);
        }
        finally
        {
            _writer.IsAtLineStart = _writer.Length == length ? isAtLineStart : _writer.IsAtLineStart;
            _indentation = indentation;
        }
    }

    private void ExecuteIncluded(Block body)
    {
        Execute(body);
        var returned = TakeReturned();
        Write(returned, new(At(body.Span), [], false), -1);
    }

    private PartialTemplate FindPartial(string name, TextSpan span)
    {
        if (Partials.LeavesFolder(name))
        {
            throw Fault(RenderErrors.IncludeOutside(At(span)));
        }

        var partial = _engine.FindPartial(name) ?? throw Fault(RenderErrors.IncludeMissing(At(span), name));
        foreach (var diagnostic in partial.Diagnostics)
        {
            if (_reported.Add(diagnostic))
            {
                _diagnostics.Add(WithTrace(diagnostic));
            }
        }

        return partial;
    }
}
