using System.IO.Compression;
using PiiDocs.Core;

namespace PiiDocs.Word;

/// <summary>How a .docx is written.</summary>
public sealed record DocxOptions
{
    public static readonly DocxOptions Default = new();

    /// <summary>The Chinese label of a field, shown on its content control; by default the field's own name.</summary>
    public Func<FieldPath, string?>? LabelOf { get; init; }

    /// <summary>How hard to compress; <see cref="CompressionLevel.Fastest"/> by default, about a tenth larger.</summary>
    public CompressionLevel Compression { get; init; } = CompressionLevel.Fastest;
}
