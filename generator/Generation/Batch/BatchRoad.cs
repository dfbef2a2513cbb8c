using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Typesetting;

namespace PiiDocs.Generation.Batch;

/// <summary>The way of one case through a batch: read, remembered or checked, made, written, noted.</summary>
public sealed class BatchRoad(DocumentGenerator generator, TemplateCatalog catalog, BatchRecipe recipe)
{
    /// <summary>Thread-safe.</summary>
    /// <exception cref="IOException">The output folder cannot be written.</exception>
    public BatchOutcome Make(BatchItem item, BatchOptions options, IBatchJournal journal)
    {
        var found = new DiagnosticBag();
        if (item.Read(found) is not { } input)
        {
            return Failed(item, found, []);
        }

        var types = TypesOf(input, options, found);
        var hash = recipe.HashOf(types, input, item.Id);
        if (!found.HasErrors && journal.Find(hash) is { } receipt && (receipt.Places.Length == 0 || receipt.Places == item.Places))
        {
            var pages = options.Making.KeepsPages ? PagesOf(types, input, options.Making) : [];
            return new(item, BatchState.Kept, receipt.Files, receipt.Findings) { Pages = pages };
        }

        input.Check(catalog, found);
        if (found.HasErrors && !options.Making.IsDraft)
        {
            return Failed(item, found, []);
        }

        return Write(new(item, input, types, hash), options, journal, found);
    }

    private BatchOutcome Write(CaseOrder order, BatchOptions options, IBatchJournal journal, DiagnosticBag found)
    {
        var files = new List<GeneratedFile>();
        var pages = ImmutableArray.CreateBuilder<PagedDocument>();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var type in order.Types)
        {
            var result = generator.Generate(type, order.Input, options.Making, CancellationToken.None);
            found.AddRange(result.Diagnostics);
            files.AddRange(result.Files.Select(file => file with { Name = BatchNames.For(file.Name, order.Item.Id, taken) }));
            if (result.Pages is { } own)
            {
                pages.Add(own);
            }
        }

        OutputFolder.Write(options.Folder, files);
        ImmutableArray<BatchFile> written = [.. files.Select(file => new BatchFile(file.Name, file.Hash, file.Content.Length, file.Pages))];
        if (found.HasErrors)
        {
            return Failed(order.Item, found, written) with { Pages = pages.ToImmutable() };
        }

        var findings = Distinct(found);
        journal.Add(new(order.Hash, findings.Any(each => each.Place is not null) ? order.Item.Places : "", written, findings));
        return new(order.Item, BatchState.Made, written, findings) { Pages = pages.ToImmutable() };
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
    private ImmutableArray<PagedDocument> PagesOf(ImmutableArray<DocumentType> types, CaseInput input, GenerationOptions options) =>
        [.. types.Select(type => generator.Generate(type, input, options with { Formats = OutputFormats.None }, CancellationToken.None).Pages).OfType<PagedDocument>()];

    private static BatchOutcome Failed(BatchItem item, DiagnosticBag found, ImmutableArray<BatchFile> files) =>
        new(item, BatchState.Failed, files, Distinct(found));

    private static ImmutableArray<BatchFinding> Distinct(DiagnosticBag found) =>
        [.. found.Items.DistinctBy(each => (each.Code, each.Location, each.Field, each.Message)).Select(BatchFinding.Of)];

    private sealed record CaseOrder(BatchItem Item, CaseInput Input, ImmutableArray<DocumentType> Types, string Hash);
}
