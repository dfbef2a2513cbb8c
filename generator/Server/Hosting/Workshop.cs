using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Generation.Clauses;
using PiiDocs.Generation.Forms;
using PiiDocs.Generation.Publication;
using PiiDocs.Typesetting;

namespace PiiDocs.Server.Hosting;

/// <summary>Everything that makes documents, over one state of the templates folder.</summary>
internal sealed class Workshop(TemplateCatalog catalog, Typesetter typesetter, TimeProvider clock)
{
    private const int MostCases = 500;
    private const int SaltLength = 32;

    // A case is read and checked once for each state of its file.
    private readonly ConcurrentDictionary<(string Path, string Hash), LoadedCase> _cases = new();

    public TemplateCatalog Catalog { get; } = catalog;

    public DocumentGenerator Generator { get; } = new(catalog, typesetter, clock);

    public PageMaker Pages { get; } = new(typesetter);

    public Publisher Publisher => new(Generator, Catalog, Pages);

    public RoundTrip RoundTrip { get; } = new(new(catalog, typesetter, clock), catalog) { Salt = RandomNumberGenerator.GetBytes(SaltLength) };

    public ClauseLibrary Clauses { get; } = new(catalog);

    public FormReader Forms => new(Generator, Catalog);

    public TimeProvider Clock => clock;

    /// <summary>The time it is here.</summary>
    public DateTimeOffset Now => clock.GetLocalNow();

    /// <summary>The day it is here.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().Date);

    /// <summary>A case file, read and checked.</summary>
    public LoadedCase Load(SourceText source)
    {
        if (_cases.Count > MostCases)
        {
            _cases.Clear();
        }

        var version = CaseInput.HashOf(source);
        return _cases.GetOrAdd((source.Path, version), _ =>
        {
            var diagnostics = new DiagnosticBag();
            var input = CaseInput.Read(source, Catalog, diagnostics);
            return new(source, version, input, [.. diagnostics.Items]);
        });
    }
}

/// <param name="Source">The file.</param>
/// <param name="Version">Its hash.</param>
/// <param name="Input">Null where it cannot be read as a case.</param>
/// <param name="Diagnostics">What is wrong with it as a case.</param>
internal sealed record LoadedCase(SourceText Source, string Version, CaseInput? Input, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(each => each.Severity == Severity.Error);
}
