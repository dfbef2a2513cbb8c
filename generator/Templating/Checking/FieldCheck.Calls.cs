using PiiDocs.Core;
using PiiDocs.Templating.Evaluation;
using PiiDocs.Templating.Syntax;

namespace PiiDocs.Templating.Checking;

/// <summary>Calls: known functions, right numbers of arguments, and the bodies of partials and functions.</summary>
internal sealed partial class FieldCheck
{
    private Known Call(CallExpression call)
    {
        var known = call.Target is VariableExpression or MemberExpression ? Target(call.Target) : Uncalled(call.Target, asks: true);
        if (known.Function is { } function)
        {
            return CheckCall(function, new(call.Span, call.Piped, call.Arguments, null), asks: false);
        }

        _ = call.Piped is null ? null : Read(call.Piped);
        ReadAll(call.Arguments.Select(argument => argument.Value));
        return Known.Anything;
    }

    /// <summary>What is called: a name that is certainly no function is reported.</summary>
    private Known Target(Expression target)
    {
        var known = Quiet(target);
        var owner = target is MemberExpression member ? Quiet(member.Target) : null;
        if (known.Function is null && (target is VariableExpression variable ? IsNoFunction(variable) : owner is { Members: not null }))
        {
            var name = target is MemberExpression path ? path.Name : ((VariableExpression)target).Name;
            var names = owner?.Members!.Keys ?? KnownNames();
            Report(RenderErrors.UnknownFunction(At(target.Span), _template.Source.Text.Substring(target.Span.Start, target.Span.Length), Spelling.Nearest(name, names)));
        }

        return known;
    }

    private bool IsNoFunction(VariableExpression variable) =>
        !variable.IsLocal && !_anyName && !_assigned.Imports && !_assigned.Contains(variable.Name) && _scope.Find(variable.Name) is null;

    private Known CheckCall(Callable function, CallSite site, bool asks)
    {
        asks |= function.Name is "object.has_key" or "object.has_value" or "array.size" or "object.default";
        var piped = site.Piped is null ? null : Value(site.Piped, asks);
        var arguments = site.Arguments.Select(argument => (argument.Name, Known: Value(argument.Value, asks))).ToList();
        CheckArguments(function, site);
        var positional = (piped is null ? [] : new[] { piped }).Concat(arguments.Where(argument => argument.Name is null).Select(argument => argument.Known)).ToList();
        var named = arguments.Where(argument => argument.Name is not null).Select(argument => KeyValuePair.Create(argument.Name!, argument.Known));
        switch (function)
        {
            case DeclaredFunction declared:
                CheckDeclared(declared, site, [.. positional], [.. named]);
                return Known.Anything;
            case Builtin { Name: "include" }:
                CheckInclude(site, positional, named);
                return Known.Text;
            case Builtin:
                NoteWhole(function.Name, positional);
                return CheckBuiltin(function.Name, site, positional);
            case ExternalFunction:
                NoteWhole(function.Name, positional);
                return Known.Anything;
            default:
                return Known.Anything;
        }
    }

    /// <summary>A function may read every part of what it is given, unless it only hands it on or asks whether it is there.</summary>
    private void NoteWhole(string function, IEnumerable<Known> arguments)
    {
        var handsOn = (function.StartsWith("array.", StringComparison.Ordinal) && function != "array.add")
            || function.StartsWith("object.", StringComparison.Ordinal);
        foreach (var part in handsOn ? [] : arguments.SelectMany(argument => argument.Possible()))
        {
            if (part is { Path: { } path, Shape: ObjectShape or ListShape { Item: ObjectShape } })
            {
                _read.Add(path.Member("*"));
            }
        }
    }

    private void CheckArguments(Callable function, CallSite site)
    {
        if (function is DeclaredFunction { Syntax.HasParameters: false } or Builtin { Name: "include" }
            || site.Arguments.Any(argument => argument.Value is UnaryExpression { Operator: UnaryOperator.Expand })
            || site.Piped is UnaryExpression { Operator: UnaryOperator.Expand })
        {
            return;
        }

        var binding = new Binding(function);
        if (site.Piped is not null)
        {
            binding.Add(TracedValue.Null);
        }

        foreach (var argument in site.Arguments)
        {
            Bind(binding, argument);
        }

        if (!binding.IsComplete)
        {
            Report(RenderErrors.ArgumentCount(At(site.Span), function.Name, Arity.Describe(function), binding.Count));
        }
    }

    private void Bind(Binding binding, Argument argument)
    {
        var function = binding.Function;
        if (argument.Name is null)
        {
            binding.Add(TracedValue.Null);
        }
        else if (function.IndexOf(argument.Name) is var index and >= 0)
        {
            binding.Set(index, TracedValue.Null);
        }
        else
        {
            var nearest = Spelling.Nearest(argument.Name, function.Parameters.Select(parameter => parameter.Name));
            Report(RenderErrors.UnknownArgument(At(argument.Span), function.Name, argument.Name, nearest));
        }
    }

