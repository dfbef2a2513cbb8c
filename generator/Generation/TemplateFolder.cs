using System.Security.Cryptography;
using System.Text;
using PiiDocs.Core;

namespace PiiDocs.Generation;

/// <summary>The <c>templates</c> folder as files: what a lawyer owns, by its fixed places.</summary>
/// <param name="root">The folder.</param>
/// <param name="display">How messages name it: relative where that is shorter.</param>
public sealed class TemplateFolder(string root, string display)
{
    public string Root { get; } = root;

    /// <summary>Every document type: a folder with a type.yaml, in ordinal order.</summary>
    public IEnumerable<string> TypeIds =>
        Directory.EnumerateDirectories(Root)
            .Where(folder => File.Exists(Path.Combine(folder, "type.yaml")))
            .Select(folder => Path.GetFileName(folder))
            .Order(StringComparer.Ordinal);

    /// <summary>Whether there is such a type, without looking at the others.</summary>
    public bool HasType(string id) => id == Path.GetFileName(id) && File.Exists(Path.Combine(Root, id, "type.yaml"));

    /// <summary>Names of the style sheets in <c>_styles</c>.</summary>
    public IEnumerable<string> StyleNames =>
        FilesOf("_styles", "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path));

    /// <summary>Names of the partials in <c>_partials</c>.</summary>
    public IEnumerable<string> PartialNames =>
        FilesOf("_partials", "*.sbn").Select(path => Path.GetFileNameWithoutExtension(path));

    public string PathTo(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>A file's text; null, with a diagnostic, where it is not there.</summary>
    internal SourceText? Read(DiagnosticBag diagnostics, params ReadOnlySpan<string> parts)
    {
        var shown = string.Join('/', [display.TrimEnd('/'), .. parts]);
        var path = PathTo(parts);
        if (!File.Exists(path))
        {
            diagnostics.Add(GenerationErrors.MissingFile(shown));
            return null;
        }

        return new(shown, File.ReadAllText(path));
    }

    /// <summary>A partial's text; null where there is none. The engine has already refused names that climb out.</summary>
    internal SourceText? ReadPartial(string name)
    {
        var file = name.EndsWith(".sbn", StringComparison.Ordinal) ? name : $"{name}.sbn";
        var path = PathTo("_partials", file);
        return File.Exists(path) ? new($"{display.TrimEnd('/')}/_partials/{file}", File.ReadAllText(path)) : null;
    }

    /// <summary>Lower-case hex SHA-256 over a type's own files and all partials, in ordinal order.</summary>
    internal string HashOf(string typeId)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] files =
        [
            PathTo(typeId, "type.yaml"),
            PathTo(typeId, "template.sbn"),
            .. FilesOf("_partials", "*.sbn"),
        ];
        foreach (var file in files.Where(File.Exists))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Lower-case hex SHA-256 over what all types share: schemas, law, styles, numbering, partials; not the sample cases.</summary>
    internal string HashOfShared()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.EnumerateFiles(Root, "_*")
            .Concat(Directory.EnumerateDirectories(Root, "_*")
                .Where(folder => Path.GetFileName(folder) is not "_cases")
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)));
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(Root, file).Replace('\\', '/')));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private IEnumerable<string> FilesOf(string folder, string pattern) =>
        Directory.Exists(PathTo(folder)) ? Directory.EnumerateFiles(PathTo(folder), pattern).Order(StringComparer.Ordinal) : [];
}
