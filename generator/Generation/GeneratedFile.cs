using System.Collections.Immutable;
using PiiDocs.Core;
using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Generation;

/// <summary>A finished file, still in memory.</summary>
/// <param name="Name">File name with extension, safe on every system.</param>
/// <param name="Content">The bytes.</param>
/// <param name="Pages">How many pages it has; null where that is not known (.docx).</param>
public sealed record GeneratedFile(string Name, ReadOnlyMemory<byte> Content, int? Pages = null)
{
    /// <summary>The faces it is set in, with their files; none where the reader's own fonts are used (.docx).</summary>
    public ImmutableArray<UsedFace> Fonts { get; init; } = [];

    /// <summary>Lower-case hex SHA-256 of the content.</summary>
    public string Hash => ContentHash.Of(Content.Span);

    public static GeneratedFile FromText(string name, string text) => new(name, System.Text.Encoding.UTF8.GetBytes(text));

    internal static GeneratedFile From(string name, Action<Stream> write)
    {
        using var stream = new MemoryStream(32 * 1024);
        write(stream);
        return new(name, stream.GetBuffer().AsMemory(0, (int)stream.Length));
    }
}
