using System.Collections.Concurrent;
using PiiDocs.EndToEnd;

namespace PiiDocs.Pane;

/// <summary>Documents made from the sample cases, each once.</summary>
public sealed class Samples : Workplace
{
    private readonly ConcurrentDictionary<(string Case, string Type), byte[]> _made = new();

    internal byte[] Document(string sample, string type) =>
        _made.GetOrAdd((sample, type), key => Documents.Make(key.Case, key.Type, Path.Combine(Folder, $"{key.Case}-{key.Type}")));
}