    private void CheckInclude(CallSite site, List<Known> positional, IEnumerable<KeyValuePair<string, Known>> named)
    {
        var name = site.Piped ?? site.Arguments.FirstOrDefault(argument => argument.Name is null)?.Value;
        if (name is not LiteralExpression { Value: string path })
        {
            return;
        }

        if (Partials.LeavesFolder(path))
        {
            Report(RenderErrors.IncludeOutside(At(site.Span)));
            return;
        }

        if (_engine.FindPartial(path) is not { } partial)
        {
            Report(RenderErrors.IncludeMissing(At(site.Span), path));
            return;
        }

        foreach (var diagnostic in partial.Diagnostics)
        {
            Report(diagnostic);
        }

        Enter(partial.Syntax);
        var locals = named.Append(KeyValuePair.Create("", Arguments(positional)));
        Within(site, partial.Syntax.Body, locals, () =>
        {
            _template = partial.Syntax;
            Check(_template.Body);
        });
    }

    /// <summary><c>$</c>, of which every <c>$0</c>, <c>$1</c> has its own shape; in a partial <c>$0</c> is its name.</summary>
    private static Known Arguments(IReadOnlyList<Known> positional) => positional.Count == 0
        ? Known.Anything
        : Known.ListOf(positional.Aggregate(Known.Merge)) with { Places = [.. positional] };

    private void CheckDeclared(DeclaredFunction function, CallSite site, Known[] positional, KeyValuePair<string, Known>[] named)
    {
        _calledFunctions.Add(function.Syntax);
        var parameters = function.Parameters.Select((parameter, place) => KeyValuePair.Create(
            parameter.Name,
            named.FirstOrDefault(argument => argument.Key == parameter.Name).Value
                ?? (place < positional.Length && !parameter.IsVariadic ? positional[place] : Known.Anything)));
        Enter(function.Template);
        Within(
            site,
            function.Syntax.Body,
            [KeyValuePair.Create("", Arguments(positional))],
            () => CheckBody(function.Syntax, function.Template, parameters));
    }

    private void CheckBody(FunctionSyntax function, TemplateSyntax template, IEnumerable<KeyValuePair<string, Known>> parameters)
    {
        var known = parameters.ToList();
        _scope.Push(known.Count > 0 || !function.HasParameters
            ? known
            : function.Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, Known.Anything)));
        var outer = _template;
        _template = template;
        Check(function.Body);
        _template = outer;
        _scope.Pop();
    }

    /// <summary>Walks the body of a partial or function, unless it is being walked already: what calls itself is checked once.</summary>
    private void Within(CallSite site, Block body, IEnumerable<KeyValuePair<string, Known>> locals, Action check)
    {
        if (_walks >= MostWalks || !_walked.Add(body))
        {
            return;
        }

        _walks++;
        _callSites.Add(At(site.Span));
        _scope.PushLocals(locals);
        var outer = _template;
        check();
        _template = outer;
        _scope.PopLocals();
        _callSites.RemoveAt(_callSites.Count - 1);
        _walked.Remove(body);
    }

    /// <summary>Functions that give back what they were given, or a part of it.</summary>
    private Known CheckBuiltin(string name, CallSite site, List<Known> arguments)
    {
        var first = arguments.Count > 0 ? arguments[0] : Known.Anything;
        switch (name)
        {
            case "array.first" or "array.last" or "array.cycle":
                return first.Items();
            case "array.sort" or "array.reverse" or "array.uniq" or "array.compact" or "array.limit" or "array.offset" or "array.remove_at":
                return Known.ListOf(first.Items());
            case "array.filter" or "array.any" or "array.each":
                CheckItemFunction(arguments, site);
                return name == "array.filter" ? Known.ListOf(first.Items()) : Known.Anything;
            case "array.map":
                return CheckMap(first, site);
            case "object.default":
                return arguments.Count > 1 ? Known.Merge(first, arguments[1]) : first;
            default:
                return Known.Anything;
        }
    }

    private void CheckItemFunction(List<Known> arguments, CallSite site)
    {
        if (arguments is [var list, { Function: DeclaredFunction function }, ..])
        {
            CheckDeclared(function, site, [list.Items()], []);
        }
    }

    private Known CheckMap(Known list, CallSite site)
    {
        var item = list.Items();
        if (site.Arguments.LastOrDefault()?.Value is not LiteralExpression { Value: string name } literal || item.IsAnything || name.Contains('.', StringComparison.Ordinal))
        {
            return Known.ListOf(Known.Anything);
        }

        if (MemberOf(item, name) is { } member)
        {
            return Known.ListOf(Noted(member));
        }

        var names = item.Members?.Keys ?? (item.Shape as ObjectShape)?.Members.Keys ?? [];
        Report(RenderErrors.UnknownField(At(literal.Span), item.Path?.Member(name), Spelling.Nearest(name, names)));
        return Known.ListOf(Known.Anything);
    }
}
