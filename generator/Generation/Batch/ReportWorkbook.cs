using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using PiiDocs.Core;
using PiiDocs.Sheets;

namespace PiiDocs.Generation.Batch;

/// <summary>The report as a workbook: a sheet of results, a sheet of findings. Made from the lines, twice over, so that neither is kept.</summary>
internal static class ReportWorkbook
{
    public static void Write(Stream lines, Language language, Stream output)
    {
        using var workbook = new WorkbookWriter(output);
        var results = workbook.Add(new(In(language, "结果", "Results"), Results(language)) { HasFilter = true });
        foreach (var line in Lines(lines))
        {
            using var json = JsonDocument.Parse(line);
            WriteResult(results, json.RootElement, language);
        }

        var findings = workbook.Add(new(In(language, "问题", "Findings"), Findings(language)) { HasFilter = true });
        foreach (var line in Lines(lines))
        {
            using var json = JsonDocument.Parse(line);
            foreach (var finding in json.RootElement.GetProperty("findings").EnumerateArray())
            {
                WriteFinding(findings, json.RootElement, finding, language);
            }
        }
    }

    private static ImmutableArray<SheetColumn> Results(Language language) =>
    [
        Number(language, "序号", "No."),
        Text(language, ("案件编号", "Case"), 16),
        Text(language, ("来源", "Source"), 24),
        Text(language, ("工作表", "Sheet"), 12),
        Number(language, "行", "Row"),
        Text(language, ("结果", "Result"), 8),
        Text(language, ("文件", "Files"), 56),
        Number(language, "页数", "Pages"),
        Text(language, ("SHA-256", "SHA-256"), 66),
        Number(language, "错误", "Errors"),
        Number(language, "警告", "Warnings"),
    ];

    private static ImmutableArray<SheetColumn> Findings(Language language) =>
    [
        Number(language, "序号", "No."),
        Text(language, ("案件编号", "Case"), 16),
        Text(language, ("文件", "File"), 24),
        Text(language, ("工作表", "Sheet"), 12),
        Number(language, "行", "Row"),
        Number(language, "列", "Column"),
        Text(language, ("字段", "Field"), 32),
        Text(language, ("级别", "Severity"), 8),
        Text(language, ("代码", "Code"), 9),
        Text(language, ("问题", "Finding"), 56),
        Text(language, ("处理", "What to do"), 48),
    ];

    private static void WriteResult(SheetWriter sheet, JsonElement line, Language language)
    {
        var files = line.GetProperty("files").EnumerateArray().ToList();
        var findings = line.GetProperty("findings").EnumerateArray().Select(each => each.GetProperty("severity").GetString()).ToList();
        var isMade = line.GetProperty("result").GetString() == "made";
        var pages = files.Select(file => file.GetProperty("pages")).Where(each => each.ValueKind == JsonValueKind.Number).Sum(each => each.GetInt32());
        sheet.Row(
            line.GetProperty("number").GetInt32(),
            TextOf(line, "id"),
            TextOf(line, "file"),
            TextOf(line, "sheet"),
            line.GetProperty("row").GetInt32(),
            isMade ? In(language, "已制作", "made") : In(language, "未制作", "failed"),
            string.Join('\n', files.Select(file => TextOf(file, "name"))),
            pages == 0 ? null : pages,
            string.Join('\n', files.Select(file => TextOf(file, "sha256"))),
            findings.Count(each => each == "error"),
            findings.Count(each => each == "warning"));
    }

    private static void WriteFinding(SheetWriter sheet, JsonElement line, JsonElement finding, Language language) =>
        sheet.Row(
            line.GetProperty("number").GetInt32(),
            TextOf(line, "id"),
            TextOf(finding, "file"),
            TextOf(finding, "sheet"),
            NumberOf(finding, "row"),
            NumberOf(finding, "column"),
            TextOf(finding, "field"),
            finding.GetProperty("severity").GetString() switch
            {
                "error" => In(language, "错误", "error"),
                "warning" => In(language, "警告", "warning"),
                _ => In(language, "提示", "info"),
            },
            TextOf(finding, "code"),
            TextOf(finding, "message"),
            TextOf(finding, "hint"));

    private static IEnumerable<string> Lines(Stream lines)
    {
        lines.Position = 0;
        using var reader = new StreamReader(lines, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static string? TextOf(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static int? NumberOf(JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    private static SheetColumn Text(Language language, (string Chinese, string English) header, double width) =>
        new(In(language, header.Chinese, header.English), width) { Look = CellLook.Text };

    private static SheetColumn Number(Language language, string chinese, string english) => new(In(language, chinese, english), 8);

    private static string In(Language language, string chinese, string english) => new Message(chinese, english).In(language);
}
