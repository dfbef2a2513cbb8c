namespace PiiDocs.Core.Identifiers;

/// <summary>What is wrong with an identifier, in the order it is looked for.</summary>
public enum IdentifierFault
{
    None,

    /// <summary>The wrong length, or characters that do not occur in such an identifier.</summary>
    Shape,

    /// <summary>The birth date inside it is no day of the calendar.</summary>
    BirthDate,

    /// <summary>A check digit is not the one the other characters give: a slip of the hand.</summary>
    CheckDigit,
}
