using PiiDocs.Core;
using PiiDocs.Templating.Syntax;

namespace PiiDocs.Templating.Evaluation;

/// <summary>Branches, loops and definitions.</summary>
internal sealed partial class Evaluator
{
    private void ExecuteIf(IfStatement branch)
    {
        if (IsTrue(branch.Condition))
        {
            Execute(branch.Then);
        }
        else if (branch.Else is not null)
        {
            Execute(branch.Else);
        }
    }

    private void ExecuteCase(CaseStatement choice)
    {
        var value = Ask(choice.Value);
        foreach (var clause in choice.Clauses)
        {
            foreach (var candidate in clause.Values)
            {
                var equal = Operators.Apply(this, new(BinaryOperator.Equal, value.Value, Evaluate(candidate).Value, candidate.Span));
                if (Values.IsTrue(equal))
                {
                    Execute(clause.Body);
                    return;
                }
            }
        }

        if (choice.Else is not null)
        {
            Execute(choice.Else);
        }
    }

    private void ExecuteFor(ForStatement loop)
    {
        var list = Evaluate(loop.List);
        if (ItemsOf(list) is not { } items)
        {
            if (list.Value is null && (IsLenient || loop.List is MemberExpression { IsConditional: true } or ConditionalExpression))
            {
                return;
            }

            throw Fault(list.Value is null ? RenderErrors.NothingToPrint(At(loop.List.Span), FirstField(list)) : RenderErrors.NotAList(At(loop.List.Span)));
        }

        items = Slice(items, loop.Options);
        if (items.Count == 0)
        {
            if (loop.Else is not null)
            {
                Execute(loop.Else);
            }

            return;
        }

        RunLoop(loop, items);
    }

    /// <summary>The items of a list; the characters of a text only where the public library is followed, for a filing never means them.</summary>
    public IReadOnlyList<TracedValue>? ItemsOf(TracedValue value) => value.Value is string text && IsLenient
        ? [.. text.Select(character => value.Derive(character.ToString()))]
        : Values.ListOf(value);

    private static FieldPath? FirstField(TracedValue value) => value.Fields.IsEmpty ? null : value.Fields[0];

    private IReadOnlyList<TracedValue> Slice(IReadOnlyList<TracedValue> items, LoopOptions options)
    {
        if (ReferenceEquals(options, LoopOptions.None))
        {
            return items;
        }

        var offset = options.Offset is null ? 0 : IntOf(Evaluate(options.Offset), options.Offset.Span);
        var limit = options.Limit is null ? 0 : IntOf(Evaluate(options.Limit), options.Limit.Span);
        IEnumerable<TracedValue> chosen = offset > 0 ? items.Skip(offset) : items;
        chosen = options.IsReversed ? chosen.Reverse() : chosen;
        return [.. limit > 0 ? chosen.Take(limit) : chosen];
    }

    private void RunLoop(ForStatement loop, IReadOnlyList<TracedValue> items)
    {
        var variable = loop.Variable as VariableExpression;
        var columns = ColumnsOf(loop);
        var state = new LoopState { Length = items.Count };
        var scope = new LoopScope(loop.IsTableRow ? "tablerow" : "for", variable?.Name, variable?.IsLocal ?? false) { State = state };
        _variables.PushLoop(scope);
        _loops++;
        try
        {
            var previous = TracedValue.Null;
            foreach (var item in items)
            {
                Step(loop.Span);
                state.IsLast = state.Index == items.Count - 1;
                state.IsChanged = state.Index == 0 || !Equals(previous.Value, item.Value);
                scope.Value = item;
                if (variable is null)
                {
                    Store(loop.Variable, item);
                }

                RunTurn(loop, state, columns);
                if (!GoesOn())
                {
                    break;
                }

                previous = item;
                state.Index++;
            }
        }
        finally
        {
            _loops--;
            _variables.PopLoop();
        }

        CloseTableRow(loop, state, columns);
    }

    /// <summary>How many items a row of a <c>tablerow</c> takes; 0 where the loop is none.</summary>
    private int ColumnsOf(ForStatement loop)
    {
        if (!loop.IsTableRow)
        {
            return 0;
        }

        return loop.Options.Columns is { } columns ? Math.Max(1, IntOf(Evaluate(columns), columns.Span)) : 1;
    }

