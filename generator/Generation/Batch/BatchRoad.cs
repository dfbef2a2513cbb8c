using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Generation.Numbering;
using PiiDocs.Typesetting;

namespace PiiDocs.Generation.Batch;

/// <summary>The way of one case through a batch: read, remembered or checked, numbered, made, written, noted.</summary>
/// <remarks>Each document of a case is remembered by itself: another type, or one that failed, does not make the others anew.</remarks>
public sealed class BatchRoad(DocumentGenerator generator, TemplateCatalog catalog, BatchRecipe recipe)
{
    /// <summary>Gives open numbers; null where they stay open.</summary>
    public BatchNumbers? Numbers { get; init; }

    /// <summary>Thread-safe.</summary>
    /// <exception cref="IOException">The output folder cannot be written.</exception>
    /// <exception cref="Registers.RegisterUnavailableException">The register cannot be used.</exception>
    public BatchOutcome Make(BatchItem item, BatchOptions options, IBatchJournal journal)
    {
        try
        {
            return MakeCase(item, options, journal);
        }
        finally
        {
            Numbers?.Pass(item);
        }
    }

    private BatchOutcome MakeCase(BatchItem item, BatchOptions options, IBatchJournal journal)
    {
        var found = new DiagnosticBag();
        if (item.Read(found) is not { } input)
        {
            return Failed(item, found);
        }

        var types = TypesOf(input, options, found);
        var order = new CaseOrder(item, input, Numbers?.Known(input) ?? input, options);
        var known = types.ToDictionary(type => type.Id, type => Remembered(type, order, journal), StringComparer.Ordinal);
        var missing = types.Where(type => known[type.Id] is null).Select(type => type.Id).ToList();
        if (found.HasErrors || missing.Count > 0)
        {
            input.Check(catalog, found);
            order = order with { Filled = Numbered(order, missing, found) };
            if (found.HasErrors && !options.Making.IsDraft)
            {
                return Failed(item, found);
            }
        }

        return Make(order, [.. types.Select(type => (type, known[type.Id]))], journal, found);
    }

    // A case with errors gets no number: it has no document that could bear it.
    private CaseInput Numbered(CaseOrder order, List<string> missing, DiagnosticBag found)
    {
        if (Numbers is null && !order.Options.Making.IsDraft)
        {
            found.AddRange(NumberAssignment.WithoutRegister(order.Read, missing));
        }

        if (Numbers is null || found.HasErrors || !NumberAssignment.HasOpen(order.Read, missing))
        {
            return order.Filled;
        }

        if (Numbers.Owns(order.Item, order.Read))
        {
            return Numbers.Give(order.Item, order.Read, missing, found);
        }

        found.Add(BatchErrors.DoubleCase(order.Item.Place));
        return order.Filled;
    }

    private BatchReceipt? Remembered(DocumentType type, CaseOrder order, IBatchJournal journal) =>
        journal.Find(recipe.HashOf(type, order.Filled, order.Item.Id)) is { } receipt && (receipt.Places.Length == 0 || receipt.Places == order.Item.Places)
            ? receipt
            : null;

    private BatchOutcome Make(CaseOrder order, ImmutableArray<(DocumentType Type, BatchReceipt? Receipt)> documents, IBatchJournal journal, DiagnosticBag found)
    {
        var taken = documents.SelectMany(each => each.Receipt?.Files ?? []).Select(file => file.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var files = ImmutableArray.CreateBuilder<BatchFile>();
        var pages = ImmutableArray.CreateBuilder<PagedDocument>();
        var findings = new List<BatchFinding>(BatchFindings.Of(found, order.Item));
        var hasErrors = found.HasErrors;
        foreach (var (type, receipt) in documents)
        {
            var made = receipt is null
                ? Make(order, type, (taken, found.Items), journal)
                : new(receipt.Files, receipt.Findings) { Pages = PagesOf(type, order) };
            files.AddRange(made.Files);
            findings.AddRange(made.Findings.Where(each => !findings.Contains(each)));
            hasErrors |= made.HasErrors;
            if (made.Pages is { } own)
            {
                pages.Add(own);
            }
        }

        var state = hasErrors ? BatchState.Failed : documents.All(each => each.Receipt is not null) ? BatchState.Kept : BatchState.Made;
        return new(order.Item, state, files.ToImmutable(), [.. findings]) { Pages = pages.ToImmutable() };
    }

    private MadeDocument Make(
        CaseOrder order, DocumentType type, (HashSet<string> Taken, IReadOnlyList<Diagnostic> OfCase) before, IBatchJournal journal)
    {
        var found = new DiagnosticBag();
        found.AddRange(before.OfCase);
        var result = generator.Generate(type, order.Filled, order.Options.Making, CancellationToken.None);
        found.AddRange(result.Diagnostics);
        var files = result.Files.Select(file => file with { Name = BatchNames.For(file.Name, order.Item.Id, before.Taken) }).ToList();
        OutputFolder.WriteBehind(order.Options.Folder, files);
        ImmutableArray<BatchFile> written = [.. files.Select(file => new BatchFile(file.Name, file.Hash, file.Content.Length, file.Pages))];
        if (!written.IsEmpty && !found.HasErrors)
        {
            Numbers?.Confirm(order.Filled, type, written[0].Hash, found);
        }

        var findings = BatchFindings.Of(found, order.Item);
        if (!found.HasErrors)
        {
            journal.Add(new(
                recipe.HashOf(type, order.Filled, order.Item.Id), findings.Any(each => each.Place is not null) ? order.Item.Places : "", written, findings));
        }

        return new(written, findings) { HasErrors = found.HasErrors, Pages = result.Pages };
    }

    private ImmutableArray<DocumentType> TypesOf(CaseInput input, BatchOptions options, DiagnosticBag found)
    {
        if (options.Types.Length > 0)
        {
            return options.Types;
        }

        var types = input.BorneDocuments.Select(member => catalog.Find(member.Name, found, member.NameLocation)).OfType<DocumentType>().ToImmutableArray();
        if (types.IsEmpty && !found.HasErrors)
        {
            found.Add(GenerationErrors.BearsNothing(input));
        }

        return types;
    }

    // Made in an earlier run; only the file that joins all pages needs them again.
    private PagedDocument? PagesOf(DocumentType type, CaseOrder order) => order.Options.Making.KeepsPages
        ? generator.Generate(type, order.Filled, order.Options.Making with { Formats = OutputFormats.None }, CancellationToken.None).Pages
        : null;

    private static BatchOutcome Failed(BatchItem item, DiagnosticBag found) => new(item, BatchState.Failed, [], BatchFindings.Of(found, item));

    /// <param name="Item">The case.</param>
    /// <param name="Read">As it was read.</param>
    /// <param name="Filled">With the numbers its documents have.</param>
    /// <param name="Options">How the batch is run.</param>
    private sealed record CaseOrder(BatchItem Item, CaseInput Read, CaseInput Filled, BatchOptions Options);

    private sealed record MadeDocument(ImmutableArray<BatchFile> Files, ImmutableArray<BatchFinding> Findings)
    {
        public bool HasErrors { get; init; }

        public PagedDocument? Pages { get; init; }
    }
}
