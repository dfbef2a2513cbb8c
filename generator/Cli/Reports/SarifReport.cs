using PiiDocs.Core;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Reports;

/// <summary>Diagnostics as SARIF 2.1.0, for editors and CI.</summary>
internal static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public static string Write(IReadOnlyList<CheckedDocument> documents, Language language) =>
        JsonReport.Write(json =>
        {
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, documents.SelectMany(document => document.Diagnostics), language);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var document in documents)
            {
                foreach (var diagnostic in document.Diagnostics)
                {
                    WriteResult(json, diagnostic, document, language);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
        });

    private static void WriteTool(System.Text.Json.Utf8JsonWriter json, IEnumerable<Diagnostic> diagnostics, Language language)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "PiiDocs");
        json.WriteStartArray("rules");
        foreach (var code in diagnostics.Select(each => each.Code).Distinct().Order(StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("id", code);
            if (ErrorReference.Find(code) is { } explanation)
            {
                json.WriteStartObject("fullDescription");
                json.WriteString("text", explanation.In(language));
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(System.Text.Json.Utf8JsonWriter json, Diagnostic diagnostic, CheckedDocument document, Language language)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Code);
        json.WriteString("level", diagnostic.Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "note",
        });
        var hint = diagnostic.Hint is { } text ? $" {text.In(language)}" : "";
        json.WriteStartObject("message");
        json.WriteString("text", diagnostic.Message.In(language) + hint);
        json.WriteEndObject();
        if (diagnostic.Location is { } location)
        {
            WriteLocation(json, location);
        }

        WriteProperties(json, diagnostic, document, language);
        json.WriteEndObject();
    }

    private static void WriteProperties(System.Text.Json.Utf8JsonWriter json, Diagnostic diagnostic, CheckedDocument document, Language language)
    {
        json.WriteStartObject("properties");
        json.WriteString("case", document.Case);
        json.WriteString("type", document.TypeId);
        json.WriteString("title", document.Title.In(language));
        if (diagnostic.Field is { } field)
        {
            json.WriteString("field", field.Value);
        }

        if (diagnostic.Basis is { } basis)
        {
            json.WriteString("rule", basis.Rule);
            json.WriteString("basis", basis.Provisions);
            json.WriteString("requires", basis.Requirement);
        }

        if (diagnostic.Sentence is { } sentence)
        {
            json.WriteString("sentence", sentence.ToString());
        }

        json.WriteEndObject();
    }

    private static void WriteLocation(System.Text.Json.Utf8JsonWriter json, SourceLocation location)
    {
        var (start, end) = (location.Start, location.End);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri.EscapeDataString(location.Source.Path).Replace("%2F", "/", StringComparison.Ordinal));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", start.Line);
        json.WriteNumber("startColumn", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
