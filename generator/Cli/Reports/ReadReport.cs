using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Reports;

/// <summary>What <c>read</c> tells: the edits.</summary>
internal static class ReadReport
{
    /// <param name="result">What was read.</param>
    /// <param name="labelOf">The Chinese label of a field.</param>
    /// <param name="written">The case file that was written; null where none was.</param>
    public static ReturnedOutcome Of(ReadingResult result, Func<FieldPath, string?> labelOf, string? written) =>
        new(result.Document, result.Findings)
        {
            Entries = result.Edits.Select(edit => Entry(edit, labelOf(edit.Field))),
            Summary = result.HasErrors ? null : Summary(result.Edits.Length, written),
            WriteMembers = json => WriteEdits(json, result.Edits, labelOf),
            Written = written,
        };

    private static Message Entry(FieldEdit edit, string? label)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"{label ?? edit.Field.Value} [{edit.Field}] ×{edit.Count}");
        var texts = $"\n  - {ReturnedReport.Lines(edit.Before)}\n  + {ReturnedReport.Lines(edit.After)}\n";
        return edit.IsConflict
            ? new($"{head}（案件也已修改，待人工取舍）{texts}", $"{head} (the case has changed too){texts}")
            : new(head + texts, head + texts);
    }

    private static Message Summary(int count, string? written) =>
        written is null
            ? new($"改动 {count} 处，未写回案件。", $"{count} fields edited; the case is as it was.")
            : new($"改动 {count} 处，已写入 {written}。", $"{count} fields edited; written to {written}.");

    private static void WriteEdits(Utf8JsonWriter json, ImmutableArray<FieldEdit> edits, Func<FieldPath, string?> labelOf)
    {
        json.WriteStartArray("edits");
        foreach (var edit in edits)
        {
            json.WriteStartObject();
            json.WriteString("field", edit.Field.Value);
            json.WriteString("label", labelOf(edit.Field));
            json.WriteString("before", edit.Before);
            json.WriteString("after", edit.After);
            json.WriteString("tag", edit.Tag);
            json.WriteNumber("occurrence", edit.Occurrence);
            json.WriteNumber("count", edit.Count);
            json.WriteBoolean("conflict", edit.IsConflict);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
