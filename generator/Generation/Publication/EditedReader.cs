using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Law;
using PiiDocs.Word;

namespace PiiDocs.Generation.Publication;

/// <summary>Ties a Word file that people edited to its case, and checks it as a filing.</summary>
internal sealed class EditedReader(DocumentGenerator generator, TemplateCatalog catalog)
{
    /// <summary>Null, with diagnostics, where the file is no document of the case, is not finished, or is no right filing.</summary>
    public EditedDocument? Read(EditedSource source, CaseInput input, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        if (ReadFile(source, diagnostics) is not { } document || TypeOf(document, source, input, diagnostics) is not { } type)
        {
            return null;
        }

        var made = generator.Generate(type, input, new(OutputFormats.None, IsDraft: true), cancellation).Document;
        var edits = Edits(document, input, made, diagnostics);
        if (diagnostics.HasErrors || Revise(input, edits, diagnostics) is not { } revised)
        {
            return null;
        }

        var fresh = generator.Generate(type, revised, new(OutputFormats.None), cancellation);
        diagnostics.AddRange(fresh.Diagnostics);
        CheckText(document, type, revised, diagnostics);
        return diagnostics.HasErrors || fresh.Document is null ? null : new(document, type, revised, fresh.Document);
    }

    private Document? ReadFile(EditedSource source, DiagnosticBag diagnostics)
    {
        var (content, path) = (source.File.Content, source.File.Path);
        var found = new DiagnosticBag();
        if (ReviewMarks.Find(new MemoryStream(content), path, DocxLimits.Default, found) is { } marks)
        {
            Notice(marks, source, diagnostics);
        }

        var options = new DocxReadOptions { AcceptChanges = source.AcceptChanges ?? true };
        var document = WordFile.Read(new WordInput(path, new MemoryStream(content)), catalog, options, diagnostics);
        return diagnostics.HasErrors ? null : document;
    }

    private static void Notice(ReviewMarks marks, EditedSource source, DiagnosticBag diagnostics)
    {
        if (!marks.Changes.IsEmpty && source.AcceptChanges is null)
        {
            diagnostics.Add(PublicationErrors.Undecided(marks.Changes[0], marks.Changes.Length));
        }

        if (marks.Comments > 0)
        {
            diagnostics.Add(PublicationErrors.CommentsLeftOut(source.Place, marks.Comments));
        }
    }

    private DocumentType? TypeOf(Document document, EditedSource source, CaseInput input, DiagnosticBag diagnostics)
    {
        var (typeId, caseId) = (document.Info.TypeId, document.Info.CaseId);
        if (typeId.Length == 0)
        {
            diagnostics.Add(RoundTripErrors.NotOurs(source.Place));
            return null;
        }

        if (caseId.Length > 0 && caseId != input.Id)
        {
            diagnostics.Add(RoundTripErrors.AnotherCase(source.Place, FieldPath.Root.Member("id")));
            return null;
        }

        if (source.TypeId is { } asked && asked != typeId)
        {
            diagnostics.Add(PublicationErrors.AnotherType(source.Place, asked, typeId));
            return null;
        }

        return catalog.Find(typeId, diagnostics, source.Place);
    }

    /// <summary>Fields whose text in the document is not what the case says: what was edited, and what the case has changed since.</summary>
    private static ImmutableArray<FieldEdit> Edits(Document document, CaseInput input, Document? made, DiagnosticBag diagnostics)
    {
        var asMade = made is null ? [] : Values(made).Select(value => (value.Field, value.Text)).ToHashSet();
        var edits = ImmutableArray.CreateBuilder<FieldEdit>();
        foreach (var same in Values(document).GroupBy(value => value.Field))
        {
            var texts = same.DistinctBy(value => value.Text).ToList();
            var changed = texts.FindAll(value => !asMade.Contains((value.Field, value.Text)) && value.Text != ValueIn(input, value.Field));
            if (changed.Count > 0 && texts.Count > 1)
            {
                diagnostics.Add(PublicationErrors.TwoTexts(changed[0].Place, same.Key));
            }

            edits.AddRange(changed.Take(1).Select(value =>
                new FieldEdit(value.Field, ValueIn(input, value.Field) ?? "", value.Text) { Tag = ControlTag.Of(value.Field) }));
        }

        return edits.ToImmutable();
    }

    private static IEnumerable<(FieldPath Field, string Text, SourceLocation Place)> Values(Document document) =>
        from paragraph in Paragraphs.Of(document.Blocks)
        from piece in InlineText.Pieces(paragraph.Inlines)
        where piece.Origin.Verbatim
        select (piece.Origin.Fields[0], InlineText.Of(piece.Inlines), paragraph.Origin.Template ?? default);

    private static string? ValueIn(CaseInput input, FieldPath field) => CaseNodes.TextOf(input.Data.At(field));

    // The words that stand in the document are what is published, so they are what must be masked.
    private CaseInput? Revise(CaseInput input, ImmutableArray<FieldEdit> edits, DiagnosticBag diagnostics)
    {
        if (edits.IsEmpty)
        {
            return input;
        }

        var revision = CaseRevision.Of(input, edits, catalog, diagnostics);
        var source = input.Data.Location?.Source;
        return revision is null || source is null || diagnostics.HasErrors
            ? null
            : CaseInput.Read(new(source.Path, revision.Text), catalog, diagnostics);
    }

    private void CheckText(Document document, DocumentType type, CaseInput input, DiagnosticBag diagnostics)
    {
        var text = DocumentPrinter.Print(document);
        var found = new DiagnosticBag();
        found.AddRange(ElementCheck.Problems(type, text, document.Info.Date, new(CaseView.For(type.Id, input.Data))));
        LegalChecks.RunOverText(catalog.Law, input.Data, (type.Id, text), found);
        found.AddRange(
            from paragraph in Paragraphs.Of(document.Blocks)
            where MissingFact.IsIn(InlineText.Of(paragraph.Inlines))
            select RoundTripErrors.StillMissing(paragraph.Origin.Template ?? default) with { Severity = Severity.Error });
        diagnostics.AddOnce(found.Items);
    }
}

/// <summary>A Word file that is to be published.</summary>
/// <param name="File">The file.</param>
/// <param name="TypeId">The type it must be; null for whatever it says it is.</param>
public sealed record EditedSource(ReturnedFile File, string? TypeId)
{
    /// <summary>Whether its tracked changes are part of the text; null where nobody said, and then it may have none.</summary>
    public bool? AcceptChanges { get; init; }

    internal SourceLocation Place => new(new(File.Path, ""), default);
}

/// <summary>A Word file that people edited, and its case.</summary>
/// <param name="Document">What it says.</param>
/// <param name="Type">What it is.</param>
/// <param name="Case">The case with the values that stand in the file.</param>
/// <param name="Fresh">What that case would say of itself.</param>
internal sealed record EditedDocument(Document Document, DocumentType Type, CaseInput Case, Document Fresh);
