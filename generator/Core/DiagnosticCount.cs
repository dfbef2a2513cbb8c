namespace PiiDocs.Core;

/// <summary>How many diagnostics stop a filing, and how many a person should look at.</summary>
public readonly record struct DiagnosticCount(int Errors, int Warnings)
{
    public bool IsNone => Errors + Warnings == 0;

    public static DiagnosticCount Of(IEnumerable<Diagnostic> diagnostics)
    {
        var (errors, warnings) = (0, 0);
        foreach (var diagnostic in diagnostics)
        {
            errors += diagnostic.Severity == Severity.Error ? 1 : 0;
            warnings += diagnostic.Severity == Severity.Warning ? 1 : 0;
        }

        return new(errors, warnings);
    }
}
