using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Templating;
using PiiDocs.Typesetting;

namespace PiiDocs.Generation;

/// <summary>The whole road, from a case to its files: the only class that knows every stage.</summary>
/// <remarks>Thread-safe: nothing it holds can change.</remarks>
public sealed class DocumentGenerator(TemplateCatalog catalog, Typesetter typesetter, TimeProvider clock)
{
    private static readonly string EngineVersion = typeof(DocumentGenerator).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private readonly PageMaker _pages = new(typesetter);

    /// <summary>Makes one document of a case in the formats asked for: all of them, or none where there are errors.</summary>
    public GenerationResult Generate(
        DocumentType type,
        CaseInput input,
        GenerationOptions options,
        CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        if (Compose(type, input, options, diagnostics, cancellation) is not { } composed || diagnostics.HasErrors)
        {
            return new([], null, Distinct(diagnostics));
        }

        var files = Write(type, composed, options, diagnostics);
        return new(diagnostics.HasErrors ? [] : files, composed.Document, Distinct(diagnostics));
    }

    private Composition? Compose(
        DocumentType type,
        CaseInput input,
        GenerationOptions options,
        DiagnosticBag diagnostics,
        CancellationToken cancellation)
    {
        if (!input.Bears(type.Id))
        {
            diagnostics.Add(GenerationErrors.NotBorne(type, input));
            return null;
        }

        var view = CaseView.For(type.Id, input.Data);
        diagnostics.AddRange(
            from need in Needs.Missing(view, type.Needs, catalog.Schema.LabelOf)
            select GenerationErrors.MissingNeed(need, type, options.IsDraft ? Severity.Warning : Severity.Error));

        var rendering = RenderingFor(type, options);
        var text = type.Template.Render(view, rendering, diagnostics, cancellation);
        var blocks = MarkupReader.Read(text, type.Styles, diagnostics);
        var document = new Document(InfoFor(type, input), type.Styles, blocks);
        diagnostics.AddRange(ElementCheck
            .Problems(type, DocumentPrinter.Print(document), document.Info.Date)
            .Select(problem => options.IsDraft ? problem with { Severity = Severity.Warning } : problem));

        var name = type.FileName.Render(view, rendering, diagnostics, cancellation).Text;
        return new(document, SafeFileName.From(name, type.Id));
    }

    private ImmutableArray<GeneratedFile> Write(
        DocumentType type,
        Composition composed,
        GenerationOptions options,
        DiagnosticBag diagnostics)
    {
        var (document, name) = composed;
        var files = ImmutableArray.CreateBuilder<GeneratedFile>();
        if (options.Formats.HasFlag(OutputFormats.Docx))
        {
            files.Add(GeneratedFile.From($"{name}.docx", output => type.Word.Write(document, new() { LabelOf = catalog.Schema.LabelOf }, output)));
        }

        if (options.Formats.HasFlag(OutputFormats.Pdf))
        {
            files.Add(_pages.Make(document, name, options, diagnostics));
        }

        if (options.Formats.HasFlag(OutputFormats.Text))
        {
            files.Add(GeneratedFile.FromText($"{name}.txt", DocumentPrinter.Print(document)));
        }

        return files.ToImmutable();
    }

    private RenderOptions RenderingFor(DocumentType type, GenerationOptions options) =>
        new(
            options.IsDraft ? MissingMembers.Placeholder : MissingMembers.Error,
            RenderLimits.Default,
            clock.GetLocalNow().Date)
        {
            Constants = type.Constants,
        };

    private DocumentInfo InfoFor(DocumentType type, CaseInput input) =>
        new(type.Id, type.Title.Chinese, input.Id, input.OfficeName, DateOf(type, input))
        {
            Stamp = new(type.Version, type.Hash, input.Hash, EngineVersion),
        };

    // A document without a date of its own (a draft) bears the day it was made.
    private DateOnly DateOf(DocumentType type, CaseInput input) =>
        DateOnly.TryParseExact(input.DocumentDate(type.Id), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : DateOnly.FromDateTime(clock.GetLocalNow().Date);

    private static ImmutableArray<Diagnostic> Distinct(DiagnosticBag diagnostics) =>
        [.. diagnostics.Items.DistinctBy(each => (each.Code, each.Location, each.Field, each.Message))];

    private sealed record Composition(Document Document, string FileName);
}
