using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Typesetting;
using PiiDocs.Typesetting.Fonts;
using PiiDocs.Unit.Support;

namespace PiiDocs.Templates;

/// <summary>The project's own templates, opened once, and a generator over them that stands on a fixed day.</summary>
internal static class Office
{
    public static readonly DateTimeOffset Today = new(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(8));

    private static readonly Lazy<TemplateCatalog> OpenedCatalog = new(() => Open(Repository.PathTo("templates")));

    private static readonly Lazy<DocumentGenerator> OpenedGenerator = new(() => GeneratorFor(Catalog));

    public static TemplateCatalog Catalog => OpenedCatalog.Value;

    public static DocumentGenerator Generator => OpenedGenerator.Value;

    /// <summary>Opens a templates folder, which must be without fault.</summary>
    public static TemplateCatalog Open(string folder)
    {
        var diagnostics = new DiagnosticBag();
        var catalog = TemplateCatalog.Open(new(folder, "templates"), diagnostics);
        Assert.Empty(diagnostics.Items);
        return catalog!;
    }

    public static DocumentGenerator GeneratorFor(TemplateCatalog catalog) =>
        new(catalog, new Typesetter(new FontLibrary(System.Collections.Immutable.ImmutableArray<string>.Empty)), new FixedClock());

    /// <summary>A sample case by its file name without extension, which must be without error; its known doubts are warnings.</summary>
    public static CaseInput Sample(string name)
    {
        var diagnostics = new DiagnosticBag();
        var input = CaseInput.Load(Repository.PathTo("templates", "_cases", $"{name}.yaml"), Catalog, diagnostics);
        Assert.DoesNotContain(diagnostics.Items, found => found.Severity == Severity.Error);
        return input!;
    }

    private sealed class FixedClock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.CreateCustomTimeZone("office", TimeSpan.FromHours(8), null, null);

        public override DateTimeOffset GetUtcNow() => Today.ToUniversalTime();
    }
}
