using System.Collections.Immutable;

namespace PiiDocs.Core;

/// <summary>A function that templates may call beside the language's own, such as <c>legal.amount</c>.</summary>
/// <param name="Name">Dotted name, as a template writes it.</param>
/// <param name="Parameters">In order; a named argument uses the parameter's name.</param>
/// <param name="Body">
/// Takes one value per parameter (defaults filled in) and gives the outcome. Values are plain: null, bool, decimal,
/// string, <see cref="IReadOnlyList{T}"/> of object?, <see cref="IReadOnlyDictionary{TKey,TValue}"/> of string to
/// object?. Must be pure: same arguments, same outcome.
/// </param>
/// <param name="Summary">What it does, one line for the author's guide.</param>
public sealed record TemplateFunction(
    string Name,
    ImmutableArray<FunctionParameter> Parameters,
    Func<ImmutableArray<object?>, FunctionOutcome> Body,
    Message Summary);

/// <param name="Name">As a named argument writes it.</param>
/// <param name="IsOptional">May be left out; then <paramref name="Default"/> is passed.</param>
/// <param name="Default">The value passed when left out.</param>
public sealed record FunctionParameter(string Name, bool IsOptional = false, object? Default = null);

/// <summary>What a <see cref="TemplateFunction"/> gives: a value, text in pieces, or what was wrong.</summary>
/// <remarks>The engine adds the place and the fields to <see cref="Problem"/>.</remarks>
public readonly record struct FunctionOutcome
{
    public object? Value { get; private init; }

    /// <summary>Text of which some pieces are the function's own and may act as markup; default where none.</summary>
    public ImmutableArray<FunctionPiece> Pieces { get; private init; }

    public Diagnostic? Problem { get; private init; }

    public static FunctionOutcome Of(object? value) => new() { Value = value };

    public static FunctionOutcome OfPieces(ImmutableArray<FunctionPiece> pieces) => new() { Pieces = pieces };

    public static FunctionOutcome Failed(Diagnostic problem) => new() { Problem = problem };
}

/// <param name="Text">The piece.</param>
/// <param name="IsFixed">Written by the function itself, like template text: it reads no field and may act as markup.</param>
public readonly record struct FunctionPiece(string Text, bool IsFixed);
