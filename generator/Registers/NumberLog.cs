namespace PiiDocs.Registers;

/// <summary>How the audit log tells of numbers: written by the register, read again by its check.</summary>
internal static class NumberLog
{
    public const string Reserve = "number.reserve";
    public const string Import = "number.import";
    public const string Use = "number.use";
    public const string Void = "number.void";

    /// <summary>Whose a number is.</summary>
    public static string Owner(string caseId, string type) => $"case={caseId};type={type}";

    /// <summary>Which document bears it.</summary>
    public static string Document(string? hash) => $"document={hash}";
}
