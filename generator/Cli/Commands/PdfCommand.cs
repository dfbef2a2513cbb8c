using System.CommandLine;
using PiiDocs.Cli.Reports;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Word;

namespace PiiDocs.Cli.Commands;

/// <summary><c>pdf FILE.docx… [-o DIR] [--changes accept|refuse]</c>: pages of documents that people edited in Word.</summary>
internal static class PdfCommand
{
    private static readonly Argument<FileInfo[]> Files = new("FILE")
    {
        Description = "Word 文件（.docx） / Word files",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<DirectoryInfo?> Output = new("--output", "-o")
    {
        Description = "输出文件夹；默认与 Word 文件同处 / output folder; beside the Word file by default",
    };

    private static readonly Option<string> Changes = new("--changes")
    {
        Description = "修订：accept 接受或 refuse 拒绝 / tracked changes",
        DefaultValueFactory = _ => "accept",
    };

    public static Command Create(Desk desk)
    {
        Changes.AcceptOnlyFromAmong("accept", "refuse");
        var command = new Command("pdf", "把编辑过的 Word 文书排成 PDF / set edited Word documents as PDF")
        {
            Files, Output, Changes, PageOptions.Archive, PageOptions.StrictFonts, PageOptions.Png, GlobalOptions.Json,
        };
        command.SetAction(parse => Run(desk, parse));
        return command;
    }

    private static int Run(Desk desk, ParseResult parse)
    {
        var diagnostics = new DiagnosticBag();
        var made = new List<MadeFile>();
        if (Workbench.Open(desk, parse, diagnostics) is { } workbench)
        {
            foreach (var file in parse.GetValue(Files)!)
            {
                var found = new DiagnosticBag();
                made.AddRange(Make(workbench, parse, file, found));
                diagnostics.AddRange(found.Items);
            }
        }

        return MakeReport.Print(desk, parse, made, diagnostics);
    }

    private static IEnumerable<MadeFile> Make(Workbench workbench, ParseResult parse, FileInfo file, DiagnosticBag diagnostics)
    {
        var reading = new DocxReadOptions { AcceptChanges = parse.GetValue(Changes) == "accept" };
        if (WordFile.Read(Workbench.Shown(file.FullName), workbench.Catalog, reading, diagnostics) is not { } document || diagnostics.HasErrors)
        {
            return [];
        }

        var pages = workbench.Pages.Make(
            document, Path.GetFileNameWithoutExtension(file.Name), PageOptions.Read(parse, OutputFormats.Pdf), diagnostics);
        if (diagnostics.HasErrors)
        {
            return [];
        }

        var path = OutputFolder.Write(parse.GetValue(Output)?.FullName ?? file.DirectoryName!, [pages])[0];
        return [new(Workbench.Shown(path), document.Info.CaseId, document.Info.TypeId, pages)];
    }
}
