using System.CommandLine;
using PiiDocs.Cli.Commands;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Reports;

/// <summary>What <c>check</c> tells: findings by document, each with its sentence and its law, then one line that sums up.</summary>
internal static class CheckReport
{
    public static int Print(Desk desk, ParseResult parse, IReadOnlyList<CheckedDocument> documents)
    {
        var language = GlobalOptions.LanguageOf(parse);
        var all = documents.SelectMany(document => document.Diagnostics).ToList();
        if (parse.GetValue(CheckCommand.Sarif))
        {
            desk.Out.WriteLine(SarifReport.Write(documents, language));
        }
        else if (parse.GetValue(GlobalOptions.Json))
        {
            desk.Out.WriteLine(JsonReport.WriteChecked(documents, language));
        }
        else
        {
            foreach (var document in documents.Where(document => document.Diagnostics.Length > 0))
            {
                Print(desk, document, language);
            }

            desk.Note(Summary(documents, DiagnosticCount.Of(all)).In(language));
        }

        return all.Exists(each => each.Severity == Severity.Error) ? ExitCode.Errors : ExitCode.Fine;
    }

    private static void Print(Desk desk, CheckedDocument document, Language language)
    {
        var place = string.Join(' ', new[] { document.Case, document.TypeId }.Where(part => part.Length > 0));
        desk.Note($"■ {document.Title.In(language)}{(place.Length > 0 ? $"（{place}）" : "")}");
        foreach (var diagnostic in document.Diagnostics)
        {
            if (desk.IsTerminal)
            {
                desk.Show([diagnostic], language);
                continue;
            }

            desk.Note(DiagnosticText.Head(diagnostic, language));
            foreach (var detail in DiagnosticText.Details(diagnostic, language))
            {
                desk.Note($"    {detail}");
            }
        }

        desk.Note("");
    }

    private static Message Summary(IReadOnlyList<CheckedDocument> documents, DiagnosticCount count)
    {
        var made = documents.Count(document => document.TypeId.Length > 0);
        var cases = Cases(documents);
        return count.IsNone
            ? new($"{cases.Chinese}检查文书 {made} 份：通过，没有问题。", $"{cases.English}{made} documents checked: nothing found.")
            : new(
                $"{cases.Chinese}检查文书 {made} 份：错误 {count.Errors} 个，警告 {count.Warnings} 个；各代码的说明用 piidocs explain 查看。",
                $"{cases.English}{made} documents checked: {count.Errors} errors, {count.Warnings} warnings; `piidocs explain CODE` says more.");
    }

    // Of one case the rest says it.
    private static Message Cases(IReadOnlyList<CheckedDocument> documents)
    {
        var cases = documents.Where(document => document.Case.Length > 0).ToLookup(document => document.Case, StringComparer.Ordinal);
        var wrong = cases.Count(each => each.Any(document => document.Diagnostics.Any(found => found.Severity == Severity.Error)));
        return cases.Count < 2
            ? new("", "")
            : new($"案件 {cases.Count} 个，有错误的 {wrong} 个；", $"{cases.Count} cases, {wrong} of them with errors; ");
    }
}
