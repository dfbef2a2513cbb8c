using PiiDocs.Core;
using PiiDocs.Generation;

namespace PiiDocs.Cli;

/// <summary>Runs the whole road for its diagnostics only.</summary>
internal sealed class DocumentChecker(Workbench workbench)
{
    private static readonly GenerationOptions NoFiles = new(OutputFormats.None);

    private readonly DiagnosticBag _diagnostics = new();

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics.Items;

    /// <summary>A case: its file, then every document it bears.</summary>
    public void CheckCase(string path, CancellationToken cancellation)
    {
        var found = new DiagnosticBag();
        if (CaseInput.Load(path, workbench.Catalog, found) is { } input)
        {
            foreach (var type in workbench.TypesFor(input, [], found))
            {
                Compose(type, input, found, cancellation);
            }
        }

        _diagnostics.AddOnce(found.Items);
    }

    /// <summary>A document type: its folder, its template against the case schema, then every sample case that bears it.</summary>
    public void CheckType(string id, CancellationToken cancellation)
    {
        var found = new DiagnosticBag();
        if (workbench.Catalog.Find(id, found) is { } type)
        {
            workbench.Catalog.CheckTemplate(type, found);
            foreach (var path in SampleCases.Paths(workbench))
            {
                if (CaseInput.Load(path, workbench.Catalog, found) is { } input && input.Bears(id))
                {
                    Compose(type, input, found, cancellation);
                }
            }
        }

        _diagnostics.AddOnce(found.Items);
    }

    private void Compose(DocumentType type, CaseInput input, DiagnosticBag found, CancellationToken cancellation) =>
        found.AddRange(workbench.Generator.Generate(type, input, NoFiles, cancellation).Diagnostics);
}
