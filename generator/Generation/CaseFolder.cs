using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using PiiDocs.Cases;
using PiiDocs.Core;

namespace PiiDocs.Generation;

/// <summary>A folder of case files: listed, read, and changed without losing what another person changed meanwhile.</summary>
/// <remarks>Thread-safe. A case's key is its file name without extension; of two with one key the first in ordinal order counts.</remarks>
public sealed class CaseFolder(string root)
{
    private const int LongestName = 200;
    private static readonly ImmutableArray<string> Extensions = [".json", ".yaml", ".yml"];

    private readonly ConcurrentDictionary<string, Listed> _listed = new(StringComparer.Ordinal);
    private readonly Lock _saving = new();

    public string Root { get; } = root;

    /// <summary>Every case file, in ordinal order; a file is read again only when its size or time has changed.</summary>
    public ImmutableArray<CaseSummary> List()
    {
        var files = new DirectoryInfo(Root).EnumerateFiles()
            .Where(file => Extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase) && IsName(Path.GetFileNameWithoutExtension(file.Name)))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .DistinctBy(file => Path.GetFileNameWithoutExtension(file.Name), StringComparer.Ordinal)
            .ToList();
        foreach (var gone in _listed.Keys.Except(files.Select(file => file.Name), StringComparer.Ordinal).ToList())
        {
            _listed.TryRemove(gone, out _);
        }

