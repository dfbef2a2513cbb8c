using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Generation.Gate;
using PiiDocs.Privacy.Redaction;
using PiiDocs.Web;

namespace PiiDocs.Generation.Publication;

/// <summary>Makes the public copy of a document: from a masked case, never by painting over; and lets nothing out that still tells of a person.</summary>
/// <remarks>Thread-safe: nothing it holds can change.</remarks>
public sealed class Publisher(DocumentGenerator generator, TemplateCatalog catalog, PageMaker pages)
{
    /// <summary>All files of a publication, or none with the reasons.</summary>
    public PublicationResult Publish(DocumentType type, CaseInput input, PublicationOptions options, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        if (!type.Audience.Contains(options.Policy.Audience))
        {
            diagnostics.Add(PublicationErrors.NotForAudience(type, options.Policy.Audience));
            return PublicationResult.Refused(diagnostics);
        }

        // The filing itself must be right before a copy of it is made public.
        var original = generator.Generate(type, input, new(OutputFormats.None), cancellation);
        diagnostics.AddRange(original.Diagnostics);
        return original.HasErrors
            ? PublicationResult.Refused(diagnostics)
            : Finish(new(type, input, options, [input.Data]), Mask(type, input, options.Policy, cancellation), diagnostics);
    }

    /// <summary>The same of a Word file that people edited: their text is published, masked by the case.</summary>
    /// <remarks>What they left as it was made is taken from the masked case, word for word as <see cref="Publish(DocumentType, CaseInput, PublicationOptions, CancellationToken)"/> does.</remarks>
    public PublicationResult Publish(EditedSource source, CaseInput input, PublicationOptions options, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        if (new EditedReader(generator, catalog).Read(source, input, diagnostics, cancellation) is not { } edited)
        {
            return PublicationResult.Refused(diagnostics);
        }

        if (!edited.Type.Audience.Contains(options.Policy.Audience))
        {
            diagnostics.Add(PublicationErrors.NotForAudience(edited.Type, options.Policy.Audience));
            return PublicationResult.Refused(diagnostics);
        }

        var copy = Mask(edited.Type, edited.Case, options.Policy, cancellation);
        var work = new Work(edited.Type, edited.Case, options, [input.Data, edited.Case.Data]);
        if (copy.Result.Document is not { } document)
        {
            return Finish(work, copy, diagnostics);
        }

        var merge = new EditedMerge(edited.Fresh, document, new(edited.Case.Data, copy.Masked, options.Policy));
        var blocks = merge.Of(edited.Document.Blocks);
        return Finish(
            work with { ByHand = merge.ByHand },
            copy with { Result = copy.Result with { Document = document with { Blocks = blocks } } },
            diagnostics);
    }

    private MaskedCopy Mask(DocumentType type, CaseInput input, RedactionPolicy policy, CancellationToken cancellation)
    {
        var masked = new CaseMasker(policy, catalog.Schema.PersonalInformationOf).Mask(input.Data, type.Id);
        return new(generator.Generate(type, input with { Data = masked.Data }, new(OutputFormats.None) { IsMasked = true }, cancellation), masked);
    }

    private PublicationResult Finish(Work work, MaskedCopy copy, DiagnosticBag diagnostics)
    {
        var (type, options, masked) = (work.Type, work.Options, copy.Masked);
        if (copy.Result.Document is not { } document || copy.Result.HasErrors)
        {
            diagnostics.AddRange(copy.Result.Diagnostics);
            return PublicationResult.Refused(diagnostics);
        }

        var gate = PublicationGate.Open(catalog, work.Cases.Select(data => Searched(data, masked.Shown)), options.Salt, diagnostics);
        if (gate is not null)
        {
            diagnostics.AddRange(
                from pair in masked.Pseudonyms
                where gate.Rules.Names.CommonWords.Contains(pair.Key)
                orderby pair.Value
                select PublicationErrors.NameIsWord(pair.Value));
            GateReview.RunOverText(gate, work.ByHand, diagnostics);
        }

        // What a person has to mend in Word is named there, and not once more in every file made of it.
        var files = diagnostics.HasErrors ? [] : Files(type, Anonymous(document, options.Policy.Audience), (copy.Result.Name, options), diagnostics);
        if (gate is not null)
        {
            GateReview.Run(gate, files, diagnostics);
        }

        return diagnostics.HasErrors
            ? PublicationResult.Refused(diagnostics)
            : new([.. files, Checklist.Make(catalog, type, work.Case, (files, document, options))], masked, [.. diagnostics.Items]) { Type = type };
    }

