using System.CommandLine;
using PiiDocs.Cli.Terminal;

namespace PiiDocs.Cli.Commands.Registers;

/// <summary><c>audit verify|list</c>: who did what, and whether the log was touched.</summary>
internal static class AuditCommand
{
    private static readonly Option<string?> Seal = new("--seal")
    {
        Description = "以前记下的封签，日志必须仍含有它 / a seal noted earlier that the log must still hold",
    };

    private static readonly Option<int> Lines = new("--lines", "-n")
    {
        Description = "最近多少行 / how many of the newest lines",
        DefaultValueFactory = _ => 50,
    };

    public static Command Create(Desk desk) => new("audit", "审计日志 / the audit log")
    {
        RegisterCommand.Sub(desk, new("verify", "核对日志未被改动 / prove the log untouched") { Seal }, Verify),
        RegisterCommand.Sub(desk, new("list", "列出最近的记录 / list the newest lines") { Lines }, List),
    };

    private static void Verify(Job job)
    {
        if (job.Store.Audit.Verify(job.Diagnostics, job.Parse.GetValue(Seal)) is { } seal)
        {
            job.Say(new($"审计日志完整，共 {seal.Lines} 行。封签（请另行保存）：{seal.Hash}",
                $"the audit log is whole: {seal.Lines} lines. Seal, to be kept elsewhere: {seal.Hash}"));
        }
    }

    private static void List(Job job)
    {
        foreach (var entry in job.Store.Audit.Newest(job.Parse.GetValue(Lines)))
        {
            job.Desk.Out.WriteLine($"{entry.Seq}  {entry.At}  {entry.Who}  {entry.Action}  {entry.Subject}  {entry.Detail}");
        }
    }
}
