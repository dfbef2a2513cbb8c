namespace PiiDocs.Generation;

/// <summary>How documents are made.</summary>
/// <param name="Formats">Which files are written.</param>
/// <param name="IsDraft">
/// Missing facts are shown as 【待补：…】 with a warning, instead of stopping the document.
/// </param>
public sealed record GenerationOptions(OutputFormats Formats, bool IsDraft = false);
