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
        var written = files.Select(file => (Content: file.Content, Final: Path.Combine(folder, file.Name))).ToList();
        try
        {
            foreach (var (content, final) in written)
            {
                WritePart(PartOf(final), content, waitsForDisk);
            }

            foreach (var (_, final) in written)
            {
                File.Move(PartOf(final), final, overwrite: true);
            }
        }
        catch
        {
            foreach (var (_, final) in written)
            {
                File.Delete(PartOf(final));
            }

            throw;
        }

        return [.. written.Select(file => file.Final)];
    }

    private static string PartOf(string final) => $"{final}.part";

    // A new file, and not an old one cut to nothing: file systems write that out at once when it is closed, to save careless programs from
    // a crash, and the worker would wait for it. What a killed run left is taken away first.
    private static void WritePart(string path, ReadOnlyMemory<byte> content, bool waitsForDisk)
    {
        File.Delete(path);
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        stream.Write(content.Span);
        stream.Flush(flushToDisk: waitsForDisk);
    }
}