    private void RunTurn(ForStatement loop, LoopState state, int columns)
    {
        if (columns == 0)
        {
            Execute(loop.Body);
            return;
        }

        var origin = new Origin(At(loop.Span), [], false);
        state.Column = (state.Index % columns) + 1;
        if (state.Column == 1)
        {
            WriteText($"{(state.Index == 0 ? "" : "</tr>\n")}<tr class=\"row{(state.Index / columns) + 1}\">", origin, origin);
        }

        WriteText($"<td class=\"col{state.Column}\">", origin, origin);
        Execute(loop.Body);
        WriteText("</td>", origin, origin);
    }

    private void CloseTableRow(ForStatement loop, LoopState state, int columns)
    {
        if (columns > 0 && state.Column > 0)
        {
            var origin = new Origin(At(loop.Span), [], false);
            WriteText("</tr>\n", origin, origin);
        }
    }

    /// <summary>After a turn: takes note of <c>break</c> and <c>continue</c>.</summary>
    private bool GoesOn()
    {
        if (_flow == Flow.Continue)
        {
            _flow = Flow.Next;
        }

        if (_flow == Flow.Break)
        {
            _flow = Flow.Next;
            return false;
        }

        return _flow == Flow.Next;
    }

    private void ExecuteWhile(WhileStatement loop)
    {
        var state = new LoopState();
        _variables.PushLoop(new("while", null, isLocal: false) { State = state });
        _loops++;
        try
        {
            while (IsTrue(loop.Condition))
            {
                Step(loop.Span);
                Execute(loop.Body);
                if (!GoesOn())
                {
                    break;
                }

                state.Index++;
            }
        }
        finally
        {
            _loops--;
            _variables.PopLoop();
        }
    }

    private void ExecuteDefinition(Statement statement)
    {
        switch (statement)
        {
            case CaptureStatement capture:
                Store(capture.Target, TracedValue.Of(Captured(() => Execute(capture.Body), isApart: false)));
                break;
            case WithStatement with:
                ExecuteWith(with);
                break;
            case WrapStatement wrap:
                ExecuteWrap(wrap);
                break;
            case FunctionStatement function:
                Define(function);
                break;
            case ImportStatement import:
                Import(import);
                break;
            case ReadOnlyStatement readOnly:
                (readOnly.Variable.IsLocal ? _variables.Locals : _variables.StoreFor(readOnly.Variable.Name)).Protect(readOnly.Variable.Name);
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"no meaning for {statement.GetType().Name}");
        }
    }

    private void ExecuteWith(WithStatement with)
    {
        var target = Evaluate(with.Target);
        var store = target.Value switch
        {
            ScriptObject made => made,
            DataObject data => new ScriptObject(data),
            _ => throw Fault(RenderErrors.WrongKind(At(with.Target.Span), new("with 需要对象", "with needs an object"))),
        };
        _variables.PushGlobal(store);
        try
        {
            Execute(with.Body);
        }
        finally
        {
            _variables.PopGlobal();
        }
    }

    private void ExecuteWrap(WrapStatement wrap)
    {
        var (target, arguments) = wrap.Target is CallExpression call ? (call.Target, call) : (wrap.Target, null);
        if (EvaluateUncalled(target).Value is not Callable function)
        {
            throw Fault(RenderErrors.NotAFunction(At(target.Span)));
        }

        var result = Call(function, new(wrap.Target.Span, arguments?.Piped, arguments?.Arguments ?? [], wrap.Body));
        Write(result, new(At(wrap.Span), [], false), -1);
    }

    private void ExecuteHandedBlock(BlockExpression expression)
    {
        if (_variables.TryGetLocal("$", out var block) && block.Value is HandedBlock handed)
        {
            EnterCall(expression.Span);
            Execute(handed.Body);
            LeaveCall();
        }
    }

    private void Define(FunctionStatement statement)
    {
        var function = new DeclaredFunction(_template, statement.Function);
        var store = statement.Function.IsLocal ? _variables.Locals : _variables.StoreFor(function.Name);
        Set(store, function.Name, new(function), statement.Span);
    }

    private void Import(ImportStatement import)
    {
        var value = Evaluate(import.Value);
        var members = value.Value switch
        {
            ScriptObject made => made.Members,
            DataObject data => new ScriptObject(data).Members,
            _ => throw Fault(RenderErrors.WrongKind(At(import.Value.Span), new("import 需要对象", "import needs an object"))),
        };
        foreach (var (name, member) in members)
        {
            Step(import.Span);
            var store = _variables.StoreFor(name);
            if (store.CanSet(name))
            {
                store.Set(name, member);
            }
        }
    }
}

/// <summary>The block of a <c>wrap</c>, on its way to the <c>$$</c> of a function.</summary>
internal sealed record HandedBlock(Block Body);
