using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Documents.RoundTrip;
using PiiDocs.Generation.Gate;
using PiiDocs.Word;

namespace PiiDocs.Generation;

/// <summary>Brings edited Word files home: what they mean for their case, and what the case has become since.</summary>
/// <remarks>
/// A file is compared three ways, control by control and paragraph by paragraph: as it was made (by the hashes in it), as it
/// is, and as the case would make it now. Thread-safe.
/// </remarks>
public sealed class RoundTrip(DocumentGenerator generator, TemplateCatalog catalog)
{
    /// <summary>How much of a file is taken in.</summary>
    public DocxLimits Limits { get; init; } = DocxLimits.Default;

    /// <summary>Secret bytes for the fingerprints of personal information; where there are none, it is not looked for.</summary>
    public ReadOnlyMemory<byte> Salt { get; init; }

    /// <summary>What was edited in a file, and what a person should look at in it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="input">The case it was made from.</param>
    /// <param name="cancellation">Stops the work.</param>
    public ReadingResult Read(ReturnedFile file, CaseInput input, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        var reading = CaseComparison.Read(file, Limits, diagnostics);
        if (reading.Compare(input, generator, catalog, cancellation) is not { } comparison)
        {
            // A masked copy, and a file of anybody's, can be searched all the same.
            var leaks = reading.Returned is { } returned
                ? LeaksWith(input, diagnostics)?.In(file, new(file.Path, returned.ParagraphCount), cancellation)
                : null;
            return new(reading.Summary, [.. leaks ?? []], [], [.. diagnostics.Items])
            {
                CanOnlyBeSearched = reading.Returned is { IsOurs: false } || reading.Summary.IsMaskedCopy,
            };
        }

        var findings = new List<DocumentFinding>();
        var edits = new FieldEdits(comparison.Places, findings).Find(comparison.Controls);
        findings.AddRange(comparison.Stale());
        findings.AddRange(new ReturnedText(catalog, comparison) { Edits = edits }.Check(file, Limits));
        findings.AddRange(LeaksWith(input, diagnostics)?.InFiling(file, comparison, cancellation) ?? []);
        return new(reading.Summary, [.. findings], edits, [.. diagnostics.Items]);
    }

    /// <summary>Compares a file with its case, and puts what changed in the case into the controls, paragraphs and rows that nobody edited.</summary>
    /// <param name="file">The file.</param>
    /// <param name="input">The case as it is now.</param>
    /// <param name="options">Whether to apply, and how.</param>
    /// <param name="cancellation">Stops the work.</param>
    public RefreshResult Refresh(ReturnedFile file, CaseInput input, RefreshOptions options, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        var reading = CaseComparison.Read(file, Limits, diagnostics);
        if (reading.Compare(input, generator, catalog, cancellation) is not { } comparison)
        {
            return new(reading.Summary, [], [], null) { Diagnostics = [.. diagnostics.Items] };
        }

        var findings = new List<DocumentFinding>();
        _ = new FieldEdits(comparison.Places, findings).Find(comparison.Controls);
        findings.AddRange(comparison.Stale().Where(each => !options.Apply || !each.IsMendedByRefresh));
        var refreshed = options.Apply
            ? comparison.Returned.Refresh(new(comparison.Controls, comparison.Fresh, input.Hash) { Blocks = comparison.Blocks, Track = options.Track })
            : null;
        if (options.Apply && refreshed is null)
        {
            diagnostics.Add(RoundTripErrors.CannotWrite(new(new(file.Path, ""), default)));
        }

        return new(reading.Summary, comparison.Controls, [.. findings], refreshed is null ? default(ReadOnlyMemory<byte>?) : refreshed.Content)
        {
            Blocks = [.. comparison.Blocks.Changes],
            Part = refreshed?.Part,
            Diagnostics = [.. diagnostics.Items],
        };
    }

    // Templates without rules for it can still be read and refreshed.
    private LeakedIdentifiers? LeaksWith(CaseInput input, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        var gate = Salt.IsEmpty ? null : PublicationGate.Open(catalog, [input.Data], Salt, found);
        diagnostics.AddRange(found.Items.Select(each => each with { Severity = Severity.Warning }));
        return gate is null ? null : new(gate, catalog.Schema.PersonalInformationOf);
    }
}
