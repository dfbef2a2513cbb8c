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

    /// <summary>Looks for what identifies persons, in a file that is to be published; null for one that stays in the office.</summary>
    public PublicationGate? Gate { get; init; }

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
            return new(reading.Summary, [], [], [.. diagnostics.Items]);
        }

        var findings = new List<DocumentFinding>();
        var edits = new FieldEdits(comparison.Places, findings).Find(comparison.Controls);
        findings.AddRange(comparison.Stale());
        findings.AddRange(new ReturnedText(catalog, comparison).Check(file, Limits));
        findings.AddRange(Gate is null ? [] : new LeakedIdentifiers(Gate, comparison).In(file, cancellation));
        return new(reading.Summary, [.. findings], edits, [.. diagnostics.Items]);
    }

    /// <summary>Compares a file with its case, and puts what changed in the case into the controls that nobody edited.</summary>
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
        var refreshed = options.Apply ? comparison.Returned.Refresh(comparison.Controls, input.Hash, options.Track) : null;
        if (options.Apply && refreshed is null)
        {
            diagnostics.Add(RoundTripErrors.CannotWrite(new(new(file.Path, ""), default)));
        }

        return new(reading.Summary, comparison.Controls, [.. findings], refreshed is null ? default(ReadOnlyMemory<byte>?) : refreshed.Content)
        {
            Part = refreshed?.Part,
            Diagnostics = [.. diagnostics.Items],
        };
    }
}
