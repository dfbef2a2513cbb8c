namespace PiiDocs.Cli.Scanning;

/// <summary>The files a scan is to read.</summary>
internal static class ScannedFiles
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Files named, and all files below folders named, in ordinal order, each once.</summary>
    /// <exception cref="FileNotFoundException">A target is not there.</exception>
    public static IReadOnlyList<string> Below(IEnumerable<string> targets) =>
        [.. targets.SelectMany(Files).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Files(string target)
    {
        if (Directory.Exists(target))
        {
            return Directory.EnumerateFiles(target, "*", Everything);
        }

        return File.Exists(target) ? [target] : throw new FileNotFoundException(null, target);
    }
}
