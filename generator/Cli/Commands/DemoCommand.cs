using System.CommandLine;
using PiiDocs.Cli.Reports;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;

namespace PiiDocs.Cli.Commands;

/// <summary><c>demo [-o DIR]</c>: every document of every sample case, its Word files held against the Open XML schemas.</summary>
internal static class DemoCommand
{
    private static readonly Option<DirectoryInfo> Output = new("--output", "-o")
    {
        Description = "输出文件夹 / output folder",
        DefaultValueFactory = _ => new(Path.Combine("out", "demo")),
    };

    private static readonly Option<string[]> Formats = FormatOption.Create();

    public static Command Create(Desk desk)
    {
        var command = new Command("demo", "用样例案件生成全部文书 / make every document of the sample cases") { Output, Formats, PageOptions.Archive, PageOptions.StrictFonts, PageOptions.Png, GlobalOptions.Json };
        command.SetAction((parse, cancellation) => Task.FromResult(Run(desk, parse, cancellation)));
        return command;
    }

    private static int Run(Desk desk, ParseResult parse, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        var files = new List<MadeFile>();
        if (Workbench.Open(desk, parse, diagnostics) is { } workbench)
        {
            var maker = new DocumentMaker(workbench, PageOptions.Read(parse, FormatOption.Read(parse.GetValue(Formats) is { Length: > 0 } named ? named : ["docx", "pdf"])) with { ValidatesWord = true });
            var folder = parse.GetValue(Output)!.FullName;
            Progress.Over(desk, [.. SampleCases.Paths(workbench)], path => path, path =>
                files.AddRange(maker.Make(path, [], folder, cancellation)));
            diagnostics.AddRange(maker.Diagnostics);
        }

        return MakeReport.Print(desk, parse, files, diagnostics);
    }
}
