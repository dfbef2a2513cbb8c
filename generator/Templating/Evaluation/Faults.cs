using PiiDocs.Core;

namespace PiiDocs.Templating.Evaluation;

/// <summary>A statement cannot be carried out; caught where the statement began, so that the next one can go on.</summary>
internal sealed class StatementFault(Diagnostic diagnostic) : Exception
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}

/// <summary>A draft lacks a field; caught where the statement began, which prints a placeholder.</summary>
internal sealed class MissingFieldFault(MissingField missing, SourceLocation at) : Exception
{
    public MissingField Missing { get; } = missing;

    public SourceLocation At { get; } = at;
}

/// <summary>The rendering has to end: a limit is reached. Caught in <see cref="ScribanTemplate"/> and nowhere else.</summary>
internal sealed class RenderStop(Diagnostic diagnostic) : Exception
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
