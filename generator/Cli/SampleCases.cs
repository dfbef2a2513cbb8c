namespace PiiDocs.Cli;

/// <summary>The cases that come with the templates: samples, previews, tests.</summary>
internal static class SampleCases
{
    /// <summary>Paths as messages show them, in ordinal order.</summary>
    public static IEnumerable<string> Paths(Workbench workbench)
    {
        var folder = workbench.Catalog.Folder.PathTo("_cases");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder)
                .Where(path => Path.GetExtension(path) is ".yaml" or ".yml" or ".json")
                .Order(StringComparer.Ordinal)
                .Select(Workbench.Shown)
            : [];
    }
}
