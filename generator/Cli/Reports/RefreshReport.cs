using System.Text.Json;
using PiiDocs.Core;
using PiiDocs.Documents.RoundTrip;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Reports;

/// <summary>What <c>refresh</c> tells: every control, paragraph and row that is not as the case has it.</summary>
internal static class RefreshReport
{
    /// <param name="result">The comparison.</param>
    /// <param name="labelOf">The Chinese label of a field.</param>
    /// <param name="written">The document that was written; null where none was.</param>
    public static ReturnedOutcome Of(RefreshResult result, Func<FieldPath, string?> labelOf, string? written) =>
        new(result.Document, result.Findings)
        {
            Entries = result.Controls.Where(each => each.State is not (ControlState.Same or ControlState.New))
                .Select(each => Entry(each, labelOf(each.Field)))
                .Concat(result.Blocks.Select(Entry)),
            Summary = result.HasErrors ? null : Summary(result, written),
            WriteMembers = json => WriteMembers(json, result, labelOf),
            Written = written,
            IsLeftToDo = result.Findings.Any(each => each.Kind == FindingKind.Stale) || Count(result, ControlState.Conflict) > 0,
        };

    private static Message Entry(ControlComparison control, string? label)
    {
        var (state, name) = (WordFor(control.State), $"{label ?? control.Field.Value} [{control.Tag}]");
        return Entry(new($"{state.Chinese} {name}", $"{state.English} {name}"), control.InDocument, control.InCase);
    }

    private static Message Entry(BlockChange block)
    {
        var kind = WordFor(block.Kind);
        var left = block.CanBeMade ? new Message("", "") : new("（此处改过或无法确定，待人工处理）", " (edited or not certain: left)");
        return Entry(new($"{kind.Chinese} ¶{block.Paragraph}{left.Chinese}", $"{kind.English} ¶{block.Paragraph}{left.English}"), block.Text, block.InCase);
    }

    private static Message Entry(Message head, string? inDocument, string? inCase)
    {
        var (document, now) = (ReturnedReport.Lines(inDocument), ReturnedReport.Lines(inCase));
        return new($"{head.Chinese}\n  文书: {document}\n  案件: {now}\n", $"{head.English}\n  document: {document}\n  case: {now}\n");
    }

    private static Message WordFor(ControlState state) => state switch
    {
        ControlState.Update => new("更新", "update"),
        ControlState.Edited => new("文书已改", "edited"),
        ControlState.Conflict => new("冲突", "conflict"),
        ControlState.Gone => new("缺失", "gone"),
        ControlState.New => new("新增", "new"),
        _ => new("相同", "same"),
    };

    private static Message WordFor(BlockChangeKind kind) => kind switch
    {
        BlockChangeKind.Insert => new("增加段落（行）", "insert after"),
        BlockChangeKind.Remove => new("删去段落（行）", "remove"),
        _ => new("改写段落（行）", "rewrite"),
    };

    private static int Count(RefreshResult result, ControlState state) => result.Controls.Count(each => each.State == state);

    private static Message Summary(RefreshResult result, string? path)
    {
        var (updates, edited) = (Count(result, ControlState.Update), Count(result, ControlState.Edited));
        var (conflicts, same) = (Count(result, ControlState.Conflict), Count(result, ControlState.Same));
        var (blocks, left) = (result.Blocks.Count(each => each.CanBeMade), result.Blocks.Count(each => !each.CanBeMade));
        var written = path is null ? new Message("未写文件。", "nothing written.") : new($"已写入 {path}。", $"written to {path}.");
        return new(
            $"更新 {updates} 处，文书已改 {edited} 处，冲突 {conflicts} 处，相同 {same} 处；增删改段落（行）{blocks} 处，待人工处理 {left} 处；{written.Chinese}",
            $"{updates} updates, {edited} edited, {conflicts} conflicts, {same} same; {blocks} paragraphs or rows changed, {left} left to a person; {written.English}");
    }

    private static void WriteMembers(Utf8JsonWriter json, RefreshResult result, Func<FieldPath, string?> labelOf)
    {
        json.WriteStartArray("controls");
        foreach (var control in result.Controls)
        {
            json.WriteStartObject();
            json.WriteString("tag", control.Tag);
            json.WriteNumber("occurrence", control.Occurrence);
            json.WriteString("field", control.Field.Value);
            json.WriteString("label", labelOf(control.Field));
            json.WriteBoolean("derived", control.IsDerived);
            json.WriteNumber("paragraph", control.Paragraph);
            json.WriteString("state", control.State.ToString().ToLowerInvariant());
            json.WriteString("generated", control.Generated);
            json.WriteString("document", control.InDocument);
            json.WriteString("current", control.InCase);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("blocks");
        foreach (var block in result.Blocks)
        {
            json.WriteStartObject();
            json.WriteString("kind", block.Kind.ToString().ToLowerInvariant());
            json.WriteNumber("paragraph", block.Paragraph);
            json.WriteBoolean("canBeMade", block.CanBeMade);
            json.WriteString("document", block.Text);
            json.WriteString("current", block.InCase);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
