using System.Collections.Concurrent;
using System.Collections.Immutable;
using PiiDocs.Cases;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Law;
using PiiDocs.Templating;
using PiiDocs.Word;

namespace PiiDocs.Generation;

/// <summary>Everything under <c>templates/</c>, read when first asked for and then shared by all threads.</summary>
/// <remarks>Nothing is registered anywhere: a folder with a type.yaml is a document type.</remarks>
public sealed class TemplateCatalog
{
    private readonly ConcurrentDictionary<string, Lazy<TypeReading>> _types = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<StyleReading>> _styles = new(StringComparer.Ordinal);
    private readonly CaseSchema _typeSchema;
    private readonly ScribanEngine _engine;

    private TemplateCatalog(TemplateFolder folder, CaseSchema schema, CaseSchema typeSchema, LawLibrary law)
    {
        Folder = folder;
        Schema = schema;
        Law = law;
        _typeSchema = typeSchema;
        _engine = new(LegalFunctions.Create(law), folder.ReadPartial);
    }

    public TemplateFolder Folder { get; }

    /// <summary>What a case may hold.</summary>
    public CaseSchema Schema { get; }

    public LawLibrary Law { get; }

    public ITemplateEngine Engine => _engine;

    /// <summary>Opens a templates folder: case schema, type schema and law are read now, types and styles when asked for.</summary>
    /// <returns>Null, with diagnostics, where a schema cannot be used.</returns>
    public static TemplateCatalog? Open(TemplateFolder folder, DiagnosticBag diagnostics)
    {
        // Law and schema do not know each other; reading them side by side is a third of a cold start saved.
        var lawDiagnostics = new DiagnosticBag();
        var lawReading = Task.Run(() => ReadLaw(folder, lawDiagnostics));
        var schema = ReadSchema(folder, diagnostics, "_case");
        var typeSchema = ReadSchema(folder, diagnostics, "_types");
        var law = lawReading.GetAwaiter().GetResult();
        diagnostics.AddRange(lawDiagnostics.Items);
        return schema is null || typeSchema is null ? null : new(folder, schema, typeSchema, law);
    }

    /// <summary>A document type by its id; null, with the diagnostics of its folder, where it cannot be used.</summary>
    public DocumentType? Find(string id, DiagnosticBag diagnostics, SourceLocation? askedAt = null)
    {
        if (!Folder.HasType(id))
        {
            diagnostics.Add(GenerationErrors.UnknownType(id, NearestName.Find(id, Folder.TypeIds), askedAt));
            return null;
        }

        var reading = _types.GetOrAdd(id, _ => new(() => Read(id))).Value;
        diagnostics.AddRange(reading.Diagnostics);
        return reading.Type;
    }

    /// <summary>The types to make of a case: those named, or all the case bears.</summary>
    public IEnumerable<DocumentType> TypesFor(CaseInput input, IReadOnlyCollection<string> named, DiagnosticBag diagnostics)
    {
        var wanted = named.Count > 0
            ? named.Select(id => (Id: id, At: (SourceLocation?)null))
            : input.BorneDocuments.Select(member => (Id: member.Name, At: member.NameLocation));
        foreach (var (id, at) in wanted)
        {
            if (Find(id, diagnostics, at) is { } type)
            {
                yield return type;
            }
        }
    }

    /// <summary>Holds a type's templates against the case schema, also in branches that no case takes.</summary>
    public void CheckTemplate(DocumentType type, DiagnosticBag diagnostics)
    {
        var shape = CaseView.ShapeFor(type, Schema.Shape);
        type.Template.Check(shape, type.Constants, diagnostics);
        type.FileName.Check(shape, type.Constants, diagnostics);
    }

    private TypeReading Read(string id)
    {
        var diagnostics = new DiagnosticBag();
        return new(ReadType(id, diagnostics), [.. diagnostics.Items]);
    }