    private ImmutableArray<GeneratedFile> Files(
        DocumentType type, Document document, (string Name, PublicationOptions Options) order, DiagnosticBag diagnostics)
    {
        var (name, options) = order;
        return
        [
            pages.Make(document, name, new(OutputFormats.Pdf), diagnostics),
            GeneratedFile.From($"{name}.docx", output => type.Word.Value.Write(document, new(), output)),
            GeneratedFile.FromText($"{name}.html", HtmlWriter.Write(document)),
            GeneratedFile.FromText($"{name}-公众号.html", HtmlWriter.WriteArticle(document)),
            GeneratedFile.FromText($"{name}-报刊.txt", ColumnText.Of(document, options.ColumnWidth).Text),
            GeneratedFile.FromText($"{name}-App.json", AppNotice.Write(document)),
        ];
    }

    /// <summary>The document without what leads back to the case: no fields behind the text, no hashes, no id.</summary>
    private static Document Anonymous(Document document, string audience) => document with
    {
        Info = document.Info with { CaseId = "", Audience = audience, Stamp = GenerationStamp.None },
        Blocks = [.. document.Blocks.Select(WithoutOrigins.Of)],
    };

    // Names that the document must show are no leak; everything else of the case is searched for.
    private static DataObject Searched(DataObject data, ImmutableHashSet<string> shown) => (DataObject)Without(data, shown)!;

    private static DataNode? Without(DataNode node, ImmutableHashSet<string> shown) => node switch
    {
        DataText text => shown.Contains(text.Value) ? null : text,
        DataObject value => value with
        {
            Members = [.. from member in value.Members let kept = Without(member.Value, shown) where kept is not null select member with { Value = kept }],
        },
        DataList list => list with { Items = [.. list.Items.Select(item => Without(item, shown)).OfType<DataNode>()] },
        _ => node,
    };

    /// <summary>A publication in the making.</summary>
    private sealed record Work(DocumentType Type, CaseInput Case, PublicationOptions Options, ImmutableArray<DataObject> Cases)
    {
        /// <summary>Paragraphs that people wrote, masked.</summary>
        public ImmutableArray<Paragraph> ByHand { get; init; } = [];
    }

    private sealed record MaskedCopy(GenerationResult Result, MaskedCase Masked);
}

/// <param name="Policy">How the case is masked, and for whom.</param>
/// <param name="ColumnWidth">Characters a line of the newspaper's column.</param>
/// <param name="Salt">Secret bytes of this run, for the fingerprints of a scan.</param>
public sealed record PublicationOptions(RedactionPolicy Policy, int ColumnWidth, ReadOnlyMemory<byte> Salt);

/// <summary>What came of a publication.</summary>
/// <param name="Files">All of them, and the checklist; none where something stood in the way.</param>
/// <param name="Masked">The masked case with the pseudonyms; null where nothing was made.</param>
/// <param name="Diagnostics">Each once.</param>
public sealed record PublicationResult(ImmutableArray<GeneratedFile> Files, MaskedCase? Masked, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool IsPublished => Masked is not null;

    /// <summary>What was published; null where nothing was.</summary>
    public DocumentType? Type { get; init; }

    internal static PublicationResult Refused(DiagnosticBag diagnostics) => new([], null, [.. diagnostics.Items.Distinct()]);
}
