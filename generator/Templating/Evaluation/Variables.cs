namespace PiiDocs.Templating.Evaluation;

/// <summary>Where names are looked up and set; scoping is dynamic, as in the public library.</summary>
/// <param name="root">The case, and what the template sets.</param>
/// <param name="constants">Words of the document type, behind the case.</param>
/// <param name="builtins">The functions, behind everything.</param>
internal sealed class Variables(ScriptObject root, ScriptObject constants, ScriptObject builtins)
{
    private readonly List<Context> _globals = [new(root, HidesOuter: false)];
    private readonly List<Context> _functions = [];
    private readonly List<Context> _locals = [new(new(), HidesOuter: false)];

    /// <summary>What <c>this</c> is: the case and the variables, or the object of the innermost <c>with</c>.</summary>
    public ScriptObject This => _globals[^1].Store!;

    public ScriptObject Locals => _locals[^1].Store!;

    public void PushGlobal(ScriptObject store) => _globals.Add(new(store, HidesOuter: false));

    public void PopGlobal() => _globals.RemoveAt(_globals.Count - 1);

    public void PushLocal(ScriptObject? locals = null) => _locals.Add(new(locals ?? new(), HidesOuter: false));

    public void PopLocal() => _locals.RemoveAt(_locals.Count - 1);

    /// <param name="parameters">Null for a function without a parameter list, which has only <c>$</c>.</param>
    /// <param name="hidesOuter">An anonymous function sees the parameters of the one it stands in.</param>
    public void PushFunction(ScriptObject? parameters, bool hidesOuter)
    {
        _functions.Add(new(parameters, hidesOuter));
        PushLocal();
    }

    public void PopFunction()
    {
        _functions.RemoveAt(_functions.Count - 1);
        PopLocal();
    }

    public void PushLoop(LoopScope loop)
    {
        CurrentForLoops().Push(loop);
        _locals[^1].Push(loop);
    }

    public void PopLoop()
    {
        CurrentForLoops().Pop();
        _locals[^1].Pop();
    }

    public bool TryGet(string name, out TracedValue value)
    {
        for (var i = _functions.Count - 1; i >= 0; i--)
        {
            if (_functions[i].TryGet(name, out value))
            {
                return true;
            }

            if (_functions[i].HidesOuter)
            {
                break;
            }
        }

        for (var i = _globals.Count - 1; i >= 0; i--)
        {
            if (_globals[i].TryGet(name, out value))
            {
                return true;
            }
        }

        return constants.TryGet(name, out value) || builtins.TryGet(name, out value);
    }

    public bool TryGetLocal(string name, out TracedValue value)
    {
        var context = _locals[^1];
        for (var i = context.LoopCount - 1; i >= 0; i--)
        {
            if (context.LoopAt(i) is { IsLocal: true } loop && loop.Name == name)
            {
                value = loop.Value;
                return true;
            }
        }

        return context.Store!.TryGet(name, out value);
    }

    /// <summary>The object that an assignment to a global name goes to.</summary>
    public ScriptObject StoreFor(string name)
    {
        ScriptObject? innermost = null;
        for (var i = _functions.Count - 1; i >= 0; i--)
        {
            if (_functions[i].Store is { } store)
            {
                innermost ??= store;
                if (store.TryGet(name, out _))
                {
                    return store;
                }
            }

            if (_functions[i].HidesOuter)
            {
                break;
            }
        }

        return innermost is null || IsKnownGlobal(name) ? This : innermost;
    }

    /// <summary>Every global name in reach, for "did you mean".</summary>
    public IEnumerable<string> Names() =>
        _functions.Concat(_globals).SelectMany(context => context.Store?.Names ?? []).Concat(constants.Names).Concat(builtins.Names);

    private bool IsKnownGlobal(string name) =>
        constants.TryGet(name, out _) || builtins.TryGet(name, out _) || _globals.Exists(context => context.Store!.TryGet(name, out _));

    private Context CurrentForLoops()
    {
        for (var i = _functions.Count - 1; i >= 0; i--)
        {
            if (_functions[i].Store is not null)
            {
                return _functions[i];
            }

            if (_functions[i].HidesOuter)
            {
                break;
            }
        }

        return _globals[^1];
    }

    private sealed record Context(ScriptObject? Store, bool HidesOuter)
    {
        // Made for the first loop: most functions and partials have none.
        private List<LoopScope>? _loops;

        public int LoopCount => _loops?.Count ?? 0;

        public LoopScope LoopAt(int index) => _loops![index];

        public void Push(LoopScope loop) => (_loops ??= []).Add(loop);

        public void Pop() => _loops!.RemoveAt(_loops.Count - 1);

        public bool TryGet(string name, out TracedValue value)
        {
            for (var i = LoopCount - 1; i >= 0; i--)
            {
                if (_loops![i].TryGet(name, out value))
                {
                    return true;
                }
            }

            value = default;
            return Store is not null && Store.TryGet(name, out value);
        }
    }
}

/// <summary>The variable of a running loop and its <c>for</c>, <c>while</c> or <c>tablerow</c>.</summary>
internal sealed class LoopScope(string stateName, string? name, bool isLocal)
{
    public string? Name { get; } = name;

    public bool IsLocal { get; } = isLocal;

    public TracedValue Value { get; set; }

    public required LoopState State { get; init; }

    public bool TryGet(string wanted, out TracedValue value)
    {
        if (!IsLocal && wanted == Name)
        {
            value = Value;
            return true;
        }

        value = new(State);
        return wanted == stateName;
    }
}
