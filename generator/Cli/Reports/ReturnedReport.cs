using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using PiiDocs.Cli.Commands;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Documents.RoundTrip;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Reports;

/// <summary>What <c>read</c> or <c>refresh</c> came to.</summary>
/// <param name="Document">The file that came back.</param>
/// <param name="Findings">What a person should look at in it.</param>
internal sealed record ReturnedOutcome(ReturnedSummary Document, ImmutableArray<DocumentFinding> Findings)
{
    /// <summary>What was found, one entry each, for a person.</summary>
    public IEnumerable<Message> Entries { get; init; } = [];

    /// <summary>The last line; null where nothing could be compared.</summary>
    public Message? Summary { get; init; }

    /// <summary>The same for a program.</summary>
    public Action<Utf8JsonWriter>? WriteMembers { get; init; }

    /// <summary>The file that was written; null where none was.</summary>
    public string? Written { get; init; }

    /// <summary>Something is left that no program may decide: a filing must not go out so by a script.</summary>
    public bool IsLeftToDo { get; init; }

    /// <summary>Where nothing could be compared: the lists that a program looks for are empty.</summary>
    public static ReturnedOutcome Nothing(params string[] lists) => new(ReturnedSummary.Unknown, [])
    {
        WriteMembers = json =>
        {
            foreach (var list in lists)
            {
                json.WriteStartArray(list);
                json.WriteEndArray();
            }
        },
    };
}

/// <summary>Tells about an edited document: what was found in it, then what a person should look at.</summary>
internal static class ReturnedReport
{
    public static int Print(Desk desk, ParseResult parse, ReturnedOutcome outcome, DiagnosticBag diagnostics)
    {
        var language = GlobalOptions.LanguageOf(parse);
        if (parse.GetValue(GlobalOptions.Json))
        {
            desk.Out.WriteLine(JsonReport.Write(json => WriteJson(json, outcome, diagnostics, language)));
        }
        else
        {
            foreach (var entry in outcome.Entries)
            {
                desk.Out.Write(entry.In(language));
            }

            desk.Show(diagnostics.Items, language);
            Quote(desk, outcome.Findings);
            if (outcome.Summary is { } summary)
            {
                desk.Note(summary.In(language));
            }
        }

        return diagnostics.HasErrors || outcome.IsLeftToDo ? ExitCode.Errors : ExitCode.Fine;
    }

    /// <summary>A text of several lines, as it stands in an entry.</summary>
    public static string Lines(string? text) => text?.Replace("\n", "\n    ", StringComparison.Ordinal) ?? "—";

    // The sentences to look at. They are for the person at the terminal; diagnostics name fields and never texts.
    private static void Quote(Desk desk, IEnumerable<DocumentFinding> findings)
    {
        foreach (var finding in findings.Where(each => each.Text is { Length: > 0 } || each.Fix is { Length: > 0 }))
        {
            var line = finding.Diagnostic.Location?.Start.Line ?? 0;
            desk.Out.WriteLine($"  {finding.Diagnostic.Code} ¶{line}  {OneLine(finding.Text)}{(finding.Fix is null ? "" : $" → {OneLine(finding.Fix)}")}");
        }
    }

    private static void WriteJson(Utf8JsonWriter json, ReturnedOutcome outcome, DiagnosticBag diagnostics, Language language)
    {
        json.WriteStartObject("document");
        json.WriteString("type", outcome.Document.TypeId);
        json.WriteString("case", outcome.Document.CaseId);
        json.WriteString("templateVersion", outcome.Document.Stamp.TemplateVersion);
        json.WriteString("caseHash", outcome.Document.Stamp.CaseHash);
        json.WriteBoolean("isOurs", outcome.Document.IsOurs);
        json.WriteEndObject();
        outcome.WriteMembers?.Invoke(json);
        WriteFindings(json, outcome.Findings, language);
        json.WriteString("written", outcome.Written);
        JsonReport.WriteDiagnostics(json, diagnostics.Items, language);
    }

    private static void WriteFindings(Utf8JsonWriter json, IEnumerable<DocumentFinding> findings, Language language)
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
