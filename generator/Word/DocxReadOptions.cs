namespace PiiDocs.Word;

/// <summary>How an edited .docx is read.</summary>
public sealed record DocxReadOptions
{
    public static readonly DocxReadOptions Default = new();

    /// <summary>Tracked changes: true (the default) reads the text as if all were accepted, false as if all were rejected.</summary>
    public bool AcceptChanges { get; init; } = true;

    /// <summary>The most a single part may unpack to; 64 MB by default, thousands of pages.</summary>
    public int LargestPart { get; init; } = 64 * 1024 * 1024;
}
