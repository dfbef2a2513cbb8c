using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Generation.Clauses;
using PiiDocs.Law;
using PiiDocs.Templating;
using PiiDocs.Typesetting;
using PiiDocs.Web;
using PiiDocs.Word;

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
        var order = new Order(type, input, options);
        if (Compose(order, diagnostics, cancellation) is not { } composed || diagnostics.HasErrors)
        {
            return new([], null, Told(order, diagnostics));
        }

        var pages = options.KeepsPages || options.Formats.HasFlag(OutputFormats.Pdf) ? _pages.Set(composed.Document, options, diagnostics) : null;
        var files = Write(order, composed, pages, diagnostics);
        return new(diagnostics.HasErrors ? [] : files, composed.Document, options.IsDraft ? Told(order, diagnostics) : Distinct(diagnostics))
        {
            Name = composed.FileName,
            Pages = options.KeepsPages && !diagnostics.HasErrors ? pages : null,
        };
    }

    /// <summary>What was found, each missing fact once.</summary>
    private ImmutableArray<Diagnostic> Told(Order order, DiagnosticBag diagnostics) =>
        [.. new MissingFacts(order.Type, CaseView.For(order.Type.Id, order.Case.Data), catalog.Schema.LabelOf).Told(Distinct(diagnostics))];

    /// <summary>Makes a clause with the facts of a case, in the styles of a document type; what a whole document must have is not asked.</summary>
    /// <remarks>As in a draft, a missing fact shows as 【待补：…】.</remarks>
    public GenerationResult GenerateClause(DocumentType type, Clause clause, CaseInput input, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        var order = new Order(type, input, new(OutputFormats.Docx, IsDraft: true));
        var template = catalog.Engine.Parse(new(clause.Id, $"{{{{ include '{clause.Id}' }}}}"), diagnostics);
        var text = template.Render(CaseView.For(type.Id, input.Data), RenderingFor(order), diagnostics, cancellation);
        var document = new Document(InfoFor(order), type.Styles, MarkupReader.Read(text, type.Styles, diagnostics));
        var files = diagnostics.HasErrors ? [] : Write(order, new(document, DocumentPrinter.Print(document), clause.Id), pages: null, diagnostics);
        return new(diagnostics.HasErrors ? [] : files, diagnostics.HasErrors ? null : document, Distinct(diagnostics));
    }

    private Composition? Compose(Order order, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        var (type, input, options) = order;
        if (!input.Bears(type.Id))
        {
            diagnostics.Add(GenerationErrors.NotBorne(type, input));
            return null;
        }

        var view = CaseView.For(type.Id, input.Data);
        diagnostics.AddRange(
            from need in options.IsMasked ? [] : Needs.Missing(view, type.Needs, catalog.Schema.LabelOf).Concat(Needs.MissingDate(input, type, catalog.Schema.LabelOf))
            select GenerationErrors.MissingNeed(need, type, options.IsDraft ? Severity.Warning : Severity.Error));

        var rendering = RenderingFor(order);
        var text = type.Template.Render(view, rendering, diagnostics, cancellation);
        var blocks = MarkupReader.Read(text, type.Styles, diagnostics);
        var document = new Document(InfoFor(order), type.Styles, blocks);
        var printed = DocumentPrinter.Print(document);
        if (!options.IsMasked)
        {
            CheckText(order, view, (document.Info.Date, printed), diagnostics);
        }

        var name = type.FileName.Render(view, rendering, diagnostics, cancellation).Text;
        return new(document, printed, SafeFileName.From(name, type.Id));
    }

    /// <summary>What only the finished text can show: an element the law demands, a word no filing should use.</summary>
    private void CheckText(Order order, DataObject view, (DateOnly Date, string Text) document, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        found.AddRange(ElementCheck.Problems(order.Type, document.Text, document.Date, new(view)));
        LegalChecks.RunOverText(catalog.Law, order.Case.Data, (order.Type.Id, document.Text), found);
        diagnostics.AddRange(found.Items.Select(each =>
            order.Options.IsDraft && each.Severity == Severity.Error ? each with { Severity = Severity.Warning } : each));
    }

    private ImmutableArray<GeneratedFile> Write(Order order, Composition composed, PagedDocument? pages, DiagnosticBag diagnostics)
    {
        var (document, text, name) = composed;
        var formats = order.Options.Formats;
        var files = ImmutableArray.CreateBuilder<GeneratedFile>();
        if (formats.HasFlag(OutputFormats.Docx))
        {
            var options = new DocxOptions { LabelOf = catalog.Schema.LabelOf };
            var file = GeneratedFile.From($"{name}.docx", output => order.Type.Word.Value.Write(document, options, output));
            diagnostics.AddRange(order.Options.ValidatesWord ? DocxValidator.Problems(file.Content, file.Name) : []);
            files.Add(file);
        }

        if (formats.HasFlag(OutputFormats.Pdf) && pages is not null)
        {
            files.Add(PageMaker.Write(pages, name, order.Options, diagnostics));
        }

        if (formats.HasFlag(OutputFormats.Html))
        {
            files.Add(GeneratedFile.FromText($"{name}.html", HtmlWriter.Write(document)));
        }

        if (formats.HasFlag(OutputFormats.Text))
        {
            files.Add(GeneratedFile.FromText($"{name}.txt", text));
        }

        return files.ToImmutable();
    }

    private RenderOptions RenderingFor(Order order) =>
        new(
            order.Options.IsDraft ? MissingMembers.Placeholder : MissingMembers.Error,
            RenderLimits.Default,
            clock.GetLocalNow().Date)
        {
            Constants = order.Type.Constants,
            Shape = order.Options.IsDraft ? CaseView.ShapeFor(order.Type, catalog.Schema.Shape) : null,
        };

    private DocumentInfo InfoFor(Order order)
    {
        var (type, input, options) = order;
        return new(type.Id, type.Title.Chinese, input.Id, input.OfficeName, DateOf(type, input))
        {
            Audience = DocumentInfo.Original,
            IsDraft = options.IsDraft,
            Stamp = new(type.Version, type.Hash, input.Hash, EngineVersion),
        };
    }

    // A document without a date of its own (a draft) bears the day it was made.
    private DateOnly DateOf(DocumentType type, CaseInput input) =>
        DateOnly.TryParseExact(input.DateOf(type), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : DateOnly.FromDateTime(clock.GetLocalNow().Date);

    private static ImmutableArray<Diagnostic> Distinct(DiagnosticBag diagnostics)
    {
        var once = new DiagnosticBag();
        once.AddOnce(diagnostics.Items);
        return [.. once.Items];
    }

    private sealed record Order(DocumentType Type, CaseInput Case, GenerationOptions Options);

    private sealed record Composition(Document Document, string Text, string FileName);
}
