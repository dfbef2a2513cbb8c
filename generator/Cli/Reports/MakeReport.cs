using System.CommandLine;
using System.Globalization;
using Humanizer;
using PiiDocs.Cli.Commands;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;

namespace PiiDocs.Cli.Reports;

/// <summary>What <c>make</c> and <c>demo</c> tell at the end.</summary>
internal static class MakeReport
{
    private static readonly CultureInfo Chinese = new("zh-CN");
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(1);

    public static int Print(Desk desk, ParseResult parse, IReadOnlyList<MadeFile> files, DiagnosticBag diagnostics)
    {
        var language = GlobalOptions.LanguageOf(parse);
        if (parse.GetValue(PageOptions.Png))
        {
            _ = files.Where(file => file.File.Pages is not null).All(file => PagePictures.Draw(desk, file.Path));
        }

        if (parse.GetValue(GlobalOptions.Json))
        {
            desk.Out.WriteLine(JsonReport.Write(files, diagnostics.Items, language));
        }
        else
        {
            foreach (var file in files)
            {
                desk.Out.WriteLine(file.Path);
            }

            desk.Show(diagnostics.Items, language);
            desk.Note(Summary(files.Count, diagnostics, desk.Elapsed, language));
        }

        return diagnostics.HasErrors ? ExitCode.Errors : ExitCode.Fine;
    }

    // Only the text that is shown is made, and the time only where a person noticed it: Humanizer's tables take longer to load
    // than a document takes to make.
    private static string Summary(int files, DiagnosticBag diagnostics, TimeSpan elapsed, Language language)
    {
        var (errors, warnings) = DiagnosticCount.Of(diagnostics.Items);
        var isNoticeable = elapsed >= Noticeable;
        return language == Language.Chinese
            ? $"生成 {files} 个文件{(isNoticeable ? $"，用时 {elapsed.Humanize(culture: Chinese)}" : "")}；错误 {errors} 个，警告 {warnings} 个。"
            : $"{"file".ToQuantity(files)} made{(isNoticeable ? $" in {elapsed.Humanize()}" : "")}; {"error".ToQuantity(errors)}, {"warning".ToQuantity(warnings)}.";
    }
}
