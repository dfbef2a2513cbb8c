using PiiDocs.Core;
using PiiDocs.Privacy.Scanning;
using PiiDocs.Sheets;

namespace PiiDocs.Cli.Scanning;

/// <summary>The report of a scan as a workbook, to filter and to tick off; it shows no value.</summary>
internal static class ScanWorkbook
{
    public static byte[] Write(ScanRun run, Language language)
    {
        using var stream = new MemoryStream();
        using (var workbook = new WorkbookWriter(stream))
        {
            WriteFiles(workbook.Add(Files(language)), run, language);
            WriteHits(workbook.Add(Hits(language)), run, language);
        }

        return stream.ToArray();
    }

    private static SheetLayout Files(Language language)
    {
        return new(
            In("文件", "Files"),
            [
                new(In("文件", "File"), 60), new(In("命中", "Hits"), 8), new(In("敏感个人信息", "Sensitive"), 14), new(In("低把握提示", "Low confidence"), 14),
                new(In("未能检查", "Not read"), 40), new(In("处理情况", "Done about it"), 20),
            ])
        {
            HasFilter = true,
            FrozenColumns = 1,
        };

        string In(string chinese, string english) => new Message(chinese, english).In(language);
    }

    private static SheetLayout Hits(Language language)
    {
        return new(
            In("命中", "Hits"),
            [
                new(In("文件", "File"), 50), new(In("位置", "Place"), 44), new(In("种类", "Kind"), 16), new(In("内容", "Content"), 24),
                new(In("把握", "Confidence"), 10), new(In("个保法第二十八条", "PIPL Article 28"), 16), new(In("国标类别", "Category of the standard"), 24),
                new(In("案件字段", "Field of the case"), 28), new(In("规则", "Rule"), 24), new(In("编号", "Mark"), 16) { Look = CellLook.Text },
            ])
        {
            HasFilter = true,
            FrozenColumns = 1,
        };

        string In(string chinese, string english) => new Message(chinese, english).In(language);
    }

    private static void WriteFiles(SheetWriter sheet, ScanRun run, Language language)
    {
        foreach (var (path, result) in run.Results)
        {
            var blocking = result.Hits.Where(hit => hit.Confidence >= run.Threshold).ToList();
            sheet.Row(
                path,
                blocking.Count,
                blocking.Count(hit => hit.Kind.IsSensitive),
                result.Hits.Length - blocking.Count,
                string.Join(language == Language.Chinese ? "；" : "; ", ScanErrors.Of(result with { Hits = [] }, run.Threshold).Select(each => each.Message.In(language))));
        }
    }

    private static void WriteHits(SheetWriter sheet, ScanRun run, Language language)
    {
        foreach (var (path, result) in run.Results)
        {
            foreach (var hit in result.Hits)
            {
                sheet.Row(
                    path,
                    hit.Place.Text.In(language),
                    hit.Kind.Label.In(language),
                    hit.Masked,
                    ScanErrors.WordOf(hit.Confidence).In(language),
                    ScanReport.ClassOf(hit.Kind).In(language),
                    hit.Kind.Category,
                    hit.Field?.Value,
                    hit.Rule,
                    hit.Fingerprint);
            }
        }
    }
}
