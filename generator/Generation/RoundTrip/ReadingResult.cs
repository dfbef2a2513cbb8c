using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Documents.RoundTrip;
using PiiDocs.Word.RoundTrip;

namespace PiiDocs.Generation;

/// <summary>What an edited file says of itself.</summary>
/// <param name="TypeId">The document type; empty where it does not say.</param>
/// <param name="CaseId">The case it was made from; empty where it does not say.</param>
/// <param name="Stamp">What made it.</param>
/// <param name="IsOurs">The program made it.</param>
public sealed record ReturnedSummary(string TypeId, string CaseId, GenerationStamp Stamp, bool IsOurs)
{
    /// <summary>Whom it is for; empty where it does not say, as of files made before it was recorded.</summary>
    public string Audience { get; init; } = "";

    /// <summary>A masked copy: nothing in it leads back to the fields of a case.</summary>
    public bool IsMaskedCopy => Audience is not ("" or DocumentInfo.Original);

    /// <summary>Of a file that cannot be read.</summary>
    public static readonly ReturnedSummary Unknown = new("", "", GenerationStamp.None, IsOurs: false);
}

/// <summary>What an edited file means for its case.</summary>
/// <param name="Document">What file it is.</param>
/// <param name="Findings">What a person should look at, in the order of the document by kind.</param>
/// <param name="Edits">Fields that were changed in it.</param>
/// <param name="Diagnostics">Why it could not be read, or only with reservations; findings are not repeated here.</param>
public sealed record ReadingResult(
    ReturnedSummary Document,
    ImmutableArray<DocumentFinding> Findings,
    ImmutableArray<FieldEdit> Edits,
    ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(each => each.Severity == Severity.Error);

    /// <summary>A masked copy, or a file that no case stands behind: personal information in it is looked for, and nothing else.</summary>
    public bool CanOnlyBeSearched { get; init; }
}

/// <summary>How a file is brought up to date.</summary>
public sealed record RefreshOptions
{
    /// <summary>False to compare only.</summary>
    public bool Apply { get; init; } = true;

    /// <summary>Who is to stand beside tracked changes, and when; null for changes that are simply made.</summary>
    public TrackedBy? Track { get; init; }
}

/// <summary>An edited file, compared with its case and brought up to date.</summary>
/// <param name="Document">What file it is.</param>
/// <param name="Controls">Every control, compared three ways.</param>
/// <param name="Findings">What a refresh cannot do: conflicts, paragraphs that people edited, old text outside controls.</param>
/// <param name="Content">The file with the updates in it; null where only compared, or where there are errors.</param>
public sealed record RefreshResult(
    ReturnedSummary Document,
    ImmutableArray<ControlComparison> Controls,
    ImmutableArray<DocumentFinding> Findings,
    ReadOnlyMemory<byte>? Content)
{
    /// <summary>Every paragraph and row that the case would now have otherwise.</summary>
    public ImmutableArray<BlockChange> Blocks { get; init; } = [];

    /// <summary>Its custom XML part after the refresh, for a host that writes the controls of an open document by itself.</summary>
    public string? Part { get; init; }

    /// <summary>Why it could not be refreshed, or only with reservations; findings are not repeated here.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    public bool HasErrors => Diagnostics.Any(each => each.Severity == Severity.Error);
}
