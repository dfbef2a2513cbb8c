using System.CommandLine;
using PiiDocs.Cli.Commands;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;

namespace PiiDocs.Cli.Reports;

/// <summary>What <c>check</c> tells: findings, then one line that sums up.</summary>
internal static class CheckReport
{
    public static int Print(Desk desk, ParseResult parse, DiagnosticBag diagnostics)
    {
        var language = GlobalOptions.LanguageOf(parse);
        if (parse.GetValue(CheckCommand.Sarif))
        {
            desk.Out.WriteLine(SarifReport.Write(diagnostics.Items, language));
        }
        else if (parse.GetValue(GlobalOptions.Json))
        {
            desk.Out.WriteLine(JsonReport.Write([], diagnostics.Items, language));
        }
        else
        {
            desk.Show(diagnostics.Items, language);
            desk.Note(Summary(diagnostics).In(language));
        }

        return diagnostics.HasErrors ? ExitCode.Errors : ExitCode.Fine;
    }

    private static Message Summary(DiagnosticBag diagnostics)
    {
        var errors = diagnostics.Items.Count(each => each.Severity == Severity.Error);
        var warnings = diagnostics.Items.Count(each => each.Severity == Severity.Warning);
        return errors + warnings == 0
            ? new("检查通过，没有问题。", "checked: nothing found.")
            : new($"检查完毕：错误 {errors} 个，警告 {warnings} 个。", $"checked: {errors} errors, {warnings} warnings.");
    }
}
