using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Documents.RoundTrip;

/// <summary>How a control stands between the file it was made as, the file as it is, and the case as it is.</summary>
public enum ControlState
{
    /// <summary>The document shows what the case says.</summary>
    Same,

    /// <summary>Nobody touched it and the case has changed: a refresh writes the new text.</summary>
    Update,

    /// <summary>Changed in the document; the case is as it was.</summary>
    Edited,

    /// <summary>Changed in the document and in the case, or nobody can tell: a person decides.</summary>
    Conflict,

    /// <summary>On one side only: deleted from the document, or no longer written from the case.</summary>
    Gone,

    /// <summary>The case now shows something that the document was made without.</summary>
    New,
}

/// <summary>One control, compared three ways.</summary>
/// <param name="Field">The field; of derived text, the first it was made from.</param>
/// <param name="Tag">The control's tag.</param>
/// <param name="Occurrence">Which of the controls of this tag, from 0.</param>
/// <param name="State">What is to be done about it.</param>
/// <param name="Generated">The text it was made with; only a hash is kept, so null where no other side still shows it.</param>
/// <param name="InDocument">The text it shows; null where it is not there.</param>
/// <param name="InCase">The text the case gives it; null where the case gives none.</param>
public sealed record ControlComparison(
    FieldPath Field,
    string Tag,
    int Occurrence,
    ControlState State,
    string? Generated,
    string? InDocument,
    string? InCase)
{
    /// <summary>Everything it was made from.</summary>
    public ImmutableArray<FieldPath> Fields { get; init; } = [Field];

    /// <summary>Made from fields, and not the value of one.</summary>
    public bool IsDerived { get; init; }

    /// <summary>The number of its paragraph from 1; 0 where it stands in none of the body.</summary>
    public int Paragraph { get; init; }
}
