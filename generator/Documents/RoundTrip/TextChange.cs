namespace PiiDocs.Documents.RoundTrip;

public enum TextChangeKind
{
    /// <summary>Text outside controls was changed or added in the document.</summary>
    Edited,

    /// <summary>A paragraph was deleted from the document.</summary>
    Deleted,
}

/// <summary>A paragraph whose skeleton is not as it was made.</summary>
/// <param name="Kind">What was done to it.</param>
/// <param name="Paragraph">Its number in the document, from 1; of a deleted one, that of the paragraph before it.</param>
/// <param name="Text">The sentence that tells: as the document has it, or as the case would write it where it has none.</param>
public sealed record TextChange(TextChangeKind Kind, int Paragraph, string Text);
