using PiiDocs.Core;
using PiiDocs.Pdf;

namespace PiiDocs.Generation.Batch;

/// <summary>One file with the pages of all documents, for printing; there when it is whole, and not before.</summary>
public sealed class CombinedFile : IDisposable
{
    private readonly DiagnosticBag _diagnostics = new();
    private readonly FileStream _file;
    private readonly CombinedPdf _pdf;
    private readonly string _path;
    private DateOnly _last = DateOnly.MinValue;

    /// <param name="path">Where it goes.</param>
    /// <param name="startsOnOddPages">Every document begins on a sheet of its own, for printing on both sides.</param>
    public CombinedFile(string path, bool startsOnOddPages)
    {
        _path = path;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _file = new($"{path}.part", FileMode.Create, FileAccess.Write);
        _pdf = new(_file, startsOnOddPages, _diagnostics);
    }

    public int PageCount => _pdf.PageCount;

    public void Add(BatchOutcome outcome)
    {
        foreach (var document in outcome.Pages)
        {
            _pdf.Add(document, $"{document.Info.Title} {outcome.Item.Id}");
            _last = document.Info.Date > _last ? document.Info.Date : _last;
        }
    }

    /// <summary>Puts the file in its place; not when nothing was added, or with errors.</summary>
    /// <param name="title">What the file calls itself.</param>
    /// <param name="diagnostics">Receives PD6xxx.</param>
    public bool Finish(string title, DiagnosticBag diagnostics)
    {
        if (_pdf.PageCount == 0)
        {
            return false;
        }

        _pdf.Finish(new("", title, "", "", _last));
        diagnostics.AddRange(_diagnostics.Items);
        if (_diagnostics.HasErrors)
        {
            return false;
        }

        _file.Flush(flushToDisk: true);
        _file.Dispose();
        File.Move(_file.Name, _path, overwrite: true);
        return true;
    }

    public void Dispose()
    {
        _file.Dispose();
        File.Delete(_file.Name);
    }
}
