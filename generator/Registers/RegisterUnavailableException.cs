using PiiDocs.Core;

namespace PiiDocs.Registers;

/// <summary>The database cannot be used now: nobody's file is wrong, the operator has to see to it.</summary>
/// <param name="diagnostic">What is the matter and what to do.</param>
/// <param name="inner">The failure itself.</param>
public sealed class RegisterUnavailableException(Diagnostic diagnostic, Exception? inner = null) : Exception(diagnostic.Message.English, inner)
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
