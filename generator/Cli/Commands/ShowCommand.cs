using System.CommandLine;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Commands;

/// <summary><c>show CASE --type ID</c>: a document as text, on the screen.</summary>
internal static class ShowCommand
{
    private static readonly Argument<FileInfo> Case = new("CASE") { Description = "案件文件 / case file" };

    private static readonly Option<string> Type = new("--type", "-t")
    {
        Description = "文书类型 / document type",
        Required = true,
    };

    private static readonly Option<bool> Draft = new("--draft")
    {
        Description = "缺少的事实显示为【待补：…】 / show missing facts as placeholders",
    };

    public static Command Create(Desk desk)
    {
        var command = new Command("show", "显示文书的文字 / show a document as text") { Case, Type, Draft };
        command.SetAction((parse, cancellation) => Task.FromResult(Run(desk, parse, cancellation)));
        return command;
    }

    private static int Run(Desk desk, ParseResult parse, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        if (Workbench.Open(desk, parse, diagnostics) is { } workbench
            && CaseInput.Load(Workbench.Shown(parse.GetValue(Case)!.FullName), workbench.Catalog, diagnostics) is { } input
            && workbench.Catalog.Find(parse.GetValue(Type)!, diagnostics) is { } type
            && (parse.GetValue(Draft) || !diagnostics.HasErrors))
        {
            var result = workbench.Generator.Generate(type, input, new(OutputFormats.None, parse.GetValue(Draft)), cancellation);
            diagnostics.AddRange(result.Diagnostics);
            if (result.Document is { } document)
            {
                desk.Out.Write(DocumentPrinter.Print(document));
            }
        }

        desk.Show(diagnostics.Items, GlobalOptions.LanguageOf(parse));
        return diagnostics.HasErrors ? ExitCode.Errors : ExitCode.Fine;
    }
}
