using System.CommandLine;
using System.Text.Json;
using PiiDocs.Cli.Commands;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Documents.RoundTrip;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Reports;

/// <summary>What <c>refresh</c> came to.</summary>
/// <param name="Result">The comparison; null where there was none.</param>
/// <param name="LabelOf">The Chinese label of a field.</param>
internal sealed record RefreshOutcome(RefreshResult? Result, Func<FieldPath, string?> LabelOf)
{
    public static readonly RefreshOutcome Nothing = new(null, _ => null);

    /// <summary>The document that was written; null where none was.</summary>
    public string? Written { get; init; }

    public int Count(ControlState state) => Result?.Controls.Count(each => each.State == state) ?? 0;
}

/// <summary>What <c>refresh</c> tells: every control that is not as the case has it, then what is left for a person.</summary>
internal static class RefreshReport
{
    /// <returns>1 also where something is left that no program may decide: a filing must not go out so by a script.</returns>
    public static int Print(Desk desk, ParseResult parse, RefreshOutcome outcome, DiagnosticBag diagnostics)
    {
        var language = GlobalOptions.LanguageOf(parse);
        if (parse.GetValue(GlobalOptions.Json))
        {
            desk.Out.WriteLine(JsonReport.Write(json => WriteJson(json, outcome, diagnostics, language)));
        }
        else
        {
            foreach (var control in (outcome.Result?.Controls ?? []).Where(each => each.State is not (ControlState.Same or ControlState.New)))
            {
                desk.Out.Write(Entry(control, outcome.LabelOf(control.Field), language));
            }

            desk.Show(diagnostics.Items, language);
            ReturnedFindings.Quote(desk, outcome.Result?.Findings ?? []);
            if (outcome.Result is { HasErrors: false })
            {
                desk.Note(Summary(outcome).In(language));
            }
        }

        return diagnostics.HasErrors || IsLeftToDo(outcome) ? ExitCode.Errors : ExitCode.Fine;
    }

    private static bool IsLeftToDo(RefreshOutcome outcome) =>
        outcome.Result?.Findings.Any(each => each.Kind == FindingKind.Stale) == true || outcome.Count(ControlState.Conflict) > 0;

    private static string Entry(ControlComparison control, string? label, Language language) =>
        $"{WordFor(control.State).In(language)} {label ?? control.Field.Value} [{control.Tag}]\n"
        + $"  {new Message("文书", "document").In(language)}: {Lines(control.InDocument)}\n"
        + $"  {new Message("案件", "case").In(language)}: {Lines(control.InCase)}\n";

    private static string Lines(string? text) => text?.Replace("\n", "\n    ", StringComparison.Ordinal) ?? "—";

    private static Message WordFor(ControlState state) => state switch
    {
        ControlState.Update => new("更新", "update"),
        ControlState.Edited => new("文书已改", "edited"),
        ControlState.Conflict => new("冲突", "conflict"),
        ControlState.Gone => new("缺失", "gone"),
        ControlState.New => new("新增", "new"),
        _ => new("相同", "same"),
    };

    private static Message Summary(RefreshOutcome outcome)
    {
        var (updates, edited) = (outcome.Count(ControlState.Update), outcome.Count(ControlState.Edited));
        var (conflicts, same) = (outcome.Count(ControlState.Conflict), outcome.Count(ControlState.Same));
        var written = outcome.Written is { } path ? new Message($"已写入 {path}。", $"written to {path}.") : new("未写文件。", "nothing written.");
        return new(
            $"更新 {updates} 处，文书已改 {edited} 处，冲突 {conflicts} 处，相同 {same} 处；{written.Chinese}",
            $"{updates} updates, {edited} edited, {conflicts} conflicts, {same} same; {written.English}");
    }

    private static void WriteJson(Utf8JsonWriter json, RefreshOutcome outcome, DiagnosticBag diagnostics, Language language)
    {
        ReturnedFindings.WriteDocument(json, outcome.Result?.Document ?? ReturnedSummary.Unknown);
        json.WriteStartArray("controls");
        foreach (var control in outcome.Result?.Controls ?? [])
        {
            json.WriteStartObject();
            json.WriteString("tag", control.Tag);
            json.WriteNumber("occurrence", control.Occurrence);
            json.WriteString("field", control.Field.Value);
            json.WriteString("label", outcome.LabelOf(control.Field));
            json.WriteBoolean("derived", control.IsDerived);
            json.WriteNumber("paragraph", control.Paragraph);
            json.WriteString("state", control.State.ToString().ToLowerInvariant());
            json.WriteString("generated", control.Generated);
            json.WriteString("document", control.InDocument);
            json.WriteString("current", control.InCase);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ReturnedFindings.Write(json, outcome.Result?.Findings ?? [], language);
        json.WriteString("written", outcome.Written);
        JsonReport.WriteDiagnostics(json, diagnostics.Items, language);
    }
}
