using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Templating.Functions;
using PiiDocs.Templating.Syntax;

namespace PiiDocs.Templating.Evaluation;

/// <summary>Something a template can call.</summary>
internal abstract class Callable(string name, ImmutableArray<Parameter> parameters)
{
    public string Name { get; } = name;

    public ImmutableArray<Parameter> Parameters { get; } = parameters;

    /// <summary>The last parameter takes the rest of the arguments.</summary>
    public bool IsVariadic => !Parameters.IsEmpty && Parameters[^1].IsVariadic;

    /// <summary>Who asks whether a key is there may ask an object that is not.</summary>
    public bool Asks { get; } = name is "object.has_key" or "object.has_value" or "array.size" or "object.default";

    /// <summary>Whether names beside those of the parameters may be given: the variables of a partial.</summary>
    public bool TakesAnyName { get; } = name == "include";

    public int Required => Parameters.Count(parameter => !parameter.IsOptional);

    public int IndexOf(string parameter)
    {
        for (var i = 0; i < Parameters.Length; i++)
        {
            if (Parameters[i].Name == parameter)
            {
                return i;
            }
        }

        return -1;
    }
}

/// <param name="Name">As a named argument writes it.</param>
/// <param name="IsOptional">May be left out.</param>
/// <param name="Default">The value then.</param>
/// <param name="IsVariadic">Takes the rest as an array.</param>
internal sealed record Parameter(string Name, bool IsOptional = false, object? Default = null, bool IsVariadic = false);

/// <summary>A function of the language.</summary>
/// <param name="body">Takes one value per parameter.</param>
internal sealed class Builtin(string name, ImmutableArray<Parameter> parameters, Func<Call, TracedValue> body)
    : Callable(name, parameters)
{
    public Func<Call, TracedValue> Body { get; } = body;
}

/// <summary>A function given to the engine, such as <c>legal.amount</c>.</summary>
internal sealed class ExternalFunction(TemplateFunction function) : Callable(
    function.Name,
    [.. function.Parameters.Select(parameter => new Parameter(parameter.Name, parameter.IsOptional, parameter.Default))])
{
    public TemplateFunction Function { get; } = function;
}

/// <summary>A function declared in a template.</summary>
/// <param name="template">Where its body stands.</param>
/// <param name="syntax">The declaration.</param>
internal sealed class DeclaredFunction(TemplateSyntax template, FunctionSyntax syntax) : Callable(
    syntax.Name ?? "",
    syntax.HasParameters
        ? [.. syntax.Parameters.Select(parameter => new Parameter(parameter.Name, parameter.IsOptional, parameter.Default, parameter.IsVariadic))]
        : [])
{
    public TemplateSyntax Template { get; } = template;

    public FunctionSyntax Syntax { get; } = syntax;
}
