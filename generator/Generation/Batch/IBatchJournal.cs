using System.Collections.Immutable;

namespace PiiDocs.Generation.Batch;

/// <summary>Remembers what was made from which input, so that nothing is made twice.</summary>
public interface IBatchJournal
{
    /// <summary>What was made from that input; null where nothing was, or where its files are no longer as they were.</summary>
    BatchReceipt? Find(string inputHash);

    /// <summary>Remembers what was made; its files are in the folder by now.</summary>
    void Add(BatchReceipt receipt);
}

/// <summary>What was made from an input: one document of one case, in all its formats.</summary>
/// <param name="InputHash">Lower-case hex SHA-256 over everything that went into it.</param>
/// <param name="Places">Where its rows stood: findings name them, so with other places they are no longer true. Empty where none does.</param>
/// <param name="Files">In the output folder.</param>
/// <param name="Findings">Warnings; what has errors gets no receipt.</param>
public sealed record BatchReceipt(
    string InputHash,
    string Places,
    ImmutableArray<BatchFile> Files,
    ImmutableArray<BatchFinding> Findings);
