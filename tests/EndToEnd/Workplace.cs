namespace PiiDocs.EndToEnd;

/// <summary>A folder of a test's own, gone afterwards.</summary>
public abstract class Workplace : IDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("piidocs-").FullName;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Every file below the folder, relative, in order.</summary>
    protected IReadOnlyList<string> Files(string below = "") =>
        Directory.Exists(Path.Combine(Folder, below))
            ?
            [
                .. Directory.EnumerateFiles(Path.Combine(Folder, below), "*", SearchOption.AllDirectories)
                    .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
                    .Order(StringComparer.Ordinal),
            ]
            : [];
}
