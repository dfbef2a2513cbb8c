namespace PiiDocs.Templating.Evaluation;

/// <summary>Names of partials.</summary>
internal static class Partials
{
    /// <summary>Whether a name could lead out of the folder of partials.</summary>
    public static bool LeavesFolder(string name) =>
        name.Length == 0
        || name[0] is '/' or '\\' or '~'
        || name.Contains(':', StringComparison.Ordinal)
        || name.Contains('\0', StringComparison.Ordinal)
        || name.Split('/', '\\').Contains("..");
}
