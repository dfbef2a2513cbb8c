using System.CommandLine;
using PiiDocs.Cli.Reports;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Commands;

/// <summary><c>check CASE…|TYPE…</c>: everything <c>make</c> would find, and no files.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string[]> Targets = new("CASE|TYPE")
    {
        Description = "案件文件或文书类型 / case files or document types",
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
                // A path that exists is a case; a bare word is a type, so that a misspelt type gets its hint.
                if (File.Exists(target) || target.Contains('.', StringComparison.Ordinal))
                {
                    checker.CheckCase(Workbench.Shown(Path.GetFullPath(target)), cancellation);
                }
                else
                {
                    checker.CheckType(target, cancellation);
                }
            }

            documents.AddRange(checker.Documents);
        }

        if (diagnostics.Items.Count > 0)
        {
            documents.Insert(0, new("", new("模板和法律数据", "templates and law data"), [.. diagnostics.Items]));
        }

        return CheckReport.Print(desk, parse, documents);
    }
}
