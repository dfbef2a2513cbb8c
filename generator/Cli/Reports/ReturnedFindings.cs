using System.Text.Json;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Documents.RoundTrip;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Reports;

/// <summary>What the reports on an edited document share.</summary>
internal static class ReturnedFindings
{
    /// <summary>The sentences to look at. They are for the person at the terminal; diagnostics name fields and never texts.</summary>
    public static void Quote(Desk desk, IEnumerable<DocumentFinding> findings)
    {
        foreach (var finding in findings.Where(each => each.Text is { Length: > 0 } || each.Fix is { Length: > 0 }))
        {
            var line = finding.Diagnostic.Location?.Start.Line ?? 0;
            desk.Out.WriteLine($"  {finding.Diagnostic.Code} ¶{line}  {OneLine(finding.Text)}{(finding.Fix is null ? "" : $" → {OneLine(finding.Fix)}")}");
        }
    }

    public static void WriteDocument(Utf8JsonWriter json, ReturnedSummary document)
    {
        json.WriteStartObject("document");
        json.WriteString("type", document.TypeId);
        json.WriteString("case", document.CaseId);
        json.WriteString("templateVersion", document.Stamp.TemplateVersion);
        json.WriteString("caseHash", document.Stamp.CaseHash);
        json.WriteBoolean("isOurs", document.IsOurs);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, IEnumerable<DocumentFinding> findings, Language language)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("kind", WordOf(finding.Kind));
            json.WriteString("code", finding.Diagnostic.Code);
            json.WriteString("severity", DiagnosticView.WordFor(finding.Diagnostic.Severity));
            json.WriteString("message", finding.Diagnostic.Message.In(language));
            json.WriteString("hint", finding.Diagnostic.Hint?.In(language));
            json.WriteString("field", finding.Diagnostic.Field?.Value);
            json.WriteNumber("paragraph", finding.Diagnostic.Location?.Start.Line ?? 0);
            json.WriteString("tag", finding.Tag);
            json.WriteNumber("occurrence", finding.Occurrence);
            json.WriteString("text", finding.Text);
            json.WriteString("fix", finding.Fix);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string WordOf(FindingKind kind) => kind.ToString().ToLowerInvariant();

    private static string OneLine(string? text) => (text ?? "").Replace('\n', '⏎');
}
