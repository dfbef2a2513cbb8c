using PiiDocs.Cli.Reports;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Generation.Numbering;

namespace PiiDocs.Cli;

/// <summary>Makes the documents of cases and writes those that came out without errors.</summary>
internal sealed class DocumentMaker(Workbench workbench, GenerationOptions options)
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly DiagnosticBag _diagnostics = new();

    /// <summary>Gives open numbers; null where they stay open.</summary>
    public NumberAssignment? Numbers { get; init; }

    /// <summary>What was found, each once.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics.Items;

    /// <summary>Makes a case's documents into <c>FOLDER/CASE-NAME/</c>.</summary>
    /// <param name="path">The case file, as messages show it.</param>
    /// <param name="types">Type ids; empty for all the case bears.</param>
    /// <param name="folder">The output folder.</param>
    /// <param name="cancellation">Stops between documents; what is written stays whole.</param>
    public IEnumerable<MadeFile> Make(string path, string[] types, string folder, CancellationToken cancellation)
    {
        var found = new DiagnosticBag();
        var files = new List<MadeFile>();
        var warming = Task.Run(() => Warm(types), cancellation);
        if (CaseInput.Load(path, workbench.Catalog, found) is { } input && (options.IsDraft || !found.HasErrors))
        {
            if (types.Length == 0 && !input.BorneDocuments.Any())
            {
                found.Add(GenerationErrors.BearsNothing(input));
            }

            var wanted = workbench.Catalog.TypesFor(input, types, found).ToList();
            found.AddRange(Numbers is null && !options.IsDraft ? NumberAssignment.WithoutRegister(input, wanted.Select(type => type.Id)) : []);
            var filled = Numbers?.Fill(input, [.. wanted.Select(type => type.Id)], found) ?? input;
            foreach (var type in wanted)
            {
                cancellation.ThrowIfCancellationRequested();
                var result = workbench.Generator.Generate(type, filled, options, cancellation);
                found.AddRange(result.Diagnostics);
                files.AddRange(Write(result, type, filled, folder));
                if (result.Files.FirstOrDefault() is { } first)
                {
                    Numbers?.Confirm(filled, type.Id, first.Hash, found);
                }
            }
        }

        warming.GetAwaiter().GetResult();
        _diagnostics.AddOnce(found.Items);
        return files;
    }

    // While the case is read: on a cold start the types asked for and the Word writer take as long as the case does.
    private void Warm(string[] types)
    {
        foreach (var type in types.Select(id => workbench.Catalog.Find(id, new())))
        {
            _ = options.Formats.HasFlag(OutputFormats.Docx) ? type?.Word.Value : null;
        }
    }

    private IEnumerable<MadeFile> Write(GenerationResult result, DocumentType type, CaseInput input, string folder)
    {
        var target = Path.Combine(folder, input.Name);
        var named = result.Files.Select(file => file with { Name = Free(target, file.Name) }).ToList();
        var paths = OutputFolder.Write(target, named);
        return paths.Zip(named, (path, file) =>
            new MadeFile(Workbench.Shown(path), input.Id, type.Id, file));
    }

    // Two documents of one run never share a file, whatever their name patterns say.
    private string Free(string folder, string name)
    {
        var free = name;
        for (var n = 2; !_taken.Add(Path.Combine(folder, free)); n++)
        {
            free = $"{Path.GetFileNameWithoutExtension(name)}-{n}{Path.GetExtension(name)}";
        }

        return free;
    }
}
