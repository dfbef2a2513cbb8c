using System.CommandLine;
using System.Security.Cryptography;
using PiiDocs.Cases;
using PiiDocs.Cli.Scanning;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation.Gate;
using PiiDocs.Privacy.Scanning;

namespace PiiDocs.Cli.Commands;

/// <summary><c>scan FILE|FOLDER… [--case CASE]…</c>: finds personal information in finished files of any origin.</summary>
internal static class ScanCommand
{
    private static readonly Argument<string[]> Targets = new("FILE|FOLDER")
    {
        Description = "待检查的文件或文件夹 / files or folders to scan",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<FileInfo[]> Cases = new("--case", "-c")
    {
        Description = "案件文件；查找其中的姓名、号码、住址 / case files whose identifiers are searched",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<DirectoryInfo?> Report = new("--report")
    {
        Description = "写检查报告（HTML 和 xlsx）的文件夹；报告本身不含个人信息 / folder for the report",
    };

    private static readonly Option<string?> MinConfidence = new("--min-confidence")
    {
        Description = "达到此把握的命中使退出码为 1：low、medium、high（默认按 _redaction/detection.yaml） / threshold",
    };

    private static readonly Option<int> Workers = new("--workers")
    {
        Description = "同时检查几个文件 / files at a time",
        DefaultValueFactory = _ => Math.Max(1, Environment.ProcessorCount),
    };

    public static Command Create(Desk desk)
    {
        MinConfidence.AcceptOnlyFromAmong("low", "medium", "high");
        var command = new Command("scan", "检查文件中残留的个人信息 / find personal information left in files")
        {
            Targets, Cases, Report, MinConfidence, Workers, CheckCommand.Sarif, GlobalOptions.Json,
        };
        command.SetAction((parse, cancellation) => Task.FromResult(Run(desk, parse, cancellation)));
        return command;
    }

    private static int Run(Desk desk, ParseResult parse, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        if (OpenGate(desk, parse, diagnostics) is not { } gate)
        {
            desk.Show(diagnostics.Items, GlobalOptions.LanguageOf(parse));
            return ExitCode.Errors;
        }

        var files = ScannedFiles.Below(parse.GetValue(Targets)!);
        var threshold = parse.GetValue(MinConfidence) is { } named ? Enum.Parse<Confidence>(named, ignoreCase: true) : gate.Rules.Threshold;
        var run = new ScanRun(gate, threshold);
        run.Over(desk, files, parse.GetValue(Workers), cancellation);
        if (parse.GetValue(Report) is { } folder)
        {
            foreach (var path in ScanReport.Write(folder.FullName, run, desk.Clock, GlobalOptions.LanguageOf(parse)))
            {
                desk.Note(Workbench.Shown(path));
            }
        }

        return ScanPrinter.Print(desk, parse, run);
    }

    private static PublicationGate? OpenGate(Desk desk, ParseResult parse, DiagnosticBag diagnostics)
    {
        if (Workbench.Open(desk, parse, diagnostics) is not { } workbench)
        {
            return null;
        }

        var cases = new List<DataObject>();
        foreach (var file in parse.GetValue(Cases) ?? [])
        {
            if (CaseFile.Load(Workbench.Shown(file.FullName), diagnostics) is { } source && CaseReader.Read(source, diagnostics) is { } data)
            {
                cases.Add(data);
            }
        }

        return diagnostics.HasErrors ? null : PublicationGate.Open(workbench.Catalog, cases, RandomNumberGenerator.GetBytes(32), diagnostics);
    }
}
