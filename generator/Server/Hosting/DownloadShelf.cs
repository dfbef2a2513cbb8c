using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace PiiDocs.Server.Hosting;

/// <summary>Files that wait for the browser to fetch them: each once, under a key nobody can guess, for two minutes, in memory.</summary>
/// <remarks>Word's own pane cannot save a file; it opens an address of the shelf in the browser, which has no token.</remarks>
internal sealed class DownloadShelf(TimeProvider clock)
{
    private const int MostFiles = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, Waiting> _files = new(StringComparer.Ordinal);

    /// <summary>Puts a file on the shelf; null where it is full.</summary>
    public string? Put(DownloadFile file)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, waiting) in _files)
        {
            if (waiting.Until <= now)
            {
                _files.TryRemove(old, out _);
            }
        }

        if (_files.Count >= MostFiles)
        {
            return null;
        }

        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        _files[key] = new(file, now + Patience);
        return key;
    }

    /// <summary>Takes a file from the shelf.</summary>
    public DownloadFile? Take(string key) =>
        _files.TryRemove(key, out var waiting) && waiting.Until > clock.GetUtcNow() ? waiting.File : null;

    private sealed record Waiting(DownloadFile File, DateTimeOffset Until);
}

/// <param name="Name">The name the browser saves it under.</param>
/// <param name="Kind">Its media type.</param>
/// <param name="Content">The bytes.</param>
internal sealed record DownloadFile(string Name, string Kind, ReadOnlyMemory<byte> Content);
