namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>A file, or a file inside a file.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Name">Its name, without the way to it.</param>
/// <param name="Container">The parts it lies in, from the outermost; empty for the file itself.</param>
/// <param name="Depth">0 for the file itself.</param>
internal sealed record ScannedFile(ReadOnlyMemory<byte> Content, string Name, string Container, int Depth)
{
    /// <summary>A part of a package, where bytes of no known kind are usual: printer settings, fonts.</summary>
    public bool IsPart { get; init; }

    public string Extension => Path.GetExtension(Name).ToLowerInvariant();

    /// <summary>How a part inside is called.</summary>
    public string PartName(string part) => Container.Length == 0 ? part : part.Length == 0 ? Container : $"{Container} › {part}";
}
