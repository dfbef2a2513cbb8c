using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PiiDocs.Cli.Reports;
using PiiDocs.Core;

namespace PiiDocs.Cli.Commands.Registers;

/// <summary>Rows of a register as JSON, and the hashes that registers hold.</summary>
internal static class RegisterJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary><c>{"NAME": […]}</c></summary>
    public static string Write<T>(string name, IReadOnlyList<T> rows) => JsonReport.Write(json =>
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, rows, Options);
    });

    /// <summary>SHA-256 of a file, lower-case hex.</summary>
    public static string HashOf(FileInfo file)
    {
        using var content = file.OpenRead();
        return ContentHash.Of(content);
    }
}
