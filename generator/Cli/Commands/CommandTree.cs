using System.CommandLine;
using PiiDocs.Cli.Commands.Publishing;
using PiiDocs.Cli.Commands.Registers;
using PiiDocs.Cli.Terminal;

namespace PiiDocs.Cli.Commands;

/// <summary>All commands, by hand.</summary>
internal static class CommandTree
{
    public static RootCommand For(Desk desk)
    {
        var root = new RootCommand("PiiDocs：由案件数据生成检察公益诉讼文书 / documents of personal-information public-interest cases")
        {
            GlobalOptions.Lang,
            GlobalOptions.Templates,
        };
        root.Subcommands.Add(DemoCommand.Create(desk));
        root.Subcommands.Add(MakeCommand.Create(desk));
        root.Subcommands.Add(BatchCommand.Create(desk));
        root.Subcommands.Add(SheetCommand.Create(desk));
        root.Subcommands.Add(CheckCommand.Create(desk));
        root.Subcommands.Add(TypesCommand.Create(desk));
        root.Subcommands.Add(ShowCommand.Create(desk));
        root.Subcommands.Add(PdfCommand.Create(desk));
        root.Subcommands.Add(ReadCommand.Create(desk));
        root.Subcommands.Add(RefreshCommand.Create(desk));
        root.Subcommands.Add(FontsCommand.Create(desk));
        root.Subcommands.Add(DeadlinesCommand.Create(desk));
        root.Subcommands.Add(ChargeCommand.Create(desk));
        root.Subcommands.Add(ScanCommand.Create(desk));
        root.Subcommands.Add(NewCaseCommand.Create(desk));
        root.Subcommands.Add(PublishCommand.Create(desk));
        root.Subcommands.Add(MappingCommand.Create(desk));
        root.Subcommands.Add(RegisterCommand.Create(desk));
        root.Subcommands.Add(PublicationsCommand.Create(desk));
        root.Subcommands.Add(ServicesCommand.Create(desk));
        root.Subcommands.Add(AuditCommand.Create(desk));
        root.Subcommands.Add(RenderCommand.Create(desk));
        root.Subcommands.Add(AcceptCommand.Create(desk));
        root.Subcommands.Add(NewCommand.Create(desk));
        root.Subcommands.Add(ManifestCommand.Create(desk));
        root.Subcommands.Add(ServeCommand.Create(desk));
        root.Subcommands.Add(ExplainCommand.Create(desk));
        return root;
    }
}
