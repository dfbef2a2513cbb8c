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
            desk.Note(Summary(files, diagnostics, desk.Elapsed).In(language));
        }

        return diagnostics.HasErrors ? ExitCode.Errors : ExitCode.Fine;
    }

    private static Message Summary(IReadOnlyList<MadeFile> files, DiagnosticBag diagnostics, TimeSpan elapsed)
    {
        var errors = diagnostics.Items.Count(each => each.Severity == Severity.Error);
        var warnings = diagnostics.Items.Count(each => each.Severity == Severity.Warning);
        return new(
            $"生成 {files.Count} 个文件，用时 {elapsed.Humanize(culture: Chinese)}；错误 {errors} 个，警告 {warnings} 个。",
            $"{"file".ToQuantity(files.Count)} made in {elapsed.Humanize()}; {"error".ToQuantity(errors)}, {"warning".ToQuantity(warnings)}.");
    }
}
