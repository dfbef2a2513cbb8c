namespace PiiDocs.Generation;

/// <summary>A Word file that comes back.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Path">Its name, for messages.</param>
public sealed record ReturnedFile(byte[] Content, string Path);
