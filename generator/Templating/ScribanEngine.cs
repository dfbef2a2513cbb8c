using System.Collections.Concurrent;
using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Templating.Evaluation;
using PiiDocs.Templating.Functions;
using PiiDocs.Templating.Syntax;

namespace PiiDocs.Templating;

/// <summary>The project's own Scriban: every piece of its output knows the template span and the fields it came from.</summary>
/// <remarks>Thread-safe: partials are read and parsed once, on first use.</remarks>
public sealed class ScribanEngine : ITemplateEngine
{
    private readonly Func<string, SourceText?> _partials;
    private readonly ConcurrentDictionary<string, PartialTemplate?> _parsed = new(StringComparer.Ordinal);

    /// <param name="functions">Callable from every template, such as <c>legal.amount</c>.</param>
    /// <param name="partials">Finds the text of <c>include 'name'</c>; null where there is none. Called once a name.</param>
    public ScribanEngine(ImmutableArray<TemplateFunction> functions, Func<string, SourceText?> partials)
    {
        _partials = partials;
        Builtins = BuiltinTable.Create(functions);
    }

    internal ScriptObject Builtins { get; }

    public ITemplate Parse(SourceText source, DiagnosticBag diagnostics) => new ScribanTemplate(this, Parser.Parse(source, diagnostics));

    /// <summary>A partial by the name an include gives it; null where there is none.</summary>
    internal PartialTemplate? FindPartial(string name) => _parsed.GetOrAdd(name, ReadPartial);

    private PartialTemplate? ReadPartial(string name)
    {
        if (_partials(name) is not { } source)
        {
            return null;
        }

        var diagnostics = new DiagnosticBag();
        var syntax = Parser.Parse(source, diagnostics);
        return new(syntax, [.. diagnostics.Items]);
    }
}

/// <param name="Syntax">What was read.</param>
/// <param name="Diagnostics">What is wrong with it; every rendering that includes it reports it.</param>
internal sealed record PartialTemplate(TemplateSyntax Syntax, ImmutableArray<Diagnostic> Diagnostics);
