using System.Text.Json;
using PiiDocs.Core;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Reports;

/// <summary>Diagnostics as SARIF 2.1.0, for editors and CI.</summary>
internal static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public static string Write(IReadOnlyList<CheckedDocument> documents, Language language)
    {
        var rules = documents.SelectMany(document => document.Diagnostics).Select(each => each.Code).Distinct().Order(StringComparer.Ordinal).ToList();
        return JsonReport.Write(json =>
        {
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, rules, language);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var document in documents)
            {
                foreach (var diagnostic in document.Diagnostics)
                {
                    WriteResult(json, (diagnostic, rules.IndexOf(diagnostic.Code)), document, language);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
        });
    }

    private static void WriteTool(Utf8JsonWriter json, IEnumerable<string> rules, Language language)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "PiiDocs");
        json.WriteStartArray("rules");
        foreach (var code in rules)
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

    private static void WriteResult(Utf8JsonWriter json, (Diagnostic Diagnostic, int Rule) result, CheckedDocument document, Language language)
    {
        var diagnostic = result.Diagnostic;
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Code);
        json.WriteNumber("ruleIndex", result.Rule);
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

    private static void WriteProperties(Utf8JsonWriter json, Diagnostic diagnostic, CheckedDocument document, Language language)
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

    private static void WriteLocation(Utf8JsonWriter json, SourceLocation location)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(location.Source.Path));
        json.WriteEndObject();
        if (location.Source.Text.Length > 0)
        {
            WriteRegion(json, location.Start, location.End);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    // Of a scanned file only the name is known here: a location without region means the whole of it (SARIF 2.1.0, 3.29.4).
    private static void WriteRegion(Utf8JsonWriter json, LinePosition start, LinePosition end)
    {
        json.WriteStartObject("region");
        json.WriteNumber("startLine", start.Line);
        json.WriteNumber("startColumn", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
        json.WriteEndObject();
    }

    /// <summary>An absolute URI, or a reference relative to where the program runs (SARIF 2.1.0, 3.4.3).</summary>
    private static string UriOf(string path) =>
        Path.IsPathFullyQualified(path)
            ? new Uri(path).AbsoluteUri
            : string.Join('/', path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Select(Uri.EscapeDataString));
}
