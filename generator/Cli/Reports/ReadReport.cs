using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PiiDocs.Cli.Commands;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Reports;

/// <summary>What <c>read</c> came to.</summary>
/// <param name="Result">What was read; null where nothing could be.</param>
/// <param name="LabelOf">The Chinese label of a field.</param>
internal sealed record ReadOutcome(ReadingResult? Result, Func<FieldPath, string?> LabelOf)
{
    public static readonly ReadOutcome Nothing = new(null, _ => null);

    /// <summary>The case file that was written; null where none was.</summary>
    public string? Written { get; init; }
}

/// <summary>What <c>read</c> tells: the edits, then what a person should look at.</summary>
internal static class ReadReport
{
    public static int Print(Desk desk, ParseResult parse, ReadOutcome outcome, DiagnosticBag diagnostics)
    {
        var language = GlobalOptions.LanguageOf(parse);
        if (parse.GetValue(GlobalOptions.Json))
        {
            desk.Out.WriteLine(JsonReport.Write(json => WriteJson(json, outcome, diagnostics, language)));
        }
        else
        {
            foreach (var edit in outcome.Result?.Edits ?? [])
            {
                desk.Out.Write(Entry(edit, outcome.LabelOf(edit.Field), language));
            }

            desk.Show(diagnostics.Items, language);
            ReturnedFindings.Quote(desk, outcome.Result?.Findings ?? []);
            if (outcome.Result is { HasErrors: false })
            {
                desk.Note(Summary(outcome).In(language));
            }
        }

        return diagnostics.HasErrors ? ExitCode.Errors : ExitCode.Fine;
    }

    private static string Entry(FieldEdit edit, string? label, Language language)
    {
        var conflict = edit.IsConflict ? new Message("（案件也已修改，待人工取舍）", " (the case has changed too)").In(language) : "";
        var places = string.Create(CultureInfo.InvariantCulture, $"×{edit.Count}");
        return $"{label ?? edit.Field.Value} [{edit.Field}] {places}{conflict}\n  - {Lines(edit.Before)}\n  + {Lines(edit.After)}\n";
    }

    private static string Lines(string text) => text.Replace("\n", "\n    ", StringComparison.Ordinal);

    private static Message Summary(ReadOutcome outcome)
    {
        var count = outcome.Result?.Edits.Length ?? 0;
        return outcome.Written is { } path
            ? new($"改动 {count} 处，已写入 {path}。", $"{count} fields edited; written to {path}.")
            : new($"改动 {count} 处，未写回案件。", $"{count} fields edited; the case is as it was.");
    }

    private static void WriteJson(Utf8JsonWriter json, ReadOutcome outcome, DiagnosticBag diagnostics, Language language)
    {
        ReturnedFindings.WriteDocument(json, outcome.Result?.Document ?? ReturnedSummary.Unknown);
        json.WriteStartArray("edits");
        foreach (var edit in outcome.Result?.Edits ?? [])
        {
            json.WriteStartObject();
            json.WriteString("field", edit.Field.Value);
            json.WriteString("label", outcome.LabelOf(edit.Field));
            json.WriteString("before", edit.Before);
            json.WriteString("after", edit.After);
            json.WriteString("tag", edit.Tag);
            json.WriteNumber("occurrence", edit.Occurrence);
            json.WriteNumber("count", edit.Count);
            json.WriteBoolean("conflict", edit.IsConflict);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ReturnedFindings.Write(json, outcome.Result?.Findings ?? [], language);
        json.WriteString("written", outcome.Written);
        JsonReport.WriteDiagnostics(json, diagnostics.Items, language);
    }
}