    private DocumentType? ReadType(string id, DiagnosticBag diagnostics)
    {
        if (Folder.Read(diagnostics, id, "type.yaml") is not { } typeSource
            || Folder.Read(diagnostics, id, "template.sbn") is not { } templateSource
            || CaseReader.Read(typeSource, diagnostics) is not { } type)
        {
            return null;
        }

        _typeSchema.Check(type, diagnostics);
        var template = _engine.Parse(templateSource, diagnostics);
        var fileName = _engine.Parse(FileNameSource(type, typeSource), diagnostics);
        var (styles, word) = FindStyles(DocumentTypeReader.Text(type, "style"), type.Find("style")?.Location, diagnostics);
        return styles is null || word is null || diagnostics.HasErrors
            ? null
            : new()
            {
                Id = id,
                Title = DocumentTypeReader.Title(type),
                Version = DocumentTypeReader.Text(type, "version"),
                Numbering = DocumentTypeReader.Text(type, "numbering") is { Length: > 0 } numbering and not "none" ? numbering : null,
                PublicationPeriod = DocumentTypeReader.Text(type, "publication_period") is { Length: > 0 } period ? period : null,
                Styles = styles,
                Word = word,
                Template = template,
                FileName = fileName,
                Needs = DocumentTypeReader.Paths(type, "needs"),
                DateFields = [.. DocumentTypeReader.Text(type, "date").Split('|', StringSplitOptions.RemoveEmptyEntries)],
                Elements = DocumentTypeReader.Elements(type),
                Audience = DocumentTypeReader.Strings(type, "audience"),
                Constants = DocumentTypeReader.Constants(type),
                Hash = Folder.HashOf(id),
                Location = new(typeSource, default),
                Folder = Folder.PathTo(id),
            };
    }

    /// <summary>A style sheet by name; null, with diagnostics, where it cannot be used.</summary>
    public StyleSheet? FindStyles(string name, DiagnosticBag diagnostics) => FindStyles(name, null, diagnostics).Styles;

    private StyleReading FindStyles(string name, SourceLocation? askedAt, DiagnosticBag diagnostics)
    {
        if (!Folder.StyleNames.Contains(name, StringComparer.Ordinal))
        {
            diagnostics.Add(GenerationErrors.UnknownStyleSheet(name, string.Join('、', Folder.StyleNames), askedAt));
            return StyleReading.None;
        }

        var reading = _styles.GetOrAdd(name, _ => new(() => ReadStyles(name))).Value;
        diagnostics.AddRange(reading.Diagnostics);
        return reading;
    }

    private StyleReading ReadStyles(string name)
    {
        var diagnostics = new DiagnosticBag();
        var styles = Folder.Read(diagnostics, "_styles", $"{name}.yaml") is { } source
            && CaseReader.Read(source, diagnostics) is { } data
                ? StyleSheetReader.Read(data, diagnostics)
                : null;
        return new(styles, styles is null ? null : new(() => new(styles))) { Diagnostics = [.. diagnostics.Items] };
    }

    // A message about the file name points into type.yaml, where its template is the value of file_name.
    private static SourceText FileNameSource(DataObject type, SourceText typeSource) =>
        new($"{typeSource.Path}#file_name", DocumentTypeReader.Text(type, "file_name"));

    private static CaseSchema? ReadSchema(TemplateFolder folder, DiagnosticBag diagnostics, string place) =>
        folder.Read(diagnostics, place, "schema.json") is { } source && CaseReader.Read(source, diagnostics) is { } data
            ? CaseSchema.Compile(data, diagnostics)
            : null;

    private static LawLibrary ReadLaw(TemplateFolder folder, DiagnosticBag diagnostics)
    {
        var files = new Dictionary<string, DataObject>(StringComparer.Ordinal);
        foreach (var name in LawLibrary.FileNames)
        {
            if (folder.Read(diagnostics, "_law", $"{name}.yaml") is { } source && CaseReader.Read(source, diagnostics) is { } data)
            {
                files.Add(name, data);
            }
        }

        return LawLibrary.Read(files, diagnostics);
    }

    private sealed record TypeReading(DocumentType? Type, ImmutableArray<Diagnostic> Diagnostics);

    private sealed record StyleReading(StyleSheet? Styles, Lazy<DocxWriter>? Word)
    {
        public static readonly StyleReading None = new(null, null);

        public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
    }
}
