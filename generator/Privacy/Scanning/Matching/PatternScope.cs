namespace PiiDocs.Privacy.Scanning.Matching;

/// <summary>What rows of digits mean in a text.</summary>
internal enum PatternScope
{
    /// <summary>Nothing: the format wrote them. Identifiers alone are searched.</summary>
    None,

    /// <summary>A number that stands in one piece is one; a list of small numbers is not.</summary>
    Whole,

    /// <summary>A number may also be cut by blanks and marks: a person wrote it.</summary>
    Cut,
}
