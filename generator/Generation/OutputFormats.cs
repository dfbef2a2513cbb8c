namespace PiiDocs.Generation;

/// <summary>The forms a document is written in.</summary>
[Flags]
public enum OutputFormats
{
    None = 0,
    Docx = 1,
    Pdf = 2,

    /// <summary>The text form a lawyer reads in a diff.</summary>
    Text = 4,

    /// <summary>One page that needs nothing beside it, for a screen, a phone, a screen reader.</summary>
    Html = 8,
}
