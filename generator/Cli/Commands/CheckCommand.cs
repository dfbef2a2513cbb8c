using System.CommandLine;
using PiiDocs.Cli.Reports;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Commands;

/// <summary><c>check CASE…|FOLDER…|TYPE…</c>: everything <c>make</c> would find, and no files.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string[]> Targets = new("CASE|FOLDER|TYPE")
    {
        Description = "案件文件、案件文件夹或文书类型 / case files, folders of them, or document types",
        Arity = ArgumentArity.OneOrMore,
    };

    public static readonly Option<bool> Sarif = new("--sarif")
    {
        Description = "输出 SARIF 2.1.0，供编辑器和 CI 使用 / print SARIF 2.1.0",
    };

    public static Command Create(Desk desk)
    {
        var command = new Command("check", "检查案件或文书类型 / check cases or document types") { Targets, Sarif, GlobalOptions.Json };
        command.SetAction((parse, cancellation) => Task.FromResult(Run(desk, parse, cancellation)));
        return command;
    }

    private static int Run(Desk desk, ParseResult parse, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        var documents = new List<CheckedDocument>();
        if (Workbench.Open(desk, parse, diagnostics) is { } workbench)
        {
            var checker = new DocumentChecker(workbench);
            foreach (var target in parse.GetValue(Targets)!)
            {
                Check(checker, workbench, target, cancellation);
            }

            documents.AddRange(checker.Documents);
        }

        if (diagnostics.Items.Count > 0)
        {
            documents.Insert(0, new("", new("模板和法律数据", "templates and law data"), [.. diagnostics.Items]));
        }

        return CheckReport.Print(desk, parse, documents);
    }

    // A path is a case, or a folder of them; a bare word is a type, so that a misspelt type gets its hint.
    private static void Check(DocumentChecker checker, Workbench workbench, string target, CancellationToken cancellation)
    {
        var path = Workbench.Shown(Path.GetFullPath(target));
        if (Directory.Exists(target) && !workbench.Catalog.Folder.HasType(target))
        {
            checker.CheckFolder(path, cancellation);
        }
        else if (File.Exists(target) || target.AsSpan().ContainsAny('.', '/', '\\'))
        {
            checker.CheckCase(path, cancellation);
        }
        else
        {
            checker.CheckType(target, cancellation);
        }
    }
}
