using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace PiiDocs.Server.Hosting;

/// <summary>The pane's static files, and a hash over all of them by which an open pane knows that it has become old.</summary>
internal sealed class AddinFolder(string root, TimeProvider clock)
{
    private const int HashLength = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // Only these leave the folder; sources of tests, packages and notes that lie beside them do not.
    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".png"] = "image/png",
        [".svg"] = "image/svg+xml",
        [".woff2"] = "font/woff2",
        [".ico"] = "image/x-icon",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] NotServed = ["office", "node_modules", "scripts", "test"];

    private readonly Lock _hashing = new();
    private string _hash = "";
    private long _hashed;

    /// <summary>The first hex digits of the SHA-256 over names and contents of every file served.</summary>
    public string Assets
    {
        get
        {
            lock (_hashing)
            {
                if (_hash.Length == 0 || clock.GetElapsedTime(_hashed) > Patience)
                {
                    _hash = HashOf();
                    _hashed = clock.GetTimestamp();
                }

                return _hash;
            }
        }
    }

    /// <summary>A file of the pane, with its media type; null where there is none.</summary>
    public (string Path, string Kind)? Find(string path) => Find(root, path, NotServed);

    /// <summary>A file below a folder; null for what is not there, hidden, of another kind, or outside.</summary>
    public static (string Path, string Kind)? Find(string folder, string path, IReadOnlyList<string> except)
    {
        var parts = path.Split('/');
        if (parts.Any(part => part.Length == 0 || part[0] == '.' || part.Contains('\\', StringComparison.Ordinal) || part.Contains(':', StringComparison.Ordinal))
            || (parts.Length > 1 && except.Contains(parts[0], StringComparer.OrdinalIgnoreCase))
            || !Kinds.TryGetValue(Path.GetExtension(path), out var kind))
        {
            return null;
        }

        var full = Path.Combine([folder, .. parts]);
        return File.Exists(full) ? (full, kind) : null;
    }

    private string HashOf()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Files())
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            hash.AppendData(File.ReadAllBytes(Path.Combine(root, path)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HashLength];
    }

    private IEnumerable<string> Files() => !Directory.Exists(root) ? [] :
        Directory.EnumerateFileSystemEntries(root)
            .Where(entry => !NotServed.Contains(Path.GetFileName(entry), StringComparer.OrdinalIgnoreCase))
            .SelectMany(entry => Directory.Exists(entry) ? Directory.EnumerateFiles(entry, "*", SearchOption.AllDirectories) : [entry])
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => Kinds.ContainsKey(Path.GetExtension(file)))
            .Order(StringComparer.Ordinal);
}
