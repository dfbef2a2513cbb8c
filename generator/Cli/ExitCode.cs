namespace PiiDocs.Cli;

/// <summary>What the program's exit code says.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>Diagnostics with errors.</summary>
    public const int Errors = 1;

    /// <summary>The command line was wrong.</summary>
    public const int Usage = 2;

    /// <summary>The world: a missing file, a full disk, a font that is not there.</summary>
    public const int Environment = 3;
}
