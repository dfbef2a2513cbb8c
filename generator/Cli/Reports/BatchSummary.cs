using System.CommandLine;
using System.Globalization;
using Humanizer;
using PiiDocs.Cli.Commands;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Generation.Batch;

namespace PiiDocs.Cli.Reports;

/// <summary>What <c>batch</c> tells at the end; case by case it is in the report.</summary>
internal static class BatchSummary
{
    private static readonly CultureInfo Chinese = new("zh-CN");

    public static int Print(Desk desk, ParseResult parse, BatchResult result, DiagnosticBag diagnostics)
    {
        var language = GlobalOptions.LanguageOf(parse);
        var report = Workbench.Shown(Path.Combine(result.Folder, BatchReport.LinesName));
        if (parse.GetValue(GlobalOptions.Json))
        {
            desk.Out.WriteLine(Json(result, diagnostics, language));
        }
        else
        {
            desk.Show(diagnostics.Items, language);
            foreach (var finding in result.Shown)
            {
                desk.Note(Line(finding, language));
            }

            if (result.Done > 0)
            {
                desk.Out.WriteLine(report);
                if (result.Combined is { } combined)
                {
                    desk.Out.WriteLine(Workbench.Shown(combined));
                }
            }

            desk.Note(Summary(result, desk.Elapsed).In(language));
        }

        return result.IsCancelled ? ExitCode.Environment : diagnostics.HasErrors || result.Failed > 0 ? ExitCode.Errors : ExitCode.Fine;
    }

    /// <summary>As <see cref="DiagnosticText.Line"/> has it.</summary>
    private static string Line(BatchFinding finding, Language language)
    {
        var place = finding.Place is { } at
            ? $"{at.File}{(at.Sheet is null ? "" : $"[{at.Sheet}]")}({at.Line},{at.Column}): "
            : "";
        var field = finding.Field is null ? "" : $" [{finding.Field}]";
        var hint = finding.Hint is { } text ? (language == Language.Chinese ? "；" : "; ") + text.In(language) : "";
        return $"{place}{DiagnosticView.WordFor(finding.Severity)} {finding.Code}: {finding.Message.In(language)}{field}{hint}";
    }

    private static string Json(BatchResult result, DiagnosticBag diagnostics, Language language) => JsonReport.Write(json =>
    {
        json.WriteString("folder", Workbench.Shown(result.Folder));
        json.WriteString("report", result.Done > 0 ? Workbench.Shown(Path.Combine(result.Folder, BatchReport.LinesName)) : null);
        json.WriteNumber("cases", result.Done);
        json.WriteNumber("made", result.Made);
        json.WriteNumber("kept", result.Kept);
        json.WriteNumber("failed", result.Failed);
        json.WriteNumber("fileCount", result.Files);
        json.WriteBoolean("cancelled", result.IsCancelled);
        if (result.Combined is { } combined)
        {
            json.WriteString("combined", Workbench.Shown(combined));
            json.WriteNumber("combinedPages", result.CombinedPages);
        }

        JsonReport.WriteDiagnostics(json, diagnostics.Items, language);
    });

    private static Message Summary(BatchResult result, TimeSpan elapsed) => result.IsCancelled
        ? new(
            $"已停止：完成 {result.Done} 个案件；再次运行同一命令即接着做。",
            $"stopped after {"case".ToQuantity(result.Done)}; run the same command again to go on.")
        : new(
            $"{result.Done} 个案件：新制作 {result.Made}，已有 {result.Kept}，未制作 {result.Failed}；文件 {result.Files} 个；用时 {elapsed.Humanize(culture: Chinese)}。",
            $"{"case".ToQuantity(result.Done)}: {result.Made} made, {result.Kept} kept, {result.Failed} failed; {"file".ToQuantity(result.Files)}; {elapsed.Humanize()}.");
}