        return [.. files.AsParallel().AsOrdered().Select(Summary)];
    }

    /// <summary>Whether a text could be a case's key: no path, nothing hidden, nothing that leads out of the folder.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName
        && name[0] != '.'
        && !name.Any(c => c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' || char.IsControl(c));

    /// <summary>The text of a case file; null where there is no such case, or, with a diagnostic, where it is no text.</summary>
    public SourceText? Read(string name, DiagnosticBag diagnostics) =>
        FileOf(name) is { } file ? Load(file, diagnostics) : null;

    /// <summary>Writes changes into a case file: all of them, or none.</summary>
    /// <param name="order">What to change, in which state of the file.</param>
    /// <param name="schema">What the case may hold: a field it does not know is not added.</param>
    /// <param name="diagnostics">Takes what stands against the changes.</param>
    /// <exception cref="IOException">The disk is full or the folder cannot be written; the file is as it was.</exception>
    public CaseSaving Save(CaseChange order, CaseSchema schema, DiagnosticBag diagnostics)
    {
        lock (_saving)
        {
            if (FileOf(order.Name) is not { } file || Load(file, diagnostics) is not { } source)
            {
                return new(SavingState.Missing, "");
            }

            var version = CaseInput.HashOf(source);
            if (version != order.Version)
            {
                return new(SavingState.Changed, version);
            }

            if (Edited(source, order.Changes, schema, diagnostics) is not { } text)
            {
                return new(SavingState.Refused, version);
            }

            return Write(file, text, version)
                ? new(SavingState.Saved, CaseInput.HashOf(new(source.Path, text)))
                : new(SavingState.Changed, Load(file, diagnostics) is { } now ? CaseInput.HashOf(now) : "");
        }
    }

    private static string? Edited(SourceText source, ImmutableArray<FieldChange> changes, CaseSchema schema, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        if (CaseReader.Read(source, found) is not { } data)
        {
            diagnostics.AddRange(found.Items);
            return null;
        }

        var text = CaseEdits.Apply(source, data, changes, diagnostics);
        if (diagnostics.HasErrors || CaseReader.Read(new(source.Path, text), new()) is not { } changed)
        {
            return null;
        }

        var check = new DiagnosticBag();
        schema.Check(changed, check);
        diagnostics.AddRange(check.Items.Where(each => each.Code == CaseSchema.UnknownField && each.Field is { } field
            && changes.Any(change => field.Holds(change.Field))));
        return diagnostics.HasErrors ? null : text;
    }

    /// <summary>False where the file changed on disk while this ran.</summary>
    private bool Write(FileInfo file, string text, string version)
    {
        var temporary = Path.Combine(Root, $".{file.Name}.part");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(HasMark(file) ? Encoding.UTF8.Preamble : []);
                stream.Write(Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            if (Load(file, new()) is not { } now || CaseInput.HashOf(now) != version)
            {
                return false;
            }

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(file.FullName));
            }

            File.Move(temporary, file.FullName, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static bool HasMark(FileInfo file)
    {
        Span<byte> start = stackalloc byte[3];
        using var stream = file.OpenRead();
        return stream.ReadAtLeast(start, 3, throwOnEndOfStream: false) == 3 && start.SequenceEqual(Encoding.UTF8.Preamble);
    }

    // A link is followed only as long as it stays a file of this folder's name; the name itself cannot lead elsewhere.
    private FileInfo? FileOf(string name) => IsName(name)
        ? Extensions.Select(extension => new FileInfo(Path.Combine(Root, name + extension))).FirstOrDefault(file => file.Exists)
        : null;

    /// <summary>Messages name the file alone: who reads them need not know where the folder lies.</summary>
    private static SourceText? Load(FileInfo file, DiagnosticBag diagnostics)
    {
        using var stream = file.OpenRead();
        return CaseFile.Load(stream, file.Name, diagnostics);
    }

    private CaseSummary Summary(FileInfo file)
    {
        if (_listed.TryGetValue(file.Name, out var known) && known.Length == file.Length && known.Modified == file.LastWriteTimeUtc)
        {
            return known.Summary;
        }

        var summary = Summarise(file);
        _listed[file.Name] = new(file.Length, file.LastWriteTimeUtc, summary);
        return summary;
    }

    private static CaseSummary Summarise(FileInfo file)
    {
        var diagnostics = new DiagnosticBag();
        var name = Path.GetFileNameWithoutExtension(file.Name);
        var empty = new CaseSummary(name, file.Name, file.LastWriteTimeUtc);
        if (Load(file, diagnostics) is not { } source)
        {
            return empty;
        }

        empty = empty with { Version = CaseInput.HashOf(source) };
        if (CaseReader.Read(source, diagnostics) is not { } data)
        {
            return empty;
        }

        var input = new CaseInput(data, name, empty.Version);
        return empty with
        {
            Id = input.Id,
            Title = data.Find("matter") is DataObject matter && matter.Find("title") is DataText title ? title.Value : "",
            Office = input.OfficeName,
            Types = [.. input.BorneDocuments.Select(member => member.Name)],
            IsReadable = true,
        };
    }

    private sealed record Listed(long Length, DateTime Modified, CaseSummary Summary);
}

/// <summary>A case as a list shows it.</summary>
/// <param name="Name">Its key: the file's name without extension.</param>
/// <param name="File">The file's name.</param>
/// <param name="Modified">When the file was last written, UTC.</param>
public sealed record CaseSummary(string Name, string File, DateTime Modified)
{
    public string Id { get; init; } = "";

    public string Title { get; init; } = "";

    public string Office { get; init; } = "";

    /// <summary>The document types it bears.</summary>
    public ImmutableArray<string> Types { get; init; } = [];

    /// <summary>Tells states of the file apart.</summary>
    public string Version { get; init; } = "";

    /// <summary>False where the file cannot be read as a case.</summary>
    public bool IsReadable { get; init; }
}

/// <param name="Name">The case's key.</param>
/// <param name="Version">The state of the file the changes were made for.</param>
/// <param name="Changes">At most one a field.</param>
public sealed record CaseChange(string Name, string Version, ImmutableArray<FieldChange> Changes);

/// <param name="State">What came of it.</param>
/// <param name="Version">The state the file is in now; empty where there is none.</param>
public sealed record CaseSaving(SavingState State, string Version);

public enum SavingState
{
    Saved,

    /// <summary>There is no such case.</summary>
    Missing,

    /// <summary>The file is not in the state the changes were made for; nothing was written.</summary>
    Changed,

    /// <summary>A change cannot be made; nothing was written.</summary>
    Refused,
}
