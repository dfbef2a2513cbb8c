using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Generation;

/// <summary>A diagnostic in one language, as machines get it: from <c>--json</c> and from the server.</summary>
/// <param name="Code"><c>PD1012</c>.</param>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>info</c>.</param>
/// <param name="Message">What is wrong.</param>
public sealed record DiagnosticView(string Code, string Severity, string Message)
{
    public string? File { get; init; }

    public int? Line { get; init; }

    public int? Column { get; init; }

    public int? EndLine { get; init; }

    public int? EndColumn { get; init; }

    public string? Field { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Hint { get; init; }

    /// <summary>The rule of the law data behind it.</summary>
    public string? Rule { get; init; }

    /// <summary>The provisions, as documents cite them.</summary>
    public string? Basis { get; init; }

    /// <summary>What they require.</summary>
    public string? Requires { get; init; }

    /// <summary>The sentence of the document it shows in.</summary>
    public SentenceView? Sentence { get; init; }

    /// <summary>Include and call sites, innermost first.</summary>
    public ImmutableArray<string> Trace { get; init; } = [];

    public static DiagnosticView Of(Diagnostic diagnostic, Language language)
    {
        var location = diagnostic.Location;
        return new(diagnostic.Code, WordFor(diagnostic.Severity), diagnostic.Message.In(language))
        {
            File = location?.Source.Path,
            Line = location?.Start.Line,
            Column = location?.Start.Column,
            EndLine = location?.End.Line,
            EndColumn = location?.End.Column,
            Field = diagnostic.Field?.Value,
            Hint = diagnostic.Hint?.In(language),
            Rule = diagnostic.Basis?.Rule,
            Basis = diagnostic.Basis?.Provisions,
            Requires = diagnostic.Basis?.Requirement,
            Sentence = diagnostic.Sentence is { } sentence ? new(sentence.Text, [.. sentence.Marks.Select(mark => new MarkView(mark.Start, mark.Length))]) : null,
            Trace = [.. diagnostic.Trace.Select(site => site.ToString())],
        };
    }

    public static string WordFor(Severity severity) => severity switch
    {
        Core.Severity.Error => "error",
        Core.Severity.Warning => "warning",
        _ => "info",
    };
}

/// <param name="Text">As the document has it.</param>
/// <param name="Marks">The words that are meant.</param>
public sealed record SentenceView(string Text, ImmutableArray<MarkView> Marks);

/// <summary>A stretch of a sentence, in UTF-16 units.</summary>
public readonly record struct MarkView(int Start, int Length);
