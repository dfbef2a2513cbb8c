using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>Leaves a reader from any depth; thrown by the readers, caught in <see cref="CaseReader"/>, and nowhere else.</summary>
internal sealed class UnreadableCaseException(Diagnostic diagnostic) : Exception(diagnostic.Code)
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
