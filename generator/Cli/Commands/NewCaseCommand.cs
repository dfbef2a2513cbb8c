using System.CommandLine;
using PiiDocs.Cases;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;

namespace PiiDocs.Cli.Commands;

/// <summary><c>new-case FILE</c>: an empty case file with every field explained.</summary>
internal static class NewCaseCommand
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "新案件文件（.yaml） / the new case file" };

    public static Command Create(Desk desk)
    {
        var command = new Command("new-case", "新建带说明的空案件文件 / write an empty case file with every field explained") { File };
        command.SetAction(parse => Run(desk, parse));
        return command;
    }

    private static int Run(Desk desk, ParseResult parse)
    {
        var diagnostics = new DiagnosticBag();
        var file = parse.GetValue(File)!;
        var language = GlobalOptions.LanguageOf(parse);
        if (file.Exists)
        {
            desk.Note(new Message($"已存在：{Workbench.Shown(file.FullName)}", $"already there: {Workbench.Shown(file.FullName)}").In(language));
            return ExitCode.Errors;
        }

        if (Workbench.Open(desk, parse, diagnostics) is { } workbench)
        {
            System.IO.File.WriteAllText(file.FullName, CaseSkeleton.Write(workbench.Catalog.Schema));
            desk.Out.WriteLine(Workbench.Shown(file.FullName));
        }

        desk.Show(diagnostics.Items, language);
        return diagnostics.HasErrors ? ExitCode.Errors : ExitCode.Fine;
    }
}
