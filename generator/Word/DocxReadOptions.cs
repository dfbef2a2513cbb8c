using PiiDocs.Core;

namespace PiiDocs.Word;

/// <summary>How an edited .docx is read.</summary>
public sealed record DocxReadOptions
{
    public static readonly DocxReadOptions Default = new();

    /// <summary>Tracked changes: true (the default) reads the text as if all were accepted, false as if all were rejected.</summary>
    public bool AcceptChanges { get; init; } = true;

    /// <summary>How much of a file is taken in.</summary>
    public DocxLimits Limits { get; init; } = DocxLimits.Default;
}

/// <summary>How large a file from outside may be; what is larger is refused with a diagnostic before it costs memory.</summary>
public sealed record DocxLimits
{
    public static readonly DocxLimits Default = new();

    /// <summary>The most bytes of the file itself; 64 MB by default.</summary>
    public int LargestFile { get; init; } = 64 * 1024 * 1024;

    /// <summary>The most a single part may unpack to; 64 MB by default, thousands of pages.</summary>
    public int LargestPart { get; init; } = 64 * 1024 * 1024;

    /// <summary>The most all parts that are read may unpack to; 128 MB by default.</summary>
    public int LargestTotal { get; init; } = 128 * 1024 * 1024;

    /// <summary>The most parts; 10 000 by default.</summary>
    public int MostParts { get; init; } = 10_000;

    /// <summary>How deep elements may nest; 200 by default, a table in a table in a table and more.</summary>
    public int DeepestElement { get; init; } = 200;

    /// <summary>Whether a file of this size is taken in; reports it where not.</summary>
    public bool Admits(long size, string path, DiagnosticBag diagnostics)
    {
        if (size <= LargestFile)
        {
            return true;
        }

        diagnostics.Add(WordErrors.FileTooLarge(new(new(path, ""), default), LargestFile));
        return false;
    }
}
