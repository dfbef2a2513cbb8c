using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Law.Functions;

/// <summary>A parameter of a legal function and how its argument is read.</summary>
/// <param name="Name">As a named argument writes it.</param>
/// <param name="Read">Turns the plain value into the type the function works with.</param>
internal sealed record Parameter<T>(string Name, Func<object?, string, Reading<T>> Read)
{
    public bool IsOptional { get; private init; }

    public object? Default { get; private init; }

    /// <summary>The same parameter, which may be left out.</summary>
    public Parameter<T> Or(object? value) => this with { IsOptional = true, Default = value };

    public FunctionParameter Describe() => new(Name, IsOptional, Default);

    public Reading<T> From(ImmutableArray<object?> arguments, int index) => Read(arguments[index], Name);
}

/// <summary>An argument read, or what is wrong with it.</summary>
internal readonly record struct Reading<T>(T Value, Diagnostic? Problem)
{
    public static implicit operator Reading<T>(T value) => new(value, null);

    public static implicit operator Reading<T>(Diagnostic problem) => new(default!, problem);
}
