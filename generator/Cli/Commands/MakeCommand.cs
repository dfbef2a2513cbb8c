using System.CommandLine;
using PiiDocs.Cli.Commands.Registers;
using PiiDocs.Cli.Reports;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;

namespace PiiDocs.Cli.Commands;

/// <summary><c>make CASE… [--type ID]… [--format docx,pdf] [-o DIR] [--draft] [--validate] [--json]</c></summary>
internal static class MakeCommand
{
    private static readonly Argument<FileInfo[]> Cases = new("CASE")
    {
        Description = "案件文件（.yaml 或 .json） / case files",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string[]> Types = new("--type", "-t")
    {
        Description = "文书类型，可多次给出；默认为案件所列全部 / document types; all the case bears by default",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string[]> Formats = FormatOption.Create();

    private static readonly Option<DirectoryInfo> Output = new("--output", "-o")
    {
        Description = "输出文件夹 / output folder",
        DefaultValueFactory = _ => new("out"),
    };

    private static readonly Option<bool> Draft = new("--draft")
    {
        Description = "缺少的事实显示为【待补：…】 / show missing facts as placeholders",
    };

    public static Command Create(Desk desk)
    {
        var command = new Command("make", "生成文书 / make documents") { Cases, Types, Formats, Output, Draft, PageOptions.Archive, PageOptions.StrictFonts, PageOptions.Png, PageOptions.Validate, StoreOption.Store, StoreOption.By, GlobalOptions.Json };
        command.SetAction((parse, cancellation) => Task.FromResult(Run(desk, parse, cancellation)));
        return command;
    }

    private static int Run(Desk desk, ParseResult parse, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        var files = new List<MadeFile>();
        if (Workbench.Open(desk, parse, diagnostics) is { } workbench)
        {
            var options = PageOptions.Read(parse, FormatOption.Read(parse.GetValue(Formats)), parse.GetValue(Draft));
            var maker = new DocumentMaker(workbench, options) { Numbers = options.IsDraft ? null : StoreOption.Numbers(parse, workbench, diagnostics) };
            var types = parse.GetValue(Types) ?? [];
            var folder = parse.GetValue(Output)!.FullName;
            Progress.Over(desk, parse.GetValue(Cases)!, path => path.Name, path =>
                files.AddRange(maker.Make(Workbench.Shown(path.FullName), types, folder, cancellation)));
            diagnostics.AddRange(maker.Diagnostics);
        }

        return MakeReport.Print(desk, parse, files, diagnostics);
    }
}
