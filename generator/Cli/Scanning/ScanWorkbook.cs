using PiiDocs.Privacy.Scanning;
using PiiDocs.Sheets;

namespace PiiDocs.Cli.Scanning;

/// <summary>The report of a scan as a workbook, to filter and to tick off; it shows no value.</summary>
internal static class ScanWorkbook
{
    private static readonly SheetLayout Files = new(
        "文件",
        [new("文件", 60), new("命中", 8), new("敏感个人信息", 14), new("低把握提示", 12), new("未能检查", 40), new("处理情况", 20)])
    {
        HasFilter = true,
        FrozenColumns = 1,
    };

    private static readonly SheetLayout Hits = new(
        "命中",
        [
            new("文件", 50), new("位置", 44), new("种类", 16), new("内容", 24), new("把握", 8), new("个保法第二十八条", 16), new("国标类别", 20),
            new("案件字段", 28), new("规则", 24), new("编号", 16) { Look = CellLook.Text },
        ])
    {
        HasFilter = true,
        FrozenColumns = 1,
    };

    public static byte[] Write(ScanRun run)
    {
        using var stream = new MemoryStream();
        using (var workbook = new WorkbookWriter(stream))
        {
            WriteFiles(workbook.Add(Files), run);
            WriteHits(workbook.Add(Hits), run);
        }

        return stream.ToArray();
    }

    private static void WriteFiles(SheetWriter sheet, ScanRun run)
    {
        foreach (var (path, result) in run.Results)
        {
            var blocking = result.Hits.Where(hit => hit.Confidence >= run.Threshold).ToList();
            sheet.Row(
                path,
                blocking.Count,
                blocking.Count(hit => hit.Kind.IsSensitive),
                result.Hits.Length - blocking.Count,
                string.Join("；", ScanErrors.Of(result with { Hits = [] }, run.Threshold).Select(each => each.Message.Chinese)));
        }
    }

    private static void WriteHits(SheetWriter sheet, ScanRun run)
    {
        foreach (var (path, result) in run.Results)
        {
            foreach (var hit in result.Hits)
            {
                sheet.Row(
                    path,
                    hit.Place.Text.Chinese,
                    hit.Kind.Label.Chinese,
                    hit.Masked,
                    ScanErrors.WordOf(hit.Confidence).Chinese,
                    hit.Kind.IsSensitive ? "敏感" : "一般",
                    hit.Kind.Category,
                    hit.Field?.Value,
                    hit.Rule,
                    hit.Fingerprint);
            }
        }
    }
}
