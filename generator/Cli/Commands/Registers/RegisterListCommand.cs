using System.CommandLine;
using PiiDocs.Cli.Terminal;
using PiiDocs.Registers;

namespace PiiDocs.Cli.Commands.Registers;

/// <summary><c>register list [--office O] [--kind K] [--year Y] [--state S] [--case ID] [--json]</c></summary>
internal static class RegisterListCommand
{
    private static readonly Option<string?> Office = new("--office") { Description = "院简称，如沪静检 / the office's short name" };

    private static readonly Option<string?> Kind = new("--kind") { Description = "文号种类（_numbering.yaml 的键） / kind of number" };

    private static readonly Option<int?> Year = new("--year") { Description = "年度 / year" };

    private static readonly Option<string?> State = new("--state") { Description = "reserved、used 或 void" };

    private static readonly Option<string?> Case = new("--case") { Description = "案件编号 / case id" };

    static RegisterListCommand() => State.AcceptOnlyFromAmong("reserved", "used", "void");

    public static Command Create(Desk desk) => RegisterCommand.Sub(
        desk, new("list", "列出文号 / list the numbers") { Office, Kind, Year, State, Case, GlobalOptions.Json }, Run);

    private static void Run(Job job)
    {
        var state = job.Parse.GetValue(State) is { } word ? Enum.Parse<NumberState>(word, ignoreCase: true) : (NumberState?)null;
        var numbers = job.Store.Numbers.List(new(
            job.Parse.GetValue(Office), job.Parse.GetValue(Kind), job.Parse.GetValue(Year), state, job.Parse.GetValue(Case)));
        if (job.Parse.GetValue(GlobalOptions.Json))
        {
            job.Desk.Out.WriteLine(RegisterJson.Write("numbers", numbers));
            return;
        }

        foreach (var number in numbers)
        {
            job.Desk.Out.WriteLine(NumberText.Line(number, job.Language));
        }

        job.Desk.Note(new Core.Message($"共 {numbers.Length} 个文号。", $"{numbers.Length} numbers.").In(job.Language));
    }
}
