using System.CommandLine;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Registers;

namespace PiiDocs.Cli.Commands.Registers;

/// <summary><c>register list|reserve|use|void|import|check|backup</c>: the 文号 of an office.</summary>
internal static class RegisterCommand
{
    private static readonly Argument<string> Number = new("NUMBER") { Description = "文号 / the number" };

    private static readonly Option<string> Reason = new("--reason") { Description = "作废的理由 / why it is void", Required = true };

    private static readonly Option<FileInfo> Document = new("--document")
    {
        Description = "使用该文号的文书 / the document that bears it",
        Required = true,
    };

    private static readonly Option<int> Days = new("--days")
    {
        Description = "取号多少天没有使用就提示 / days after which an unused number is named",
        DefaultValueFactory = _ => 30,
    };

    private static readonly Argument<string> Target = new("TARGET")
    {
        Description = "备份到的新文件，或者 postgres://… 空数据库 / a new file, or an empty database",
    };

    public static Command Create(Desk desk) => new("register", "文号登记簿 / the register of document numbers")
    {
        RegisterListCommand.Create(desk),
        ReserveCommand.Create(desk),
        Sub(desk, new("use", "登记文号已用于文书 / say which document bears a number") { Number, Document }, Use),
        Sub(desk, new("void", "作废文号，写明理由 / void a number, with the reason") { Number, Reason }, Void),
        ImportCommand.Create(desk),
        Sub(desk, new("check", "核对有无漏号、久未使用 / find gaps and unused numbers") { Days }, Check),
        Sub(desk, new("backup", "备份全部登记簿，使用中也可 / copy all registers, also while in use") { Target }, Backup),
    };

    /// <summary>A subcommand that works on opened registers.</summary>
    internal static Command Sub(Desk desk, Command command, Action<Job> work)
    {
        command.Options.Add(StoreOption.Store);
        command.Options.Add(StoreOption.By);
        command.SetAction(parse =>
        {
            var diagnostics = new DiagnosticBag();
            if (StoreOption.Open(parse, desk.Clock, diagnostics) is { } store)
            {
                work(new(desk, parse, store, diagnostics));
            }

            desk.Show(diagnostics.Items, GlobalOptions.LanguageOf(parse));
            return diagnostics.HasErrors ? ExitCode.Errors : ExitCode.Fine;
        });
        return command;
    }

    private static void Use(Job job)
    {
        var document = job.Parse.GetValue(Document)!;
        var hash = RegisterJson.HashOf(document);
        Tell(job, job.Store.Numbers.Use(job.Parse.GetValue(Number)!, hash, job.By, job.Diagnostics));
    }

    private static void Void(Job job) =>
        Tell(job, job.Store.Numbers.Void(job.Parse.GetValue(Number)!, job.Parse.GetValue(Reason)!, job.By, job.Diagnostics));

    private static void Check(Job job)
    {
        RegisterCheck.Run(job.Store, TimeSpan.FromDays(job.Parse.GetValue(Days)), job.Desk.Clock, job.Diagnostics);
        if (job.Diagnostics.Items.Count == 0)
        {
            job.Say(new("登记簿完整：没有漏号，与审计日志相符。", "the register is complete: no gaps, and it agrees with the audit log."));
        }
    }

    private static void Backup(Job job)
    {
        if (StoreAddress.Parse(job.Parse.GetValue(Target)!, job.Diagnostics) is { } address)
        {
            var copied = job.Store.CopyTo(RegisterStore.Open(address, job.Desk.Clock));
            job.Say(new($"已备份 {copied} 行到 {address.Shown}", $"copied {copied} rows to {address.Shown}"));
        }
    }

    private static void Tell(Job job, RegisteredNumber? number)
    {
        if (number is not null)
        {
            job.Desk.Out.WriteLine(NumberText.Line(number, job.Language));
        }
    }
}

/// <summary>One subcommand at work.</summary>
internal sealed record Job(Desk Desk, ParseResult Parse, RegisterStore Store, DiagnosticBag Diagnostics)
{
    public Language Language => GlobalOptions.LanguageOf(Parse);

    public string By => Parse.GetValue(StoreOption.By)!;

    public void Say(Message message) => Desk.Out.WriteLine(message.In(Language));
}
