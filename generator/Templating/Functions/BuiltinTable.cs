using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Templating.Evaluation;

namespace PiiDocs.Templating.Functions;

/// <summary>All functions a template can call, as the members of a few objects.</summary>
internal static class BuiltinTable
{
    public static ScriptObject Create(ImmutableArray<TemplateFunction> functions)
    {
        var root = new ScriptObject();
        AddNamespace(root, "array", ArrayFunctions.All);
        AddNamespace(root, "string", StringFunctions.All);
        AddNamespace(root, "math", MathFunctions.All);
        AddNamespace(root, "object", ObjectFunctions.All);
        AddNamespace(root, "regex", RegexFunctions.All);
        AddNamespace(root, "html", HtmlFunctions.All);
        AddNamespace(root, "date", DateFunctions.All);
        AddNamespace(root, "timespan", TimespanFunctions.All);
        foreach (var function in IncludeFunctions.All)
        {
            root.Set(function.Name, new(function));
        }

        root.Set("empty", new(SpecialValue.Empty));
        foreach (var function in functions)
        {
            AddExternal(root, function);
        }

        return root;
    }

    private static void AddNamespace(ScriptObject root, string name, IEnumerable<FunctionEntry> entries)
    {
        var members = new ScriptObject { IsSealed = true };
        foreach (var (member, value) in entries)
        {
            members.Set(member, value is FunctionBody body
                ? new(new Builtin($"{name}.{member}", body.Parameters, body.Body))
                : new(value));
        }

        root.Set(name, new(members));
    }

    private static void AddExternal(ScriptObject root, TemplateFunction function)
    {
        var names = function.Name.Split('.');
        var store = root;
        foreach (var name in names[..^1])
        {
            if (store[name].Value is not ScriptObject inner)
            {
                inner = new ScriptObject { IsSealed = true };
                store.Set(name, new(inner));
            }

            store = inner;
        }

        store.Set(names[^1], new(new ExternalFunction(function)));
    }
}

/// <summary>A row of a table of functions: a <see cref="FunctionBody"/>, or a constant.</summary>
internal readonly record struct FunctionEntry(string Name, object? Value);

/// <summary>What a function takes and does.</summary>
internal sealed record FunctionBody(ImmutableArray<Parameter> Parameters, Func<Call, TracedValue> Body)
{
    /// <summary>A row of a table.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="parameters">Names, each with <c>?</c> behind it where it may be left out, or <c>…</c> where it takes the rest.</param>
    /// <param name="body">What it does.</param>
    public static FunctionEntry Row(string name, string parameters, Func<Call, TracedValue> body) =>
        new(name, new FunctionBody([.. parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ParameterFrom)], body));

    private static Parameter ParameterFrom(string text) => text[^1] switch
    {
        '?' => new(text[..^1], IsOptional: true),
        '…' => new(text[..^1], IsOptional: true, IsVariadic: true),
        _ => new(text),
    };
}
