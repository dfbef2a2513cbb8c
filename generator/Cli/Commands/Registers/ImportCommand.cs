using System.CommandLine;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation.Numbering;

namespace PiiDocs.Cli.Commands.Registers;

/// <summary><c>register import FILE</c>: numbers given out before the register was kept, one a line, then the case id where known.</summary>
internal static class ImportCommand
{
    private static readonly Argument<FileInfo> List = new("FILE")
    {
        Description = "清单：每行一个文号，后可加逗号和案件编号；“至”连接起止 / a list, one number a line; 至 joins first and last",
    };

    private static readonly Option<bool> Unused = new("--void")
    {
        Description = "清单中的文号没有使用，补录为作废；须写 --reason / the numbers were never used: enter them as void",
    };

    private static readonly Option<string?> Reason = new("--reason") { Description = "作废的理由 / why they are void" };

    public static Command Create(Desk desk)
    {
        var command = RegisterCommand.Sub(
            desk, new("import", "补录已用过的文号 / take over numbers already used") { List, Unused, Reason }, Run);
        command.Validators.Add(result =>
        {
            if (result.GetValue(Unused) && string.IsNullOrWhiteSpace(result.GetValue(Reason)))
            {
                result.AddError("作废须写明理由：--reason / say why with --reason");
            }
        });
        return command;
    }

    private static void Run(Job job)
    {
        var folder = Workbench.FolderFor(job.Desk, job.Parse);
        if (NumberPatterns.Read(folder, job.Diagnostics) is not { } patterns)
        {
            return;
        }

        var file = job.Parse.GetValue(List)!;
        var source = new SourceText(Workbench.Shown(file.FullName), File.ReadAllText(file.FullName));
        var numbers = NumberList.Read(source, patterns, job.Diagnostics);
        if (job.Diagnostics.HasErrors)
        {
            return;
        }

        var taken = job.Store.Numbers.Import(numbers, job.By, job.Diagnostics);
        if (job.Parse.GetValue(Unused) && !job.Diagnostics.HasErrors)
        {
            foreach (var number in numbers)
            {
                job.Store.Numbers.Void(number.Number, job.Parse.GetValue(Reason)!, job.By, job.Diagnostics);
            }
        }

        job.Say(new($"补录 {taken} 个文号。", $"{taken} numbers taken over."));
    }
}
