using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PiiDocs.EndToEnd.Pages;

/// <summary>The objects of a PDF file as qpdf reads them; ours is not asked.</summary>
internal sealed partial class PdfObjects
{
    private readonly Dictionary<string, JsonElement> _objects;

    private PdfObjects(Dictionary<string, JsonElement> objects) => _objects = objects;

    public JsonElement Trailer => Value(_objects["trailer"]);

    public JsonElement Catalog => Get(Trailer, "/Root")!.Value;

    public IEnumerable<JsonElement> All => _objects.Values.Select(Value);

    public IEnumerable<(string Id, JsonElement Page)> Pages =>
        from each in _objects
        let value = Value(each.Value)
        where Is(value, "/Type", "/Page")
        select (each.Key["obj:".Length..], value);

    public static PdfObjects Read(string path)
    {
        var read = CommandLine.Run("qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=all", path);
        Assert.True(read.Code == 0, read.Error);
        var objects = JsonDocument.Parse(read.Out).RootElement.GetProperty("qpdf")[1];
        return new(objects.EnumerateObject().ToDictionary(each => each.Name, each => each.Value, StringComparer.Ordinal));
    }

    /// <summary>A member of a dictionary, references followed; null where there is none.</summary>
    public JsonElement? Get(JsonElement dictionary, string key) =>
        dictionary.ValueKind == JsonValueKind.Object && dictionary.TryGetProperty(key, out var value) ? Follow(value) : null;

    public JsonElement Follow(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && _objects.TryGetValue($"obj:{value.GetString()}", out var target) ? Value(target) : value;

    public bool Is(JsonElement dictionary, string key, string value) =>
        Get(dictionary, key) is { ValueKind: JsonValueKind.String } found && found.GetString() == value;

    /// <summary>The unpacked bytes of the stream a dictionary's member leads to.</summary>
    public byte[] Stream(JsonElement dictionary, string key)
    {
        var stream = _objects[$"obj:{dictionary.GetProperty(key).GetString()}"].GetProperty("stream");
        return stream.GetProperty("data").GetBytesFromBase64();
    }

    /// <summary>The tokens of a page's content.</summary>
    public IEnumerable<string> Content(JsonElement page) =>
        Tokens().Matches(Encoding.Latin1.GetString(Stream(page, "/Contents"))).Select(match => match.Value);

    /// <summary>A text as qpdf shows it, without its mark.</summary>
    public static string Text(JsonElement value) => value.GetString()![2..];

    private static JsonElement Value(JsonElement entry) =>
        entry.TryGetProperty("stream", out var stream) ? stream.GetProperty("dict") : entry.GetProperty("value");

    [GeneratedRegex(@"\((?:\\.|[^\\)])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|/[^\s/<>\[\]()]+|[^\s/<>\[\]()]+", RegexOptions.Singleline)]
    private static partial Regex Tokens();
}
