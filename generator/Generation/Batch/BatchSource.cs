using System.Collections.Immutable;
using PiiDocs.Cases;
using PiiDocs.Cases.Tables;
using PiiDocs.Core;

namespace PiiDocs.Generation.Batch;

/// <summary>The cases of a batch: rows of a table, lines of a file, or files of a folder.</summary>
public sealed class BatchSource
{
    private readonly Func<DiagnosticBag, IEnumerable<BatchItem>> _read;

    private BatchSource(int? count, Func<DiagnosticBag, IEnumerable<BatchItem>> read) => (Count, _read) = (count, read);

    /// <summary>How many there will be, as far as one can tell.</summary>
    public int? Count { get; }

    /// <summary>The cases in order. What was wrong with the source as a whole is in the bag once they have been walked.</summary>
    public IEnumerable<BatchItem> Read(DiagnosticBag atEnd) => _read(atEnd);

    /// <summary>Null, with diagnostics, where the source cannot be used.</summary>
    /// <param name="place">The file or folder.</param>
    /// <param name="input">What its cases are read with.</param>
    /// <param name="diagnostics">Receives what is wrong with it.</param>
    public static BatchSource? Open(SourcePlace place, BatchInput input, DiagnosticBag diagnostics)
    {
        if (Directory.Exists(place.Path))
        {
            return OpenFolder(place, input, diagnostics);
        }

        return CaseTables.Open(place.Path, place.Display, input.Catalog.Schema, diagnostics) is { } table
            ? new(table.Count, atEnd => table.Read(atEnd).Select((each, i) => ItemOf(each, i + 1, input)))
            : null;
    }

    /// <summary>The case files of a folder, in ordinal order.</summary>
    public static List<string> CaseFilesOf(string folder) =>
        Directory.EnumerateFiles(folder)
            .Where(path => Path.GetExtension(path).ToUpperInvariant() is ".YAML" or ".YML" or ".JSON")
            .Order(StringComparer.Ordinal)
            .ToList();

    private static BatchItem ItemOf(SourcedCase sourced, int number, BatchInput input) =>
        new(number, sourced.Id, sourced.Place, sourced.Places, found =>
        {
            if (sourced.Read(input.Common, found) is not { } data)
            {
                return null;
            }

            // The hash of what the row says: which other documents are asked for today is no part of a document's input.
            return new(RowDefaults.Add(data, input.Types), sourced.Id, CaseHash.Of(data));
        })
        {
            CellOf = sourced.CellOf,
        };

    private static BatchSource? OpenFolder(SourcePlace place, BatchInput input, DiagnosticBag diagnostics)
    {
        var files = CaseFilesOf(place.Path);
        if (files.Count == 0)
        {
            diagnostics.Add(BatchErrors.NoCaseFiles(new(new(place.Display, ""), default)));
            return null;
        }

        return new(files.Count, _ => Items(files, place, input));
    }

    private static IEnumerable<BatchItem> Items(List<string> files, SourcePlace place, BatchInput input)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < files.Count; i++)
        {
            var path = files[i];
            var display = $"{place.Display.TrimEnd('/')}/{Path.GetFileName(path)}";
            var name = Path.GetFileNameWithoutExtension(path);
            var at = new SourceLocation(new(display, ""), default);
            var isFirst = names.Add(name);
            yield return new(i + 1, name, at, display, found =>
            {
                if (isFirst)
                {
                    return LoadOrExplain(path, display, input, found);
                }

                found.Add(BatchErrors.DoubleName(at));
                return null;
            });
        }
    }

    // One file that is gone or locked costs its own case.
    private static CaseInput? LoadOrExplain(string path, string display, BatchInput input, DiagnosticBag diagnostics)
    {
        try
        {
            return Load(path, display, input, diagnostics);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(BatchErrors.UnreadableFile(new(new(display, ""), default)));
            return null;
        }
    }

    private static CaseInput? Load(string path, string display, BatchInput input, DiagnosticBag diagnostics)
    {
        if (CaseFile.Load(path, diagnostics) is not { } source || CaseReader.Read(new(display, source.Text), diagnostics) is not { } data)
        {
            return null;
        }

        var name = Path.GetFileNameWithoutExtension(path);
        return input.Common is null
            ? new(data, name, CaseInput.HashOf(source))
            : CaseOverlay.Over(input.Common, data) is var whole ? new(whole, name, CaseHash.Of(whole)) : null;
    }
}

/// <param name="Path">The file or folder.</param>
/// <param name="Display">How messages name it.</param>
public sealed record SourcePlace(string Path, string Display);

/// <summary>What cases are read with.</summary>
/// <param name="Catalog">What a case may hold.</param>
/// <param name="Types">What will be made of them.</param>
/// <param name="Common">The case they are laid over, with the facts they share; null for none.</param>
public sealed record BatchInput(TemplateCatalog Catalog, ImmutableArray<DocumentType> Types, DataObject? Common);
