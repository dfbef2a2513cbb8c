namespace PiiDocs.Documents.RoundTrip;

public enum TextChangeKind
{
    /// <summary>Text outside controls was changed or added in the document.</summary>
    Edited,

    /// <summary>A paragraph was deleted from the document.</summary>
    Deleted,

    /// <summary>The case would now word the paragraph otherwise.</summary>
    Reworded,

    /// <summary>The case would now have one more paragraph after this one.</summary>
    Missing,

    /// <summary>The case would no longer have the paragraph.</summary>
    Obsolete,
}

/// <summary>A paragraph whose skeleton is not as it was.</summary>
/// <param name="Kind">Who changed what.</param>
/// <param name="Paragraph">Its number in the document, from 1; of a missing or deleted one, that of the paragraph before it.</param>
/// <param name="Text">The sentence that tells: as the document has it, or as the case would write it where it has none.</param>
public sealed record TextChange(TextChangeKind Kind, int Paragraph, string Text);
