using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;

namespace PiiDocs.Generation;

/// <summary>Checks a case with all its documents: each finding beside the document and the sentence it concerns.</summary>
public sealed class CaseChecker(TemplateCatalog catalog, DocumentGenerator generator)
{
    private static readonly GenerationOptions NoFiles = new(OutputFormats.None);
    private static readonly GenerationOptions Draft = new(OutputFormats.None, IsDraft: true);

    /// <summary>Checks a case file; what concerns no document comes first, under no type.</summary>
    public ImmutableArray<CheckedDocument> Check(string path, CancellationToken cancellation)
    {
        var found = new DiagnosticBag();
        return CaseInput.Load(path, catalog, found) is { } input
            ? Check(input, found.Items, cancellation)
            : [CheckedDocument.OfCase(path, found.Items)];
    }

    /// <summary>Checks the documents of a case that was read before, with what was found in reading it.</summary>
    public ImmutableArray<CheckedDocument> Check(CaseInput input, IEnumerable<Diagnostic> found, CancellationToken cancellation)
    {
        var ofCase = new DiagnosticBag();
        ofCase.AddRange(found);
        var documents = input.BorneDocuments
            .Select(member => catalog.Find(member.Name, ofCase, member.NameLocation)).OfType<DocumentType>()
            .Select(type => Compose(type, input, cancellation)).ToList();
        documents.ForEach(document => document.Leave(ofCase.Items));
        var rest = ofCase.Items.Where(diagnostic => !Place(diagnostic, documents)).ToList();
        var said = new HashSet<(string, SourceLocation?, FieldPath?, Message)>();
        return
        [
            CheckedDocument.OfCase(input.Name, Once(rest, said)),
            .. documents.Select(document => new CheckedDocument(document.Type.Id, document.Type.Title, Once(document.Found, said)) { Case = input.Name }),
        ];
    }

    private Composed Compose(DocumentType type, CaseInput input, CancellationToken cancellation)
    {
        var result = generator.Generate(type, input, NoFiles, cancellation);

        // A document with errors is not made; its draft still has the sentences to quote.
        var document = result.Document ?? (input.Bears(type.Id) ? generator.Generate(type, input, Draft, cancellation).Document : null);
        var composed = new Composed(type, document is null ? null : new(document));
        composed.Found.AddRange(result.Diagnostics.Select(composed.Quote));
        return composed;
    }

    /// <summary>Gives a finding of the case to the document it is about, or to the first whose text shows the field.</summary>
    private static bool Place(Diagnostic diagnostic, List<Composed> documents)
    {
        if (diagnostic.Field is not { } field)
        {
            return false;
        }

        var own = documents.Find(document => IsOf(field, document.Type.Id));
        if (own is not null)
        {
            own.Found.Add(own.Quote(diagnostic));
            return true;
        }

        foreach (var document in documents)
        {
            if (document.Quote(diagnostic) is { Sentence: not null } quoted)
            {
                document.Found.Add(quoted);
                return true;
            }
        }

        return false;
    }

    private static bool IsOf(FieldPath field, string typeId)
    {
        var own = $"$.documents.{typeId}";
        return field.Value.StartsWith(own, StringComparison.Ordinal) && (field.Value.Length == own.Length || field.Value[own.Length] == '.');
    }

    private static ImmutableArray<Diagnostic> Once(List<Diagnostic> found, HashSet<(string, SourceLocation?, FieldPath?, Message)> said) =>
        [.. found.Where(each => said.Add((each.Code, each.Location, each.Field, each.Message)))];

    private sealed record Composed(DocumentType Type, SentenceFinder? Sentences)
    {
        private const string Required = "PD1013";

        public List<Diagnostic> Found { get; } = [];

        /// <summary>Leaves out what the document lacks because the case lacks it for all its documents.</summary>
        public void Leave(IEnumerable<Diagnostic> ofCase)
        {
            var missing = ofCase.Where(each => each.Code == Required).Select(each => each.Field).OfType<FieldPath>().ToList();
            Found.RemoveAll(each => each.Code == MissingFacts.Need && each.Field is { } field && missing.Exists(field.Holds));
        }

        // Every sentence shows something of the whole case.
        public Diagnostic Quote(Diagnostic diagnostic) =>
            diagnostic.Field != FieldPath.Root && Sentences?.Find(diagnostic.Field, diagnostic.Words) is { } sentence ? diagnostic with { Sentence = sentence } : diagnostic;
    }
}

/// <summary>What was found about one document of a case, or about the case itself.</summary>
/// <param name="TypeId">The document type; empty for the case itself.</param>
/// <param name="Title">Of the document; of the group where it is the case itself.</param>
/// <param name="Diagnostics">Each once in a case; empty for a document without fault.</param>
public sealed record CheckedDocument(string TypeId, Message Title, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The case's name; empty where a type was checked.</summary>
    public string Case { get; init; } = "";

    /// <summary>What concerns a case file, or a folder of them, and no document.</summary>
    public static CheckedDocument OfCase(string name, IEnumerable<Diagnostic> found) =>
        new("", new("案件文件", "case file"), [.. found]) { Case = name };
}
