namespace PiiDocs.Generation;

/// <summary>Writes finished files so that a reader sees a whole file or none.</summary>
public static class OutputFolder
{
    /// <summary>Writes every file under <paramref name="folder"/>, which is made if it is not there.</summary>
    /// <returns>The paths written, in order.</returns>
    /// <exception cref="IOException">The disk is full or the folder cannot be written; nothing half-written is left.</exception>
    public static IReadOnlyList<string> Write(string folder, IReadOnlyList<GeneratedFile> files) => Write(folder, files, waitsForDisk: true);

    /// <summary>The same, without waiting until the disk has each file: for whoever checks the files by their hashes before believing in them.</summary>
    /// <remarks>A killed process loses nothing by it; a power cut may leave files that are not what they should be.</remarks>
    internal static IReadOnlyList<string> WriteBehind(string folder, IReadOnlyList<GeneratedFile> files) => Write(folder, files, waitsForDisk: false);

    private static List<string> Write(string folder, IReadOnlyList<GeneratedFile> files, bool waitsForDisk)
    {
        Directory.CreateDirectory(folder);
        var written = new List<(string Temporary, string Final)>(files.Count);
        try
        {
            foreach (var file in files)
            {
                var final = Path.Combine(folder, file.Name);
                var temporary = $"{final}.part";
                written.Add((temporary, final));
                using var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None);
                stream.Write(file.Content.Span);
                stream.Flush(flushToDisk: waitsForDisk);
            }

            foreach (var (temporary, final) in written)
            {
                File.Move(temporary, final, overwrite: true);
            }
        }
        finally
        {
            foreach (var (temporary, _) in written)
            {
                File.Delete(temporary);
            }
        }

        return [.. written.Select(file => file.Final)];
    }
}
