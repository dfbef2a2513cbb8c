using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Generation.Batch;

namespace PiiDocs.Cli;

/// <summary>Runs the whole road for its diagnostics only.</summary>
internal sealed class DocumentChecker(Workbench workbench)
{
    private readonly CaseChecker _cases = new(workbench.Catalog, workbench.Generator);
    private readonly HashSet<(string, SourceLocation?, FieldPath?, Message)> _said = [];
    private readonly List<CheckedDocument> _documents = [];

    /// <summary>What was checked, document by document; each finding once.</summary>
    public IReadOnlyList<CheckedDocument> Documents => _documents;

    /// <summary>A case: its file, then every document it bears.</summary>
    public void CheckCase(string path, CancellationToken cancellation) =>
        _documents.AddRange(_cases.Check(path, cancellation).Select(Once));

    /// <summary>Every case file of a folder, as a batch takes them.</summary>
    public void CheckFolder(string path, CancellationToken cancellation)
    {
        var files = BatchSource.CaseFilesOf(path);
        if (files.Count == 0)
        {
            _documents.Add(CheckedDocument.OfCase(path, [BatchErrors.NoCaseFiles(new(new(path, ""), default))]));
        }

        foreach (var file in files)
        {
            CheckCase(file, cancellation);
        }
    }

    /// <summary>A document type: its folder, its template against the case schema, then every sample case that bears it.</summary>
    public void CheckType(string id, CancellationToken cancellation)
    {
        var found = new DiagnosticBag();
        if (workbench.Catalog.Find(id, found) is not { } type)
        {
            _documents.Add(Once(new("", new("文书类型", "document type"), [.. found.Items])));
            return;
        }

        workbench.Catalog.CheckTemplate(type, found);
        _documents.Add(Once(new(id, type.Title, [.. found.Items])));
        foreach (var path in SampleCases.Paths(workbench))
        {
            _documents.AddRange(_cases.Check(path, cancellation).Where(document => document.TypeId == id).Select(Once));
        }
    }

    private CheckedDocument Once(CheckedDocument document) =>
        document with { Diagnostics = [.. document.Diagnostics.Where(each => _said.Add((each.Code, each.Location, each.Field, each.Message)))] };
}
